package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A line that moderators hold up above a chat.
 *
 * @param id the line's
 * @param name who said it
 */
record ChatPinned(String id, String name, String text) {

    private static final int LONGEST = 500;

    /** Null where nothing is held up. */
    static @Nullable ChatPinned read(JsonNode told) {
        if (told.isMissingNode() || told.isNull()) {
            return null;
        }
        String id = Json.text(told, "id", "");
        String text = Json.text(told, "text", "");
        if (id.isEmpty() || text.isEmpty() || text.length() > LONGEST) {
            throw new Reply.Refused(400, "wrong-line", "pinned: id, name, text: 1-" + LONGEST);
        }
        return new ChatPinned(id, Json.text(told, "name", ""), text);
    }

    ObjectNode told() {
        return Json.object().put("id", id).put("name", name).put("text", text);
    }
}
