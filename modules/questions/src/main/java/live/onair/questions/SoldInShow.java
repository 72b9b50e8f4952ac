package live.onair.questions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import live.onair.moderation.Announcements.Sold;
import live.onair.moderation.Announcements.SoldNow;
import live.onair.pins.Pins;

/** Tells the chat what is pinned, for the words that moderators keep. */
@Singleton
class SoldInShow implements Sold {

    private final Pins pins;

    @Inject
    SoldInShow(Pins pins) {
        this.pins = pins;
    }

    @Override
    public Optional<SoldNow> of(String show) {
        return pins.shown(show).stream().findFirst().map(pin -> new SoldNow(pin.name(), pin.price()));
    }
}
