package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.ReconcileChannelHandler.ReconcileChannel;
import live.onair.scheduling.spi.Cover;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one way from state to state, for people and for the clock: rule, numbered row, what goes with it, event, and work
 * for the channel, all in the caller's transaction.
 */
@Singleton
class Passage {

    private static final Set<ShowState> QUIET =
            EnumSet.of(ShowState.DRAFT, ShowState.IN_REVIEW, ShowState.ARCHIVED, ShowState.CANCELLED);

    private final Statements sql;
    private final Clock clock;
    private final Reservations reservations;
    private final InterruptionBook interruptions;
    private final WorkQueue queue;
    private final Event<ShowEvent> events;

    @Inject
    Passage(
            Statements sql,
            Clock clock,
            Reservations reservations,
            InterruptionBook interruptions,
            WorkQueue queue,
            Event<ShowEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.reservations = reservations;
        this.interruptions = interruptions;
        this.queue = queue;
        this.events = events;
    }

    /** Passes on, or refuses what the table does not allow. */
    Outcome<Show> to(Show show, ShowState to, String reason) {
        ShowState from = show.state();
        if (!from.mayBecome(to)) {
            return Outcome.refused(ShowShelf.illegal(show, to));
        }
        Cover before = show.cover();
        Actor actor = Acting.actor();
        Instant now = clock.instant();
        int seq = show.enter(to, now);
        sql.run(
                "insert into scheduling.transition (show_id, seq, from_state, to_state, actor, actor_name, source,"
                        + " reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                show.id(),
                seq,
                from,
                to,
                actor.id(),
                actor.name(),
                actor.source(),
                reason,
                now);
        leave(show, before, reason);
        tell(ShowEvent.passed(show, from, reason));
        nudge(show);
        return Outcome.done(show);
    }

    /** Its end ends what was reserved, what was wrong, and what was before its picture. */
    private void leave(Show show, Cover before, String reason) {
        if (show.state() == ShowState.ENDED || show.state() == ShowState.CANCELLED) {
            reservations.releaseAll(show.id());
            interruptions.closeAllOf(show.id());
        }
        ShowEvent.uncovered(show.id(), before, show.cover(), reason).forEach(this::tell);
    }

    /** Cuts a running rehearsal short, so that what follows an approval can follow. */
    void leaveRehearsal(Show show) {
        if (show.state() == ShowState.REHEARSAL) {
            endRehearsal(show, AutoReason.REHEARSAL_CUT.code());
        }
    }

    Outcome<Show> endRehearsal(Show show, String reason) {
        reservations.release(Set.of(show.id()), Reservations.Purpose.REHEARSAL);
        return to(show, ShowState.APPROVED, reason);
    }

    /** Tells what was agreed anew, and takes away an approval that was given to something else. */
    Outcome<Show> changed(Show show, Terms before, List<ShowRows.Difference> changes) {
        Terms now = show.terms();
        boolean material = changes.stream().anyMatch(ShowRows.Difference::material);
        Map<String, String> fields = new LinkedHashMap<>();
        changes.forEach(c -> fields.put(c.field(), c.approved() + " -> " + c.now()));
        tell(new ShowEvent.Changed(show.id(), fields, material));
        if (!before.window().equals(now.window()) || !before.channel().equals(now.channel())) {
            tell(new ShowEvent.Moved(show.id(), before.window(), now.window(), before.channel(), now.channel()));
        }
        if (material && show.state() == ShowState.APPROVED) {
            String what = " (" + String.join(", ", fields.keySet()) + ")";
            return to(show, ShowState.IN_REVIEW, AutoReason.CHANGED.code() + what);
        }
        nudge(show);
        return Outcome.done(show);
    }

    void tell(ShowEvent event) {
        events.fire(event);
    }

    /** Has the channel looked at soon, where there is anything to look at. */
    void nudge(Show show) {
        if (!QUIET.contains(show.state()) || show.isRunOpen() || show.replay().isPublished()) {
            queue.put(new ReconcileChannel(show.id()));
        }
    }

