package live.onair.pins;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.pins.PinRows.End;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.PutPinMarkHandler.PutPinMark;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Pins}. Works inside the caller's transaction. */
@Singleton
class PinBook {

    private static final Set<ShowState> RUNNING = EnumSet.of(ShowState.REHEARSAL, ShowState.STANDBY, ShowState.ON_AIR);

    private final Statements sql;
    private final Boards boards;
    private final PinReads reads;
    private final Shows shows;
    private final LineUps lineUps;
    private final WorkQueue queue;
    private final Told told;

    /** When, under which id, and to whom it is told. */
    @Singleton
    static class Told {
        final Clock clock;
        final Ids ids;
        final Event<PinEvent> events;

        @Inject
        Told(Clock clock, Ids ids, Event<PinEvent> events) {
            this.clock = clock;
            this.ids = ids;
            this.events = events;
        }
    }

    @Inject
    PinBook(Statements sql, Boards boards, PinReads reads, Shows shows, LineUps lineUps, WorkQueue queue, Told told) {
        this.sql = sql;
        this.boards = boards;
        this.reads = reads;
        this.shows = shows;
        this.lineUps = lineUps;
        this.queue = queue;
        this.told = told;
    }

    /** The state is read behind the lock: a show that ends meanwhile has ended before, or ends this pin. */
    Outcome<Pin> pin(String id, String product, @Nullable String cue) {
        boards.lock(id);
        return running(id).then(show -> {
            List<Pin> pinned = reads.open(id);
            for (Pin pin : pinned) {
                if (pin.product().equals(product)) {
                    return Outcome.done(pin);
                }
            }
            return sold(id, product).then(item -> {
                if (pinned.size() >= Pins.MOST) {
                    String names = pinned.stream().map(Pin::name).collect(Collectors.joining(", "));
                    return Outcome.refused(PinRefusal.FULL.with("max", Pins.MOST, "names", names));
                }
                return Outcome.done(keep(show, item, cue));
            });
        });
    }

    private Outcome<ShowRows.Show> running(String id) {
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(PinRefusal.NO_SHOW.with("show", id));
        }
        return RUNNING.contains(show.state())
                ? Outcome.done(show)
                : Outcome.refused(PinRefusal.NOT_NOW.with(
                        "stateKo", show.state().ko(), "stateEn", show.state().en()));
    }

    /** The product, if it may be held up: what nobody knows the stock of may. */
    private Outcome<LineUpItem> sold(String show, String product) {
        LineUpItem item = lineUps.of(show).item(product).orElse(null);
        if (item == null) {
            return Outcome.refused(PinRefusal.NOT_IN_LINE_UP.with("product", product));
        }
        String name = item.product().name();
        if (item.product().archived()) {
            return Outcome.refused(PinRefusal.ARCHIVED.with("name", name));
        }
        Integer stock = item.product().stock();
        return stock != null && stock == 0
                ? Outcome.refused(PinRefusal.SOLD_OUT.with("name", name))
                : Outcome.done(item);
    }

    private Pin keep(ShowRows.Show show, LineUpItem item, @Nullable String cue) {
        UUID id = told.ids.next();
        boolean rehearsal = show.state() == ShowState.REHEARSAL;
        Money price = item.cost();
        sql.run(
                "insert into pins.pin (id, show_id, product_id, name, price, currency, rehearsal, cue, pinned_at,"
                        + " pinned_by, pinned_name) values (?, ?, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?)",
                id,
                show.id(),
                item.product().id(),
                item.product().name(),
                price == null ? null : price.minor(),
                item.product().currency(),
                rehearsal,
                cue,
                told.clock.instant(),
                Acting.actor().id(),
                Acting.actor().name());
        told.events.fire(new PinEvent.Pinned(
                show.id(), item.product().id(), item.product().name(), Objects.toString(price, ""), rehearsal, cue));
        queue.put(new PutPinMark(show.id(), id.toString(), false));
        return reads.find(show.id(), id).orElseThrow();
    }

    Outcome<Pin> unpin(String show, String product, End end) {
        boards.lock(show);
        for (Pin pin : reads.open(show)) {
            if (pin.product().equals(product)) {
                end(pin, end, told.ids.next());
                queue.put(new PutPinMark(show, pin.id(), true));
                return Outcome.done(reads.find(show, UUID.fromString(pin.id())).orElseThrow());
            }
        }
        if (shows.find(show).isEmpty()) {
            return Outcome.refused(PinRefusal.NO_SHOW.with("show", show));
        }
        return Outcome.refused(PinRefusal.NOT_PINNED.with("name", name(show, product)));
    }

    private String name(String show, String product) {
        return lineUps.of(show).item(product).map(item -> item.product().name()).orElse(product);
    }

    private void end(Pin pin, End end, @Nullable UUID mark) {
        sql.run(
                "update pins.pin set unpinned_at = ?, unpinned_by = ?, unpinned_name = ?, ended = ?, off_mark = ?::uuid"
                        + " where id = ?",
                told.clock.instant(),
                Acting.actor().id(),
                Acting.actor().name(),
                end,
                mark,
                UUID.fromString(pin.id()));
        told.events.fire(new PinEvent.Unpinned(pin.show(), pin.product(), pin.name(), end));
    }

    /** With the show, or its rehearsal, all of its pins end; its stream ends too, and carries no mark of it. */
    void over(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Ended
                || event instanceof ShowEvent.Cancelled
                || event instanceof ShowEvent.RehearsalEnded) {
            boards.lock(event.show());
            reads.open(event.show()).forEach(pin -> end(pin, End.SHOW_OVER, null));
        }
    }
}
