package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Recording;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What the backends have shown: the last sample of each channel, and recordings. Works inside the transaction. */
@Singleton
class Sightings {

    private static final String WRITE =
            "insert into scheduling.channel_health (channel_id, run, show_id, state, warm_up, slate_forced, output, connected,"
                    + " connected_since, lost_since, encoder, width, height, fps, video_kbps, audio, black_since, freeze_since, silence_since,"
                    + " file_ended, reconnect_expired, seconds, sampled_at, received_at, active_input, inputs, pipelines_running, pipelines,"
                    + " playback, viewers, broken_limit, armed_for) select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?::jsonb, ?, ?, ?, ?::integer, ?, ?::timestamptz from scheduling.resource where id = ? and kind = 'CHANNEL' on conflict"
                    + " (channel_id) do update set run = excluded.run, show_id = excluded.show_id, state = excluded.state, warm_up ="
                    + " excluded.warm_up, slate_forced = excluded.slate_forced, output = excluded.output, connected = excluded.connected,"
                    + " connected_since = excluded.connected_since, lost_since = excluded.lost_since, encoder = excluded.encoder, width ="
                    + " excluded.width, height = excluded.height, fps = excluded.fps, video_kbps = excluded.video_kbps, audio = excluded.audio,"
                    + " black_since = excluded.black_since, freeze_since = excluded.freeze_since, silence_since = excluded.silence_since, file_ended"
                    + " = excluded.file_ended, reconnect_expired = excluded.reconnect_expired, seconds = excluded.seconds, sampled_at ="
                    + " excluded.sampled_at, received_at = excluded.received_at, active_input = excluded.active_input, inputs = excluded.inputs,"
                    + " pipelines_running = excluded.pipelines_running, pipelines = excluded.pipelines, playback = excluded.playback, viewers ="
                    + " excluded.viewers, broken_limit = excluded.broken_limit, armed_for = excluded.armed_for where"
                    + " scheduling.channel_health.sampled_at <= excluded.sampled_at"
                    // A backend whose clock was set back must not be deaf for as long as the step was.
                    + " or scheduling.channel_health.received_at < excluded.received_at - interval '10 seconds'";

    private final Statements sql;
    private final Clock clock;

    @Inject
    Sightings(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps the sample unless a newer one is there; whether it was kept. */
    boolean keep(ChannelObservation seen) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(values(seen, seen.signal(), clock.instant())));
        ChannelObservation.Serving served = seen.serving();
        values.addAll(Arrays.asList(seen.pipelines().running(), seen.pipelines().of(), served.address()));
        values.addAll(Arrays.asList(served.viewers(), served.limit(), seen.armedFor(), seen.channel()));
        return sql.run(WRITE, values.toArray()) > 0;
    }

    private static @Nullable Object[] values(ChannelObservation seen, Signal in, Instant received) {
        return new @Nullable Object[] {
            seen.run(),
            seen.show(),
            seen.state(),
            seen.warmUp(),
            seen.slateForced(),
            seen.output(),
            in.connected(),
            in.since(),
            in.lostSince(),
            in.encoder(),
            in.width(),
            in.height(),
            in.fps(),
            in.videoKbps(),
            in.audio(),
            in.blackSince(),
            in.freezeSince(),
            in.silenceSince(),
            seen.fileEnded(),
            seen.reconnectExpired(),
            seen.seconds(),
            seen.at(),
            received,
            seen.inputs().active(),
            InputLines.write(seen.inputs().each())
        };
    }

    Optional<Channels.Signal> find(String channel) {
        return sql.one("select * from scheduling.channel_health where channel_id = ?", Sightings::read, channel);
    }

    static Channels.Signal read(Row row) throws SQLException {
        return new Channels.Signal(
                row.textOrNull("run"),
                row.textOrNull("show_id"),
                row.text("state"),
                row.isTrue("warm_up"),
                row.isTrue("slate_forced"),
                row.text("output"),
                row.isTrue("connected"),
                row.instantOrNull("connected_since"),
                row.instantOrNull("lost_since"),
                row.textOrNull("encoder"),
                row.number("width"),
                row.number("height"),
                row.real("fps"),
                row.number("video_kbps"),
                row.isTrue("audio"),
                row.instantOrNull("black_since"),
                row.instantOrNull("freeze_since"),
                row.instantOrNull("silence_since"),
                row.isTrue("file_ended"),
                row.isTrue("reconnect_expired"),
                row.real("seconds"),
                row.instant("sampled_at"),
                row.instant("received_at"),
                Channels.Input.valueOf(row.text("active_input")),
                InputLines.read(row.text("inputs")),
                new Channels.Pipelines(row.number("pipelines_running"), row.number("pipelines")),
                serving(row));
    }

    private static ShowRows.Serving serving(Row row) throws SQLException {
        return new ShowRows.Serving(
                row.textOrNull("playback"),
                row.isNull("viewers") ? null : row.number("viewers"),
                row.textOrNull("broken_limit"));
    }

    /** What came in of each input, as it is kept. */
    private static final class InputLines {

        static String write(List<Input.Health> each) {
            JsonArrayBuilder lines = Json.createArrayBuilder();
            for (Input.Health in : each) {
                var line = Json.createObjectBuilder()
                        .add("input", in.input().name())
                        .add("connected", in.connected())
                        .add("width", in.width())
                        .add("height", in.height())
                        .add("fps", in.fps())
                        .add("kbps", in.videoKbps());
                add(line, "since", in.since());
                add(line, "lost", in.lostSince());
                add(line, "encoder", in.encoder());
                lines.add(line);
            }
            return lines.build().toString();
        }

        private static void add(JsonObjectBuilder line, String name, @Nullable Object value) {
            if (value != null) {
                line.add(name, value.toString());
            }
        }

        static List<Channels.InputSignal> read(String json) {
            try (var reader = Json.createReader(new StringReader(json))) {
                return reader.readArray().stream()
                        .map(JsonValue::asJsonObject)
                        .map(InputLines::line)
                        .toList();
            }
        }

        private static Channels.InputSignal line(JsonObject line) {
            String since = line.getString("since", null);
            String lost = line.getString("lost", null);
            return new Channels.InputSignal(
                    Channels.Input.valueOf(line.getString("input")),
                    line.getBoolean("connected"),
                    since == null ? null : Instant.parse(since),
                    lost == null ? null : Instant.parse(lost),
                    line.getString("encoder", null),
                    line.getInt("width"),
                    line.getInt("height"),
                    line.getJsonNumber("fps").doubleValue(),
                    line.getInt("kbps"));
        }
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
        keep(new Recording(show, true, 0, List.of(), false, null));
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

    /** How long it plays; empty while more may come. */
    Optional<Duration> length(String show) {
        return sql.one(
                "select seconds from scheduling.recording where show_id = ? and complete",
                row -> Duration.ofMillis(Math.round(row.real("seconds") * 1000)),
                show);
    }

    private boolean is(String show, String condition) {
        return sql.one("select 1 from scheduling.recording where show_id = ? and " + condition, row -> true, show)
                .isPresent();
    }

    Optional<MediaClock> mediaClock(String show) {
        return sql.one(
                "select spans from scheduling.recording where show_id = ?",
                row -> MediaClock.read(row.text("spans")),
                show);
    }
}
