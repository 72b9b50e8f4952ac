package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import live.onair.analytics.spi.ViewerEvents;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** What viewers' pages have told the media process, read from its spool. */
@Singleton
class LocalViewerEvents implements ViewerEvents {

    private final MediaControl media;

    @Inject
    LocalViewerEvents(MediaControl media) {
        this.media = media;
    }

    @Override
    public boolean isHere() {
        return media.isEnabled();
    }

    @Override
    public Page read(long from, int max) {
        JsonNode page = media.get("/v1/spool?from=" + from + "&max=" + max)
                .orElseThrow(() -> new CloudException(CloudFault.UNAVAILABLE, "the media process has no spool"));
        List<Seen> seen = new ArrayList<>();
        for (JsonNode entry : page.path("entries")) {
            JsonNode body = entry.path("body");
            if (entry.path("kind").asText().equals("viewer")) {
                body.path("events")
                        .forEach(event -> seen.add(seen(body.path("viewer").asText(), event)));
            }
        }
        return new Page(page.path("spool").asText(""), page.path("next").asLong(), seen);
    }

    private static Seen seen(String viewer, JsonNode event) {
        return new Seen(
                UUID.fromString(event.path("id").asText()),
                Kind.valueOf(event.path("kind").asText().toUpperCase(Locale.ROOT)),
                event.path("show").asText(),
                event.path("product").asText(),
                viewer,
                Instant.parse(event.path("at").asText()));
    }

    @Override
    public void forget(long below) {
        media.post("/v1/spool/trim", MediaControl.JSON.createObjectNode().put("upTo", below));
    }
}
