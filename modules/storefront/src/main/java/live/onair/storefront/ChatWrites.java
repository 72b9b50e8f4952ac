package live.onair.storefront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.kernel.Outcome;
import live.onair.moderation.ChatEntrance;

/** What viewers' pages ask for in chats: a pass that lets them in. */
@Singleton
class ChatWrites {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PASS = Pattern.compile("shows/([A-Za-z0-9-]{1,40})/chat-pass");

    private final ChatEntrance entrance;

    @Inject
    ChatWrites(ChatEntrance entrance) {
        this.entrance = entrance;
    }

    /** What becomes of it; empty for a path that is not of chats. */
    Optional<Outcome<ObjectNode>> answer(String path, JsonNode asked, String viewer) {
        Matcher pass = PASS.matcher(path);
        return pass.matches()
                ? Optional.of(
                        entrance.pass(pass.group(1), viewer, asked.path("name").asText(""))
                                .map(ChatWrites::told))
                : Optional.empty();
    }

    private static ObjectNode told(ChatEntrance.Pass pass) {
        return JSON.createObjectNode()
                .put("pass", pass.pass())
                .put("member", pass.member())
                .put("name", pass.name());
    }
}
