package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.TimedMetadata;
import live.onair.scheduling.spi.TimedMetadata.Mark;
import live.onair.scheduling.spi.TimedMetadataContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The port's contract, kept with the real media process; a viewer reads the live playlist. */
class LocalTimedMetadataTest extends TimedMetadataContract {

    private static final Pattern TAG =
            Pattern.compile("#EXT-X-DATERANGE:ID=\"([^\"]+)\",CLASS=\"live\\.onair\\.mark\",START-DATE=\"[^\"]+\","
                    + "X-ONAIR-KIND=\"([^\"]+)\",X-ONAIR-MARK=\"([^\"]+)\"");

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    @Override
    protected TimedMetadata port() {
        return new LocalTimedMetadata(media.control());
    }

    @Override
    protected ChannelProvisioner channels() {
        return new LocalChannelProvisioner(media.control(), Clock.systemUTC());
    }

    @Override
    protected List<Mark> met(Run run) {
        return playlist(run)
                .lines()
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .map(LocalTimedMetadataTest::mark)
                .toList();
    }

    private static Mark mark(Matcher tag) {
        byte[] text = Base64.getUrlDecoder().decode(tag.group(3));
        JsonObject read = Mark.object(new String(text, StandardCharsets.UTF_8));
        assertThat(read.getString("id")).isEqualTo(tag.group(1));
        assertThat(read.getString("kind")).isEqualTo(tag.group(2));
        return new Mark(tag.group(1), tag.group(2), read.getJsonObject("data").toString(), null);
    }

    private static String playlist(Run run) {
        try {
            URI address = URI.create("http://" + media.door("domestic") + "/live/" + run.show() + "/index.m3u8");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
