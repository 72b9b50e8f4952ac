package live.onair.chatreview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import live.onair.filter.ChatManners;
import live.onair.filter.ChatName;
import live.onair.filter.ChatText;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterHit;
import live.onair.filter.FilterVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges one line after the other. What it lets pass, or holds, lies in the folder before it answers; a held line is delivered
 * without a word of it, so that the page that said it learns that it was kept. Everything else is denied: so is a line that
 * could not be judged. Requests and answers are those of the IVS Chat user guide, "Message review handler".
 */
final class ChatReview {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    /** Members and lines that are remembered, by this instance of the function. */
    private static final int MOST = 20_000;
    /** What stands for a line that waits: IVS Chat delivers no empty one. */
    private static final String NOTHING = "…";

    /** Two lines a second in the long run, eight at once: as in the media process. */
    private static final long PACE = 500_000_000L;

    private static final int AT_ONCE = 8;

    /** What somebody said last. */
    private record Last(String text, long at) {}

    /** A line on its way. */
    private record Line(String show, String id, String message, String member, String name, String said) {}

    private final Papers papers;
    private final Shelf shelf;
    private final Clock clock;
    private final Map<String, Last> lately = bounded(MOST);
    /** Who said a line, by show and line: said again it counts once, and nobody else says another under its id. */
    private final Map<String, String> known = bounded(MOST);
    /** Until when each member has used up their pace. */
    private final Map<String, Long> paid = bounded(MOST);

    ChatReview(Shelf shelf, Clock clock) {
        this.papers = new Papers(shelf, clock);
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Forgets what was used longest ago, above so many. */
    static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer to IVS Chat. */
    synchronized ObjectNode answer(JsonNode asked) {
        JsonNode sender = asked.path("Sender");
        JsonNode guest = sender.path("Attributes");
        String id = asked.path("Attributes").path("id").asText();
        Line line = new Line(
                guest.path("show").asText(),
                ID.matcher(id).matches() ? id : asked.path("MessageId").asText(),
                asked.path("MessageId").asText(),
                sender.path("UserId").asText(),
                guest.path("name").asText(),
                ChatText.plain(asked.path("Content").asText()).strip());
        boolean follows = guest.path("can").asText().contains("follow");
        String refusal = refusal(line, follows);
        if (refusal != null) {
            return denied(refusal);
        }
        String by = known.get(line.show() + " " + line.id());
        if (by != null) {
            return by.equals(line.member()) ? again(line) : denied("BLOCKED");
        }
        ObjectNode answer = judged(line);
        known.put(line.show() + " " + line.id(), line.member());
        return answer;
    }

    private @Nullable String refusal(Line line, boolean follows) {
        JsonNode room = papers.room(line.show()).orElse(null);
        if (room == null || !room.path("open").asBoolean()) {
            return "CLOSED";
        }
        for (JsonNode banned : room.path("banned")) {
            if (banned.asText().equals(line.member())) {
                return "BANNED";
            }
        }
        if (isTooFast(line)) {
            return "RATE";
        }
        if (known.containsKey(line.show() + " " + line.id())) {
            return room.path("settings").path("frozen").asBoolean() ? "FROZEN" : null;
        }
        String wrong = ChatManners.wrong(line.said());
        if (wrong == null && ChatName.wrong(line.name(), papers.filters().ofShow(line.show())) != null) {
            return "NAME";
        }
        return wrong == null ? manners(room.path("settings")).refusal(speaker(line, follows), line.said()) : wrong;
    }

    private boolean isTooFast(Line line) {
        String key = line.show() + " " + line.member();
        long now = System.nanoTime();
        long until = Math.max(paid.getOrDefault(key, Long.MIN_VALUE), now - AT_ONCE * PACE) + PACE;
        if (until > now) {
            return true;
        }
        paid.put(key, until);
        return false;
    }

    private static ChatManners manners(JsonNode settings) {
        return new ChatManners(
                settings.path("slowSeconds").asInt(),
                settings.path("frozen").asBoolean(),
                settings.path("followersOnly").asBoolean(),
                settings.path("linksOff").asBoolean(),
                settings.path("duplicatesOff").asBoolean());
    }

    private ChatManners.Speaker speaker(Line line, boolean follows) {
        Last last = lately.get(line.show() + " " + line.member());
        return last == null
                ? new ChatManners.Speaker(follows, "", Long.MAX_VALUE)
                : new ChatManners.Speaker(follows, last.text(), System.nanoTime() - last.at());
    }

    private ObjectNode judged(Line line) {
        FilterVerdict verdict = papers.filters().ofShow(line.show()).check(line.said());
        Instant now = clock.instant();
        shelf.write(
                "log/" + LogKey.of(now, line.show(), line.id(), line.message(), verdict.action()),
                paper(line, verdict, now).toString().getBytes(StandardCharsets.UTF_8));
        lately.put(line.show() + " " + line.member(), new Last(line.said(), System.nanoTime()));
        if (verdict.action() == FilterAction.BLOCK) {
            return denied("BLOCKED");
        }
        boolean held = verdict.action() == FilterAction.HOLD;
        return allowed(line, held ? NOTHING : verdict.text(), held ? "held" : "");
    }

    /** It was kept before; nobody reads it once more. */
    private static ObjectNode again(Line line) {
        return allowed(line, NOTHING, "held");
    }

    private static ObjectNode paper(Line line, FilterVerdict verdict, Instant now) {
        ObjectNode paper = JsonNodeFactory.instance.objectNode();
        paper.put("show", line.show()).put("id", line.id()).put("message", line.message());
        paper.put("member", line.member()).put("name", line.name());
        paper.put("said", line.said())
                .put("text", verdict.text())
                .put("judged", verdict.action().name());
        List<String> rules =
                verdict.hits().stream().map(FilterHit::rule).distinct().toList();
        rules.forEach(rule -> paper.withArray("rules").add(rule));
        return paper.put("at", now.toString());
    }

    private static ObjectNode allowed(Line line, String text, String mark) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ReviewResult", "ALLOW").put("Content", text);
        ObjectNode attributes = answer.putObject("Attributes").put("id", line.id());
        if (!mark.isEmpty()) {
            attributes.put(mark, "true");
        }
        return answer;
    }

    private static ObjectNode denied(String why) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ReviewResult", "DENY").put("Content", NOTHING);
        answer.putObject("Attributes").put("Reason", why);
        return answer;
    }
}
