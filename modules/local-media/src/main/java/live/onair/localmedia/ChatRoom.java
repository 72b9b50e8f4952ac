package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import live.onair.filter.FilterAction;
import org.jspecify.annotations.Nullable;

/**
 * The chat of one show: who is in it, what was said, and what is delivered when. Used by the chat's thread only. What is
 * delivered was spooled before; what moderators take out before it is delivered nobody gets.
 */
final class ChatRoom {

    private static final int HISTORY = 200;
    private static final int MOST_HELD = 1_000;
    private static final int REFUSED = 1008;
    private static final int MOST_TALKERS = 20_000;

    /** A line that is delivered when its time has come. */
    private record Due(ChatLine line, long at) {}

    final String show;
    private ChatSettings settings = ChatSettings.USUAL;
    private final Set<String> banned = new HashSet<>();
    private final Map<Channel, ChatPass> members = new HashMap<>();
    private final Map<String, ChatTalker> talkers = bounded(MOST_TALKERS, true);
    private final ArrayDeque<ChatLine> history = new ArrayDeque<>();
    private final ArrayDeque<Due> coming = new ArrayDeque<>();
    private final Map<String, ChatLine> held = new LinkedHashMap<>();
    /** What was taken away last, and may come back. */
    private final Map<String, ChatLine> taken = bounded(MOST_HELD, false);

    private final Set<String> hidden = new HashSet<>();
    private final ArrayDeque<String> hiddenOrder = new ArrayDeque<>();
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
        members.put(channel, pass);
        ObjectNode welcome = Json.object().put("kind", "welcome").put("member", pass.member());
        welcome.put("name", pass.name());
        welcome.set("settings", settings.told());
        ChatLine oldest = history.size() == HISTORY ? history.peekFirst() : null;
        welcome.put("missed", after >= 0 && oldest != null && after < oldest.offset());
        welcome.set("pinned", pinned == null ? null : pinned.told());
        ArrayNode lines = welcome.putArray("lines");
        history.stream().filter(line -> line.offset() > after).forEach(line -> lines.add(line.shown()));
        ChatFrames.send(channel, welcome);
    }

    void left(Channel channel) {
        members.remove(channel);
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
            ChatFrames.send(members.keySet(), window);
            window.removeAll();
        }
        return !coming.isEmpty();
    }

    void remember(ChatLine line) {
        history.add(line);
        if (history.size() > HISTORY) {
            history.poll();
        }
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

    /** How it is held, who is banned and what is held up, to be kept. */
    ObjectNode kept() {
        ObjectNode told = Json.object();
        told.set("settings", settings.told());
        told.set("pinned", pinned == null ? null : pinned.told());
        banned.stream().sorted().forEach(told.withArray("banned")::add);
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

    /** A line that waits goes out as it is, and one that was taken away comes back, as the newest. */
    void approve(ChatLine line, long now) {
        back(line.id());
        coming.add(new Due(line, now));
    }

    /** It neither waits nor is away any more. */
    void back(String id) {
        held.remove(id);
        if (taken.remove(id) != null) {
            hidden.remove(id);
            hiddenOrder.remove(id);
        }
    }

    /** Nobody gets it any more, and who has it takes it away. */
    void hide(String id) {
        if (hidden.add(id)) {
            hiddenOrder.add(id);
        }
        if (hiddenOrder.size() > 10 * HISTORY) {
            hidden.remove(hiddenOrder.poll());
        }
        Stream.of(held.values().stream(), coming.stream().map(Due::line), history.stream())
                .flatMap(lines -> lines)
                .filter(line -> line.id().equals(id))
                .findFirst()
                .ifPresent(line -> taken.put(id, line));
        if (pinned != null && pinned.id().equals(id)) {
            pin(null);
        }
        held.remove(id);
        coming.removeIf(due -> due.line().id().equals(id));
        if (history.removeIf(line -> line.id().equals(id))) {
            window.add(Json.object().put("kind", "hidden").put("id", id));
        }
    }

    /** Puts somebody out, under every name, with what of theirs is not delivered yet. */
    void ban(String member) {
        banned.add(member);
        held.values().removeIf(line -> line.who().member().equals(member));
        coming.removeIf(due -> due.line().who().member().equals(member));
        close(pass -> pass.member().equals(member), REFUSED, "banned");
    }

    void unban(String member) {
        banned.remove(member);
    }

    /** Puts out whom it concerns, with a status of RFC 6455. */
    void close(Predicate<ChatPass> whom, int status, String why) {
        List<Channel> going = new ArrayList<>();
        members.forEach((channel, pass) -> {
            if (whom.test(pass)) {
                going.add(channel);
            }
        });
        going.forEach(members::remove);
        going.forEach(channel -> ChatFrames.bye(channel, status, why));
    }

    /** What was written before lies with the readers when these are done. */
    List<ChannelFuture> written() {
        return members.keySet().stream()
                .map(channel -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER))
                .toList();
    }

    int size() {
        return members.size();
    }
}
