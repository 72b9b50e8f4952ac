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

/** What viewers' pages have told the media process, read from its spool. */
@Singleton
class LocalViewerEvents implements ViewerEvents {

    private static final String SPOOL = "/v1/spool";

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
        MediaControl.Spooled page = media.spool(SPOOL, "viewer", from, max);
        List<Seen> seen = new ArrayList<>();
        for (JsonNode entry : page.entries()) {
            JsonNode body = entry.path("body");
            body.path("events")
                    .forEach(event -> seen.add(seen(body.path("viewer").asText(), event)));
        }
        return new Page(page.spool(), page.next(), seen);
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
        media.trim(SPOOL, below);
    }
}
