package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import live.onair.kernel.Ids;
import live.onair.reminders.spi.PushSender;
import live.onair.reminders.spi.PushSenderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of messages to viewers, kept with the real media process: read as a viewer's page reads them. */
class LocalPushesTest extends PushSenderContract {

    @TempDir
    Path folder;

    private MediaChild media;

    @BeforeEach
    void start() throws Exception {
        media = new MediaChild(folder);
    }

    @AfterEach
    void stop() throws Exception {
        media.close();
    }

    @Override
    protected PushSender port() {
        return new LocalPushes(media.control());
    }

    @Override
    protected List<String> got(String show, String viewer) {
        String file = "/storefront/v1/pushes/" + Ids.digest(viewer + " " + show) + ".json";
        try {
            HttpResponse<String> seen = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://" + media.door("viewer") + file))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return seen.statusCode() == 404
                    ? List.of()
                    : List.of(new ObjectMapper()
                            .readTree(seen.body())
                            .path("words")
                            .asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void breaks() {
        try {
            media.kill();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
