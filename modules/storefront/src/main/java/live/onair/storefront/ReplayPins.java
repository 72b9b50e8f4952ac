package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.Pins;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.Shows;

/** When in a replay which product was pinned: in media time, by the pin's mark in the stream, else by its press. */
@Singleton
class ReplayPins {

    private final Pins pins;
    private final Shows shows;

    @Inject
    ReplayPins(Pins pins, Shows shows) {
        this.pins = pins;
        this.shows = shows;
    }

    /** Adds them to the file of this show. */
    void add(ObjectNode file, String show) {
        ArrayNode rows = file.putArray("pins");
        MediaClock clock = shows.mediaClock(show).orElse(null);
        if (clock == null) {
            return;
        }
        for (Pin pin : pins.timeline(show)) {
            Duration from = clock.positionFrom(pin.since());
            Duration to = pin.until() == null ? clock.length() : clock.positionFrom(pin.until());
            if (!pin.rehearsal() && to.compareTo(from) > 0) {
                rows.addObject()
                        .put("product", pin.product())
                        .put("from", from.toMillis() / 1000.0)
                        .put("to", to.toMillis() / 1000.0);
            }
        }
    }
}
