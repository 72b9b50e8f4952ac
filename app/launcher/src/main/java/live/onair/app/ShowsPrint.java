package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Shows as a terminal tells them: a table for people, or the console's own JSON for programs. */
final class ShowsPrint {

    /** The states with their words, as the console names them. */
    enum State {
        DRAFT("초안", "Draft"),
        IN_REVIEW("검토", "In review"),
        APPROVED("승인", "Approved"),
        REHEARSAL("리허설", "Rehearsal"),
        STANDBY("대기", "Standby"),
        ON_AIR("방송중", "On air"),
        ENDED("종료", "Ended"),
        REPLAY("다시보기", "Replay"),
        ARCHIVED("보관", "Archived"),
        CANCELLED("취소", "Cancelled");

        private final String ko;
        private final String en;

        State(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }
    }

    private final Caller caller;

    ShowsPrint(Caller caller) {
        this.caller = caller;
    }

    private static void print(String text) {
        System.out.println(text);
    }

    private void json(JsonNode value) {
        print(value.toPrettyString());
    }

    void list(ArrayNode shows) {
        if (caller.isJson()) {
            json(Caller.JSON.createObjectNode().set("shows", shows));
            return;
        }
        Columns table = new Columns()
                .row(
                        caller.say("번호", "ID"),
                        caller.say("상태", "State"),
                        caller.say("시작", "Start"),
                        caller.say("끝", "End"),
                        caller.say("채널", "Channel"),
                        caller.say("제목", "Title"));
        for (JsonNode show : shows) {
            table.row(
                    show.path("id").asText(),
                    state(show.path("state").asText()),
                    time(show, "startsAt"),
                    time(show, "endsAt"),
                    named(show.path("channel")),
                    show.path("title").asText());
        }
        table.lines().forEach(ShowsPrint::print);
        print(caller.say("방송 " + shows.size() + "개", shows.size() + (shows.size() == 1 ? " show" : " shows")));
    }

    void show(JsonNode show) {
        if (caller.isJson()) {
            json(show);
            return;
        }
        Columns table = new Columns()
                .row(caller.say("번호", "ID"), show.path("id").asText())
                .row(caller.say("제목", "Title"), show.path("title").asText())
                .row(caller.say("상태", "State"), state(show.path("state").asText()))
                .row(caller.say("시작", "Start"), time(show, "startsAt"))
                .row(caller.say("끝", "End"), time(show, "endsAt"))
                .row(caller.say("채널", "Channel"), named(show.path("channel")))
                .row(caller.say("스튜디오", "Studio"), named(show.path("studio")))
                .row(
                        caller.say("진행자", "Hosts"),
                        all(show.path("hosts")).map(ShowsPrint::named).collect(Collectors.joining(", ")))
                .row(
                        caller.say("마지막으로 고친 사람", "Last changed by"),
                        show.path("review").path("changedBy").asText())
                .row(
                        caller.say("승인한 사람", "Approved by"),
                        show.path("review").path("approvedBy").asText(""));
        table.lines().forEach(ShowsPrint::print);
    }

    /** What has been done, and the show as it is now. */
    void done(String sentence, JsonNode show) {
        if (!caller.isJson()) {
            print(sentence);
        }
        show(show);
    }

    /** The request behind a command that reads. */
    void wouldRead(Caller.Request request) {
        tell(tried(request), List.of());
    }

    /** What a move would meet. */
    void foreseen(Caller.Request request, JsonNode show, JsonNode foreseen) {
        ObjectNode told = tried(request);
        told.put("possible", foreseen.path("reasons").isEmpty());
        told.set("reasons", foreseen.path("reasons"));
        told.set("losesApproval", foreseen.path("losesApproval"));
        told.set("nearest", foreseen.path("nearest"));
        told.set("show", show);
        List<String> lines = new ArrayList<>();
        lines.add(show.path("id").asText() + " " + show.path("title").asText() + ", " + time(show, "startsAt") + " – "
                + time(show, "endsAt") + ", " + named(show.path("channel")));
        all(foreseen.path("reasons"))
                .forEach(reason -> lines.add(reason.path("sentence").asText()));
        if (foreseen.path("reasons").isEmpty()) {
            lines.add(caller.say("옮길 수 있습니다.", "It can be moved."));
        } else if (foreseen.hasNonNull("nearest")) {
            lines.add(caller.say("비어 있는 가장 가까운 시작: ", "The nearest free start: ") + time(foreseen, "nearest"));
        }
        if (foreseen.path("losesApproval").asBoolean()) {
            lines.add(caller.say("다시 승인받아야 합니다.", "It has to be approved again."));
        }
        tell(told, lines);
    }

    /** Whether there is a way to that state; gives the status to end with. */
    int ways(Caller.Request request, JsonNode show, JsonNode ways, State to) {
        boolean possible = all(ways).anyMatch(way -> way.asText().equals(to.name()));
        ObjectNode told = tried(request);
        told.put("possible", possible);
        told.set("state", show.path("state"));
        told.set("ways", ways);
        String next = all(ways).map(way -> state(way.asText())).collect(Collectors.joining(", "));
        List<String> lines = List.of(
                show.path("id").asText() + " " + show.path("title").asText(),
                caller.say("지금 상태: ", "State now: ") + state(show.path("state").asText()),
                caller.say("갈 수 있는 상태: ", "It can become: ") + (next.isEmpty() ? "-" : next),
                possible
                        ? caller.say("‘" + to.ko + "’ 상태로 바꿀 수 있습니다.", "There is a way to " + to.en + ".")
                        : caller.say("‘" + to.ko + "’ 상태로는 바꿀 수 없습니다.", "There is no way to " + to.en + " from here."));
        tell(told, lines);
        return possible ? 0 : Stop.REFUSED;
    }

    /** The calls of a plan, in order. */
    static String calls(JsonNode plan) {
        return all(plan.path("calls"))
                .map(call -> call.path("service").asText() + " "
                        + call.path("operation").asText())
                .collect(Collectors.joining(", "));
    }

    private static ObjectNode tried(Caller.Request request) {
        ObjectNode told = Caller.JSON.createObjectNode().put("dryRun", true);
        ObjectNode sent =
                told.putObject("request").put("method", request.method()).put("path", "/api/v1" + request.path());
        JsonNode body = request.body();
        if (body != null) {
            sent.set("body", body);
        }
        return told;
    }

    private void tell(ObjectNode told, List<String> lines) {
        if (caller.isJson()) {
            json(told);
            return;
        }
        lines.forEach(line -> print(Columns.plain(line)));
        JsonNode request = told.path("request");
        String body = request.has("body") ? " " + request.path("body") : "";
        print(caller.say("보내지 않은 요청: ", "Not sent: ")
                + Columns.plain(request.path("method").asText() + " "
                        + request.path("path").asText() + body));
    }

    private String state(String name) {
        for (State state : State.values()) {
            if (state.name().equals(name)) {
                return caller.say(state.ko, state.en);
            }
        }
        return name;
    }

    private String time(JsonNode of, String field) {
        return SeoulTime.read(of.path(field).asText(""), caller.place.locale());
    }

    private static String named(JsonNode thing) {
        return thing.hasNonNull("id")
                ? thing.path("id").asText() + " " + thing.path("name").asText()
                : "";
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
