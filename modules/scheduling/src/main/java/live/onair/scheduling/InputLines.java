package live.onair.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import live.onair.scheduling.spi.Input;
import org.jspecify.annotations.Nullable;

/** What came in of each input, as it is kept. */
final class InputLines {

    private InputLines() {}

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
