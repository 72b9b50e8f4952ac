package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A show that comes back every week is moved on the board: alone, with all later ones, or not after all. */
class SeriesOnBoardTest {

    /** Far from the weeks of the other tests; each test takes a weekday of its own. */
    private static LocalDate day(int n) {
        return OnBoard.TODAY.plusDays(140 + n);
    }

    /** Three weeks at ten; gives the shows by week. */
    private static List<String> series(LocalDate day, String title) {
        String first = OnBoard.plan(day, "10:00", 60, "CH-05", title);
        JsonNode made = Ui.app()
                .api("merchandiser")
                .post("/series", Map.of("show", first, "weekdays", List.of(day.getDayOfWeek()), "count", 3))
                .ok();
        List<String> shows = new ArrayList<>();
        made.path("series")
                .path("occurrences")
                .forEach(o -> shows.add(o.path("show").asText()));
        assertThat(shows).hasSize(3).startsWith(first);
        return shows;
    }

    private static void awaitPlaces(List<String> shows, String... places) {
        await(String.join(", ", places))
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> shows.stream().map(OnBoard::place).toList().equals(List.of(places)));
    }

    private static OnBoard dropped(LocalDate day, String show) {
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 0, 30);
        board.awaitTip("10:30에 놓을 수 있습니다");
        board.page().mouse().up();
        board.page().locator("#series-scope").waitFor();
        return board;
    }

    @Test
    void a_drag_moves_this_one_alone_unless_somebody_wants_more() {
        List<String> shows = series(day(0), "이 회차만 옮기기");
        OnBoard board = dropped(day(0), shows.get(0));
        assertThat(board.block(shows.get(0)).innerText())
                .as("stays where it was dropped while it is asked")
                .contains("10:30–11:30");
        assertThat(OnBoard.place(shows.get(0))).isEqualTo("CH-05 10:00 ~ 11:00");
        board.page().locator("#series-scope-done").click();
        awaitPlaces(shows, "CH-05 10:30 ~ 11:30", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00");
        board.atRest();
        board.page().locator("#undo").waitFor();
        board.press("u");
        awaitPlaces(shows, "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00");
        board.close();
    }

    @Test
    void escape_puts_the_block_back_and_nothing_has_happened() {
        List<String> shows = series(day(1), "놓지 않기");
        OnBoard board = dropped(day(1), shows.get(0));
        board.press("Escape");
        board.page().locator("#series-scope").waitFor(Hands.gone());
        board.atRest();
        board.page()
                .waitForCondition(() -> board.block(shows.get(0)).innerText().contains("10:00–11:00"));
        assertThat(board.page().locator("#undo").count()).isZero();
        assertThat(board.page().locator("#move-changes").count()).isZero();
        awaitPlaces(shows, "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00");
        // and it can be taken again
        board.drag(shows.get(0), -1, 30);
        board.page().mouse().up();
        board.page().locator("#series-scope").waitFor();
        board.page().locator("#series-scope-done").click();
        awaitPlaces(shows, "CH-04 10:30 ~ 11:30", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00");
        board.close();
    }

    @Test
    void a_drag_takes_all_later_ones_along_and_one_key_takes_all_of_them_back() {
        LocalDate second = day(2).plusDays(7);
        List<String> shows = series(day(2), "이후 모두 옮기기");
        OnBoard board = dropped(second, shows.get(1));
        board.page().getByText("이후 모두 (뒤에 1회)").click();
        board.page().locator("#series-scope-done").click();
        awaitPlaces(shows, "CH-05 10:00 ~ 11:00", "CH-05 10:30 ~ 11:30", "CH-05 10:30 ~ 11:30");
        board.atRest();
        assertThat(board.page().locator(".on-undo").innerText()).contains("10:00 → 10:30", "회차 2개에 적용했습니다");
        board.press("u");
        awaitPlaces(shows, "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00");
        board.page()
                .waitForCondition(() -> board.block(shows.get(1)).innerText().contains("10:00–11:00"));
        board.close();
    }

    @Test
    void by_keys_alone_later_ones_are_moved_and_made_longer_too_and_taken_back() {
        List<String> shows = series(day(3), "자판으로 이후 모두");
        OnBoard board = OnBoard.of("merchandiser", day(3));
        board.tabTo(shows.get(0));
        board.press("Alt+Shift+ArrowDown", "]", "]");
        board.answered();
        board.press("Enter");
        board.page().locator("#series-scope").waitFor();
        board.page().waitForFunction("() => !!document.activeElement.closest('vaadin-radio-button')");
        board.press("ArrowDown", "Enter");
        awaitPlaces(shows, "CH-05 10:15 ~ 11:25", "CH-05 10:15 ~ 11:25", "CH-05 10:15 ~ 11:25");
        board.atRest();
        board.page().waitForCondition(() -> board.focused().equals(shows.get(0)));
        board.press("u");
        awaitPlaces(shows, "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00");
        board.close();
    }

    @Test
    void an_edge_is_asked_about_too_and_the_last_one_is_not() {
        List<String> shows = series(day(4), "길이 묻기");
        OnBoard board = OnBoard.of("merchandiser", day(4));
        stretch(board, shows.get(0));
        board.page().locator("#series-scope").waitFor();
        board.press("Escape");
        board.atRest();
        board.page()
                .waitForCondition(() -> board.block(shows.get(0)).innerText().contains("10:00–11:00"));
        board.close();
        OnBoard last = OnBoard.of("merchandiser", day(4).plusDays(14));
        stretch(last, shows.get(2));
        awaitPlaces(shows, "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:00", "CH-05 10:00 ~ 11:30");
        assertThat(last.page().locator("#series-scope").count()).isZero();
        last.close();
    }

    private static void stretch(OnBoard board, String show) {
        var box = board.box(show);
        board.page().mouse().move(box.x + 60, box.y + box.height - 3);
        board.page().mouse().down();
        board.page().mouse().move(box.x + 60, box.y + box.height + 8);
        board.page().mouse().move(box.x + 60, box.y + box.height + 32);
        board.answered();
        board.page().mouse().up();
    }
}
