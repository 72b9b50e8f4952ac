package live.onair.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The media process as the launcher sees it: started detached, adopted when it is already there, restarted within two
 * seconds when it dies, replaced by this build when nothing is on air.
 */
final class MediaProcess {

    /** Other origins than its own edges from which its pages may read pictures. */
    static final String PLAYBACK = "onair.media.playback.origins";

    /** Those of AWS: of its pictures, and of its chats where they are held there (IVS Chat messaging API, "Endpoints"). */
    static String playback(Function<Setting, String> settings) {
        String pictures = settings.apply(Setting.AWS_PLAYBACK);
        return settings.apply(Setting.AWS_CHAT_REVIEW).isBlank()
                ? pictures
                : pictures + ",wss://edge.ivschat." + settings.apply(Setting.AWS_REGION) + ".amazonaws.com";
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Distribution distribution;
    private final Path folder;
    private final Path log;
    private final Map<String, String> settings;
    private final MediaFolder there;
    /** What this program would start: it is looked at once, since another program in its place is not this one. */
    private final String build;

    private volatile boolean ending;
    private volatile @Nullable ProcessHandle started;

    MediaProcess(Distribution distribution, DataFolder data, Map<String, String> settings) {
        this.distribution = distribution;
        this.folder = data.media();
        this.there = new MediaFolder(folder);
        this.log = data.logs().resolve("media.log");
        this.settings = Map.copyOf(settings);
        String told = settings.get("onair.media.build");
        this.build = told == null ? distribution.mediaBuild() : told;
    }

    /** The running process, adopted or started. */
    MediaFolder.Running adoptOrStart() {
        Optional<MediaFolder.Running> found = there.isAlive() ? answered() : Optional.empty();
        if (found.isPresent() && (isThisBuild(found.get()) || found.get().onAir() > 0)) {
            return found.get();
        }
        // also one that does not answer: two must never write one folder
        MediaFolder.endLeftOver(folder);
        return start();
    }

    private boolean isThisBuild(MediaFolder.Running running) {
        return running.build().equals(build);
    }

    private MediaFolder.Running start() {
        launch();
        return answered().orElseGet(() -> {
            endStarted();
            throw silent();
        });
    }

    private synchronized void launch() {
        if (ending) {
            throw Trouble.didNotStart("onair media", "ended meanwhile");
        }
        try {
            Files.createDirectories(folder);
            ProcessBuilder.Redirect out = ProcessBuilder.Redirect.appendTo(log.toFile());
            ProcessBuilder process = new ProcessBuilder(command())
                    .redirectOutput(out)
                    .redirectError(out)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
            String keys = settings.get(Setting.EDGE_KEYS.key());
            if (keys != null) {
                process.environment().put(Setting.EDGE_KEYS.variable(), keys);
            }
            started = process.start().toHandle();
        } catch (IOException e) {
            throw Trouble.didNotStart("onair media", String.valueOf(e.getMessage()));
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("setsid", distribution.java()));
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        settings.forEach((key, value) -> {
            // every user of the machine may read a command line
            if (!key.equals(Setting.EDGE_KEYS.key())) {
                command.add("-D" + key + "=" + value);
            }
        });
        command.add("-Donair.media.state=" + folder);
        command.add("-Donair.media.build=" + build);
        command.addAll(List.of("-cp", distribution.mediaClassPath(), "live.onair.localmedia.MediaMain"));
        return command;
    }

    private void endStarted() {
        ProcessHandle own = started;
        if (own != null && own.isAlive()) {
            MediaFolder.end(own.pid());
        }
    }

    private Optional<MediaFolder.Running> answered() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<MediaFolder.Running> running = there.status();
        while (running.isEmpty() && !ending && System.nanoTime() < deadline) {
            pause(100);
            running = there.status();
        }
        return running;
    }

    private static Trouble silent() {
        return Trouble.didNotStart("onair media", "no answer within " + PATIENCE.toSeconds() + " s");
    }

    /** Keeps it running until {@link #close}: a dead one is started again, an old build replaced when nothing is on air. */
    void supervise() {
        Thread watcher = new Thread(this::watch, "media-supervisor");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        int turns = 0;
        while (!ending) {
            pause(250);
            if (!ending && !there.isAlive()) {
                restart();
            } else if (++turns % 40 == 0) {
                there.status()
                        .filter(old -> !isThisBuild(old) && old.onAir() == 0)
                        .ifPresent(old -> {
                            MediaFolder.end(old.pid());
                            restart();
                        });
            }
        }
    }

    private void restart() {
        try {
            if (!ending) {
                start();
            }
        } catch (Trouble e) {
            if (!ending) {
                System.err.println(e.text());
            }
        }
    }

    /** Ends it, with its encoders; also one that is only starting. */
    void close() {
        synchronized (this) {
            ending = true;
        }
        MediaFolder.endLeftOver(folder);
        endStarted();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
