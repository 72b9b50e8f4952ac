package live.onair.storefront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.games.GameRows.Play;
import live.onair.games.GameRows.Watched;
import live.onair.games.Plays;
import live.onair.games.Plays.ContactWish;
import live.onair.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What viewers' pages ask for in games: to take part, to be seen watching, to know whether they won, to be reached. */
@Singleton
class GameWrites {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GAME = Pattern.compile("games/(GM-\\d{1,9})/(entries|watching|mine|contacts)");
    private static final int LONGEST = 200;

    private final Plays plays;

    @Inject
    GameWrites(Plays plays) {
        this.plays = plays;
    }

    /** What becomes of it; empty for a path that is not of games. */
    Optional<Outcome<ObjectNode>> answer(String path, JsonNode asked, String viewer) {
        Matcher game = GAME.matcher(path);
        if (!game.matches()) {
            return Optional.empty();
        }
        String id = game.group(1);
        return Optional.of(
                switch (game.group(2)) {
                    case "entries" -> plays.enter(id, viewer, choice(asked)).map(GameWrites::play);
                    case "watching" -> plays.watch(id, viewer).map(GameWrites::watched);
                    case "mine" -> plays.mine(id, viewer).map(GameWrites::play);
                    default ->
                        plays.leave(id, contact(asked, viewer))
                                .map(tag -> JSON.createObjectNode().put("tag", tag));
                });
    }

    private static @Nullable Integer choice(JsonNode asked) {
        JsonNode choice = asked.path("choice");
        if (choice.isMissingNode() || choice.isNull()) {
            return null;
        }
        if (!choice.isInt()) {
            throw new IllegalArgumentException("choice");
        }
        return choice.asInt();
    }

    private static ContactWish contact(JsonNode asked, String viewer) {
        String name = asked.path("name").asText("");
        String phone = asked.path("phone").asText("");
        if (name.length() > LONGEST || phone.length() > LONGEST) {
            throw new IllegalArgumentException("contact");
        }
        return new ContactWish(viewer, name, phone, asked.path("agreed").asBoolean());
    }

    private static ObjectNode play(Play play) {
        return JSON.createObjectNode()
                .put("game", play.game())
                .put("tag", play.tag())
                .put("choice", play.choice())
                .put("won", play.won())
                .put("reached", play.reached());
    }

    private static ObjectNode watched(Watched watched) {
        return JSON.createObjectNode()
                .put("game", watched.game())
                .put("tag", watched.tag())
                .put("seconds", watched.seconds())
                .put("minutes", watched.minutes())
                .put("entered", watched.entered());
    }
}
