package live.onair.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the demo's viewers are: a file of networks that nobody has (RFC 5737, made up for documents). They say theirs in the header of
 * a proxy, and what comes from this machine is believed.
 */
record DemoPlaces(Path file) {

    private static final String NETWORKS = """
            # 데모 시청자의 네트워크(문서용 주소, 지어낸 값) / networks of the demo's viewers, made up
            192.0.2.0/26,KR,KT
            192.0.2.64/26,KR,SKT
            192.0.2.128/26,KR,LG U+
            192.0.2.192/26,KR,
            198.51.100.0/24,JP,
            203.0.113.0/24,US,
            """;

    /** Writes them beside the data, the same at each start. */
    static DemoPlaces in(DataFolder data) {
        Path file = data.root().resolve("demo-places.csv");
        try {
            Files.writeString(file, NETWORKS, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Trouble.didNotStart("demo-places.csv", String.valueOf(e.getMessage()));
        }
        return new DemoPlaces(file);
    }

    /** What the media process has to know of it. */
    Map<String, String> mediaSettings() {
        return Map.of("onair.media.places.file", file.toString(), "onair.media.trusted.proxies", "127.0.0.1");
    }
}
