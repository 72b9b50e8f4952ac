package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.scheduling.spi.Recording;

/** What has been recorded of each show, as last read. Works inside the caller's transaction. */
@Singleton
class RecordingBook {

    private final Statements sql;
    private final Clock clock;

    @Inject
    RecordingBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void keep(Recording recording) {
        JsonArrayBuilder spans = Json.createArrayBuilder();
        recording
                .spans()
                .forEach(span -> spans.add(Json.createObjectBuilder()
                        .add("start", span.start().toString())
                        .add("ms", span.length().toMillis())));
        sql.run(
                "insert into scheduling.recording (show_id, complete, bytes, seconds, spans, at)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?) on conflict (show_id) do update set"
                        + " complete = excluded.complete, bytes = excluded.bytes, seconds = excluded.seconds,"
                        + " spans = excluded.spans, at = excluded.at",
                recording.show(),
                recording.complete(),
                recording.bytes(),
                recording.length().toMillis() / 1000.0,
                spans.build().toString(),
                clock.instant());
    }

    /** Nothing was recorded, and nothing more will be. */
    void keepNothing(String show) {
        keep(new Recording(show, true, 0, java.util.List.of(), false));
    }

    boolean isComplete(String show) {
        return is(show, "complete");
    }

    /** Complete and worth a replay. */
    boolean isReady(String show) {
        return is(show, "complete and seconds > 0");
    }

    /** Complete and not worth a replay. */
    boolean isEmpty(String show) {
        return is(show, "complete and seconds = 0");
    }

    private boolean is(String show, String condition) {
        return sql.one("select 1 from scheduling.recording where show_id = ? and " + condition, row -> true, show)
                .isPresent();
    }

    Optional<MediaClock> mediaClock(String show) {
        return sql.one(
                "select spans from scheduling.recording where show_id = ?", row -> read(row.text("spans")), show);
    }

    private static MediaClock read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new MediaClock(reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(RecordingBook::span)
                    .toList());
        }
    }

    private static MediaClock.Span span(JsonObject span) {
        return new MediaClock.Span(
                Instant.parse(span.getString("start")),
                Duration.ofMillis(span.getJsonNumber("ms").longValue()));
    }
}
