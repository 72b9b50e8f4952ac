package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Recording;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What the backends have shown: the last sample of each channel, and recordings. Works inside the transaction. */
@Singleton
class Sightings {

    /** A column of a sample, how it is handed over, and what of the sample stands in it. */
    private record Column(String name, String holder, Function<ChannelObservation, @Nullable Object> value) {
        static Column of(String name, Function<ChannelObservation, @Nullable Object> value) {
            return new Column(name, "?", value);
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("run", ChannelObservation::run),
            Column.of("show_id", ChannelObservation::show),
            Column.of("state", ChannelObservation::state),
            Column.of("warm_up", ChannelObservation::warmUp),
            Column.of("slate_forced", ChannelObservation::slateForced),
            Column.of("blurred", ChannelObservation::blurred),
            Column.of("output", ChannelObservation::output),
            Column.of("connected", seen -> seen.signal().connected()),
            Column.of("connected_since", seen -> seen.signal().since()),
            Column.of("lost_since", seen -> seen.signal().lostSince()),
            Column.of("encoder", seen -> seen.signal().encoder()),
            Column.of("width", seen -> seen.signal().width()),
            Column.of("height", seen -> seen.signal().height()),
            Column.of("fps", seen -> seen.signal().fps()),
            Column.of("video_kbps", seen -> seen.signal().videoKbps()),
            Column.of("audio", seen -> seen.signal().audio()),
            Column.of("black_since", seen -> seen.signal().blackSince()),
            Column.of("freeze_since", seen -> seen.signal().freezeSince()),
            Column.of("silence_since", seen -> seen.signal().silenceSince()),
            Column.of("file_ended", ChannelObservation::fileEnded),
            Column.of("reconnect_expired", ChannelObservation::reconnectExpired),
            Column.of("seconds", ChannelObservation::seconds),
            Column.of("sampled_at", ChannelObservation::at),
            Column.of("active_input", seen -> seen.inputs().active()),
            new Column("inputs", "?::jsonb", seen -> written(seen.inputs().each())),
            Column.of("pipelines_running", seen -> seen.pipelines().running()),
            Column.of("pipelines", seen -> seen.pipelines().of()),
            Column.of("playback", seen -> seen.serving().address()),
            Column.of("origin_path", seen -> seen.serving().path()),
            new Column("viewers", "?::integer", seen -> seen.serving().viewers()),
            Column.of("broken_limit", seen -> seen.serving().limit()),
            new Column("armed_for", "?::timestamptz", ChannelObservation::armedFor));

    private static final String WRITE = "insert into scheduling.channel_health (channel_id, received_at, "
            + columns(Column::name)
            + ") select id, ?, "
            + columns(Column::holder)
            + " from scheduling.resource where id = ? and kind = 'CHANNEL'"
            + " on conflict (channel_id) do update set received_at = excluded.received_at, "
            + columns(column -> column.name() + " = excluded." + column.name())
            + " where scheduling.channel_health.sampled_at <= excluded.sampled_at"
            // A backend whose clock was set back must not be deaf for as long as the step was.
            + " or scheduling.channel_health.received_at < excluded.received_at - interval '10 seconds'";

    private final Statements sql;
    private final Clock clock;

    @Inject
    Sightings(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static String columns(Function<Column, String> part) {
        return COLUMNS.stream().map(part).collect(Collectors.joining(", "));
    }

    /** Keeps the sample unless a newer one is there; whether it was kept. */
    boolean keep(ChannelObservation seen) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(clock.instant());
        COLUMNS.forEach(column -> values.add(column.value().apply(seen)));
        values.add(seen.channel());
        return sql.run(WRITE, values.toArray()) > 0;
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
                inputs(row.text("inputs")),
                new Channels.Pipelines(row.number("pipelines_running"), row.number("pipelines")),
                serving(row));
    }

    private static ShowRows.Serving serving(Row row) throws SQLException {
        return new ShowRows.Serving(
                row.textOrNull("playback"),
                row.numberOrNull("viewers"),
                row.textOrNull("broken_limit"),
                row.isTrue("blurred"));
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

    /** What came in of each input, as it is kept. */
    private static String written(List<Input.Health> each) {
        return Json.createArrayBuilder(each.stream().map(Sightings::facts).toList())
                .build()
                .toString();
    }

    private static Map<String, @Nullable Object> facts(Input.Health in) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("input", in.input().name());
        facts.put("connected", in.connected());
        facts.put("width", in.width());
        facts.put("height", in.height());
        facts.put("fps", in.fps());
        facts.put("kbps", in.videoKbps());
        facts.put("since", Objects.toString(in.since(), null));
        facts.put("lost", Objects.toString(in.lostSince(), null));
        facts.put("encoder", in.encoder());
        return facts;
    }

    private static List<Channels.InputSignal> inputs(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(Sightings::line)
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
