package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** B1, B2, B9, U3, U4, U9: the board by mouse, and by keyboard alone. */
class BoardTest {

    /** Each test plans on a day of its own, far from what the demo has. */
    private static LocalDate day(int n) {
        return OnBoard.TODAY.plusDays(30 + n);
    }

    /** In a week none of the other days lies in, whatever weekday it is today. */
    private static LocalDate tuesdayOfAWeekAlone() {
        return OnBoard.TODAY.plusDays(90).with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.TUESDAY));
    }

    @Test
    void a_show_is_dragged_to_another_channel_and_taken_back_with_one_key() {
        LocalDate day = day(1);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "끌어 옮기기");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 1, 30);
        board.awaitTip("10:30에 놓을 수 있습니다");
        assertThat(board.page().locator("#move-changes").innerText())
                .contains("10:00 → 10:30")
                .contains("데모 채널 3")
                .contains("데모 스튜디오 3");
        assertThat(board.block(show).getAttribute("class")).contains("src");
        board.page().mouse().up();
        OnBoard.awaitPlace(show, "CH-03 10:30 ~ 11:30");
        assertThat(OnBoard.read(show).path("studio").path("name").asText()).isEqualTo("데모 스튜디오 3");
        board.page().locator("#undo").waitFor();
        board.page().keyboard().press("u");
        OnBoard.awaitPlace(show, "CH-02 10:00 ~ 11:00");
        assertThat(OnBoard.read(show).path("studio").path("name").asText()).isEqualTo("데모 스튜디오 2");
        board.page().locator("[data-show=" + show + "][data-channel=CH-02]").waitFor();
        board.close();
    }

    @Test
    void an_edge_is_dragged_to_make_a_show_longer() {
        LocalDate day = day(2);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "길이 늘리기");
        OnBoard board = OnBoard.of("merchandiser", day);
        var box = board.box(show);
        board.page().mouse().move(box.x + 60, box.y + box.height - 3);
        board.page().mouse().down();
        board.page().mouse().move(box.x + 60, box.y + box.height + 8);
        board.page().mouse().move(box.x + 60, box.y + box.height + 32);
        board.answered();
        assertThat(board.page().locator("#move-changes").innerText()).contains("60분 → 90분");
        board.page().mouse().up();
        OnBoard.awaitPlace(show, "CH-02 10:00 ~ 11:30");
        board.close();
    }

    @Test
    void a_clash_is_said_while_dragging_and_the_drop_returns_the_block() {
        LocalDate day = day(3);
        String there = OnBoard.plan(day, "10:00", 60, "CH-03", "먼저 잡은 방송");
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "겹칠 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 1, 20);
        assertThat(board.preview().innerText()).contains("놓을 수 없음").contains("10:20");
        board.awaitTip("10:20에 놓으면");
        assertThat(board.tip().innerText())
                .contains("10:20에 놓으면")
                .contains("먼저 잡은 방송")
                .contains("40분 겹침")
                .contains("부터 비어 있습니다");
        board.page().mouse().up();
        board.page().locator("#move-clashes").getByText("먼저 잡은 방송").first().waitFor();
        board.page().waitForCondition(() -> !board.tip().isVisible());
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 10:00 ~ 11:00");
        assertThat(OnBoard.place(there)).isEqualTo("CH-03 10:00 ~ 11:00");
        assertThat(board.block(show).innerText()).contains("10:00–11:00");
        // the panel still offers the nearest free time
        board.page().locator("#drop-at-free").click();
        await("dropped where it is free")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> OnBoard.place(show).startsWith("CH-03 11:"));
        board.close();
    }

    @Test
    void enter_while_dragging_drops_at_the_nearest_free_time_and_escape_gives_up() {
        LocalDate day = day(4);
        OnBoard.plan(day, "10:00", 60, "CH-03", "먼저 잡은 방송");
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "놓을 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 1, 20);
        board.press("Escape");
        board.page().mouse().up();
        board.page().waitForCondition(() -> board.preview().count() == 0);
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 10:00 ~ 11:00");
        board.drag(show, 1, 20);
        String free = board.tip().locator("p b").innerText();
        board.press("Enter");
        board.page().mouse().up();
        OnBoard.awaitPlace(
                show, "CH-03 " + free + " ~ " + java.time.LocalTime.parse(free).plusHours(1));
        board.close();
    }

    @Test
    void by_keys_alone_a_show_is_found_moved_refused_dropped_and_taken_back() {
        LocalDate day = day(5);
        OnBoard.plan(day, "10:00", 60, "CH-03", "먼저 잡은 방송");
        String show = OnBoard.plan(day, "10:30", 60, "CH-02", "자판으로 옮기기");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.tabTo(show);
        board.press("Alt+ArrowRight", "Alt+Shift+ArrowUp", "Alt+ArrowUp");
        board.answered();
        assertThat(board.preview().innerText()).contains("놓을 수 없음").contains("10:10–11:10");
        board.awaitTip("50분 겹침");
        board.press("Escape");
        assertThat(board.preview().count()).isZero();
        board.press("Alt+Shift+ArrowDown", "Alt+Shift+ArrowDown", "]", "]");
        board.answered();
        board.awaitTip("11:00에 놓을 수 있습니다");
        board.press("Enter");
        OnBoard.awaitPlace(show, "CH-02 11:00 ~ 12:10");
        assertThat(board.focused()).as("the focus stays on the show").isEqualTo(show);
        board.page().locator("#undo").waitFor();
        board.press("u");
        OnBoard.awaitPlace(show, "CH-02 10:30 ~ 11:30");
        board.close();
    }

    @Test
    void by_keys_a_show_is_planned_after_the_focused_one_and_its_card_is_opened() {
        LocalDate day = day(6);
        String show = OnBoard.plan(day, "10:00", 60, "CH-03", "앞 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.tabTo(show);
        board.press("Enter");
        board.page().waitForCondition(() -> "open-show".equals(board.page().evaluate("document.activeElement.id")));
        board.page().locator("onair-board [data-show=" + show + "]").focus();
        board.press("c");
        board.page().locator("#show-title input").waitFor();
        Ui.fill(board.page(), "show-title", "이어서 방송");
        assertThat(board.page().locator("#show-channel input").inputValue()).contains("CH-03");
        assertThat(board.page().locator("#show-start input").nth(1).inputValue())
                .contains("11:00");
        board.page().locator("#show-start input").nth(1).fill("11:30");
        board.page().keyboard().press("Tab");
        board.page().locator("#dialog-save").click();
        board.page().locator(".ev.selv").getByText("이어서 방송").waitFor();
        board.close();
    }

    @Test
    void a_press_and_a_drag_on_empty_time_plan_there() {
        LocalDate day = day(7);
        OnBoard.plan(day, "10:00", 60, "CH-01", "아침 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        var lane = board.page().locator(".ec-body .ec-day").nth(1).boundingBox();
        double noon = lane.y + 12 * 70;
        board.page().mouse().move(lane.x + 40, noon + 2);
        board.page().mouse().down();
        board.page().mouse().move(lane.x + 40, noon + 20);
        board.page().mouse().move(lane.x + 40, noon + 103);
        board.page().mouse().up();
        board.page().locator("#show-title input").waitFor();
        assertThat(board.page().locator("#show-channel input").inputValue()).contains("CH-02");
        assertThat(board.page().locator("#show-start input").nth(1).inputValue())
                .contains("12:00");
        assertThat(board.page().locator("#show-end input").nth(1).inputValue()).contains("1:30");
        board.press("Escape");
        board.page().waitForCondition(() -> !board.page().locator("#show-title").isVisible());
        board.page().mouse().click(lane.x + 40, noon + 36);
        board.page().locator("#show-title input").waitFor();
        assertThat(board.page().locator("#show-start input").nth(1).inputValue())
                .contains("12:30");
        board.close();
    }

    @Test
    void a_forged_move_is_refused_by_the_server_and_who_may_not_move_cannot() {
        LocalDate day = day(8);
        OnBoard.plan(day, "10:00", 60, "CH-03", "먼저 잡은 방송");
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "위조할 방송");
        String forged = "show => document.querySelector('onair-board').$server.drop(show, 1, '" + day + "T10:00:00', '"
                + day + "T11:00:00', 'CH-03')";
        OnBoard board = OnBoard.of("merchandiser", day);
        assertThat(board.page().evaluate(forged, show)).isEqualTo("REFUSED");
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 10:00 ~ 11:00");
        board.close();
        OnBoard reader = OnBoard.of("moderator", day);
        assertThat(reader.page().locator(".ec-draggable").count()).isZero();
        assertThat(reader.page().locator("#shows-schedule").isVisible()).isFalse();
        assertThat(reader.page().evaluate(forged.replace("CH-03", "CH-04") + ".catch(() => 'denied')", show))
                .isEqualTo("denied");
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 10:00 ~ 11:00");
        reader.close();
    }

    @Test
    void what_somebody_else_does_appears_within_2_seconds_and_disturbs_nobody() {
        LocalDate day = day(9);
        String mine = OnBoard.plan(day, "10:00", 60, "CH-02", "내가 잡은 방송");
        String theirs = OnBoard.plan(day, "14:00", 60, "CH-03", "남이 옮길 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.tabTo(mine);
        board.page().evaluate("document.querySelector('.ec-main').scrollTop = 640");
        board.page().evaluate("document.querySelectorAll('.ec-event').forEach(e => { e.old = true; })");
        long asked = System.nanoTime();
        move(theirs, day, "15:00");
        board.page()
                .waitForFunction(
                        "id => document.querySelector('[data-show=' + id + ']').innerText.includes('15:00')", theirs);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Leave.of(Duration.ofSeconds(3)));
        assertThat(board.page().evaluate("document.querySelector('.ec-main').scrollTop"))
                .isEqualTo(640);
        assertThat(board.focused()).isEqualTo(mine);
        assertThat(board.page().evaluate("id => document.querySelector('[data-show=' + id + ']').old", mine))
                .as("what has not changed is not drawn again")
                .isEqualTo(true);
        // in the middle of a drag nothing moves under the hand, and afterwards all is there
        board.page().evaluate("document.querySelector('.ec-main').scrollTop = 560");
        board.drag(mine, 2, 15);
        move(theirs, day, "17:00");
        board.page().waitForFunction("() => document.querySelector('onair-board').waiting.length > 0");
        assertThat(board.preview().isVisible()).isTrue();
        board.press("Escape");
        board.page().mouse().up();
        board.page()
                .waitForFunction(
                        "id => document.querySelector('[data-show=' + id + ']').innerText.includes('17:00')", theirs);
        board.close();
    }

    private static void move(String show, LocalDate day, String clock) {
        Ui.app()
                .api("admin")
                .post(
                        "/shows/" + show + "/move",
                        Map.of("start", OnBoard.at(day, clock).toString()))
                .ok();
    }

    @Test
    void a_show_past_midnight_stands_on_both_days() {
        LocalDate day = day(10);
        String show = OnBoard.plan(day, "23:00", 120, "CH-02", "자정 넘는 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        assertThat(board.block(show).innerText()).contains("다음 날 01:00").contains("다음 날 편성표에도 표시");
        new OnBoard(board.page(), day.plusDays(1)).go("");
        assertThat(board.block(show).innerText()).contains("전날 23:00부터 이어짐");
        board.close();
    }

    @Test
    void moving_an_approved_show_says_before_and_after_that_it_loses_its_approval() {
        LocalDate day = day(11);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "승인된 방송");
        OnBoard.approve(show);
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 0, 30);
        board.awaitTip("승인이 풀려");
        board.page().mouse().up();
        board.page().getByText("승인이 풀려 다시 검토로 갔습니다").first().waitFor();
        assertThat(OnBoard.read(show).path("state").asText()).isEqualTo("IN_REVIEW");
        board.close();
    }

    @Test
    void view_channels_and_chosen_show_are_in_the_address() {
        LocalDate day = day(12);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "주소에 있는 방송");
        String hidden = OnBoard.plan(day, "10:00", 60, "CH-03", "걸러진 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.page().locator("[data-view=week]").click();
        board.page().waitForURL("**view=week**");
        board.ready();
        board.page().locator("#channel-filter").click();
        board.page().locator("vaadin-context-menu-item").getByText("데모 채널 2").click();
        board.page().waitForURL("**channels=CH-02**");
        board.press("Escape");
        board.page().waitForCondition(() -> board.block(hidden).count() == 0);
        board.block(show).click();
        board.page().waitForURL("**show=" + show + "**");
        Page other = Ui.signedIn("moderator");
        other.navigate(board.page().url());
        OnBoard same = new OnBoard(other, day);
        same.ready();
        assertThat(same.block(show).getAttribute("class")).contains("selv");
        assertThat(same.block(hidden).count()).isZero();
        assertThat(other.locator("[data-view=week]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        Ui.leave(other);
        board.close();
    }

    @Test
    void by_keys_a_show_is_planned_on_empty_time() {
        LocalDate day = day(13);
        OnBoard board = OnBoard.of("merchandiser", day);
        board.tabToTime();
        String first = board.page().locator(".on-slot .one").innerText();
        board.press("ArrowDown", "ArrowDown", "ArrowRight");
        assertThat(board.page().locator(".on-slot .one").innerText()).isNotEqualTo(first);
        String clock = board.page().locator(".on-slot .one").innerText().substring(0, 5);
        board.press("c");
        board.page().locator("#show-title input").waitFor();
        board.page().keyboard().type("빈 시간에 편성");
        board.press("Tab");
        assertThat(board.page().locator("#show-channel input").inputValue()).contains("CH-02");
        board.page().locator("#dialog-save").press("Enter");
        board.page().locator(".ev.selv").getByText("빈 시간에 편성").waitFor();
        assertThat(board.page().locator(".ev.selv").innerText()).contains(clock);
        board.close();
    }

    @Test
    void a_week_is_moved_in_as_a_day_is_and_what_lies_far_off_is_drawn_when_it_is_reached() {
        LocalDate day = tuesdayOfAWeekAlone();
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "주간에서 옮길 방송");
        String far = OnBoard.plan(day.plusDays(4), "20:00", 60, "CH-02", "먼 방송");
        OnBoard board = OnBoard.of("merchandiser", day).go("?view=week");
        assertThat(board.block(far).count()).as("five days away").isZero();
        var box = board.box(show);
        board.page().mouse().move(box.x + 30, box.y + 20);
        board.page().mouse().down();
        board.page().mouse().move(box.x + 40, box.y + 24);
        board.page().mouse().move(box.x + 30 + 92, box.y + 20 + 72);
        board.answered();
        board.awaitTip("11:00에 놓을 수 있습니다");
        board.page().mouse().up();
        OnBoard.awaitPlace(show, "CH-03 11:00 ~ 12:00");
        board.page().locator("[data-show=" + show + "][data-channel=CH-03]").waitFor();
        board.atRest();
        board.block(show).focus();
        board.press("Alt+ArrowUp", "Alt+Shift+ArrowLeft", "Alt+Shift+ArrowLeft");
        board.answered();
        board.press("Enter");
        OnBoard.awaitPlace(show, "CH-02 10:30 ~ 11:30");
        board.atRest();
        board.page().waitForCondition(() -> board.focused().equals(show));
        board.press("ArrowRight");
        board.page().waitForCondition(() -> board.focused().equals(far));
        assertThat(board.block(far).isVisible()).isTrue();
        board.close();
    }

    @Test
    void who_has_an_older_board_is_told_and_nothing_is_overwritten() {
        LocalDate day = day(15);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "둘이 옮길 방송");
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 1, 30);
        move(show, day, "16:00");
        board.page().mouse().up();
        board.page().locator(".on-refusal").getByText("데모 관리자").first().waitFor();
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 16:00 ~ 17:00");
        board.page().waitForCondition(() -> board.block(show).innerText().contains("16:00"));
        board.close();
    }
}
