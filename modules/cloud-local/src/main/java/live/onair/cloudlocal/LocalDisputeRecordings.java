package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Backend;

/** The local media process cuts what a dispute needs of its recordings, and keeps those that are held. */
@Singleton
@Backend("local")
class LocalDisputeRecordings implements DisputeRecordings {

    private final MediaControl media;

    @Inject
    LocalDisputeRecordings(MediaControl media) {
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
                .put("slates", true)
                .put("attempt", 0);
        JsonNode told = media.put(path(wish.id()), body);
        State state = State.valueOf(told.path("state").asText());
        Made made = state != State.READY
                ? null
                : Made.film(
                        new TimeWindow(
                                Objects.requireNonNull(Observations.instant(told, "from")),
                                Objects.requireNonNull(Observations.instant(told, "to"))),
                        told.path("bytes").asLong(),
                        told.path("sha256").asText());
        return new Seen(state, made, MediaControl.text(told, "problem"));
    }

    @Override
    public InputStream read(UUID id) {
        return media.open(path(id) + "/file");
    }

    @Override
    public void remove(UUID id) {
        media.delete(path(id));
    }

    @Override
    public Optional<Kept> recording(String show) {
        return media.get("/v1/recordings/" + show)
                // What was only rehearsed is nothing of the show's.
                .filter(found -> !found.path("private").asBoolean())
                .map(LocalDisputeRecordings::kept);
    }

    @Override
    public Kept hold(String show, boolean on) {
        try {
            return kept(media.post(
                    "/v1/recordings/" + show + "/protect",
                    MediaControl.JSON.createObjectNode().put("on", on)));
        } catch (CloudException e) {
            if (!on && e.fault() == CloudFault.NOT_FOUND) {
                return new Kept(true, false, true, 0);
            }
            throw e;
        }
    }

    private static Kept kept(JsonNode found) {
        return new Kept(
                found.path("state").asText().equals("COMPLETE"),
                found.path("protected").asBoolean(),
                found.path("beginningDropped").asBoolean(),
                found.path("bytes").asLong());
    }
}
