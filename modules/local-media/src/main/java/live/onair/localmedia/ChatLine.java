package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import live.onair.filter.FilterAction;

/**
 * Something that was said.
 *
 * @param id chosen by the page that said it, so that said again it counts once
 * @param offset where it lies in the chat's spool, and its place in the room; -1 until it lies there
 * @param said as it was said: for moderators
 * @param text as it may be delivered
 * @param rules of the filter that named something in it
 * @param at when it came, ISO 8601
 */
record ChatLine(
        String id, long offset, Who who, String said, String text, FilterAction action, List<String> rules, String at) {

    /** The member under whom the show itself says something. */
    private static final String STAFF = "staff";

    /**
     * Who said it, under the name of then.
     *
     * @param style how what the show itself says looks; empty for what viewers say
     */
    record Who(String member, String name, String style) {

        Who(String member, String name) {
            this(member, name, "");
        }

        /** The show itself. */
        static Who staff(String style) {
            return new Who(STAFF, "운영자", style);
        }
    }

    ChatLine {
        rules = List.copyOf(rules);
    }

    ChatLine at(long place) {
        return new ChatLine(id, place, who, said, text, action, rules, at);
    }

    /** For the spool. */
    ObjectNode kept(String show) {
        ObjectNode kept = Json.object().put("show", show).put("id", id);
        kept.put("member", who.member()).put("name", who.name());
        if (!who.style().isEmpty()) {
            kept.put("style", who.style());
        }
        kept.put("said", said).put("text", text).put("action", action.name()).put("said_at", at);
        rules.forEach(rule -> kept.withArray("rules").add(rule));
        return kept;
    }

    static ChatLine read(JsonNode kept, long offset) {
        List<String> rules = new ArrayList<>();
        kept.path("rules").forEach(rule -> rules.add(rule.asText()));
        return new ChatLine(
                Json.text(kept, "id", ""),
                offset,
                new Who(Json.text(kept, "member", ""), Json.text(kept, "name", ""), Json.text(kept, "style", "")),
                Json.text(kept, "said", ""),
                Json.text(kept, "text", ""),
                FilterAction.valueOf(Json.text(kept, "action", FilterAction.ALLOW.name())),
                rules,
                Json.text(kept, "said_at", ""));
    }

    /** For viewers: what moderators know of it stays here. */
    ObjectNode shown() {
        ObjectNode shown = Json.object()
                .put("kind", "line")
                .put("id", id)
                .put("offset", offset)
                .put("member", who.member())
                .put("name", who.name())
                .put("text", text)
                .put("at", at);
        return who.style().isEmpty() ? shown : shown.put("style", who.style());
    }
}
