package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Lifecycle.Planned;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.RunSpec;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Plans what a press makes us call, keeps what was shown, and compares it with what is about to be done. */
@Singleton
@Transactional
class PressBook {

    /** So long a plan counts. */
    static final Duration COUNTS = Duration.ofMinutes(2);

    private static final String SETTLE =
            "update scheduling.press_plan set settled_at = ? where show_id = ? and press = ?"
                    + " and approved_at is not null and settled_at is null";

    private final Statements sql;
    private final ShowShelf shelf;
    private final InputBook inputs;
    private final Passage passage;
    private final InterruptionBook interruptions;
    private final Instance<ChannelPlanner> planners;
    private final Clock clock;

    @Inject
    PressBook(
            Statements sql,
            ShowShelf shelf,
            InputBook inputs,
            Passage passage,
            InterruptionBook interruptions,
            @Any Instance<ChannelPlanner> planners,
            Clock clock) {
        this.sql = sql;
        this.shelf = shelf;
        this.inputs = inputs;
        this.passage = passage;
        this.interruptions = interruptions;
        this.planners = planners;
        this.clock = clock;
    }

    /** What is to be planned. */
    record Asked(String show, Press press, String backend, RunSpec spec) {}

    /** A plan, and what it is for. */
    record Foretold(Asked asked, Plan plan) {}

    Outcome<Asked> asked(String id, @Nullable Press press) {
        if (press == null) {
            return Outcome.refused(ShowRefusal.FIELD_MISSING.with("field", "press"));
        }
        return shelf.lock(id, null)
                .then(show -> fits(press, show)
                        ? Outcome.done(new Asked(id, press, backendOf(show), spec(show, press)))
                        : Outcome.refused(ShowShelf.notNow(show)));
    }

    private static boolean fits(Press press, Show show) {
        return switch (press) {
            case REHEARSE -> show.state() == ShowState.APPROVED;
            case GO_ON_AIR -> show.state() == ShowState.APPROVED || show.state() == ShowState.STANDBY;
            case SLATE_ON, SLATE_OFF, STOP -> show.state().isLive();
        };
    }

    private String backendOf(Show show) {
        return sql.one(
                        "select backend from scheduling.resource where id = ?",
                        row -> row.text("backend"),
                        show.run().channel())
                .orElseThrow();
    }

    private RunSpec spec(Show show, Press press) {
        RunSpec.Failover rules = inputs.failover(show.run().channel());
        return switch (press) {
            case REHEARSE ->
                ReconcileTables.spec(show, show.nextRun(), ShowState.REHEARSAL, "<key>")
                        .with(rules);
            case GO_ON_AIR -> {
                boolean begun = show.state() == ShowState.STANDBY;
                yield ReconcileTables.spec(show, begun ? show.run() : show.nextRun(), ShowState.STANDBY, null)
                        .with(rules);
            }
            case SLATE_ON, SLATE_OFF, STOP -> ReconcileTables.spec(show).with(rules);
        };
    }

    private static List<Deed> deeds(Press press) {
        return switch (press) {
            case REHEARSE -> List.of(Deed.PREPARE, Deed.START);
            case GO_ON_AIR -> List.of(Deed.PREPARE, Deed.START, Deed.GO_ON_AIR);
            case SLATE_ON -> List.of(Deed.SLATE_ON);
            case SLATE_OFF -> List.of(Deed.SLATE_OFF);
            case STOP -> List.of(Deed.STOP);
        };
    }

    /** Asks the backend's adapter; refused in its words if it cannot be planned. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Outcome<Foretold> foretold(Asked asked) {
        try {
            return Outcome.done(new Foretold(asked, plan(asked.backend(), asked.spec(), asked.press())));
        } catch (CloudException e) {
            return Outcome.refused(
                    ShowRefusal.PLAN_IMPOSSIBLE.with("show", asked.show(), "why", String.valueOf(e.getMessage())));
        }
    }

    private Plan plan(String backend, RunSpec spec, Press press) {
        return Backend.Named.adapter(planners, backend).plan(spec, deeds(press));
    }

    /** Keeps what is shown. */
    Planned kept(Foretold foretold) {
        Asked asked = foretold.asked();
        Plan plan = foretold.plan();
        Instant now = clock.instant();
        sql.run("delete from scheduling.press_plan where made_at < ?", now.minus(Duration.ofDays(1)));
        sql.run(
                "insert into scheduling.press_plan (show_id, press, hash, made_at) values (?, ?, ?, ?)"
                        + " on conflict (show_id, press, hash) do update set made_at = excluded.made_at,"
                        + " approved_at = null, settled_at = null",
                asked.show(),
                asked.press(),
                plan.hash(),
                now);
        return new Planned(
                asked.show(),
                asked.press(),
                plan.hash(),
                plan.calls(),
                plan.permissions(),
                plan.shows(),
                plan.seenAt(),
                now.plus(COUNTS));
    }

    /** The press comes with this plan: it must have been shown, not long ago. Without one nothing is asked. */
    Outcome<Boolean> approve(String show, Press press, @Nullable String hash) {
        sql.run(SETTLE, clock.instant(), show, press);
        if (hash == null) {
            return Outcome.done(false);
        }
        Optional<Instant> made = sql.one(
                "select made_at from scheduling.press_plan where show_id = ? and press = ? and hash = ?",
                row -> row.instant("made_at"),
                show,
                press,
                hash.toLowerCase(Locale.ROOT));
        Instant now = clock.instant();
        if (made.isEmpty()) {
            return Outcome.refused(ShowRefusal.PLAN_OTHER.with("show", show, "field", "plan"));
        }
        if (made.get().plus(COUNTS).isBefore(now)) {
            return Outcome.refused(ShowRefusal.PLAN_EXPIRED.with("show", show, "field", "plan"));
        }
        sql.run(
                "update scheduling.press_plan set approved_at = ?, settled_at = null where show_id = ? and press = ?"
                        + " and hash = ?",
                now,
                show,
                press,
                hash.toLowerCase(Locale.ROOT));
        return Outcome.done(true);
    }

    /** The plan by which this is to be done; empty when nobody was shown one. */
    Optional<String> approved(String show, Press press) {
        return sql.one(
                "select hash from scheduling.press_plan where show_id = ? and press = ? and approved_at is not null"
                        + " and settled_at is null order by approved_at desc limit 1",
                row -> row.text("hash"),
                show,
                press);
    }

    /** The hash of what would be called now. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    String now(String backend, RunSpec spec, Press press) {
        return plan(backend, spec, press).hash();
    }

    /**
     * What is about to be called is what was approved, or it is not. A slate that would be put on by other calls is not
     * put on and its wish is taken back, as nothing has happened yet. A show that somebody has ended is not sent on
     * because of a plan: it stops, and the event log says that it went another way.
     *
     * @return whether to go on
     */
    boolean compared(String show, Press press, String approved, String now) {
        sql.run(SETTLE, clock.instant(), show, press);
        boolean same = approved.equals(now);
        passage.tell(
                same
                        ? new ShowEvent.PlanKept(show, press, approved)
                        : new ShowEvent.PlanBroken(show, press, approved, now));
        if (same || press == Press.STOP) {
            return true;
        }
        Show it = shelf.lock(show).orElseThrow();
        it.slate(false);
        passage.tell(new ShowEvent.SlateSwitched(show, false, ShowRefusal.PLAN_OTHER.name()));
        interruptions.set(true, AlarmKind.PLAN_OTHER, show, Map.of());
        return false;
    }
}
