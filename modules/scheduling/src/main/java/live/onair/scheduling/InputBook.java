package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.InputBook.SwitchInputHandler.SwitchInput;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.ReconcileChannelHandler.ReconcileChannel;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What should be of a channel's inputs, the switches that were seen, and the one that is wanted. In the transaction. */
@Singleton
class InputBook {

    private final Statements sql;
    private final ChannelBook channels;
    private final WorkQueue queue;
    private final Event<ShowEvent> events;
    private final PressBook presses;
    private final Clock clock;

    @Inject
    InputBook(
            Statements sql,
            ChannelBook channels,
            WorkQueue queue,
            Event<ShowEvent> events,
            PressBook presses,
            Clock clock) {
        this.sql = sql;
        this.channels = channels;
        this.queue = queue;
        this.events = events;
        this.presses = presses;
        this.clock = clock;
    }

    static Channels.InputRules rules(Row row) throws SQLException {
        return new Channels.InputRules(
                row.isTrue("input_second"), row.isTrue("input_automatic"), row.numberOrNull("input_return_s"));
    }

    /** What the backend is told of them. */
    static RunSpec.Failover failover(Statements sql, String channel) {
        return sql.one("select * from scheduling.resource where id = ?", row -> failover(rules(row)), channel)
                .orElse(RunSpec.Failover.ONE_INPUT);
    }

    /** What the backend is told of them. */
    static RunSpec.Failover failover(Channels.InputRules rules) {
        Integer back = rules.returnSeconds();
        return new RunSpec.Failover(rules.second(), rules.automatic(), back == null ? null : Duration.ofSeconds(back));
    }

    /** What is wrong with them. */
    static Optional<Reason> wrong(Channels.InputRules rules) {
        Integer back = rules.returnSeconds();
        return back == null || back >= 1 && back <= 3600
                ? Optional.empty()
                : Optional.of(ShowRefusal.FIELD_RANGE.with("field", "returnSeconds", "min", "1 s", "max", "3600 s"));
    }

    /** Keeps other rules; a run that is open is brought to them. */
    Channels.Row rule(Channels.Row before, Channels.InputRules wanted) {
        String channel = before.id();
        sql.run(
                "update scheduling.resource set input_second = ?, input_automatic = ?, input_return_s = ?::integer,"
                        + " version = version + 1 where id = ?",
                wanted.second(),
                wanted.automatic(),
                wanted.returnSeconds(),
                channel);
        Channels.Row after = channels.changed(before);
        sql.list("select id from scheduling.show where run_open and run_channel = ?", row -> row.text("id"), channel)
                .forEach(show -> queue.put(new ReconcileChannel(show)));
        return after;
    }

    Outcome<Channels.Row> ask(Lifecycle.Confirmed wanted, Channels.@Nullable Input to) {
        Channels.Row channel = channels.find(wanted.id()).orElse(null);
        if (channel == null) {
            return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", wanted.id(), "field", "id"));
        }
        if (to == null) {
            return Outcome.refused(ShowRefusal.FIELD_MISSING.with("field", "to"));
        }
        if (!Reviewing.isTyped(wanted)) {
            return Outcome.refused(ShowRefusal.CONFIRMATION_WRONG.with("show", channel.id(), "field", "typed"));
        }
        Channels.Signal signal = channel.signal();
        ShowRefusal wrong = wrong(signal, to);
        if (signal == null || wrong != null) {
            return Outcome.refused(Objects.requireNonNull(wrong).with("channel", channel.id(), "input", to));
        }
        return Reviewing.words(wanted.reason(), true, reason -> {
            String show = signal.show();
            String run = signal.run();
            if (signal.active() == to || run == null || show == null) {
                return Outcome.done(channel);
            }
            return presses.approve(show, press(to), wanted.plan()).then(agreed -> {
                events.fire(new ShowEvent.InputSwitchAsked(show, channel.id(), to, reason));
                queue.put(new SwitchInput(channel.id(), run, show, Input.valueOf(to.name()), clock.instant()));
                return Outcome.done(channel);
            });
        });
    }

