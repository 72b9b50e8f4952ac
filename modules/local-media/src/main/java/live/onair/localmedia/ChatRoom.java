package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.filter.FilterAction;
import org.jspecify.annotations.Nullable;

/**
 * The chat of one show: who is in it, what was said, and what is delivered when. Used by the chat's thread only. What is
 * delivered was spooled before; what moderators take out before it is delivered nobody gets.
 */
final class ChatRoom {

    private static final int MOST_HELD = 1_000;
    private static final int REFUSED = 1008;
    private static final int MOST_HIDDEN = 2_000;
    private static final int MOST_TALKERS = 20_000;
    private static final int MOST_WARNED = 2_000;

    /** A line that is delivered when its time has come. */
    private record Due(ChatLine line, long at) {}

    final String show;
    private ChatSettings settings = ChatSettings.USUAL;
    private final Set<String> banned = new HashSet<>();
    final ChatMembers members = new ChatMembers();
    private final Map<String, ChatTalker> talkers = bounded(MOST_TALKERS, true);
    private final ChatHistory history = new ChatHistory();
    private final ArrayDeque<Due> coming = new ArrayDeque<>();
    private final Map<String, ChatLine> held = new LinkedHashMap<>();
    /** What was taken away last, and may come back. */
    private final Map<String, ChatLine> taken = bounded(MOST_HELD, false);

    /** What single members are told, as their pages are, by member. */
    private final Map<String, ObjectNode> warned = bounded(MOST_WARNED, false);

    private final Set<String> hidden = Collections.newSetFromMap(bounded(MOST_HIDDEN, false));
    private final ArrayNode window = Json.array();
    private @Nullable ChatPinned pinned;

    ChatRoom(String show) {
        this.show = show;
    }

    /** Forgets what came in first, or was used longest ago, above so many. */
    private static <V> Map<String, V> bounded(int most, boolean byUse) {
        return new LinkedHashMap<>(16, 0.75f, byUse) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Lets somebody in and tells them what was said, from where they know it. */
    void join(Channel channel, ChatPass pass, long after) {
        if (banned.contains(pass.member())) {
            ChatFrames.bye(channel, REFUSED, "banned");
            return;
        }
        members.add(channel, pass);
        ObjectNode welcome = Json.object().put("kind", "welcome").put("member", pass.member());
        welcome.put("name", pass.name());
        welcome.set("settings", settings.told());
        welcome.put("missed", after >= 0 && history.isBeyond(after));
        welcome.set("pinned", pinned == null ? null : pinned.told());
        welcome.set("warned", warned.get(pass.member()));
        ArrayNode lines = welcome.putArray("lines");
        history.after(after).forEach(line -> lines.add(line.shown()));
        ChatFrames.send(channel, welcome);
    }

    boolean isBanned(String member) {
        return banned.contains(member);
    }

    ChatTalker talker(String member) {
        return talkers.computeIfAbsent(member, who -> new ChatTalker());
    }

    /** A line that is spooled: it is held, or comes when its delay is over. */
    void kept(ChatLine line, long now) {
        if (banned.contains(line.who().member()) || hidden.contains(line.id())) {
            return;
        }
        if (line.action() == FilterAction.HOLD) {
            if (held.size() < MOST_HELD) {
                held.put(line.id(), line);
            }
            return;
        }
        coming.add(new Due(line, now + settings.delaySeconds() * 1_000_000_000L));
    }

    /** Delivers what is due. Says whether anything is still to come. */
    boolean deliver(long now) {
        while (!coming.isEmpty() && coming.peek().at() - now <= 0) {
            ChatLine line = coming.poll().line();
            window.add(line.shown());
            remember(line);
        }
        if (!window.isEmpty()) {
            members.send(window);
            window.removeAll();
        }
        return !coming.isEmpty();
    }

    void remember(ChatLine line) {
        history.add(line);
    }

    ChatSettings settings() {
        return settings;
    }

    Set<String> banned() {
        return Set.copyOf(banned);
    }

    /** Everybody in it is told how it is held from now on. */
    void settings(ChatSettings next) {
        if (!settings.equals(next)) {
            settings = next;
            ObjectNode told = Json.object().put("kind", "settings");
            told.set("settings", next.told());
            window.add(told);
        }
    }

    /** How it is held, who is banned, what is held up and what single members are told, to be kept. */
    ObjectNode kept() {
        ObjectNode told = Json.object();
        told.set("settings", settings.told());
        told.set("pinned", pinned == null ? null : pinned.told());
        banned.stream().sorted().forEach(told.withArray("banned")::add);
        warned.forEach(told.withObject("/warned")::set);
        return told;
    }

    /** Everybody in it is told what is held up from now on. */
    void pin(@Nullable ChatPinned next) {
        if (!Objects.equals(pinned, next)) {
            pinned = next;
            ObjectNode told = Json.object().put("kind", "pinned");
            window.add(told.set("pinned", next == null ? null : next.told()));
        }
    }

    /** The line that waits for a moderator, or was taken away; null if there is none of this id. */
    @Nullable
    ChatLine away(String id) {
        ChatLine waits = held.get(id);
        return waits == null ? taken.get(id) : waits;
    }

    List<ChatLine> held() {
        return List.copyOf(held.values());
    }

    /** A line that waits goes out as it is, and one that was taken away comes back; pages put it where it was said. */
    void approve(ChatLine line, long now) {
        back(line.id());
        coming.add(new Due(line, now));
    }

    /** It neither waits nor is away any more. */
    void back(String id) {
        held.remove(id);
        if (taken.remove(id) != null) {
            hidden.remove(id);
        }
    }

    /** Nobody gets it any more, and who has it takes it away; of one that nobody has only who said it is told. */
    void hide(String id) {
        hidden.add(id);
        Optional<ChatLine> waits =
                one(Stream.concat(held.values().stream(), coming.stream().map(Due::line)), id);
        waits.or(() -> one(history.all(), id)).ifPresent(line -> taken.put(id, line));
        waits.ifPresent(line -> members.tell(line.who().member(), gone(id)));
        if (pinned != null && pinned.id().equals(id)) {
            pin(null);
        }
        held.remove(id);
        coming.removeIf(due -> due.line().id().equals(id));
        if (history.remove(id)) {
            window.add(gone(id));
        }
    }

    private static Optional<ChatLine> one(Stream<ChatLine> lines, String id) {
        return lines.filter(line -> line.id().equals(id)).findFirst();
    }

    private static ObjectNode gone(String id) {
        return Json.object().put("kind", "hidden").put("id", id);
    }

    /** Puts somebody out, under every name, with what of theirs is not delivered yet. */
    void ban(String member) {
        banned.add(member);
        held.values().removeIf(line -> line.who().member().equals(member));
        coming.removeIf(due -> due.line().who().member().equals(member));
        members.close(pass -> pass.member().equals(member), REFUSED, "banned");
    }

    void unban(String member) {
        banned.remove(member);
    }

    /** What single members were told, as it was kept. */
    void warned(JsonNode kept) {
        kept.properties().forEach(one -> {
            if (one.getValue() instanceof ObjectNode told) {
                warned.put(one.getKey(), told);
            }
        });
    }

    /** Tells one member alone, also when they come back; the last of several. */
    void warn(String member, String id, String text) {
        ObjectNode told = Json.object().put("kind", "warned").put("id", id).put("text", text);
        warned.put(member, told);
        members.tell(member, told);
    }
}
