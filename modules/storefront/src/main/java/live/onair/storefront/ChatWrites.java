package live.onair.storefront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.kernel.Outcome;
import live.onair.moderation.Appeals;
import live.onair.moderation.ChatEntrance;
import live.onair.moderation.ModerationRows.Appeal;
import live.onair.moderation.ModerationRows.ReportReason;
import live.onair.moderation.ModerationRows.ReportResult;
import live.onair.moderation.Reports;
import live.onair.reminders.Reminders;
import org.jspecify.annotations.Nullable;

/** What viewers' pages ask for in chats: a pass that lets them in, reports of lines, appeals against bans. */
@Singleton
class ChatWrites {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ASKED =
            Pattern.compile("shows/([A-Za-z0-9-]{1,40})/chat-(pass|reports|reports/mine|appeals|appeals/mine)");

    private final ChatEntrance entrance;
    private final Reports reports;
    private final Appeals appeals;
    private final Reminders reminders;

    @Inject
    ChatWrites(ChatEntrance entrance, Reports reports, Appeals appeals, Reminders reminders) {
        this.reminders = reminders;
        this.entrance = entrance;
        this.reports = reports;
        this.appeals = appeals;
    }

    /** What becomes of it; empty for a path that is not of chats. */
    Optional<Outcome<ObjectNode>> answer(String path, JsonNode asked, String viewer) {
        Matcher what = ASKED.matcher(path);
        if (!what.matches()) {
            return Optional.empty();
        }
        String show = what.group(1);
        return Optional.of(
                switch (what.group(2)) {
                    case "pass" ->
                        entrance.pass(show, viewer, asked.path("name").asText(""), reminders.follows(viewer))
                                .map(ChatWrites::told);
                    case "reports" ->
                        reports.report(show, viewer, asked.path("line").asText(""), why(asked))
                                .map(ChatWrites::told);
                    case "reports/mine" -> reports.of(show, viewer).map(ChatWrites::told);
                    case "appeals" ->
                        appeals.appeal(show, viewer, asked.path("text").asText(""))
                                .map(ChatWrites::told);
                    default ->
                        Outcome.done(
                                appeals.of(show, viewer).map(ChatWrites::told).orElseGet(JSON::createObjectNode));
                });
    }

    private static @Nullable ReportReason why(JsonNode asked) {
        String word = asked.path("why").asText("");
        return Arrays.stream(ReportReason.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String state(@Nullable Boolean decided) {
        return decided == null ? "open" : decided ? "upheld" : "dismissed";
    }

    private static ObjectNode told(ReportResult result) {
        return JSON.createObjectNode().put("line", result.line()).put("state", state(result.upheld()));
    }

    private static ObjectNode told(List<ReportResult> results) {
        ObjectNode told = JSON.createObjectNode();
        ArrayNode items = told.putArray("items");
        results.forEach(one -> items.add(told(one)));
        return told;
    }

    private static ObjectNode told(Appeal appeal) {
        return JSON.createObjectNode().put("state", state(appeal.granted())).put("answer", appeal.answer());
    }

    private static ObjectNode told(ChatEntrance.Pass pass) {
        return JSON.createObjectNode()
                .put("pass", pass.pass())
                .put("member", pass.member())
                .put("name", pass.name());
    }
}