    private static Press press(Channels.Input to) {
        return to == Channels.Input.A ? Press.INPUT_A : Press.INPUT_B;
    }

    private static @Nullable ShowRefusal wrong(Channels.@Nullable Signal signal, Channels.Input to) {
        if (signal == null || !signal.state().equals("RUNNING")) {
            return ShowRefusal.INPUT_NOT_RUNNING;
        }
        if (signal.inputs().isEmpty()) {
            return ShowRefusal.INPUT_SINGLE;
        }
        boolean there =
                signal.inputs().stream().anyMatch(in -> in.input() == to && in.connected() && in.lostSince() == null);
        return there || signal.active() == to ? null : ShowRefusal.INPUT_DEAD;
    }

    /** Writes down a switch that has not been seen before, and tells of it. */
    void observed(ChannelObservation seen) {
        Input.Switched last = seen.inputs().last();
        String show = seen.show();
        if (last == null || show == null) {
            return;
        }
        Duration gap = last.gap();
        Long millis = gap == null ? null : (Long) gap.toMillis();
        int fresh = sql.run(
                "insert into scheduling.input_switch (channel_id, at, show_id, run, to_input, by_hand, gap_ms)"
                        + " select r.id, ?, s.id, ?, ?, ?, ?::bigint from scheduling.resource r, scheduling.show s"
                        + " where r.id = ? and s.id = ? on conflict do nothing",
                last.at(),
                seen.run(),
                last.to(),
                last.byHand(),
                millis,
                seen.channel(),
                show);
        if (fresh > 0) {
            events.fire(new ShowEvent.InputSwitched(
                    show, seen.channel(), Channels.Input.valueOf(last.to().name()), last.byHand(), millis));
        }
    }

    /** Sends the input that somebody wants. */
    @Singleton
    static class SwitchInputHandler implements WorkHandler<SwitchInputHandler.SwitchInput> {

        private static final Duration SOON = Duration.ofSeconds(1);
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        private final PressBook presses;
        private final Interruptions interruptions;
        private final Instance<ChannelProvisioner> backends;
        private final Clock clock;

        @Inject
        SwitchInputHandler(
                PressBook presses,
                Interruptions interruptions,
                @Any Instance<ChannelProvisioner> backends,
                Clock clock) {
            this.presses = presses;
            this.interruptions = interruptions;
            this.backends = backends;
            this.clock = clock;
        }

        /** Send this input of the channel's run; only as long as whoever asked may still expect it. */
        record SwitchInput(String channel, String run, String show, Input to, Instant askedAt) implements Work {
            @Override
            public String key() {
                return channel;
            }
        }

        @Override
        public Class<SwitchInput> type() {
            return SwitchInput.class;
        }

        @Override
        public Next handle(SwitchInput work) {
            if (!clock.instant().isBefore(work.askedAt().plus(PATIENCE))) {
                return failed(work, CloudFault.UNAVAILABLE);
            }
            Press press = press(Channels.Input.valueOf(work.to().name()));
            Outcome<PressBook.Asked> asked = presses.asked(work.show(), press, null);
            if (!asked.isDone()) {
                return failed(work, CloudFault.CONFLICT);
            }
            try {
                ChannelProvisioner port =
                        Backend.Named.adapter(backends, asked.orThrow().backend());
                Run run = new Run(work.channel(), work.run(), work.show());
                PressBook.asApproved(presses, asked.orThrow(), () -> port.switchInput(run, work.to()));
                return Next.done();
            } catch (CloudException e) {
                boolean again = e.fault() != CloudFault.CONFLICT && e.fault().isRetried();
                return again ? Next.after(SOON) : failed(work, e.fault());
            }
        }

        private Next failed(SwitchInput work, CloudFault fault) {
            interruptions.open(
                    AlarmKind.INPUT_SWITCH_FAILED,
                    work.show(),
                    OptionalInt.empty(),
                    Map.of("channel", work.channel(), "input", work.to(), "fault", fault));
            return Next.done();
        }
    }
}
