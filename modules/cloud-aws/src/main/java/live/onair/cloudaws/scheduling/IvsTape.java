package live.onair.cloudaws.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.scheduling.spi.Recording;
import org.jspecify.annotations.Nullable;

/**
 * One recording that IVS has written: what one connection of an encoder has sent. Read from its event file ({@code
 * events/recording-started.json}, {@code -ended.json}, {@code -failed.json}; IVS user guide, "Auto-Record to Amazon S3").
 *
 * @param folder where it lies, with an ending slash
 * @param start of its first picture
 * @param length how long it plays; as long as it goes on, how long it has gone on
 * @param over whether nothing more will come
 * @param playlist the key of its master playlist
 * @param pictures the folder of the pictures that are kept of it, null if none are
 */
record IvsTape(
        String folder,
        Instant start,
        Duration length,
        boolean over,
        String playlist,
        @Nullable String pictures) {

    /** The recording that an event file tells of; empty if it never came to one. */
    static Optional<IvsTape> read(String folder, String event, Instant now) {
        try (var reader = Json.createReader(new StringReader(event))) {
            JsonObject told = reader.readObject();
            String started = told.getString("recording_started_at", "");
            if (started.isEmpty()) {
                return Optional.empty();
            }
            Instant start = Instant.parse(started);
            boolean over = !told.getString("recording_status").equals("RECORDING_STARTED");
            JsonObject media = told.getJsonObject("media");
            JsonObject hls = media.getJsonObject("hls");
            JsonObject pictures = media.getJsonObject("thumbnails");
            Duration length = over ? Duration.ofMillis(hls.getInt("duration_ms", 0)) : Duration.between(start, now);
            return Optional.of(new IvsTape(
                    folder,
                    start,
                    length,
                    over,
                    folder + hls.getString("path") + "/" + hls.getString("playlist"),
                    pictures == null ? null : folder + pictures.getString("path")));
        }
    }

    private Instant end() {
        return start.plus(length);
    }

    /**
     * What of it belongs to a run.
     *
     * @param from where in the recording it begins: before it there is warm-up
     * @param length how long it plays from there
     */
    record Part(IvsTape tape, Duration from, Duration length) {

        Recording.Span span() {
            return new Recording.Span(tape.start().plus(from), length);
        }

        BucketReels.Take take() {
            Instant begins = tape.start().plus(from);
            return new BucketReels.Take(tape.playlist(), tape.start(), begins, begins.plus(length));
        }

        BucketReplays.Part played() {
            return new BucketReplays.Part(tape.playlist(), from, length, tape.pictures());
        }
    }

    /** The part between these moments; empty if nothing of it is. */
    Optional<Part> between(Instant begin, @Nullable Instant until) {
        Instant from = begin.isAfter(start) ? begin : start;
        Instant to = until != null && until.isBefore(end()) ? until : end();
        return from.isBefore(to)
                ? Optional.of(new Part(this, Duration.between(start, from), Duration.between(from, to)))
                : Optional.empty();
    }
}
