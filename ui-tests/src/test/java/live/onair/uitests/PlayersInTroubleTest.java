package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Where there is nothing better, real players in a real browser go on with what there is: with both CDNs bad, and with nobody to tell them
 * the order of the CDNs. Once here, ten times with {@code ./onair prove steered-players}.
 */
class PlayersInTroubleTest {

    private static final int TIMES = Integer.getInteger("onair.proof.size", 1);
    private static final int PLAYERS = 2;
    private static final int PEACE_SECONDS = 10;
    private static final int BUCKETS = 100;
    private static final String BUSY = "answered 503";
    private static final String SHUT = "connections refused";
    private static final Pattern ORDER = Pattern.compile("/steering/v1/.*\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SteeredPlayer> players = new ArrayList<>();
    private final Figures figures = new Figures();
    private final JsonNode rule = SteeredShow.rule();
    private final HttpClient http = HttpClient.newHttpClient();
    private SteeredShow show = SteeredShow.onAir();

    @AfterEach
    void all_is_well() {
        players.forEach(SteeredPlayer::close);
        bothAre("OK", 0, 0);
        show.end();
        nobodyIsMoved(rule);
    }

    private static Instant bothAre(String mode, int domestic, int global) {
        Instant first = SteeredShow.dial("domestic", mode, domestic);
        SteeredShow.dial("global", mode, global);
        return first;
    }

    private void afresh() {
        players.forEach(SteeredPlayer::close);
        players.clear();
        for (int i = 0; i < PLAYERS; i++) {
            players.add(SteeredPlayer.watching(show.id()));
        }
    }

    private double stood() {
        return players.stream().mapToDouble(SteeredPlayer::stood).max().orElseThrow();
    }

    private void goesOn() {
        players.forEach(player -> player.goesOn(Leave.of(Duration.ofSeconds(60))));
    }

    private HttpResponse<String> read(String below) {
        URI address = URI.create(Ui.app().viewerUrl() + "/steering/v1/" + show.id() + "/" + below);
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address.toString(), e);
        }
    }

    private JsonNode json(String below) {
        try {
            return JSON.readTree(read(below).body());
        } catch (IOException e) {
            throw new AssertionError(below, e);
        }
    }

    /** Reads what every bucket's players read: each of them is told an order. Says how many were read. */
    private int orders() {
        int read = 0;
        for (String branch : json("branches.json").path("branches").findValuesAsText("id")) {
            for (int bucket = 0; bucket < BUCKETS; bucket++, read++) {
                String name = branch + "/" + bucket + ".json";
                assertThat(json(name).path("PATHWAY-PRIORITY")).as(name).isNotEmpty();
            }
        }
        return read;
    }

    private void bothBad() {
        afresh();
        SteeredShow.ruleOn();
        Instant dialled = bothAre("SLOW", 3_000, 2_000);
        int read = orders();
        figures.add("alarm", show.alarmed("ALL_CDNS_BAD", dialled));
        read += orders();
        goesOn();
        read += orders();
        figures.add("both stood", stood());
        figures.add("orders", read);
        figures.add(
                "worse",
                players.stream()
                        .filter(player -> player.at().equals("domestic"))
                        .count());
        bothAre("OK", 0, 0);
    }

    private static void nobodyIsMoved(JsonNode rule) {
        SteeredShow.rule(rule);
        SteeredShow.undo();
    }

    /** The trouble before is over, so that nothing is published any more for its sake. */
    private void inPeace() {
        await("players ask as seldom as in peace")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> json("default/0.json").path("TTL").asInt() == PEACE_SECONDS);
    }

    private void another() {
        show.end();
        show = SteeredShow.onAir();
    }

    /** All that steers the show's players is taken away, as by a store that has lost it: they are answered 404. */
    private void steeringGone() {
        afresh();
        SteeredPlayer bare = SteeredPlayer.bare(show.id());
        players.add(bare);
        inPeace();
        double before = stood();
        Ui.app()
                .control()
                .call("DELETE", "/steering/" + show.id(), null, Map.of())
                .ok();
        assertThat(read("branches.json").statusCode()).isEqualTo(404);
        for (SteeredPlayer player : players) {
            player.page().waitForCondition(() -> player.orders().contains(404));
        }
        goesOn();
        figures.add("stood", stood() - before);
        figures.add(
                "stalls",
                players.stream().mapToDouble(one -> one.number("stalls")).max().orElseThrow());
        long opened = System.nanoTime();
        players.add(SteeredPlayer.opens(show.id()));
        figures.add("newcomer", (System.nanoTime() - opened) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private double stalls() {
        return players.stream()
                .mapToDouble(player -> player.number("stalls"))
                .max()
                .orElseThrow();
    }

    /** Who is asked for the order of the CDNs answers so, or not at all; all else is there. */
    private void steering(String fault, Consumer<Route> answer, int status) {
        afresh();
        players.add(SteeredPlayer.bare(show.id()));
        inPeace();
        double stood = stood();
        double stalls = stalls();
        players.forEach(player -> player.page().route(ORDER, route -> {
            player.orders().add(status);
            answer.accept(route);
        }));
        for (SteeredPlayer player : players) {
            player.page().waitForCondition(() -> player.orders().contains(status));
        }
        goesOn();
        figures.add(fault + ": stood", stood() - stood);
        figures.add(fault + ": stalls", stalls() - stalls);
    }

    private String told(String fault) {
        return "; " + fault
                + figures.say(": %.0f stalls, stood still %.1f s at most", fault + ": stalls", fault + ": stood");
    }

    @Test
    void with_both_cdns_bad_and_with_nobody_to_steer_them_players_go_on() {
        for (int time = 0; time < TIMES; time++) {
            if (time > 0) {
                another();
            }
            bothBad();
            nobodyIsMoved(rule);
            steering(BUSY, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)), 503);
            steering(SHUT, route -> route.abort("connectionrefused"), 0);
            steeringGone();
        }
        String bad = TIMES + " times with " + PLAYERS + " players, the domestic CDN 3 s late and the global one 2 s: "
                + figures.say(
                        "alarm after %.1f s, players went on, stood still %.1f s at most (%.0f of them with the worse one in the end);"
                                + " %.0f orders read each time, none empty",
                        "alarm", "both stood", "worse", "orders");
        System.out.println("PROOF|steered-players|" + TIMES + "|0|" + bad);
        String gone = TIMES + " times with " + PLAYERS + " players and hls.js alone, their orders answered 404: "
                + figures.say(
                        "%.0f stalls, stood still %.1f s at most; who came then saw the picture after %.1f s",
                        "stalls", "stood", "newcomer")
                + told(BUSY)
                + told(SHUT);
        System.out.println("PROOF|steered-players|" + TIMES + "|0|" + gone);
        assertThat(figures.worst("alarm")).as(bad).isLessThan(Leave.of(20.0));
        assertThat(figures.worst("both stood")).as(bad).isLessThan(Leave.of(10.0));
        assertThat(figures.worst("worse")).as(bad).isZero();
        assertThat(figures.worst("stood")).as(gone).isLessThan(Leave.of(0.5));
        assertThat(figures.worst("stalls")).as(gone).isZero();
        for (String fault : List.of(BUSY, SHUT)) {
            assertThat(figures.worst(fault + ": stalls")).as(gone).isZero();
            assertThat(figures.worst(fault + ": stood")).as(gone).isLessThan(Leave.of(0.5));
        }
        assertThat(figures.worst("newcomer")).as(gone).isLessThan(Leave.of(15.0));
    }
}
