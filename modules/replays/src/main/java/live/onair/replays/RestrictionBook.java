package live.onair.replays;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.replays.EndRestrictionHandler.EndRestriction;
import live.onair.replays.ReplayRestrictions.ReplayRestriction;
import live.onair.replays.ReplayRestrictions.RestrictionGround;
import live.onair.replays.ReplayRestrictions.RestrictionState;
import live.onair.replays.ReplayRestrictions.RestrictionWish;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The replays that are kept from viewers. Works inside the caller's transaction. */
@Singleton
class RestrictionBook {

    private static final Duration LONGEST = Duration.ofDays(ReplayRestrictions.DAYS);
    private static final int MOST = 200;
    private static final int LONGEST_CLAIM = 100;
    private static final int LONGEST_REASON = 500;
    private static final String HOLDING = "state in ('OPEN', 'KEPT')";

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;
    private final Shows shows;
    private final Lifecycle lifecycle;
    private final Event<RestrictionEvent> events;

    @Inject
    RestrictionBook(
            Statements sql,
            Clock clock,
            WorkQueue queue,
            Shows shows,
            Lifecycle lifecycle,
            Event<RestrictionEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
        this.shows = shows;
        this.lifecycle = lifecycle;
        this.events = events;
    }

    private static ReplayRestriction read(Row row) throws SQLException {
        return new ReplayRestriction(
                row.big("number"),
                row.text("show_id"),
                RestrictionGround.valueOf(row.text("ground")),
                row.text("claim"),
                row.text("reason"),
                row.isTrue("shown"),
                RestrictionState.valueOf(row.text("state")),
                row.instant("since"),
                row.instant("until"),
                row.text("by_name"),
                row.instantOrNull("decided_at"),
                row.textOrNull("decided_by"),
                row.textOrNull("decided_why"));
    }

    List<ReplayRestriction> list(boolean all) {
        return sql.list(
                "select * from replays.restriction where ? or " + HOLDING + " order by number desc limit ?",
                RestrictionBook::read,
                all,
                MOST);
    }

    Optional<ReplayRestriction> holding(String show) {
        return sql.one(
                "select * from replays.restriction where show_id = ? and " + HOLDING, RestrictionBook::read, show);
    }

    private ReplayRestriction get(long number) {
        return sql.one("select * from replays.restriction where number = ?", RestrictionBook::read, number)
                .orElseThrow();
    }

    Outcome<ReplayRestriction> restrict(RestrictionWish wish) {
        String reason = words(wish.reason());
        String claim = words(wish.claim());
        ShowRows.Show show =
                wish.show() == null ? null : shows.find(wish.show().strip()).orElse(null);
        if (show == null) {
            return Outcome.refused(RestrictionRefusal.NO_SHOW.with("field", "show"));
        }
        if (wish.ground() == null) {
            return Outcome.refused(RestrictionRefusal.GROUND.with("field", "ground"));
        }
        if (claim.length() > LONGEST_CLAIM) {
            return Outcome.refused(RestrictionRefusal.CLAIM.with("field", "claim"));
        }
        if (!isReason(reason)) {
            return Outcome.refused(RestrictionRefusal.REASON.with("field", "reason"));
        }
        if (show.state() != ShowState.REPLAY && show.state() != ShowState.ENDED) {
            return Outcome.refused(RestrictionRefusal.NO_REPLAY.with("field", "show"));
        }
        RestrictionWish asked = new RestrictionWish(show.id(), wish.ground(), claim, reason);
        return withdrawn(show, reason).then(gone -> restricted(show, asked));
    }

    /** Asked for by somebody who need not be one of those who publish replays: the event log has both, the deed and its work. */
    private Outcome<ShowRows.Show> withdrawn(ShowRows.Show show, String reason) {
        return Acting.call(Actor.ONAIR, () -> lifecycle.withdrawReplay(show.id(), reason, null));
    }

    private Outcome<ReplayRestriction> restricted(ShowRows.Show show, RestrictionWish wish) {
        if (holding(show.id()).isPresent()) {
            return Outcome.refused(RestrictionRefusal.RESTRICTED.with("show", show.id(), "field", "show"));
        }
        boolean shown = show.state() == ShowState.REPLAY || show.replay().wanted();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = now.plus(LONGEST);
        long number = sql.one(
                        "insert into replays.restriction (show_id, ground, claim, reason, shown, state, since, until, by_name)"
                                + " values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?) returning number",
                        row -> row.big("number"),
                        show.id(),
                        wish.ground(),
                        wish.claim(),
                        wish.reason(),
                        shown,
                        now,
                        until,
                        Acting.actor().name())
                .orElseThrow();
        queue.put(new EndRestriction(number), until);
        events.fire(new RestrictionEvent.Restricted(
                show.id(), number, String.valueOf(wish.ground()), words(wish.claim()), until, words(wish.reason())));
        return Outcome.done(get(number));
    }

    Outcome<ReplayRestriction> keep(long number, @Nullable String reason) {
        return decided(number, reason, RestrictionState.KEPT).map(kept -> {
            events.fire(new RestrictionEvent.Kept(kept.show(), number, words(kept.decidedWhy())));
            return kept;
        });
    }

    Outcome<ReplayRestriction> lift(long number, @Nullable String reason) {
        return decided(number, reason, RestrictionState.LIFTED).map(lifted -> {
            events.fire(new RestrictionEvent.Lifted(lifted.show(), number, words(lifted.decidedWhy())));
            shownAgain(lifted);
            return lifted;
        });
    }

    private Outcome<ReplayRestriction> decided(long number, @Nullable String reason, RestrictionState to) {
        if (!isReason(words(reason))) {
            return Outcome.refused(RestrictionRefusal.REASON.with("field", "reason"));
        }
        int changed = sql.run(
                "update replays.restriction set state = ?, decided_at = ?, decided_by = ?, decided_why = ?"
                        + " where number = ? and state <> ? and " + HOLDING,
                to,
                clock.instant(),
                Acting.actor().name(),
                words(reason),
                number,
                to);
        return changed == 0 ? Outcome.refused(RestrictionRefusal.DECIDED.with()) : Outcome.done(get(number));
    }

    /** When it ends, if it does and has not yet; brings the replay back when its time is over. */
    Optional<Instant> endsLater(long number) {
        ReplayRestriction of = get(number);
        if (of.state() != RestrictionState.OPEN) {
            return Optional.empty();
        }
        if (of.until().isAfter(clock.instant())) {
            return Optional.of(of.until());
        }
        sql.run(
                "update replays.restriction set state = 'EXPIRED', decided_at = ? where number = ?",
                clock.instant(),
                number);
        events.fire(new RestrictionEvent.Expired(of.show(), number));
        shownAgain(of);
        return Optional.empty();
    }

    /** As it was; what cannot be shown any more, for its recording is gone, stays away and is said by the show. */
    private void shownAgain(ReplayRestriction of) {
        ShowRows.Show show = shows.find(of.show()).orElse(null);
        if (of.shown() && show != null && show.state() == ShowState.ENDED) {
            ShowRows.Replay was = show.replay();
            Acting.call(
                    Actor.ONAIR,
                    () -> lifecycle.publishReplay(new Lifecycle.PublishReplay(
                            of.show(), null, was.description(), was.thumbnail(), null, null)));
        }
    }

    private static boolean isReason(String reason) {
        return reason.length() >= 2 && reason.length() <= LONGEST_REASON;
    }

    private static String words(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
