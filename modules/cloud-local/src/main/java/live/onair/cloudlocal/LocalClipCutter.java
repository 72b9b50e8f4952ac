package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import live.onair.clips.spi.ClipCutter;
import live.onair.scheduling.spi.Backend;

/** The local media process cuts clips of what it has recorded, and keeps them beside the recordings. */
@Singleton
@Backend("local")
class LocalClipCutter implements ClipCutter {

    private final MediaControl media;

    @Inject
    LocalClipCutter(MediaControl media) {
        this.media = media;
    }

    private static String path(UUID id) {
        return "/v1/clips/" + id;
    }

    @Override
    public Seen cut(Wish wish) {
        ObjectNode body = MediaControl.JSON
                .createObjectNode()
                .put("show", wish.show())
                .put("from", wish.from().toString())
                .put("to", wish.to().toString())
                .put("slates", false)
                .put("attempt", wish.attempt());
        return seen(media.put(path(wish.id()), body));
    }

    @Override
    public Seen show(UUID id, boolean on) {
        return seen(media.post(
                path(id) + "/show", MediaControl.JSON.createObjectNode().put("on", on)));
    }

    @Override
    public void remove(UUID id) {
        media.delete(path(id));
    }

    private static Seen seen(JsonNode told) {
        State state = State.valueOf(told.path("state").asText());
        Made made = state != State.READY
                ? null
                : new Made(
                        Duration.ofMillis(Math.round(told.path("seconds").asDouble() * 1000)),
                        told.path("bytes").asLong(),
                        told.path("sha256").asText(),
                        told.path("key").asText());
        return new Seen(
                state,
                told.path("shown").asBoolean(),
                made,
                MediaControl.text(told, "problem"),
                MediaControl.text(told, "message"));
    }
}
