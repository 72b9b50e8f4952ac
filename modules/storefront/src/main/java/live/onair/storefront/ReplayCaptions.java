package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import live.onair.cues.CueRows.Item;
import live.onair.cues.CueRows.Sheet;
import live.onair.cues.CueRows.Stage;
import live.onair.cues.CueRows.Step;
import live.onair.cues.Cues;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.Shows;

/** When in a replay which caption stands over the picture: as long as its item went on, in media time. */
@Singleton
class ReplayCaptions {

    private final Cues cues;
    private final Shows shows;

    @Inject
    ReplayCaptions(Cues cues, Shows shows) {
        this.cues = cues;
        this.shows = shows;
    }

    /** Adds them to the file of this show. */
    void add(ObjectNode file, String show) {
        ArrayNode rows = file.putArray("captions");
        MediaClock clock = shows.mediaClock(show).orElse(null);
        Sheet sheet = cues.of(show);
        if (clock == null || sheet.stage() != Stage.AIR) {
            return;
        }
        for (Item item : sheet.items()) {
            Step step = sheet.step(item.id())
                    .filter(one -> !one.skipped() && !item.caption().isEmpty())
                    .orElse(null);
            if (step == null) {
                continue;
            }
            Instant end = step.endedAt();
            Duration from = clock.positionFrom(step.startedAt());
            Duration to = end == null ? clock.length() : clock.positionFrom(end);
            if (to.compareTo(from) > 0) {
                rows.addObject()
                        .put("text", item.caption())
                        .put("from", from.toMillis() / 1000.0)
                        .put("to", to.toMillis() / 1000.0);
            }
        }
    }
}