    /** Why Onair itself moved a show on; stored as the code, read as a sentence. */
    enum AutoReason {
        STANDBY_TIME("auto:standby", "준비 시각이 되었습니다.", "It was time to stand by."),
        START_TIME("auto:start", "시작 시각이 되었습니다.", "It was time to start."),
        GATE_CLEARED("auto:gate-cleared", "막고 있던 항목이 풀려 시작했습니다.", "What held it back was cleared."),
        GATE_OVERRIDDEN("auto:gate-overridden", "사람이 점검을 건너뛰게 하여 시작했습니다.", "The gate was overridden."),
        END_TIME("auto:end", "끝 시각이 되었습니다.", "It was time to end."),
        OVERRUN("auto:overrun", "연장하지 않은 채 유예 시간까지 지났습니다.", "It overran its grace and nobody extended it."),
        NEVER_STARTED("auto:never-started", "시작하지 못한 채 끝 시각이 지났습니다.", "never started"),
        MISSED("auto:missed", "대기하지 못한 채 끝 시각이 지났습니다.", "missed"),
        REHEARSAL_OVER("auto:rehearsal-over", "리허설 시간이 끝났습니다.", "The rehearsal's time was over."),
        REPLAY_DUE("auto:replay", "다시보기를 공개할 시각이 되었습니다.", "The replay was due."),
        CHANGED("auto:changed", "승인 뒤에 내용이 바뀌었습니다.", "It was changed after its approval."),
        PLAN_OTHER("auto:plan-other", "승인한 계획과 다른 호출이 필요해 시작하지 않았습니다.", "Other calls were needed than approved."),
        REHEARSAL_CUT("auto:rehearsal-cut", "내용이 바뀌어 리허설을 마쳤습니다.", "The rehearsal ended because of a change.");

        private final String code;
        private final String ko;
        private final String en;

        AutoReason(String code, String ko, String en) {
            this.code = code;
            this.ko = ko;
            this.en = en;
        }

        String code() {
            return code;
        }

        static String sentence(String reason, Locale locale) {
            for (AutoReason known : values()) {
                if (reason.equals(known.code) || reason.startsWith(known.code + " ")) {
                    String more = reason.substring(known.code.length());
                    return (Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? known.en : known.ko) + more;
                }
            }
            return reason;
        }
    }

    /** Finds the command that leads to a state. Calls the facade, so that its roles hold. */
    @Singleton
    static class Dispatch {

        private final Lifecycle lifecycle;
        private final ShowShelf shelf;

        @Inject
        Dispatch(Lifecycle lifecycle, ShowShelf shelf) {
            this.lifecycle = lifecycle;
            this.shelf = shelf;
        }

        Outcome<ShowRows.Show> transition(
                String id, ShowState to, @Nullable String why, @Nullable Integer version, @Nullable String plan) {
            return shelf.lock(id, version).then(show -> switch (to) {
                case IN_REVIEW -> lifecycle.submit(id, version, why);
                case DRAFT -> lifecycle.sendBack(id, version, why);
                case APPROVED ->
                    show.state() == ShowState.REHEARSAL
                            ? lifecycle.endRehearsal(id)
                            : lifecycle.approve(id, version, why);
                case REHEARSAL -> lifecycle.rehearse(id, version, null, plan);
                case CANCELLED -> lifecycle.cancel(id, version, why);
                case ENDED ->
                    show.state() == ShowState.REPLAY || show.state() == ShowState.ENDED
                            ? withdraw(show, why, plan)
                            : end(show, why);
                case REPLAY ->
                    show.state() == ShowState.REPLAY
                            ? Outcome.refused(ShowShelf.illegal(show, ShowState.REPLAY))
                            : lifecycle.publishReplay(show.replay().again(id, why));
                case ARCHIVED -> lifecycle.archive(id, version, why);
                case STANDBY, ON_AIR -> Outcome.refused(automatic(show, to));
            });
        }

        private Outcome<ShowRows.Show> withdraw(Show show, @Nullable String why, @Nullable String plan) {
            return show.state() == ShowState.REPLAY
                    ? lifecycle.withdrawReplay(show.id(), why, plan)
                    : Outcome.refused(ShowShelf.illegal(show, ShowState.ENDED));
        }

        /** The request names the show itself, so nothing is typed again. Standing by, a show cannot end: it is cancelled. */
        private Outcome<ShowRows.Show> end(Show show, @Nullable String why) {
            return show.state() == ShowState.STANDBY
                    ? Outcome.refused(ShowShelf.illegal(show, ShowState.ENDED))
                    : lifecycle.stop(new Lifecycle.Confirmed(show.id(), show.id(), why));
        }

        private static Reason automatic(Show show, ShowState to) {
            return show.state().mayBecome(to)
                    ? ShowRefusal.AUTOMATIC_ONLY.with("show", show.id(), "toKo", to.ko(), "toEn", to.en())
                    : ShowShelf.illegal(show, to);
        }
    }
}
