package live.onair.orders;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import live.onair.kernel.Ids;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.offers.OfferRows.Coupon;
import live.onair.orders.ExpireHoldHandler.ExpireHold;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.HoldState;
import live.onair.orders.OrderRows.Line;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Holds pieces, buys them, gives them back. Works inside the caller's transaction. */
@Singleton
class HoldBook {

    /** So long a viewer has what they chose; a shop's checkout takes a few minutes. */
    static final Duration MINUTES = Duration.ofMinutes(10);

    /** So many things at once a viewer may have on hold in a show. */
    static final int MOST = 3;

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final HoldReads reads;
    private final HoldPrices prices;
    private final Shelves shelves;
    private final WorkQueue queue;
    private final Event<OrderNews> news;

    @Inject
    HoldBook(
            Statements sql,
            Clock clock,
            Shows shows,
            HoldReads reads,
            HoldPrices prices,
            Shelves shelves,
            WorkQueue queue,
            Event<OrderNews> news) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.reads = reads;
        this.prices = prices;
        this.shelves = shelves;
        this.queue = queue;
        this.news = news;
    }

    Outcome<Hold> hold(HoldWish wanted) {
        if (!Ids.isViewer(wanted.viewer())) {
            return Outcome.refused(OrderRefusal.VIEWER.with("field", "viewer"));
        }
        // two presses of one page wait for each other, and so do all of one viewer's
        sql.one(
                "select pg_advisory_xact_lock(hashtext('orders.hold'), hashtext(?)),"
                        + " pg_advisory_xact_lock(hashtext('orders.viewer'), hashtext(?))",
                row -> true,
                wanted.id().toString(),
                wanted.show() + " " + wanted.viewer());
        Hold same = reads.find(wanted.id()).orElse(null);
        if (same != null) {
            return isSame(same, wanted) ? Outcome.done(same) : Outcome.refused(OrderRefusal.NO_HOLD.with());
        }
        if (others(wanted) >= MOST) {
            return Outcome.refused(OrderRefusal.TOO_MANY.with("max", MOST));
        }
        boolean sells = shows.find(wanted.show()).stream().anyMatch(show -> show.state() == ShowState.ON_AIR);
        return sells
                ? prices.of(wanted.show(), wanted.lines()).then(lines -> keep(wanted, lines))
                : Outcome.refused(OrderRefusal.NOT_ON_SALE.with());
    }

    private long others(HoldWish wanted) {
        return sql.one(
                        "select count(*) n from orders.hold where show_id = ? and viewer = ? and state = 'HELD'",
                        row -> row.big("n"),
                        wanted.show(),
                        wanted.viewer())
                .orElse(0L);
    }

    private static boolean isSame(Hold hold, HoldWish wanted) {
        List<Wish> held = hold.lines().stream()
                .map(line -> new Wish(line.product(), line.sku(), line.pieces()))
                .toList();
        return hold.viewer().equals(wanted.viewer())
                && hold.show().equals(wanted.show())
                && held.equals(wanted.lines())
                && Objects.equals(hold.claim(), Objects.toString(wanted.claim(), null));
    }

    private Outcome<Hold> keep(HoldWish wanted, List<Line> lines) {
        return shelves.take(lines).then(taken -> coupon(wanted, lines)).map(reduced -> {
            Instant now = clock.instant();
            Money total = HoldPrices.sum(lines);
            sql.run(
                    "insert into orders.hold (id, show_id, viewer, state, currency, total, reduced, claim, coupon_id,"
                            + " held_at, expires_at) values (?, ?, ?, 'HELD', ?, ?, ?, ?, ?, ?, ?)",
                    wanted.id(),
                    wanted.show(),
                    wanted.viewer(),
                    total.currency(),
                    total.minor(),
                    reduced.off().minor(),
                    wanted.claim(),
                    reduced.coupon(),
                    now,
                    now.plus(MINUTES));
            lines(wanted.id(), lines);
            queue.put(new ExpireHold(wanted.id().toString()), now.plus(MINUTES));
            return reads.find(wanted.id()).orElseThrow();
        });
    }

    private void lines(UUID hold, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            sql.run(
                    "insert into orders.hold_line (hold_id, position, product_id, sku, name, pieces, price, flash_id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    hold,
                    i,
                    line.product(),
                    line.sku(),
                    line.name(),
                    line.pieces(),
                    line.price().minor(),
                    line.flash());
        }
    }

    private record Reduced(Money off, @Nullable String coupon) {}

    /** A coupon that takes nothing off is not used up for it. */
    private Outcome<Reduced> coupon(HoldWish wanted, List<Line> lines) {
        if (wanted.claim() == null) {
            return Outcome.done(new Reduced(new Money(0, lines.get(0).price().currency()), null));
        }
        return shelves.use(wanted.claim(), wanted.viewer(), wanted.id().toString())
                .then(coupon -> {
                    Money off = off(coupon, wanted.show(), lines);
                    return off.minor() > 0
                            ? Outcome.done(new Reduced(off, coupon.id()))
                            : Outcome.refused(OrderRefusal.COUPON.with());
                });
    }

    private static Money off(Coupon coupon, String show, List<Line> lines) {
        String product = coupon.discount().product();
        List<Line> of = lines.stream()
                .filter(line -> product == null || line.product().equals(product))
                .toList();
        return of.isEmpty() || !coupon.show().equals(show)
                ? new Money(0, lines.get(0).price().currency())
                : coupon.discount().off(HoldPrices.sum(of));
    }

    private Outcome<Hold> locked(UUID id, String viewer) {
        return reads.lock(id)
                .filter(hold -> hold.viewer().equals(viewer))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(OrderRefusal.NO_HOLD.with()));
    }

    Outcome<Hold> buy(UUID id, String viewer) {
        return locked(id, viewer).then(hold -> switch (hold.state()) {
            case BOUGHT -> Outcome.done(hold);
            case RELEASED, EXPIRED -> Outcome.refused(OrderRefusal.EXPIRED.with());
            case HELD ->
                hold.expiresAt().isAfter(clock.instant())
                        ? Outcome.done(bought(hold))
                        : Outcome.refused(OrderRefusal.EXPIRED.with());
        });
    }

    private Hold bought(Hold hold) {
        UUID id = UUID.fromString(hold.id());
        Instant now = clock.instant();
        sql.run("update orders.hold set state = 'BOUGHT', settled_at = ? where id = ?", now, id);
        String order = String.format(
                Locale.ROOT,
                "OR-%08d",
                sql.one("select nextval('orders.order_number') n", row -> row.big("n"))
                        .orElseThrow());
        sql.run(
                "insert into orders.purchase (id, hold_id, show_id, ordered_at) values (?, ?, ?, ?)",
                order,
                id,
                hold.show(),
                now);
        news.fire(new OrderNews.Placed(order, hold.show(), hold.viewer(), hold.lines(), hold.due(), now));
        return reads.find(id).orElseThrow();
    }

    Outcome<Hold> release(UUID id, String viewer) {
        return locked(id, viewer).then(hold -> switch (hold.state()) {
            case BOUGHT -> Outcome.refused(OrderRefusal.BOUGHT.with("order", String.valueOf(hold.order())));
            case RELEASED, EXPIRED -> Outcome.done(hold);
            case HELD -> Outcome.done(back(hold, HoldState.RELEASED));
        });
    }

    private Hold back(Hold hold, HoldState state) {
        UUID id = UUID.fromString(hold.id());
        sql.run("update orders.hold set state = ?, settled_at = ? where id = ?", state, clock.instant(), id);
        shelves.giveBack(hold);
        return reads.find(id).orElseThrow();
    }

    /** What is not bought when its minutes are over comes back; says when to look again if they are not. */
    @Nullable
    Instant expire(UUID id) {
        Hold hold = reads.lock(id).filter(one -> one.state() == HoldState.HELD).orElse(null);
        if (hold == null) {
            return null;
        }
        if (hold.expiresAt().isAfter(clock.instant())) {
            return hold.expiresAt();
        }
        back(hold, HoldState.EXPIRED);
        return null;
    }
}
