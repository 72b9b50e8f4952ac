package live.onair.cloudaws.chat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A line as viewers read it.
 *
 * @param style how what the show itself says looks; empty for what viewers say
 * @param at ISO 8601
 */
record Told(String id, String member, String name, String text, String style, String at) {

    /** From the log, or as it was written by {@link #json}. */
    static Told read(JsonObject json) {
        return new Told(
                json.getString("id"),
                json.getString("member"),
                json.getString("name"),
                json.getString("text"),
                json.getString("style", ""),
                json.getString("at"));
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", id)
                .add("member", member)
                .add("name", name)
                .add("text", text)
                .add("at", at);
        return (style.isEmpty() ? json : json.add("style", style)).build();
    }
}
