package live.onair.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named facts as a JSON object of texts, numbers and truth values, and back. */
final class Facts {

    private Facts() {}

    static String write(Map<String, ?> facts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        facts.forEach((name, value) -> {
            if (value instanceof Integer number) {
                json.add(name, number);
            } else if (value instanceof Long number) {
                json.add(name, number);
            } else if (value instanceof Boolean truth) {
                json.add(name, truth);
            } else {
                json.add(name, String.valueOf(value));
            }
        });
        return json.build().toString();
    }

    static Map<String, String> read(String json) {
        Map<String, String> facts = new LinkedHashMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.forEach((name, value) -> facts.put(name, text(value)));
        }
        return facts;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
