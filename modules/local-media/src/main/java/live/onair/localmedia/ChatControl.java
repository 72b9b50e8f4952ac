package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import live.onair.filter.ChatText;
import live.onair.filter.FilterAction;
import org.jspecify.annotations.Nullable;

/** What the console commands in chats: rooms, passes, what moderators do, and the fetching of what was said. Every command is idempotent. */
final class ChatControl {

    private static final List<String> STYLES = List.of("standard", "highlight", "warning");
    private static final int LONGEST = 300;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,80}");
    private static final Pattern SHOW = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final ChatRooms rooms;
    private final ChatPass.Seal seal;
    private final Clock clock;

    ChatControl(ChatRooms rooms, ChatPass.Seal seal, Clock clock) {
        this.rooms = rooms;
        this.seal = seal;
        this.clock = clock;
    }

    Reply answer(String call, String rest, HttpHandler.Request request) throws IOException {
        String[] parts = rest.split("/", -1);
        if (parts[0].equals("rooms")
                && parts.length >= 2
                && SHOW.matcher(parts[1]).matches()) {
            return parts.length == 2 ? room(call, parts[1], request) : act(call, parts, request);
        }
        if (parts[0].equals("spool")) {
            return Control.spool(
                    rooms.spool(), call, rest.equals("spool") ? "" : rest.replaceFirst("spool/(?=.)", ""), request);
        }
        return switch (call + " " + rest) {
            case "POST passes" ->
                Reply.json(
                        200,
                        Json.object().put("pass", seal.sealed(ChatPass.wanted(Json.body(request), clock.instant()))));
            case "PUT rules" -> rules(request);
            default -> throw Control.unknown();
        };
    }

    private Reply room(String call, String show, HttpHandler.Request request) {
        return switch (call) {
            case "PUT" -> {
                ChatSettings settings = ChatSettings.read(Json.body(request));
                yield done(() -> described(rooms.open(show, settings)));
            }
            case "GET" -> done(() -> described(known(show)));
            case "DELETE" ->
                done(() -> {
                    rooms.shut(show);
                    return Json.object().put("show", show);
                });
            default -> throw Control.unknown();
        };
    }

    private ObjectNode described(ChatRoom room) {
        ObjectNode told = Json.object().put("show", room.show).put("members", room.members.size());
        told.put("rules", rooms.judge().version());
        told.set("settings", room.settings().told());
        room.banned().stream().sorted().forEach(told.withArray("banned")::add);
        room.held().forEach(line -> told.withArray("held").add(line.kept(room.show)));
        return told;
    }

    private ChatRoom known(String show) {
        ChatRoom room = rooms.room(show);
        if (room == null) {
            throw new Reply.Refused(404, "no-room", "The show has no chat");
        }
        return room;
    }

    /** What moderators do to a line, or to somebody. It is written down before it is done, and done when it is answered. */
    private Reply act(String call, String[] parts, HttpHandler.Request request) {
        String show = parts[1];
        JsonNode body = Json.body(request);
        if ((call + parts[2]).equals("PUTpinned")) {
            return pinned(show, ChatPinned.read(body.path("pinned")));
        }
        String about = Json.text(body, "about", "");
        if (!call.equals("POST") || parts.length != 3 || about.isEmpty()) {
            throw Control.unknown();
        }
        String by = Json.text(body, "by", "");
        switch (parts[2]) {
            case "hide" -> hidden(show, about, by);
            case "approve" -> approved(show, about, by);
            case "ban" -> banned(show, about, true);
            case "unban" -> banned(show, about, false);
            case "say" -> said(show, about, body);
            case "warn" -> warned(show, about, body);
            default -> throw Control.unknown();
        }
        return done(() -> described(known(show)));
    }

    private Reply pinned(String show, @Nullable ChatPinned line) {
        return done(() -> {
            ChatRoom room = known(show);
            room.pin(line);
            rooms.remember(room);
            return described(room);
        });
    }

    private void hidden(String show, String id, String by) {
        get(() -> known(show));
        rooms.told("hidden", show, id, by).join();
        ChatRoom room = get(() -> {
            ChatRoom one = known(show);
            one.hide(id);
            rooms.remember(one);
            return one;
        });
        get(() -> rooms.written(room)).join();
    }

    private void approved(String show, String id, String by) {
        if (get(() -> known(show).away(id)) == null) {
            return;
        }
        rooms.told("approved", show, id, by).join();
        get(() -> {
            ChatRoom room = known(show);
            ChatLine line = room.away(id);
            if (line != null) {
                room.approve(line, System.nanoTime());
            }
            return show;
        });
    }

    private void banned(String show, String member, boolean on) {
        ChatRoom room = get(() -> {
            ChatRoom one = known(show);
            if (on) {
                one.ban(member);
            } else {
                one.unban(member);
            }
            rooms.remember(one);
            return one;
        });
        get(() -> rooms.written(room)).join();
    }

    private void warned(String show, String member, JsonNode body) {
        String id = Json.text(body, "id", "");
        String text = ChatText.plain(Json.text(body, "text", "")).strip();
        if (!WORD.matcher(id).matches() || text.isEmpty() || text.length() > LONGEST) {
            throw new Reply.Refused(400, "wrong-words", "id: " + WORD + ", text: 1-" + LONGEST);
        }
        get(() -> {
            ChatRoom room = known(show);
            room.warn(member, id, text);
            rooms.remember(room);
            return room;
        });
    }

    private void said(String show, String id, JsonNode body) {
        String style = Json.text(body, "style", "");
        String text = ChatText.plain(Json.text(body, "text", "")).strip();
        if (!STYLES.contains(style) || text.isEmpty() || text.length() > LONGEST) {
            throw new Reply.Refused(400, "wrong-words", "style: " + STYLES + ", text: 1-" + LONGEST);
        }
        ChatLine.Who staff = ChatLine.Who.staff(style);
        if (get(() -> known(show).talker(staff.member()).place(id)) != null) {
            return;
        }
        String at = String.valueOf(Json.at(clock.instant()));
        ChatLine line = new ChatLine(id, -1, staff, text, text, FilterAction.ALLOW, List.of(), at);
        long offset = rooms.spool().put("line", line.kept(show)).join();
        get(() -> {
            ChatRoom room = known(show);
            room.talker(staff.member()).kept(id, offset);
            rooms.kept(room, line.at(offset));
            return show;
        });
    }

    private Reply rules(HttpHandler.Request request) {
        try {
            rooms.judge().rules(new String(request.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Reply.Refused(400, "wrong-rules", String.valueOf(e.getMessage()));
        }
        return Reply.json(200, Json.object().put("rules", rooms.judge().version()));
    }

    private Reply done(Callable<ObjectNode> work) {
        return Reply.json(200, get(work));
    }

    private <T> T get(Callable<T> work) {
        try {
            return rooms.ask(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Reply.Refused refused) {
                throw refused;
            }
            throw e;
        }
    }
}
