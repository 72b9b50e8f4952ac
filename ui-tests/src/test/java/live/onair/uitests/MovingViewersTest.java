package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The task of ops from end to end: a CDN is slow, who is hurt stands at home, its plan is opened from there, the viewers are moved in
 * stages, are seen elsewhere, and come back. Two do it one after the other, one by mouse and one by keyboard alone; both see the trouble
 * come and go. Nobody else moves anybody meanwhile: the automatic rule is off.
 */
class MovingViewersTest {

    /** Later than this rule allows, and not so late that players leave by themselves: they go where ops send them. */
    private static final int ALLOWED_MILLIS = 800;

    private static final int LATE_MILLIS = 1_000;

    /** Words that end beyond the edge of what they stand in. */
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('.on-map .node, .on-field, .on-home-figure, .on-cdn-row, .on-numbers-tile')]
              .flatMap(box => {
                const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
                const out = [];
                while (texts.nextNode()) {
                  const words = document.createRange();
                  words.selectNodeContents(texts.currentNode);
                  const cut = getComputedStyle(texts.currentNode.parentElement).overflowX !== 'visible';
                  if (!cut && words.getBoundingClientRect().right > box.getBoundingClientRect().right + 1) {
                    out.push(box.className + ': ' + texts.currentNode.textContent);
                  }
                }
                return out;
              })""";

    private final List<Page> viewers = new ArrayList<>();
    private final List<MovingViewers> ops = new ArrayList<>();
    /** From where the newest piece of the viewer's picture came. */
    private final AtomicReference<String> served = new AtomicReference<>("");

    private final ObjectNode before =
            Ui.app().api("ops").get("/steering/rule").ok().deepCopy();

    @AfterEach
    void as_it_was() {
        dial("OK", 0);
        rule(before.deepCopy());
        ops.forEach(MovingViewers::leaves);
        viewers.forEach(viewer -> viewer.context().close());
        Ui.app().api("ops").get("/steering/moves").ok().path("items").forEach(move -> {
            if (move.path("endedAt").isMissingNode() || move.path("endedAt").isNull()) {
                Ui.app()
                        .api("ops")
                        .post("/steering/moves/" + move.path("number").asLong() + "/undo", Map.of());
            }
        });
    }

    private static void rule(ObjectNode wanted) {
        wanted.remove("version");
        Ui.app().api("ops").call("PUT", "/steering/rule", wanted, Map.of()).ok();
    }

    private static void dial(String mode, int millis) {
        Ui.app()
                .control()
                .call("PUT", "/edges/domestic", Map.of("mode", mode, "millis", millis), Map.of())
                .ok();
    }

    /** Somebody who watches, and whom the policy sends to the CDN that will be slow. */
    private void watching(String show) {
        String domestic = Ui.app().media().path("urls").path("domestic").asText();
        for (int tries = 0; tries < 20; tries++) {
            Page viewer = Ui.context("ko-KR", false, 390, 844).newPage();
            served.set("");
            viewer.onRequest(request -> {
                if (request.url().contains(".ts")) {
                    served.set(request.url().startsWith(domestic) ? "domestic" : "global");
                }
            });
            viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
            viewer.waitForCondition(() -> Ui.currentTime(viewer) > 0);
            if (served.get().equals("domestic")) {
                viewers.add(viewer);
                return;
            }
            viewer.context().close();
        }
        throw new AssertionError("no viewer is served by the domestic CDN");
    }

    /** With figures of a trouble in them, in a small window and in English. */
    private static List<String> wordsOutside() {
        Page page = Ui.signedIn("auditor", "en-US", true);
        Ui.language(page, "en-US");
        page.setViewportSize(1152, 720);
        List<String> outside = new ArrayList<>();
        for (String path : List.of("home", "cdn")) {
            Ui.go(page, path);
            page.locator(path.equals("home") ? "#map-cdn-domestic" : "#cdn-shares [data-branch=default] .on-watched")
                    .first()
                    .waitFor();
            page.locator(".on-field").first().waitFor();
            ((List<?>) page.evaluate(OUTSIDE)).forEach(one -> outside.add(path + " " + one));
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moving/small-" + path + ".png")));
        }
        Ui.language(page, "ko-KR");
        Ui.leave(page);
        return outside;
    }

    private void isServedBy(String cdn) {
        viewers.get(0).waitForCondition(() -> served.get().equals(cdn));
    }

    @Test
    void ops_see_a_slow_cdn_move_its_viewers_by_stages_and_bring_them_back_by_mouse_and_by_keyboard() {
        String show = Ui.onAir();
        for (boolean mouse : new boolean[] {true, false}) {
            ops.add(new MovingViewers(new Hands.Look(mouse, "ko-KR", !mouse), show));
        }
        ops.forEach(MovingViewers::sits_at_home_where_all_is_well);
        watching(show);
        rule(before.deepCopy().put("enabled", false).put("lateMillis", ALLOWED_MILLIS));
        dial("SLOW", LATE_MILLIS);
        ops.forEach(MovingViewers::sees_what_is_wrong_and_that_it_hurts_somebody);
        assertThat(wordsOutside()).as("words beyond their edge").isEmpty();
        for (MovingViewers one : ops) {
            isServedBy("domestic");
            one.moves_the_first_of_them_by_the_plan();
            one.moves_more_of_them_from_home();
            one.moves_all_of_them_and_sees_where_they_are();
            isServedBy("global");
            one.takes_it_back();
        }
        isServedBy("domestic");
        dial("OK", 0);
        ops.forEach(MovingViewers::sees_that_it_is_well_again);
        assertThat(ops.stream().flatMap(one -> one.complaints().stream()))
                .as("where the focus was not seen")
                .isEmpty();
    }
}
