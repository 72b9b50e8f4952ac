package live.onair.monitors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.Plan;
import live.onair.monitors.MonitorRows.MonitorDeed;
import live.onair.monitors.MonitorRows.MonitorOrder;
import live.onair.monitors.MonitorShelf.Kept;
import live.onair.monitors.spi.MonitorStreams.Monitor;

/** The halves of {@link ReconcileMonitorHandler} that lie in a transaction. */
@Singleton
@Transactional
class Reconciling {

    private final MonitorShelf shelf;
    private final MonitorBook book;
    private final Clock clock;
    private final Event<MonitorEvent> events;

    @Inject
    Reconciling(MonitorShelf shelf, MonitorBook book, Clock clock, Event<MonitorEvent> events) {
        this.shelf = shelf;
        this.book = book;
        this.clock = clock;
        this.events = events;
    }

    /** What is to be done next. */
    record Next(String backend, int hours, MonitorStep step) {}

    /** The backend to ask; empty for a monitor that is no more. What waited too long to begin is not begun any more. */
    public Optional<String> claim(String id) {
        Kept kept = shelf.lock(id).orElse(null);
        if (kept == null) {
            return Optional.empty();
        }
        MonitorOrder order = kept.pending().orElse(null);
        if (order != null && order.deed() == MonitorDeed.REMOVE && !kept.askedFor()) {
            gone(kept);
            return Optional.empty();
        }
        if (order != null && order.at().plus(Plan.COUNTS).isBefore(clock.instant())) {
            drop(id, order, MonitorRefusal.PLAN_EXPIRED.with().sentence(Locale.KOREAN));
        }
        return Optional.of(kept.backend());
    }

    /** It was seen like this. What was approved begins, if its calls are still those that were shown. */
    public Next seen(String id, Optional<Monitor> seen) {
        Kept before = shelf.lock(id).orElseThrow();
        Instant now = clock.instant();
        shelf.seen(id, seen.orElse(null), now);
        if (before.look().fault() != null) {
            events.fire(new MonitorEvent.Found(id));
        }
        before.pending().ifPresent(order -> begin(before, order, seen, now));
        Kept kept = shelf.find(id).orElseThrow();
        MonitorStep step = MonitorStep.next(kept.leaving(), kept.settled(), kept.hours(), seen);
        switch (step) {
            case KEEP -> shelf.askedFor(id);
            case REST -> seen.filter(there -> !kept.settled()).ifPresent(there -> settled(kept, there));
            case GONE -> gone(kept);
            case REMOVE, WAIT -> {}
        }
        return new Next(kept.backend(), kept.hours(), step);
    }

    private void begin(Kept kept, MonitorOrder order, Optional<Monitor> seen, Instant now) {
        String hash = book.plan(kept, order.deed(), order.hours(), seen, now).hash();
        if (hash.equals(kept.hash())) {
            shelf.begun(kept.id(), order);
        } else {
            drop(kept.id(), order, MonitorRefusal.PLAN_OTHER.with().sentence(Locale.KOREAN));
        }
    }

    private void settled(Kept kept, Monitor there) {
        shelf.settled(kept.id());
        events.fire(
                kept.order() == null || kept.order().deed() == MonitorDeed.MAKE
                        ? new MonitorEvent.Made(kept.id(), there.place(), kept.hours())
                        : new MonitorEvent.Retained(kept.id(), kept.hours()));
    }

    private void gone(Kept kept) {
        shelf.gone(kept.id(), clock.instant());
        events.fire(new MonitorEvent.Removed(kept.id(), kept.name()));
    }

    private void drop(String id, MonitorOrder order, String why) {
        shelf.dropped(id, why);
        events.fire(new MonitorEvent.NotDone(id, order.deed(), why));
    }

    /** It does not answer, or refuses: told once. What was approved is not begun where asking again does not help. */
    public void troubled(String id, CloudException why) {
        Kept kept = shelf.lock(id).orElse(null);
        if (kept == null) {
            return;
        }
        if (kept.look().fault() == null) {
            events.fire(new MonitorEvent.Lost(id, why.fault().name(), String.valueOf(why.getMessage())));
        }
        shelf.troubled(id, why);
        if (!why.fault().isRetried()) {
            kept.pending().ifPresent(order -> drop(id, order, String.valueOf(why.getMessage())));
        }
    }
}
