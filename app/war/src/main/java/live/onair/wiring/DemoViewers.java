package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's viewers: some from each place of the launcher's file, where there is one. What they tell is measured; who they are is made up. */
@Singleton
class DemoViewers {

    private static final Logger LOG = LoggerFactory.getLogger(DemoViewers.class);
    private static final long SEED = 20_261_130;
    private static final int EVERY = DemoPlayed.ROUND_MILLIS / 1_000;

    private final Config config;
    private final List<DemoViewer> viewers = new ArrayList<>();
    private volatile @Nullable String show;
    private int ticks;

    @Inject
    DemoViewers(Config config) {
        this.config = config;
    }

    /** They watch this show from now on. */
    void goOn(String onAir) {
        config.getOptionalValue("onair.demo.viewers", String.class).ifPresent(places -> sit(Path.of(places)));
        show = onAir;
    }

    private void sit(Path places) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        URI door = URI.create("http://127.0.0.1:"
                + URI.create(config.getValue("onair.viewer.url", String.class)).getPort());
        try {
            Files.readAllLines(places).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        for (int i = 0; i < DemoSeat.EACH; i++) {
                            int index = viewers.size();
                            viewers.add(new DemoViewer(http, door, DemoSeat.of(line, index), new Random(SEED + index)));
                        }
                    });
        } catch (IOException e) {
            LOG.warn("the demo has no viewers: {}", e.getMessage());
        }
    }

    /** Called once a second: a tenth of them has told nothing for ten seconds. */
    void tick() {
        String watched = show;
        if (watched == null) {
            return;
        }
        for (int i = ticks++ % EVERY; i < viewers.size(); i += EVERY) {
            viewers.get(i).watch(watched);
        }
    }
}
