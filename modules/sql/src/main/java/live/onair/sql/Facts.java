package live.onair.sql;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named facts as a JSON object in one column, and back: for what is kept to be read, never to be searched. */
public final class Facts {

    private Facts() {}

    /** As a JSON object; what is neither number nor truth is written as text. */
    public static String write(Map<String, ?> facts) {
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

    /** Back from a JSON object, each value as text. */
    public static Map<String, String> read(String json) {
        Map<String, String> facts = new LinkedHashMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.forEach((name, value) -> facts.put(name, text(value)));
        }
        return facts;
    }

    /** What is another now than before, by its name: {@code before -> now}; what was not there was empty. */
    public static Map<String, String> since(Map<String, String> before, Map<String, String> now) {
        Map<String, String> differences = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            String old = before.getOrDefault(name, "");
            if (!old.equals(value)) {
                differences.put(name, old + " -> " + value);
            }
        });
        return differences;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
