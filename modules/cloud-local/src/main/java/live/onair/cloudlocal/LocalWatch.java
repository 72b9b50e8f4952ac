package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudException;
import live.onair.scheduling.spi.StreamHealthReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the media process once a second and reports how its channels and its disk do. */
@Singleton
public class LocalWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LocalWatch.class);
    private static final String BACKEND = "local";

    private final MediaControl media;
    private final StreamHealthReports reports;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "local-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** Pid of the process that answered last; 0 for none, -1 before the first look. */
    private long answering = -1;

    @Inject
    LocalWatch(MediaControl media, StreamHealthReports reports) {
        this.media = media;
        this.reports = reports;
    }

    /** Starts looking; does nothing where there is no local media process. */
    public void start() {
        if (media.isEnabled()) {
            timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        }
    }

    /** Stops looking. */
    @PreDestroy
    public void stop() {
        timer.shutdownNow();
    }

    void look() {
        try (Acting acting = Acting.as(Actor.ONAIR)) {
            assert acting != null;
            lookOnce();
        } catch (RuntimeException e) {
            LOG.warn("the local channels could not be reported", e);
        }
    }

    /** Tells when it is there or not, and when another process has taken its place; not every second. */
    private void tellReachable(long pid) {
        if (pid != answering) {
            reports.reachable(BACKEND, pid != 0);
            answering = pid;
        }
    }

    private void lookOnce() {
        Optional<JsonNode> channels;
        Optional<JsonNode> status;
        try {
            channels = media.get("/v1/channels");
            status = media.get("/v1/status");
        } catch (CloudException e) {
            tellReachable(0);
            return;
        }
        tellReachable(status.map(s -> s.path("pid").asLong()).orElse(0L));
        channels.ifPresent(all -> all.path("channels").forEach(this::report));
        status.ifPresent(s -> reports.disk(
                BACKEND,
                s.path("disk").path("usedBytes").asLong(),
                s.path("disk").path("quotaBytes").asLong()));
    }

    /** A channel whose report fails does not silence the others. */
    private void report(JsonNode channel) {
        try {
            reports.report(BACKEND, Observations.of(channel));
        } catch (RuntimeException e) {
            LOG.warn("channel {} could not be reported", channel.path("channel").asText(), e);
        }
    }
}
