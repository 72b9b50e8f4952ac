package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import live.onair.analytics.spi.ViewerEvents;
import live.onair.analytics.spi.ViewerEvents.Kind;
import live.onair.analytics.spi.ViewerEvents.Seen;
import live.onair.analytics.spi.ViewerEventsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of viewers' events, kept with the real media process and its own door for pages. */
class LocalViewerEventsTest extends ViewerEventsContract {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    @Override
    protected ViewerEvents port() {
        return new LocalViewerEvents(media.control());
    }

    @Override
    protected void tell(Seen seen) {
        assertThat(sent(seen.kind().name().toLowerCase(Locale.ROOT), seen)).isEqualTo(202);
    }

    @Override
    protected void dies() {
        media.dies();
    }

    private static int sent(String kind, Seen seen) {
        ObjectNode body = MediaControl.JSON.createObjectNode().put("viewer", seen.viewer());
        body.putArray("events")
                .addObject()
                .put("id", seen.id().toString())
                .put("kind", kind)
                .put("show", seen.show())
                .put("product", seen.product())
                .put("ago", 0);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + media.door("viewer") + "/storefront/v1/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_page_cannot_say_that_something_was_ordered() {
        Seen seen = new Seen(
                UUID.randomUUID(), Kind.CLICK, "SH-CONTRACT", "PR-1", "viewer-contract", java.time.Instant.now());
        assertThat(sent("order", seen)).isEqualTo(400);
    }
}
