package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import live.onair.kernel.CloudException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.scheduling.Channels.InputRules;
import live.onair.scheduling.Encoders.PlannedPress;
import live.onair.scheduling.Encoders.Wish;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.RunSpec;
import live.onair.sql.ShownPlans;
import live.onair.sql.ShownPlans.Standing;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Plans what a press on a channel makes us call, as {@link PressBook} does for a press on a show. */
@Singleton
@Transactional
class ChannelPresses {

    private final Statements sql;
    private final ChannelBook channels;
    private final ShowShelf shelf;
    private final Instance<ChannelPlanner> planners;
    private final InputBook inputs;
    private final InputPlans rules;
    private final Event<ResourceEvent> events;
    private final ShownPlans shown;
    private final Clock clock;

    @Inject
    ChannelPresses(
            Statements sql,
            ChannelBook channels,
            ShowShelf shelf,
            @Any Instance<ChannelPlanner> planners,
            InputBook inputs,
            InputPlans rules,
            Event<ResourceEvent> events,
            Clock clock) {
        this.sql = sql;
        this.channels = channels;
        this.shelf = shelf;
        this.planners = planners;
        this.inputs = inputs;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
        this.shown = table(sql, clock);
    }

    /** Where the room keeps the plans that were shown. */
    static ShownPlans table(Statements sql, Clock clock) {
        return new ShownPlans(sql, clock, "scheduling.shown_plan");
    }

    /** Why a press may not go by the plan that it brings; empty if it may. */
    static Optional<Reason> wrong(ShownPlans.Standing standing, String of) {
        return switch (standing) {
            case MISSING -> Optional.of(ShowRefusal.PLAN_MISSING.with("of", of, "field", "plan"));
            case OTHER -> Optional.of(ShowRefusal.PLAN_OTHER.with("of", of, "field", "plan"));
            case EXPIRED -> Optional.of(ShowRefusal.PLAN_EXPIRED.with("of", of, "field", "plan"));
            case COUNTS -> Optional.empty();
        };
    }

    /** What a planner says, or why it cannot. */
    static <T> Outcome<T> planned(String of, Supplier<T> plan) {
        try {
            return Outcome.done(plan.get());
        } catch (CloudException e) {
            return Outcome.refused(ShowRefusal.PLAN_IMPOSSIBLE.with("of", of, "why", String.valueOf(e.getMessage())));
        }
    }

    /**
     * What is to be planned.
     *
     * @param run that is open on the channel, with the rules that are wanted; null if none is, or they do not matter
     * @param before the rules that there are, where other ones are wanted
     */
    record Asked(
            String channel,
            String backend,
            Wish wish,
            List<String> shows,
            @Nullable RunSpec run,
            @Nullable InputRules before) {

        ShownPlans.Press press() {
            return new ShownPlans.Press(channel, wish.press(), wish.word());
        }
    }

    /** A plan, and what it is for. */
    record Foretold(Asked asked, InputPlans.Foretold parts) {}

