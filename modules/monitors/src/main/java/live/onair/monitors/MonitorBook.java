package live.onair.monitors;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.monitors.MonitorEvent.Added;
import live.onair.monitors.MonitorRows.BesideChannel;
import live.onair.monitors.MonitorRows.MonitorDeed;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.MonitorRows.Planned;
import live.onair.monitors.MonitorShelf.Kept;
import live.onair.monitors.ReconcileMonitorHandler.ReconcileMonitor;
import live.onair.monitors.spi.MonitorPlanner;
import live.onair.monitors.spi.MonitorStreams;
import live.onair.scheduling.Channels;
import live.onair.scheduling.spi.Backend;
import live.onair.sql.ShownPlans;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is behind {@link Monitors}: wishes, plans and approvals. Works inside the caller's transaction. */
@Singleton
class MonitorBook {

    private final MonitorShelf shelf;
    private final Channels channels;
    private final Instance<MonitorPlanner> planners;
    private final WorkQueue queue;
    private final Clock clock;
    private final Ids ids;
    private final Event<MonitorEvent> events;
    private final ShownPlans shown;

    @Inject
    MonitorBook(
            Statements sql,
            MonitorShelf shelf,
            Channels channels,
            @Any Instance<MonitorPlanner> planners,
            WorkQueue queue,
            Clock clock,
            Ids ids,
            Event<MonitorEvent> events) {
        this.shelf = shelf;
        this.channels = channels;
        this.planners = planners;
        this.queue = queue;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
        this.shown = new ShownPlans(sql, clock, "monitors.shown_plan");
    }

    List<MonitorRow> list() {
        return shelf.all().stream().map(this::row).toList();
    }

    Optional<MonitorRow> find(String id) {
        return shelf.find(id).map(this::row);
    }

    private MonitorRow row(Kept kept) {
        BesideChannel channel = Optional.ofNullable(kept.channel())
                .map(id -> new BesideChannel(
                        id, channels.find(id).map(Channels.Row::name).orElse(id)))
                .orElse(null);
        return new MonitorRow(
                kept.id(),
                kept.name(),
                channel,
                kept.backend(),
                kept.hours(),
                kept.state(),
                kept.look(),
                kept.order(),
                kept.createdAt(),
                kept.createdBy());
    }

