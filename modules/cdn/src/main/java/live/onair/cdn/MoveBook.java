package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Interruptions;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of moves. Works inside the caller's transaction. */
@Singleton
class MoveBook {

    private static final int LISTED = 100;

    private final Statements sql;
    private final Clock clock;
    private final Event<CdnEvent> events;
    private final Interruptions interruptions;

    @Inject
    MoveBook(Statements sql, Clock clock, Event<CdnEvent> events, Interruptions interruptions) {
        this.sql = sql;
        this.interruptions = interruptions;
        this.clock = clock;
        this.events = events;
    }

    /** Those that count, in the order in which they count. */
    ActiveMoves active() {
        return new ActiveMoves(
                sql.list("select * from cdn.move where ended_at is null order by number", MoveBook::move));
    }

    /** The shows of which a CDN is bad now: their viewers may soon have to be moved. */
    Set<String> troubled() {
        return interruptions.open().stream()
                .filter(alarm -> CdnAlarm.isOfShow(alarm.kind()))
                .flatMap(alarm -> Stream.ofNullable(alarm.show()))
                .collect(Collectors.toSet());
    }

    /** All, newest first. */
    List<ViewerMove> list() {
        return sql.list("select * from cdn.move order by number desc limit " + LISTED, MoveBook::move);
    }

    private static ViewerMove move(Row row) throws SQLException {
        return new ViewerMove(
                row.big("number"),
                row.text("from_cdn"),
                row.textOrNull("to_cdn"),
                row.textOrNull("show_id"),
                row.textOrNull("branch"),
                row.number("percent"),
                row.text("reason"),
                row.isTrue("automatic"),
                row.instant("staged_at"),
                row.numberOrNull("advance_seconds"),
                row.textOrNull("stopped"),
                row.numberOrNull("own_percent"),
                row.textOrNull("staged_by"),
                row.number("version"),
                row.text("begun_by"),
                row.instant("begun_at"),
                row.textOrNull("ended_by"),
                row.instantOrNull("ended_at"));
    }

    /** Refused where the same viewers are being moved away from there already: of two who press at once one does it. */
    Outcome<ViewerMove> begin(MoveTerms terms, String reason, boolean automatic) {
        Optional<Long> number = sql.one(
                "insert into cdn.move (from_cdn, to_cdn, show_id, branch, percent, reason, automatic, version, begun_by, begun_at,"
                        + " staged_at, advance_seconds) values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?) on conflict do nothing returning number",
                row -> row.big("number"),
                terms.from(),
                terms.to(),
                terms.show(),
                terms.branch(),
                terms.percent(),
                reason,
                automatic,
                Acting.actor().name(),
                clock.instant(),
                clock.instant(),
                terms.advanceSeconds());
        if (number.isEmpty()) {
            return Outcome.refused(CdnRefusal.UNDER_WAY.with("from", terms.from()));
        }
        events.fire(new CdnEvent.Moved(
                number.get(), terms.from(), terms.to(), terms.show(), terms.branch(), terms.percent(), reason));
        return Outcome.done(find(number.get()).orElseThrow());
    }

    private Optional<ViewerMove> find(long number) {
        return sql.one("select * from cdn.move where number = ?", MoveBook::move, number);
    }

    private Outcome<ViewerMove> locked(long number) {
        return sql.one(
                        "select * from cdn.move where number = ? and ended_at is null for update",
                        MoveBook::move,
                        number)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CdnRefusal.NO_MOVE.with()));
    }

    Outcome<ViewerMove> stage(long number, int percent, @Nullable Integer version) {
        if (percent < 1 || percent > Shares.BUCKETS) {
            return Outcome.refused(CdnRefusal.RANGE.with("field", "percent", "min", "1", "max", "100"));
        }
        return locked(number).then(move -> {
            if (version != null && version != move.version()) {
                return Outcome.refused(CdnRefusal.STALE.with());
            }
            if (percent == move.percent()) {
                return Outcome.refused(CdnRefusal.AS_IT_IS.with());
            }
            sql.run("update cdn.move set advance_seconds = null, stopped = null where number = ?", number);
            return Outcome.done(advance(move, percent));
        });
    }

    /** It goes to another stage; whoever decides that has it locked. */
    ViewerMove advance(ViewerMove move, int percent) {
        sql.run(
                "update cdn.move set percent = ?, staged_at = ?, staged_by = ?, version = version + 1 where number = ?",
                percent,
                clock.instant(),
                Acting.actor().name(),
                move.number());
        events.fire(new CdnEvent.Staged(move.number(), move.from(), move.show(), move.percent(), percent));
        return find(move.number()).orElseThrow();
    }

    /** What a person began is the rule's from now on, until all is well again. */
    void takeOver(ViewerMove move, @Nullable String to, int percent, String why) {
        sql.run(
                "update cdn.move set own_percent = percent, percent = ?, to_cdn = ?, automatic = true, advance_seconds = null,"
                        + " stopped = null, staged_at = ?, staged_by = ?, version = version + 1 where number = ?",
                percent,
                to,
                clock.instant(),
                Acting.actor().name(),
                move.number());
        events.fire(new CdnEvent.TakenOver(move.number(), move.from(), move.show(), move.percent(), percent, why));
    }

    /** All is well again: what the rule began is over, what a person began is as the person had it. */
    void release(ViewerMove move) {
        Integer own = move.ownPercent();
        if (own == null) {
            undo(move.number());
        } else {
            sql.run("update cdn.move set automatic = false, own_percent = null where number = ?", move.number());
            advance(move, own);
        }
    }

    /** The last of the rule's moves of a show's viewers whose stage, or whose end, was a person's. */
    Optional<ViewerMove> decided(String show, String from) {
        return sql.one(
                "select * from cdn.move where automatic and show_id = ? and from_cdn = ? and branch is null"
                        + " and coalesce(ended_by, staged_by) <> ? order by coalesce(ended_at, staged_at) desc limit 1",
                MoveBook::move,
                show,
                from,
                Actor.ONAIR.name());
    }

    /** How often the rule has moved a show's viewers away from there since. */
    int times(String show, String from, Instant since) {
        return sql.one(
                        "select count(*) n from cdn.move where automatic and show_id = ? and from_cdn = ? and begun_at >= ?",
                        row -> row.number("n"),
                        show,
                        from,
                        since)
                .orElse(0);
    }

    /** The one that goes on by itself, while it does. */
    Optional<ViewerMove> advancing(long number) {
        return sql.one(
                "select * from cdn.move where number = ? and ended_at is null and advance_seconds is not null"
                        + " and stopped is null and percent < 100 for update",
                MoveBook::move,
                number);
    }

    /** It goes on no more, and stays at the stage where it is. */
    void stop(ViewerMove move, String why) {
        sql.run("update cdn.move set stopped = ?, version = version + 1 where number = ?", why, move.number());
        events.fire(new CdnEvent.StageStopped(move.number(), move.from(), move.show(), move.percent(), why));
    }

    Outcome<ViewerMove> undo(long number) {
        return locked(number).map(move -> {
            sql.run(
                    "update cdn.move set ended_by = ?, ended_at = ?, version = version + 1 where number = ?",
                    Acting.actor().name(),
                    clock.instant(),
                    number);
            events.fire(new CdnEvent.Undone(number, move.from(), move.show()));
            return find(number).orElseThrow();
        });
    }
}
