package live.onair.uitests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Leave;

/** The board of one day as somebody with mouse and keys has it; each test takes a day of its own. */
record OnBoard(Page page, LocalDate day) {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final LocalDate TODAY = LocalDate.now(SEOUL);
    private static final double HOUR = 70;

    static OnBoard of(String role, LocalDate day) {
        OnBoard board = new OnBoard(Ui.signedInAt(role, "schedule/" + day), day);
        board.ready();
        return board;
    }

    OnBoard go(String query) {
        Ui.go(page, "schedule/" + day + query);
        ready();
        return this;
    }

    void ready() {
        page.locator("onair-board[data-ready]").waitFor();
    }

    /** Plans a draft; gives its id. */
    static String plan(LocalDate day, String at, int minutes, String channel, String title) {
        Instant start = at(day, at);
        return Ui.app()
                .api("merchandiser")
                .post(
                        "/shows",
                        Map.of(
                                "title", title,
                                "channel", channel,
                                "start", start.toString(),
                                "end", start.plus(Duration.ofMinutes(minutes)).toString(),
                                "feed", Map.of("source", "TEST")))
                .ok()
                .path("id")
                .asText();
    }

    static void approve(String show) {
        String path = "/shows/" + show + "/transitions";
        Ui.app().api("merchandiser").post(path, Map.of("to", "IN_REVIEW")).ok();
        Ui.app().api("admin").post(path, Map.of("to", "APPROVED")).ok();
    }

    static Instant at(LocalDate day, String clock) {
        return day.atTime(Integer.parseInt(clock.substring(0, 2)), Integer.parseInt(clock.substring(3)))
                .atZone(SEOUL)
                .toInstant();
    }

    static JsonNode read(String show) {
        return Ui.app().api("merchandiser").get("/shows/" + show).ok();
    }

    static String place(String show) {
        JsonNode now = read(show);
        return now.path("channel").path("id").asText() + " "
                + Instant.parse(now.path("startsAt").asText()).atZone(SEOUL).toLocalTime() + " ~ "
                + Instant.parse(now.path("endsAt").asText()).atZone(SEOUL).toLocalTime();
    }

    static void awaitPlace(String show, String place) {
        await(place)
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> place(show).equals(place));
    }

    Locator block(String show) {
        return page.locator(".ec-event[data-show=" + show + "]:not(.ec-preview)");
    }

    /** Where the block is, scrolled to as somebody with a mouse would. */
    BoundingBox box(String show) {
        block(show).scrollIntoViewIfNeeded();
        return block(show).boundingBox();
    }

    Locator preview() {
        return page.locator(".ec-event.ec-preview");
    }

    /** The answer for where the block is now, not for where it was a moment ago. */
    void awaitTip(String words) {
        page.waitForCondition(() -> tip().isVisible() && tip().innerText().contains(words));
    }

    Locator tip() {
        return page.locator("onair-board > .tip");
    }

    /** Takes the block by its middle and holds it elsewhere: so many columns to the right, so many minutes later. */
    void drag(String show, int columns, int minutes) {
        BoundingBox box = box(show);
        double x = box.x + 60;
        double y = box.y + 20;
        double column = (Double)
                page.evaluate("document.querySelector('.ec-body .ec-day').getBoundingClientRect().width * 1.0001");
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 4, y + 6);
        page.mouse()
                .move(
                        x + columns * column,
                        y + minutes * HOUR / 60,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
        answered();
    }

    /** Waits until the board knows what the move it shows would meet. */
    void answered() {
        page.waitForFunction(
                "() => { const m = document.querySelector('onair-board').moving; return m && m.answer && !m.asking; }");
    }

    /** Waits until no move is under way and what came of the last one is drawn. */
    void atRest() {
        page.waitForFunction("() => !document.querySelector('onair-board').moving");
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Tabs until the block has the focus, as somebody without a mouse would. */
    void tabTo(String show) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(
                    "id => { const b = document.activeElement && document.activeElement.closest('[data-show]');"
                            + " return !!b && !!b.closest('onair-board'); }",
                    show))) {
                break;
            }
        }
        for (String key :
                List.of("Home", "ArrowLeft", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown")) {
            if (focused().equals(show)) {
                return;
            }
            page.keyboard().press(key);
            page.evaluate("() => new Promise(done => requestAnimationFrame(done))");
        }
        page.waitForCondition(() -> focused().equals(show));
    }

    /** Tabs until the empty time has the focus. */
    void tabToTime() {
        for (int i = 0; i < 80 && page.locator(".on-slot").count() == 0; i++) {
            page.keyboard().press("Tab");
        }
    }

    String focused() {
        return (String) page.evaluate("document.activeElement && document.activeElement.dataset.show || ''");
    }

    void close() {
        Ui.leave(page);
    }
}
