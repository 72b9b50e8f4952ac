package live.onair.cloudaws.chat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.spi.ChatRooms.Pinned;
import live.onair.moderation.spi.ChatRooms.Warning;
import org.jspecify.annotations.Nullable;

/**
 * How the chat of a show is held, as it lies in the folder: for the function that reviews lines, and for every console. Changed
 * in place and written again as a whole.
 */
final class RoomPaper {

    /** Lines that moderators let out or brought back, and that they took away: the newest so many. */
    private static final int MOST = 500;

    private static final int LATELY = 100;
    private static final int MOST_WARNED = 2_000;

    boolean open;
    /** ARN in IVS Chat. */
    String room = "";
    /** Place in the log at which it was opened first. */
    long since;

    ChatSettings settings = ChatSettings.USUAL;

    @Nullable
    Pinned pinned;

    final Set<String> banned = new LinkedHashSet<>();
    final Set<String> hidden = new LinkedHashSet<>();
    /** What was let out or brought back, by its place since then. */
    final Map<Long, Told> back = new LinkedHashMap<>();

    /** What single members are told last. */
    private final Map<String, Warning> warned = new LinkedHashMap<>();

    static String name(String show) {
        return "rooms/" + show + ".json";
    }

    static RoomPaper read(String text) {
        JsonObject json = Json.createReader(new StringReader(text)).readObject();
        RoomPaper paper = new RoomPaper();
        paper.open = json.getBoolean("open");
        paper.room = json.getString("room");
        paper.since = json.getJsonNumber("since").longValue();
        paper.settings = settings(json.getJsonObject("settings"));
        paper.pinned = json.isNull("pinned") ? null : pinned(json.getJsonObject("pinned"));
        paper.banned.addAll(words(json, "banned"));
        paper.hidden.addAll(words(json, "hidden"));
        json.getJsonObject("back")
                .forEach((place, line) -> paper.back.put(Long.parseLong(place), Told.read(line.asJsonObject())));
        if (json.containsKey("warned")) {
            json.getJsonObject("warned")
                    .forEach((member, one) -> paper.warned.put(member, warning(one.asJsonObject())));
        }
        return paper;
    }

    private static Warning warning(JsonObject json) {
        return new Warning(json.getString("id"), json.getString("text"));
    }

    private static Collection<String> words(JsonObject json, String member) {
        return json.getJsonArray(member).getValuesAs(JsonString::getString);
    }

    private static ChatSettings settings(JsonObject json) {
        return new ChatSettings(
                json.getInt("slowSeconds"),
                json.getBoolean("frozen"),
                json.getBoolean("followersOnly"),
                json.getBoolean("linksOff"),
                json.getBoolean("duplicatesOff"),
                json.getInt("delaySeconds"));
    }

    private static Pinned pinned(JsonObject json) {
        return new Pinned(json.getString("id"), json.getString("name"), json.getString("text"));
    }

    /** As pages are told. */
    JsonObject settingsTold() {
        return Json.createObjectBuilder()
                .add("slowSeconds", settings.slowSeconds())
                .add("frozen", settings.frozen())
                .add("followersOnly", settings.followersOnly())
                .add("linksOff", settings.linksOff())
                .add("duplicatesOff", settings.duplicatesOff())
                .add("delaySeconds", settings.delaySeconds())
                .build();
    }

    /** As pages are told; JSON's null for nothing. */
    JsonValue pinnedTold() {
        Pinned line = pinned;
        return line == null
                ? JsonValue.NULL
                : Json.createObjectBuilder()
                        .add("id", line.line())
                        .add("name", line.name())
                        .add("text", line.text())
                        .build();
    }

    /** These, and nobody else. */
    void keepOut(Set<String> members) {
        banned.retainAll(members);
        banned.addAll(members);
    }

    /** As this member's page is told; JSON's null for nothing. */
    JsonValue warnedTold(String member) {
        Warning one = warned.get(member);
        return one == null ? JsonValue.NULL : told(one);
    }

    private static JsonObject told(Warning one) {
        return Json.createObjectBuilder()
                .add("id", one.id())
                .add("text", one.text())
                .build();
    }

    void warn(String member, Warning warning) {
        warned.remove(member);
        warned.put(member, warning);
        shorten(warned.keySet(), MOST_WARNED);
    }

    /** Whether viewers have it by a moderator's hand. */
    boolean isBack(String line) {
        return back.values().stream().anyMatch(one -> one.id().equals(line));
    }

    void take(String line) {
        back.values().removeIf(one -> one.id().equals(line));
        hidden.add(line);
        if (pinned != null && pinned.line().equals(line)) {
            pinned = null;
        }
        shorten(hidden, MOST);
    }

    /** The chat is over: what was said in it stands here no more; who is out stays out. */
    void close() {
        open = false;
        since = 0;
        pinned = null;
        hidden.clear();
        back.clear();
        warned.clear();
    }

    /** What was taken away last: a page that was away may still show it. */
    List<String> lately() {
        return hidden.stream().skip(Math.max(0, hidden.size() - LATELY)).toList();
    }

    void give(long place, Told line) {
        hidden.remove(line.id());
        back.put(place, line);
        shorten(back.keySet(), MOST);
    }

    private static void shorten(Collection<?> kept, int most) {
        while (kept.size() > most) {
            kept.remove(kept.iterator().next());
        }
    }

    String text() {
        var lines = Json.createObjectBuilder();
        back.forEach((place, line) -> lines.add(Long.toString(place), line.json()));
        var words = Json.createObjectBuilder();
        warned.forEach((member, one) -> words.add(member, told(one)));
        return Json.createObjectBuilder()
                .add("open", open)
                .add("room", room)
                .add("since", since)
                .add("settings", settingsTold())
                .add("pinned", pinnedTold())
                .add("banned", array(banned))
                .add("hidden", array(hidden))
                .add("back", lines)
                .add("warned", words)
                .build()
                .toString();
    }

    private static JsonArrayBuilder array(Collection<String> words) {
        return Json.createArrayBuilder(words);
    }
}
