package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import live.onair.kernel.Outcome;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.offers.OfferRows.Run;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Where offers of one kind lie: what is read of them, how they end, are put away and come back. Works inside the caller's
 * transaction.
 *
 * @param <T> coupons, or flash sales
 */
abstract class OfferShelf<T extends Offer> {

    private final Statements sql;
    private final OfferDesk desk;
    private final Event<OfferEvent> events;
    private final String table;

    OfferShelf(Statements sql, OfferDesk desk, Event<OfferEvent> events, String table) {
        this.sql = sql;
        this.desk = desk;
        this.events = events;
        this.table = table;
    }

    /** The row under the cursor. */
    abstract T read(Row row) throws SQLException;

    static Run run(Row row) throws SQLException {
        return new Run(
                row.textOrNull("cue"),
                row.instantOrNull("opens_at"),
                row.instantOrNull("closes_at"),
                row.instantOrNull("closed_at"),
                row.maybeText("ended").map(OfferEnd::valueOf).orElse(null));
    }

    private String where(String condition) {
        return "select * from " + table + " where " + condition;
    }

    List<T> of(String show) {
        return sql.list(where("show_id = ? and removed_at is null order by id"), this::read, show);
    }

    /** Those that viewers see now, in the order in which they were opened. */
    List<T> open(String show) {
        return sql.list(where("show_id = ? and state = 'OPEN' order by opens_at, id"), this::read, show);
    }

    /**
     * Those that viewers saw then, coming or open, also when they were taken away since.
     *
     * @param longest seconds that any of them was seen coming
     * @param coming and how many this one was
     */
    List<T> shownAt(String show, Instant at, int longest, ToIntFunction<T> coming) {
        return sql
                .list(
                        where(
                                "show_id = ? and opens_at <= ? and coalesce(closed_at, closes_at, 'infinity') > ? order by opens_at, id"),
                        this::read,
                        show,
                        at.plusSeconds(longest),
                        at)
                .stream()
                .filter(offer -> offer.run().opensAt() != null
                        && !at.isBefore(offer.run().opensAt().minusSeconds(coming.applyAsInt(offer))))
                .toList();
    }

    /** Opened for later, viewers see it coming. */
    final OfferState state(Row row) throws SQLException {
        OfferState state = OfferState.valueOf(row.text("state"));
        boolean waits = state == OfferState.OPEN && desk.clock().instant().isBefore(row.instant("opens_at"));
        return waits ? OfferState.COUNTDOWN : state;
    }

    /** The shows that have an open one of this product. */
    List<String> showsWithOpen(String product) {
        return sql.list(
                "select distinct show_id from " + table + " where product_id = ? and state = 'OPEN'",
                row -> row.text("show_id"),
                product);
    }

    Optional<T> find(String id) {
        return sql.one(where("id = ? and removed_at is null"), this::read, id);
    }

    /** Also one that was taken away. */
    Optional<T> any(String id) {
        return sql.one(where("id = ?"), this::read, id);
    }

    private Outcome<T> none(String id) {
        return Outcome.refused(OfferRefusal.NO_OFFER.with("id", id));
    }

    Outcome<T> in(String show, String id) {
        return find(id).filter(offer -> offer.show().equals(show))
                .map(Outcome::done)
                .orElseGet(() -> none(id));
    }

    /** One that is not open, behind the lock of its show. */
    Outcome<T> still(String id, Function<String, Outcome<ShowRows.Show>> lock, Function<T, Outcome<T>> then) {
        return find(id).map(seen -> lock.apply(seen.show()).then(show -> in(seen.show(), id)))
                .orElseGet(() -> none(id))
                .then(now -> now.runs() ? Outcome.refused(OfferRefusal.RUNS.with()) : then.apply(now));
    }

    Outcome<T> remove(String id) {
        return still(id, desk::locked, now -> {
            sql.run(
                    "update " + table + " set removed_at = ? where id = ?",
                    desk.clock().instant(),
                    id);
            events.fire(new OfferEvent.Removed(now.show(), id, now.name()));
            return Outcome.done(now);
        });
    }

    Outcome<T> restore(String id) {
        T gone = any(id).orElse(null);
        if (gone == null) {
            return none(id);
        }
        return desk.locked(gone.show()).then(show -> {
            int back =
                    sql.run("update " + table + " set removed_at = null where id = ? and removed_at is not null", id);
            if (back == 0) {
                return Outcome.refused(OfferRefusal.AS_IT_IS.with());
            }
            return room(gone.show(), OfferDesk.MOST).map(there -> {
                events.fire(new OfferEvent.Restored(gone.show(), id, gone.name()));
                return find(id).orElseThrow();
            });
        });
    }

    /** Whether the show has no more than so many. */
    Outcome<String> room(String show, int most) {
        return of(show).size() > most
                ? Outcome.refused(OfferRefusal.TOO_MANY.with("max", OfferDesk.MOST))
                : Outcome.done(show);
    }

    Outcome<T> end(String show, String id, OfferEnd why) {
        desk.lock(show);
        return in(show, id).then(offer -> {
            if (!offer.runs()) {
                return Outcome.refused(OfferRefusal.NOT_OPEN.with());
            }
            end(offer, why);
            return Outcome.done(find(id).orElseThrow());
        });
    }

    void end(T offer, OfferEnd why) {
        sql.run(
                "update " + table + " set state = 'CLOSED', closed_at = ?, ended = ? where id = ?",
                desk.clock().instant(),
                why,
                offer.id());
        events.fire(new OfferEvent.Closed(offer.show(), offer.id(), offer.name(), offer.count(), why.ko()));
    }

    /** One whose time is over leaves by itself; says when to look again if it was opened anew. */
    @Nullable
    Instant expire(String show, String id) {
        desk.lock(show);
        T offer = find(id).filter(Offer::runs).orElse(null);
        Instant closes = offer == null ? null : offer.run().closesAt();
        if (offer == null || closes == null) {
            return null;
        }
        if (closes.isAfter(desk.clock().instant())) {
            return closes;
        }
        end(offer, OfferEnd.TIME);
        return null;
    }

    /** All of a product end in a show. */
    void endAll(String show, String product, OfferEnd why) {
        desk.lock(show);
        open(show).stream().filter(offer -> product.equals(offer.about())).forEach(offer -> end(offer, why));
    }

    /** With the show all of them end. */
    void over(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
            desk.lock(event.show());
            open(event.show()).forEach(offer -> end(offer, OfferEnd.SHOW_OVER));
        }
    }
}
