package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.ClipFile;
import live.onair.clips.Clips;

/** The highlight clips that viewers see beside a replay. */
@Singleton
class ReplayClips {

    private final Clips clips;
    private final Links links;

    @Inject
    ReplayClips(Clips clips, Links links) {
        this.clips = clips;
        this.links = links;
    }

    /** Adds them to the file of this show. */
    void add(ObjectNode file, String show) {
        ArrayNode rows = file.putArray("clips");
        for (Clip clip : clips.shown(show)) {
            ClipFile made = clip.file();
            if (made != null) {
                rows.addObject()
                        .put("id", clip.id().toString())
                        .put("title", clip.title())
                        .put("seconds", made.length().toMillis() / 1000.0)
                        .put("url", links.clip(clip.id()));
            }
        }
    }
}
