package live.onair.cloudlocal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import live.onair.cdn.spi.ManifestStore;
import live.onair.cdn.spi.ManifestStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The port's contract, kept with the real media process; a player reads at the viewers' port. */
class LocalManifestStoreTest extends ManifestStoreContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    protected ManifestStore port() {
        return new LocalManifestStore(media.control());
    }

    @Override
    protected String read(String show, String path) {
        URI address = URI.create("http://" + media.door("viewer") + "/steering/v1/" + show + "/" + path);
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 404 ? null : answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