    Outcome<MonitorRow> create(Monitors.NewMonitor wanted) {
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > 60) {
            return Outcome.refused(MonitorRefusal.NAME.with("field", "name"));
        }
        if (shelf.isTaken(name)) {
            return Outcome.refused(MonitorRefusal.NAME_TAKEN.with("name", name, "field", "name"));
        }
        String backend = wanted.backend() == null ? Monitors.KINESIS : wanted.backend();
        if (planners.select(new Backend.Named(backend)).isUnsatisfied()) {
            return Outcome.refused(MonitorRefusal.NO_BACKEND.with("backend", backend, "field", "backend"));
        }
        String channel = wanted.channel() == null || wanted.channel().isBlank() ? null : wanted.channel();
        if (channel != null && channels.find(channel).filter(c -> !c.archived()).isEmpty()) {
            return Outcome.refused(MonitorRefusal.NO_SUCH_CHANNEL.with("channel", channel, "field", "channel"));
        }
        int hours = wanted.hours() == null ? Monitors.USUAL_HOURS : wanted.hours();
        if (isNoTime(hours)) {
            return Outcome.refused(MonitorRefusal.HOURS.with("field", "hours"));
        }
        String id = String.valueOf(wanted.monitor());
        return standing(id, MonitorDeed.MAKE, hours, wanted.hash())
                .map(hash -> add(new Added(id, name, channel, backend, hours), hash));
    }

    private MonitorRow add(Added added, String hash) {
        shelf.add(added);
        shelf.approved(added.subject(), MonitorDeed.MAKE, added.hours(), hash, clock.instant());
        queue.put(new ReconcileMonitor(added.subject()));
        events.fire(added);
        events.fire(new MonitorEvent.Approved(added.subject(), MonitorDeed.MAKE, added.hours(), hash, ""));
        return find(added.subject()).orElseThrow();
    }

    static boolean isNoTime(int hours) {
        return hours < MonitorStreams.LEAST_RETENTION.toHours() || hours > MonitorStreams.MOST_RETENTION.toHours();
    }

    /** The plan of a monitor that is not there yet, under the id that it will have. */
    Outcome<Planned> planNew(@Nullable Integer wished) {
        int hours = wished == null ? Monitors.USUAL_HOURS : wished;
        if (isNoTime(hours)) {
            return Outcome.refused(MonitorRefusal.HOURS.with("field", "hours"));
        }
        if (planners.select(new Backend.Named(Monitors.KINESIS)).isUnsatisfied()) {
            return Outcome.refused(MonitorRefusal.NO_BACKEND.with("backend", Monitors.KINESIS));
        }
        String id = "MON-" + ids.secret(5).toUpperCase(Locale.ROOT);
        Plan plan = planner(Monitors.KINESIS).keep(id, Optional.empty(), Duration.ofHours(hours), clock.instant());
        return Outcome.done(planned(id, "", MonitorDeed.MAKE, hours, plan));
    }

    private Planned planned(String id, String name, MonitorDeed deed, @Nullable Integer hours, Plan plan) {
        Instant until = shown.shown(press(id, deed, hours), plan);
        events.fire(new MonitorEvent.Planned(id, deed, hours, plan.hash()));
        return new Planned(id, name, deed, hours, plan.hash(), plan.calls(), plan.permissions(), plan.seenAt(), until);
    }

    private static ShownPlans.Press press(String id, MonitorDeed deed, @Nullable Integer hours) {
        return new ShownPlans.Press(id, deed, hours == null ? "" : hours.toString());
    }

    /** The hash, if it may be gone by; a plan is good for one press. */
    private Outcome<String> standing(String id, MonitorDeed deed, @Nullable Integer hours, @Nullable String hash) {
        ShownPlans.Press press = press(id, deed, hours);
        String given = String.valueOf(hash).toLowerCase(Locale.ROOT);
        return switch (shown.standing(press, given)) {
            case MISSING, OTHER -> Outcome.refused(MonitorRefusal.PLAN_OTHER.with("field", "hash"));
            case EXPIRED -> Outcome.refused(MonitorRefusal.PLAN_EXPIRED.with("field", "hash"));
            case COUNTS -> {
                shown.used(press);
                yield Outcome.done(given);
            }
        };
    }

    private MonitorPlanner planner(String backend) {
        return Backend.Named.adapter(planners, backend);
    }

    /** The calls from what is seen to what is wished. */
    Plan plan(
            Kept kept,
            MonitorDeed deed,
            @Nullable Integer hours,
            Optional<MonitorStreams.Monitor> seen,
            Instant seenAt) {
        return deed == MonitorDeed.REMOVE
                ? planner(kept.backend()).remove(seen, seenAt)
                : planner(kept.backend())
                        .keep(kept.id(), seen, Duration.ofHours(hours == null ? kept.hours() : hours), seenAt);
    }

    /** What may be changed now, with the plan from what was last seen. */
    private Outcome<Plan> plan(Kept kept, MonitorDeed deed, @Nullable Integer hours) {
        if (hours != null && isNoTime(hours)) {
            return Outcome.refused(MonitorRefusal.HOURS.with("field", "hours"));
        }
        if (kept.leaving()) {
            return Outcome.refused(MonitorRefusal.LEAVING.with("name", kept.name()));
        }
        boolean givesUp = deed == MonitorDeed.REMOVE && !kept.askedFor();
        if (kept.pending().isPresent() && !givesUp) {
            return Outcome.refused(MonitorRefusal.BUSY.with("name", kept.name()));
        }
        Instant seenAt = kept.look().at();
        // one for which nothing was ever asked goes without a call, whether its backend answers or not
        if (seenAt == null && (deed == MonitorDeed.RETAIN || kept.askedFor())) {
            return Outcome.refused(MonitorRefusal.NOT_SEEN.with("name", kept.name()));
        }
        return Outcome.done(
                seenAt == null ? new Plan(List.of(), List.of(), null) : plan(kept, deed, hours, kept.seen(), seenAt));
    }

    private Outcome<Kept> lock(String id) {
        return shelf.lock(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(MonitorRefusal.NO_SUCH_MONITOR.with("id", id)));
    }

    Outcome<Planned> plan(String id, @Nullable Integer hours) {
        MonitorDeed deed = hours == null ? MonitorDeed.REMOVE : MonitorDeed.RETAIN;
        return lock(id).then(kept -> plan(kept, deed, hours).map(plan -> planned(id, kept.name(), deed, hours, plan)));
    }

    Outcome<MonitorRow> approve(String id, MonitorDeed deed, @Nullable Integer hours, Monitors.Approval approval) {
        String why = approval.reason() == null ? "" : approval.reason().strip();
        if (why.isEmpty() || why.length() > 500) {
            return Outcome.refused(MonitorRefusal.REASON.with("field", "reason"));
        }
        return lock(id).then(kept -> plan(kept, deed, hours)
                .then(plan -> standing(id, deed, hours, approval.hash()).then(hash -> {
                    if (!plan.hash().equals(hash)) {
                        return Outcome.refused(MonitorRefusal.PLAN_OTHER.with("field", "hash"));
                    }
                    shelf.approved(id, deed, hours, hash, clock.instant());
                    queue.put(new ReconcileMonitor(id));
                    events.fire(new MonitorEvent.Approved(id, deed, hours, hash, why));
                    return Outcome.done(find(id).orElseThrow());
                })));
    }
}