    Outcome<Asked> asked(String id, @Nullable Wish wish) {
        Channels.Row channel = channels.find(id).filter(it -> !it.archived()).orElse(null);
        if (channel == null) {
            return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "id"));
        }
        if (wish == null) {
            return Outcome.refused(ShowRefusal.FIELD_MISSING.with("field", "press"));
        }
        InputRules rules = wish.rules();
        Optional<Reason> hindrance = rules == null ? hindrance(channel, wish.input()) : InputBook.wrong(rules);
        if (hindrance.isPresent()) {
            return Outcome.refused(hindrance.get());
        }
        return Outcome.done(rules == null ? newKey(id, channel.backend(), wish) : ruling(channel, wish, rules));
    }

    /** The same question as before, whatever has become of the channel. */
    Asked again(AskIngestHandler.Question question) {
        Wish wish = Wish.newKey(Channels.Input.valueOf(question.input().name()));
        return newKey(question.channel(), question.backend(), wish);
    }

    private Asked newKey(String channel, String backend, Wish wish) {
        List<String> shows = sql.list(
                "select id from scheduling.show where channel_id = ? and source = 'INPUT' and ends_at > ?"
                        + " and state in ('APPROVED', 'REHEARSAL', 'STANDBY', 'ON_AIR') order by starts_at, id limit 20",
                row -> row.text("id"),
                channel,
                clock.instant());
        return new Asked(channel, backend, wish, shows, null, null);
    }

    private Asked ruling(Channels.Row channel, Wish wish, InputRules rules) {
        RunSpec run = running(channel.id()).stream()
                .findFirst()
                .flatMap(shelf::lock)
                .map(show -> ReconcileTables.spec(show).with(InputBook.failover(rules)))
                .orElse(null);
        return new Asked(channel.id(), channel.backend(), wish, List.of(), run, channel.inputRules());
    }

    private List<String> running(String channel) {
        return sql.list(
                "select id from scheduling.show where run_open and run_channel = ?", row -> row.text("id"), channel);
    }

    /** Other rules for the inputs, by the plan with this hash, which is still the plan. */
    Outcome<Channels.Row> rule(Foretold now, InputRules wanted, @Nullable String hash) {
        Channels.Row before = channels.find(now.asked().channel()).orElseThrow();
        if (before.inputRules().equals(wanted)) {
            return Outcome.done(before);
        }
        Outcome<Boolean> agreed = hash == null || now.parts().whole().hash().equalsIgnoreCase(hash)
                ? approve(before, now.asked().wish(), hash)
                : Outcome.refused(ShowRefusal.PLAN_OTHER.with("of", before.id(), "field", "plan"));
        return agreed.map(byPlan -> {
            rules.keep(before, now.parts(), now.asked().run(), byPlan);
            return inputs.rule(before, wanted);
        });
    }

    /** Why an input of this channel gets no new key now: an encoder sends, or a show is about to need the key that it has. */
    Optional<Reason> hindrance(Channels.Row channel, Channels.Input slot) {
        if (channel.backend().equals(ChannelBook.OWN)) {
            return Optional.empty();
        }
        if (slot == Channels.Input.B && !channel.inputRules().second()) {
            return Optional.of(ShowRefusal.INPUT_SINGLE.with("channel", channel.id()));
        }
        Channels.Signal signal = channel.signal();
        boolean sends = signal != null && (signal.connected() || signal.state().equals("RUNNING"));
        return sends || !running(channel.id()).isEmpty()
                ? Optional.of(ShowRefusal.KEY_SENDING.with("channel", channel.id()))
                : Optional.empty();
    }

    /** Asks the backend's adapter; refused in its words if it cannot be planned. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Outcome<Foretold> foretold(Asked asked) {
        return planned(asked.channel(), () -> new Foretold(asked, parts(asked)));
    }

    private InputPlans.Foretold parts(Asked asked) {
        ChannelPlanner planner = Backend.Named.adapter(planners, asked.backend());
        InputRules wanted = asked.wish().rules();
        if (wanted != null && asked.before() != null) {
            return InputPlans.foretold(planner, asked.channel(), asked.before(), wanted, asked.run());
        }
        Plan key = planner.newKey(
                asked.channel(), Input.valueOf(asked.wish().input().name()), asked.shows());
        return new InputPlans.Foretold(key, InputPlans.none(key.seenAt()));
    }

    /** Whether the calls would still be those of the plan with this hash; where none was approved, they are. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    boolean isStill(Asked asked, @Nullable String hash) {
        if (hash == null) {
            return true;
        }
        Outcome<Foretold> now = foretold(asked);
        return now.isDone() && now.orThrow().parts().whole().hash().equals(hash);
    }

    /** Keeps what is shown. */
    PlannedPress kept(Foretold foretold) {
        Asked asked = foretold.asked();
        Plan plan = foretold.parts().whole();
        return new PlannedPress(
                asked.channel(),
                asked.wish().press(),
                plan.hash(),
                foretold.parts().now().calls(),
                foretold.parts().later().calls(),
                plan.permissions(),
                plan.shows(),
                plan.seenAt(),
                shown.shown(asked.press(), plan));
    }

    /**
     * The press comes with this plan: it must have been shown for it, not long ago. Only where nothing is called but what is
     * ours it may come without one.
     */
    Outcome<Boolean> approve(Channels.Row channel, Wish wish, @Nullable String hash) {
        ShownPlans.Press press = new ShownPlans.Press(channel.id(), wish.press(), wish.word());
        Standing standing = shown.standing(press, hash);
        boolean may = standing == Standing.MISSING && channel.backend().equals(ChannelBook.OWN);
        Optional<Reason> wrong = may ? Optional.empty() : wrong(standing, channel.id());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (hash != null) {
            shown.used(press);
            events.fire(new ResourceEvent.PlanApproved(channel.id(), wish.press(), wish.word(), hash));
        }
        return Outcome.done(hash != null);
    }
}
