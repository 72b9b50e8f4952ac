package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import live.onair.cues.CueRows.Item;
import live.onair.cues.CueRows.Sheet;
import live.onair.cues.CueRows.Stage;
import live.onair.cues.Cues;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;

/** What stands over the picture: the caption of the item that goes on, for a show on air; nothing of a rehearsal. */
@Singleton
class WindowCaption {

    private final Cues cues;
    private final Shows shows;

    @Inject
    WindowCaption(Cues cues, Shows shows) {
        this.cues = cues;
        this.shows = shows;
    }

    /** Adds it to the file of this show; null for none. */
    void add(ObjectNode window, String show) {
        window.put("caption", caption(show).orElse(null));
    }

    private Optional<String> caption(String show) {
        boolean onAir = shows.find(show).stream().anyMatch(one -> one.state() == ShowState.ON_AIR);
        if (!onAir) {
            return Optional.empty();
        }
        Sheet sheet = cues.of(show);
        return sheet.stage() == Stage.AIR
                ? sheet.now().map(Item::caption).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
