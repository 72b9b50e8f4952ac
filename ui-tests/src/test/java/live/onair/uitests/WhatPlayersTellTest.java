package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What viewers' pages tell of watching is what hls.js says in CMCD, as it is delivered in a real browser; what is asked of CDNs has
 * nothing of it, neither in an address nor in a header. The grid has its troubles for minutes, so it comes after what reads that.
 */
class WhatPlayersTellTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODECS = "CODECS=\"avc1.64001f,mp4a.40.2\",";
    private static final Pattern PAIR = Pattern.compile("([a-z]+)(?:=(\"[^\"]*\"|[^,]+))?(?:,|$)");

    /** What is not among the keys of CMCD. */
    private static final Set<String> BESIDE =
            Set.of("CMCD", "pathway", "ordered", "start", "played", "stalled", "failed", "bytes", "pt");

    private final SteeredShow show = SteeredShow.onAir();
    private final List<Viewer> viewers = new ArrayList<>();

    /** A viewer's page, what it told, and what it asked of the edges with how. */
    private record Viewer(Page page, List<JsonNode> told, List<String> asked) {

        static Viewer fresh() {
            Viewer viewer = new Viewer(
                    Ui.context("ko-KR", false, 390, 844).newPage(),
                    new CopyOnWriteArrayList<>(),
                    new CopyOnWriteArrayList<>());
            viewer.page.onRequest(viewer::saw);
            return viewer;
        }

        /** As if the playlist of the pathways told what is in its streams, as those of a ladder do. */
        void readsCodecs() {
            page.route(Pattern.compile("/steering/v1/[^?]+\\.m3u8"), route -> {
                APIResponse answer = route.fetch();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replace("STREAM-INF:", "STREAM-INF:" + CODECS)));
            });
        }

        private void saw(Request request) {
            if (request.url().endsWith("/storefront/v1/watching")) {
                told.add(read(request.postData()));
            } else if (request.url().startsWith(SteeredPlayer.edge("domestic"))
                    || request.url().startsWith(SteeredPlayer.edge("global"))
                    || request.url().contains("/steering/v1/")) {
                asked.add(request.method() + " " + request.url() + " " + request.headers());
            }
        }

        private static JsonNode read(String body) {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }

        void until(BooleanSupplier condition) {
            page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(Leave.of(60_000)));
        }

        void tells(int times) {
            until(() -> told.size() >= times);
        }

        /** A picture that has just begun on a busy machine may have been starved as well. */
        void tellsOfNoStarving() {
            int before = told.size();
            until(() -> told.size() > before && !cmcd(told.size() - 1).containsKey("bs"));
        }

        Map<String, String> cmcd(int which) {
            String text = told.get(which).path("CMCD").asText();
            Map<String, String> said = new HashMap<>();
            PAIR.matcher(text)
                    .results()
                    .forEach(pair -> said.put(pair.group(1), pair.group(2) == null ? "" : pair.group(2)));
            assertThat(said).as(text).isNotEmpty();
            return said;
        }

        /** The texts that tell of a picture that had stood still. */
        List<String> starved() {
            return told.stream()
                    .map(one -> one.path("CMCD").asText())
                    .filter(text -> text.matches("(?:.*,)?bs(?:,.*)?"))
                    .toList();
        }

        void asksPlainly() {
            assertThat(asked)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(one -> assertThat(one.toLowerCase(Locale.ROOT)).doesNotContain("cmcd"));
        }
    }

    @AfterEach
    void all_is_well() {
        viewers.forEach(viewer -> viewer.page().context().close());
        bothAre("OK");
        show.end();
    }

    private static void bothAre(String mode) {
        SteeredShow.dial("domestic", mode, 0);
        SteeredShow.dial("global", mode, 0);
    }

    private Viewer sits() {
        Viewer viewer = Viewer.fresh();
        viewers.add(viewer);
        return viewer;
    }

    private Viewer opens(String kind, Viewer viewer) {
        viewer.page().navigate(Ui.app().viewerUrl() + "/" + kind + "/" + show.id());
        return viewer;
    }

    private List<JsonNode> grid() {
        JsonNode fields =
                SteeredShow.ops().get("/cdn-quality?show=" + show.id()).ok().path("items");
        return StreamSupport.stream(fields.spliterator(), false).toList();
    }

    @Test
    void pages_tell_what_hls_says_of_watching_and_ask_cdns_without_it() {
        Viewer live = opens("live", sits());
        Viewer embedded = opens("embed", sits());
        for (Viewer viewer : List.of(live, embedded)) {
            viewer.tells(2);
            for (int which = 0; which < 2; which++) {
                JsonNode told = viewer.told().get(which);
                Set<String> words = new TreeSet<>();
                told.fieldNames().forEachRemaining(words::add);
                assertThat(words).as("nothing is told twice").isEqualTo(new TreeSet<>(BESIDE));
                Map<String, String> said = viewer.cmcd(which);
                assertThat(said.get("cid")).isEqualTo("\"" + show.id() + "\"");
                assertThat(said.get("sf")).isEqualTo("h");
                assertThat(said.get("st")).isEqualTo("l");
                assertThat(said.get("br"))
                        .as("what the playlist says of its one rendition")
                        .isEqualTo("8000");
                assertThat(said.get("tb")).isEqualTo("8000");
                assertThat(said.get("mtp")).matches("[1-9]\\d*00");
                assertThat(said.get("bl")).matches("[1-9]\\d*00");
                assertThat(said.get("d")).as("how long a piece is").matches("[1-9]\\d{3}");
            }
            assertThat(viewer.cmcd(0).get("sid"))
                    .matches("\"[0-9a-f-]{36}\"")
                    .isEqualTo(viewer.cmcd(1).get("sid"));
            viewer.asksPlainly();
        }
        assertThat(live.cmcd(0).get("sid")).isNotEqualTo(embedded.cmcd(0).get("sid"));
        await("the grid shows it").atMost(Leave.of(Duration.ofSeconds(30))).untilAsserted(() -> {
            List<JsonNode> fields = grid();
            assertThat(fields.stream()
                            .mapToInt(field -> field.path("viewers").asInt())
                            .sum())
                    .isEqualTo(2);
            assertThat(fields).extracting(field -> field.path("watched")).allSatisfy(watched -> {
                assertThat(watched.path("shownKbps").asInt()).isBetween(7_990, 8_000);
                assertThat(watched.path("kbps").asInt()).isPositive();
            });
        });
    }

    @Test
    void whoever_never_saw_a_picture_tells_that_it_did_not_come() {
        bothAre("DOWN");
        Viewer viewer = opens("live", sits());
        viewer.tells(1);
        JsonNode told = viewer.told().get(0);
        assertThat(told.path("failed").asInt()).isPositive();
        assertThat(told.path("played").asInt()).isZero();
        assertThat(told.path("start").isNull()).isTrue();
        Map<String, String> said = viewer.cmcd(0);
        assertThat(said.get("ot"))
                .as("of a playlist, since no piece was asked for")
                .isEqualTo("m");
        assertThat(said.get("cid")).isEqualTo("\"" + show.id() + "\"");
        assertThat(said.get("sid")).matches("\"[0-9a-f-]{36}\"");
        assertThat(said).doesNotContainKeys("d", "bl");
        viewer.asksPlainly();
    }

    @Test
    void that_a_picture_stood_still_is_told_once_and_for_how_long() {
        Viewer viewer = sits();
        viewer.readsCodecs();
        opens("live", viewer);
        viewer.tellsOfNoStarving();
        assertThat(viewer.cmcd(0)).containsEntry("ot", "v");
        int before = viewer.starved().size();
        SteeredShow.dial("domestic", "SLOW", 3_500);
        SteeredShow.dial("global", "SLOW", 3_500);
        viewer.until(() -> viewer.starved().size() > before);
        bothAre("OK");
        viewer.tells(viewer.told().size() + 3);
        viewer.tellsOfNoStarving();
        assertThat(viewer.starved()).as("each is another one").doesNotHaveDuplicates();
        assertThat(viewer.told().stream()
                        .mapToInt(told -> told.path("stalled").asInt())
                        .sum())
                .as("in milliseconds")
                .isPositive();
        viewer.asksPlainly();
    }
}
