package live.onair.cloudlocal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.TimedMetadata;

/** Marks in the playlists of the local media process, as EXT-X-DATERANGE. */
@Singleton
@Backend("local")
class LocalTimedMetadata implements TimedMetadata {

    private final MediaControl media;

    @Inject
    LocalTimedMetadata(MediaControl media) {
        this.media = media;
    }

    @Override
    public Instant put(Run run, Mark mark) {
        JsonNode answer = media.post("/v1/channels/" + run.channel() + "/marks", body(run, mark));
        return Objects.requireNonNull(Observations.instant(answer, "at"), "at");
    }

    private static ObjectNode body(Run run, Mark mark) {
        ObjectNode body = MediaControl.JSON.createObjectNode().put("run", run.id());
        body.put("id", mark.id()).put("kind", mark.kind());
        if (mark.length() != null) {
            body.put("seconds", mark.length().toMillis() / 1000.0);
        }
        try {
            body.set("payload", MediaControl.JSON.readTree(mark.payload()));
        } catch (JsonProcessingException e) {
            throw new CloudException(CloudFault.INVALID, "the payload of mark " + mark.id() + " is no JSON", e);
        }
        return body;
    }
}
