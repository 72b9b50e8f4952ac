package live.onair.uitests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;

/** A show of its own whose viewers' players can be steered, and what is told of its CDNs. */
record SteeredShow(String id) {

    static SteeredShow onAir() {
        SteeredShow show = planned();
        await("on air, and players can be steered")
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> ops().get("/steering/shows")
                                .ok()
                                .path("items")
                                .findValuesAsText("show")
                                .contains(show.id())
                        && OnBoard.read(show.id()).path("state").asText().equals("ON_AIR"));
        return show;
    }

    /** One that begins in a moment. */
    static SteeredShow planned() {
        String channel = ops().post(
                        "/channels",
                        Map.of("name", "스티어링 채널 " + System.nanoTime(), "warmUpSeconds", 2, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(4);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "스티어링 시험", "channel", channel));
        plan.put("start", start.toString());
        plan.put("end", start.plusSeconds(3_600).toString());
        plan.put("feed", Map.of("source", "TEST"));
        String show = Ui.app()
                .api("merchandiser")
                .post("/shows", plan)
                .ok()
                .path("id")
                .asText();
        OnBoard.approve(show);
        return new SteeredShow(show);
    }

    static Api ops() {
        return Ui.app().api("ops");
    }

    void end() {
        Ui.app()
                .api("merchandiser")
                .post("/shows/" + id + "/transitions", Map.of("to", "ENDED", "reason", "시험이 끝났습니다"));
    }

    /** Gives an edge a fault; says when. */
    static Instant dial(String edge, String mode, int millis) {
        return dial(edge, Map.of("mode", mode, "millis", millis));
    }

    /** Each answer begins in time, and comes at so many bytes a second. */
    static Instant throttle(String edge, int bytesPerSecond) {
        return dial(edge, Map.of("mode", "THROTTLED", "bytesPerSecond", bytesPerSecond));
    }

    private static Instant dial(String edge, Map<String, Object> fault) {
        Instant now = Instant.now();
        Ui.app().control().call("PUT", "/edges/" + edge, fault, Map.of()).ok();
        return now;
    }

    static JsonNode rule() {
        return ops().get("/steering/rule").ok();
    }

    /** The automatic rule moves viewers from now on, all of them at once. */
    static void ruleOn() {
        rule(((ObjectNode) rule().deepCopy()).put("enabled", true).put("stepPercent", 100));
    }

    static void rule(JsonNode wanted) {
        ObjectNode wish = wanted.deepCopy();
        wish.remove("version");
        ops().call("PUT", "/steering/rule", wish.toString(), Map.of()).ok();
    }

    /** Undoes every move that goes on, of whatever show: another's viewers were moved as well. */
    static void undo() {
        moves().forEach(move ->
                ops().post("/steering/moves/" + move.path("number").asLong() + "/undo", Map.of()));
    }

    /** The moves that go on. */
    static List<JsonNode> moves() {
        JsonNode all = ops().get("/steering/moves").ok().path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(move -> !move.hasNonNull("endedAt"))
                .toList();
    }

    /** Since when there is this alarm. */
    private Optional<Instant> alarm(String kind) {
        JsonNode all = ops().get("/shows/" + id + "/interruptions").ok();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(row -> row.path("kind").asText().equals(kind) && !row.hasNonNull("closedAt"))
                .map(row -> Instant.parse(row.path("since").asText()))
                .findFirst();
    }

    /** Until there is this alarm; in how many seconds after that it was raised. */
    double alarmed(String kind, Instant dialled) {
        await(kind)
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> alarm(kind).isPresent());
        return Duration.between(dialled, alarm(kind).orElseThrow()).toMillis() / 1e3;
    }

    void isWell() {
        await("no alarm")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> alarm("CDN_BAD").isEmpty() && alarm("ALL_CDNS_BAD").isEmpty());
    }
}
