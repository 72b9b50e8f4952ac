package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import live.onair.kernel.CloudException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.scheduling.Encoders.ChannelPress;
import live.onair.scheduling.Encoders.PlannedPress;
import live.onair.scheduling.Encoders.Wish;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.Input;
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
    private final Instance<ChannelPlanner> planners;
    private final Event<ResourceEvent> events;
    private final ShownPlans shown;
    private final Clock clock;

    @Inject
    ChannelPresses(
            Statements sql,
            ChannelBook channels,
            @Any Instance<ChannelPlanner> planners,
            Event<ResourceEvent> events,
            Clock clock) {
        this.sql = sql;
        this.channels = channels;
        this.planners = planners;
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

    /** What is to be planned. */
    record Asked(String channel, String backend, Wish wish, List<String> shows) {

        ShownPlans.Press press() {
            return new ShownPlans.Press(channel, wish.press(), wish.word());
        }
    }

    /** A plan, and what it is for. */
    record Foretold(Asked asked, Plan plan) {}

    Outcome<Asked> asked(String id, @Nullable ChannelPress press, Channels.Input slot) {
        Channels.Row channel = channels.find(id).filter(it -> !it.archived()).orElse(null);
        if (channel == null) {
            return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "id"));
        }
        if (press == null) {
            return Outcome.refused(ShowRefusal.FIELD_MISSING.with("field", "press"));
        }
        Optional<Reason> hindrance = hindrance(channel, slot);
        return hindrance.isPresent()
                ? Outcome.refused(hindrance.get())
                : Outcome.done(again(id, channel.backend(), Input.valueOf(slot.name())));
    }

    /** The same question as before, whatever has become of the channel. */
    Asked again(AskIngestHandler.Question question) {
        return again(question.channel(), question.backend(), question.input());
    }

    private Asked again(String channel, String backend, Input slot) {
        List<String> shows = sql.list(
                "select id from scheduling.show where channel_id = ? and source = 'INPUT' and ends_at > ?"
                        + " and state in ('APPROVED', 'REHEARSAL', 'STANDBY', 'ON_AIR') order by starts_at, id limit 20",
                row -> row.text("id"),
                channel,
                clock.instant());
        Wish wish = new Wish(ChannelPress.NEW_KEY, Channels.Input.valueOf(slot.name()));
        return new Asked(channel, backend, wish, shows);
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
        String run = "select id from scheduling.show where run_open and run_channel = ? limit 1";
        return sends || sql.one(run, row -> true, channel.id()).orElse(false)
                ? Optional.of(ShowRefusal.KEY_SENDING.with("channel", channel.id()))
                : Optional.empty();
    }

    /** Asks the backend's adapter; refused in its words if it cannot be planned. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Outcome<Foretold> foretold(Asked asked) {
        Input input = Input.valueOf(asked.wish().input().name());
        return planned(
                asked.channel(),
                () -> new Foretold(
                        asked,
                        Backend.Named.adapter(planners, asked.backend())
                                .newKey(asked.channel(), input, asked.shows())));
    }

    /** Whether the calls would still be those of the plan with this hash; where none was approved, they are. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    boolean isStill(Asked asked, @Nullable String hash) {
        if (hash == null) {
            return true;
        }
        Outcome<Foretold> now = foretold(asked);
        return now.isDone() && now.orThrow().plan().hash().equals(hash);
    }

    /** Keeps what is shown. */
    PlannedPress kept(Foretold foretold) {
        Asked asked = foretold.asked();
        Plan plan = foretold.plan();
        return new PlannedPress(
                asked.channel(),
                asked.wish().press(),
                plan.hash(),
                plan.calls(),
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
        boolean ours = channel.backend().equals(ChannelBook.OWN);
        Optional<Reason> wrong =
                standing == Standing.MISSING && ours ? Optional.empty() : wrong(standing, channel.id());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (hash != null) {
            shown.used(press);
            events.fire(new ResourceEvent.PlanApproved(
                    channel.id(), wish.press(), wish.word(), Objects.requireNonNull(hash)));
        }
        return Outcome.done(hash != null);
    }
}
