package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Lifecycle.Planned;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.ReplayPlanner;
import live.onair.scheduling.spi.RunSpec;
import live.onair.sql.ShownPlans;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Plans what a press makes us call, keeps what was shown, and compares it with what is about to be done. */
@Singleton
@Transactional
class PressBook {

    private final Statements sql;
    private final ShowShelf shelf;
    private final Passage passage;
    private final InterruptionBook interruptions;
    private final Instance<ChannelPlanner> planners;
    private final Instance<ReplayPlanner> replays;
    private final ShownPlans shown;

    @Inject
    PressBook(
            Statements sql,
            ShowShelf shelf,
            Passage passage,
            InterruptionBook interruptions,
            @Any Instance<ChannelPlanner> planners,
            @Any Instance<ReplayPlanner> replays,
            Clock clock) {
        this.sql = sql;
        this.shelf = shelf;
        this.passage = passage;
        this.interruptions = interruptions;
        this.planners = planners;
        this.replays = replays;
        this.shown = ChannelPresses.table(sql, clock);
    }

    /** What is to be planned; the picture is a replay's. */
    record Asked(
            String show,
            Press press,
            String backend,
            RunSpec spec,
            List<Deed> deeds,
            @Nullable Duration thumbnail) {}

    /** A plan, and what it is for. */
    record Foretold(Asked asked, Plan plan) {}

    Outcome<Asked> asked(String id, @Nullable Press press, @Nullable Duration thumbnail) {
        if (press == null) {
            return Outcome.refused(ShowRefusal.FIELD_MISSING.with("field", "press"));
        }
        return shelf.lock(id, null)
                .then(show -> show.state().takes(press)
                        ? Outcome.done(of(show, press, thumbnail))
                        : Outcome.refused(ShowShelf.notNow(show)));
    }

    private Asked of(Show show, Press press, @Nullable Duration thumbnail) {
        RunSpec spec = spec(show, press);
        String backend = backendOf(spec.run().channel());
        List<Deed> wanted = deeds(press, show.state() == ShowState.STANDBY);
        List<Deed> deeds = new ArrayList<>(show.cover().deeds(wanted, blurs(backend)));
        if (press == Press.SLATE_ON && show.state() == ShowState.STANDBY && hasSchedule(backend)) {
            deeds.add(0, Deed.DISARM);
        }
        RunSpec then = spec.with(show.cover().after(wanted).on(blurs(backend)));
        return new Asked(show.id(), press, backend, then, List.copyOf(deeds), thumbnail);
    }

    private String backendOf(String channel) {
        return sql.one("select backend from scheduling.resource where id = ?", row -> row.text("backend"), channel)
                .orElseThrow();
    }

    /** The run that the press is about: a new one opens on the channel that is planned now. */
    private RunSpec spec(Show show, Press press) {
        boolean begun = show.state() != ShowState.APPROVED;
        RunSpec wanted = switch (press) {
            case REHEARSE -> show.terms().spec(show.nextRun(), ShowState.REHEARSAL, "<key>");
            case GO_ON_AIR -> show.terms().spec(begun ? show.run() : show.nextRun(), ShowState.STANDBY, null);
            default -> ReconcileTables.spec(show);
        };
        return wanted.with(InputBook.failover(sql, wanted.run().channel()));
    }

    /** A slate that is wanted before the start comes with it. */
    static List<Deed> deeds(Press press, boolean before) {
        return switch (press) {
            case REHEARSE -> List.of(Deed.PREPARE, Deed.START);
            case GO_ON_AIR -> List.of(Deed.PREPARE, Deed.START, Deed.GO_ON_AIR);
            case SLATE_ON -> before ? List.of(Deed.GO_ON_AIR, Deed.SLATE_ON) : List.of(Deed.SLATE_ON);
            case SLATE_OFF -> List.of(Deed.SLATE_OFF);
            case BLUR_ON -> List.of(Deed.BLUR_ON);
            case BLUR_OFF -> List.of(Deed.BLUR_OFF);
            case STOP -> List.of(Deed.STOP);
            case INPUT_A -> List.of(Deed.INPUT_A);
            case INPUT_B -> List.of(Deed.INPUT_B);
            case PUBLISH, WITHDRAW -> List.of();
        };
    }

