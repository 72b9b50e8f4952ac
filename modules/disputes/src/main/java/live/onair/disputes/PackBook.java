package live.onair.disputes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.PackFile;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.MakePackHandler.MakePack;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.orders.OrderRows;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Writes down which packs are wanted; the work makes them. Works inside the caller's transaction. */
@Singleton
class PackBook {

    /** So many at once: each has a clip to be cut. */
    static final int MOST = 20;

    private final Statements sql;
    private final PackShelf shelf;
    private final PackPlanner planner;
    private final HoldBook holds;
    private final Tools tools;

    /** What each writing needs. */
    @Singleton
    static class Tools {
        private final WorkQueue queue;
        private final Event<DisputeEvent> events;
        private final Clock clock;
        private final Ids ids;
        private final PackStore store;

        @Inject
        Tools(WorkQueue queue, Event<DisputeEvent> events, Clock clock, Ids ids, PackStore store) {
            this.queue = queue;
            this.events = events;
            this.clock = clock;
            this.ids = ids;
            this.store = store;
        }
    }

    @Inject
    PackBook(Statements sql, PackShelf shelf, PackPlanner planner, HoldBook holds, Tools tools) {
        this.sql = sql;
        this.shelf = shelf;
        this.planner = planner;
        this.holds = holds;
        this.tools = tools;
    }

    Outcome<Pack> make(@Nullable String number, boolean again) {
        return planner.order(number).then(order -> {
            String id = planner.number(order);
            sql.one("select pg_advisory_xact_lock(hashtext('disputes.pack'))", row -> true);
            List<Pack> there = shelf.of(id);
            if (!there.isEmpty() && there.get(0).state() != PackState.READY) {
                return Outcome.refused(
                        DisputeRefusal.MAKING.with("pack", there.get(0).id()));
            }
            if (!there.isEmpty() && !again) {
                return Outcome.refused(
                        DisputeRefusal.THERE.with("pack", there.get(0).id()));
            }
            if (shelf.making() >= MOST) {
                return Outcome.refused(DisputeRefusal.BUSY.with("max", MOST));
            }
            return Outcome.done(write(order, id));
        });
    }

    private Pack write(OrderRows.Hold order, String number) {
        String id = String.format(
                Locale.ROOT,
                "DP-%06d",
                sql.one("select nextval('disputes.pack_number') n", row -> row.big("n"))
                        .orElseThrow());
        sql.run(
                "insert into disputes.pack (id, order_id, show_id, backend, ordered_at, state, clip, made_at, made_by,"
                        + " made_name) values (?, ?, ?, ?, ?, 'CUTTING', ?, ?, ?, ?)",
                id,
                number,
                order.show(),
                planner.backend(order.show()),
                planner.at(order),
                tools.ids.next(),
                tools.clock.instant(),
                Acting.actor().id(),
                Acting.actor().name());
        tools.queue.put(new MakePack(id));
        tools.events.fire(new DisputeEvent.Asked(order.show(), id, number));
        holds.hold(order.show(), number, id);
        return shelf.find(id).orElseThrow();
    }

    Outcome<PackFile> download(String id) {
        Pack pack = shelf.find(id).orElse(null);
        if (pack == null) {
            return Outcome.refused(DisputeRefusal.NO_PACK.with("id", id));
        }
        if (pack.bytes() == null || pack.sha256() == null) {
            return Outcome.refused(DisputeRefusal.NOT_READY.with());
        }
        tools.events.fire(new DisputeEvent.Downloaded(pack.show(), id, pack.order(), pack.sha256()));
        return Outcome.done(new PackFile(
                "onair-" + id + "-" + pack.order() + ".zip", pack.bytes(), pack.sha256(), tools.store.read(id)));
    }
}