    /** Asks the backend's adapter; refused in its words if it cannot be planned. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Outcome<Foretold> foretold(Asked asked) {
        return ChannelPresses.planned(asked.show(), () -> new Foretold(asked, plan(asked)));
    }

    private Plan plan(Asked asked) {
        return asked.press() == Press.PUBLISH || asked.press() == Press.WITHDRAW
                ? Backend.Named.adapter(replays, asked.backend())
                        .plan(asked.show(), asked.press() == Press.PUBLISH, asked.thumbnail())
                : Backend.Named.adapter(planners, asked.backend()).plan(asked.spec(), asked.deeds());
    }

    boolean hasSchedule(String backend) {
        return ChannelPlanner.hasSchedule(planners, backend);
    }

    boolean blurs(String backend) {
        return ChannelPlanner.blurs(planners, backend);
    }

    /** Keeps what is shown. */
    Planned kept(Foretold foretold) {
        Asked asked = foretold.asked();
        Plan plan = foretold.plan();
        return new Planned(
                asked.show(),
                asked.press(),
                plan.hash(),
                plan.calls(),
                plan.permissions(),
                plan.shows(),
                plan.seenAt(),
                shown.shown(new ShownPlans.Press(asked.show(), asked.press()), plan));
    }

    /**
     * The press comes with this plan: it must have been shown, not long ago. Only a rehearsal that calls more than what is ours
     * has to come with one; what protects viewers waits for none. What is done only later, with the start, is not held
     * against it.
     */
    Outcome<Boolean> approve(Show of, Press press, @Nullable String hash) {
        ShownPlans.Press it = new ShownPlans.Press(of.id(), press);
        shown.settled(it);
        boolean must =
                press == Press.REHEARSE && !backendOf(of.terms().channel()).equals(ChannelBook.OWN);
        if (hash == null && !must) {
            return Outcome.done(false);
        }
        Optional<Reason> wrong = ChannelPresses.wrong(shown.standing(it, hash), of.id());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (hash != null && of.state() != ShowState.STANDBY) {
            shown.approved(it, hash);
        }
        return Outcome.done(true);
    }

    Outcome<Boolean> approve(String show, Press press, @Nullable String hash) {
        return shelf.lock(show, null).then(of -> approve(of, press, hash));
    }

    /** The plan by which this is to be done; empty when nobody was shown one. */
    Optional<String> approved(String show, Press press) {
        return shown.approved(new ShownPlans.Press(show, press));
    }

    /**
     * Does it; whoever was shown the calls before pressing is told whether these are what was called. That it cannot be told
     * what would be called now keeps nothing back.
     */
    static void asApproved(PressBook presses, Asked asked, Runnable deed) {
        Optional<String> approved = presses.approved(asked.show(), asked.press());
        Optional<Foretold> now = approved.isEmpty()
                ? Optional.empty()
                : Optional.of(presses.foretold(asked)).filter(Outcome::isDone).map(Outcome::orThrow);
        deed.run();
        now.ifPresent(told -> presses.done(
                asked.show(), asked.press(), approved.orElseThrow(), told.plan().hash()));
    }

    /**
     * Whether a rehearsal begins: it protects nobody, so it is not begun by other calls than those that were approved. Then the
     * show is approved as before, and its history says why.
     */
    static boolean begins(PressBook presses, Asked asked) {
        String approved = presses.approved(asked.show(), asked.press()).orElse(null);
        if (approved == null) {
            return true;
        }
        Outcome<Foretold> now = presses.foretold(asked);
        return presses.begun(
                asked, approved, now.isDone() ? now.orThrow().plan().hash() : "");
    }

    boolean begun(Asked asked, String approved, String now) {
        shown.settled(new ShownPlans.Press(asked.show(), asked.press()));
        if (approved.equals(now)) {
            passage.tell(new ShowEvent.PlanKept(asked.show(), asked.press(), approved));
            return true;
        }
        passage.tell(new ShowEvent.PlanNotBegun(asked.show(), asked.press(), approved, now));
        shelf.lock(asked.show())
                .filter(show -> show.state() == ShowState.REHEARSAL)
                .ifPresent(show -> passage.endRehearsal(show, Passage.AutoReason.PLAN_OTHER.code()));
        return false;
    }

    /**
     * It is done, by the calls that were approved or by others. Others are no reason not to do it: a slate protects viewers,
     * and a show that somebody has ended is not sent on because of a plan. But whoever approved is told.
     */
    void done(String show, Press press, String approved, String now) {
        shown.settled(new ShownPlans.Press(show, press));
        boolean same = approved.equals(now);
        passage.tell(
                same
                        ? new ShowEvent.PlanKept(show, press, approved)
                        : new ShowEvent.PlanBroken(show, press, approved, now));
        if (!same) {
            interruptions.set(true, AlarmKind.PLAN_OTHER, show, Map.of());
        }
    }
}
