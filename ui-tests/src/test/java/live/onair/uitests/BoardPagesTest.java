package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** U8, U13, U14, U15: the board's pages in both languages and themes, with little room, empty, and as a table. */
class BoardPagesTest {

    private static LocalDate day(int n) {
        return OnBoard.TODAY.plusDays(60 + n);
    }

    @Test
    void no_serious_finding_of_axe_and_no_key_instead_of_words() {
        LocalDate day = day(1);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "접근성 시험");
        for (EveryPageTest.Look look : EveryPageTest.looks()) {
            Page page = Ui.signedIn("merchandiser", look.locale(), look.dark());
            Ui.language(page, look.locale());
            for (String query : List.of("?show=" + show, "?view=week&show=" + show, "?view=list&show=" + show)) {
                look(page, day, query, look.toString());
            }
            Ui.language(page, "ko-KR");
            Ui.leave(page);
        }
    }

    private static void look(Page page, LocalDate day, String query, String how) {
        Ui.go(page, "schedule/" + day + query);
        if (query.contains("list")) {
            page.locator("#schedule-list vaadin-grid-cell-content").first().waitFor();
        } else {
            new OnBoard(page, day).ready();
        }
        page.locator("#open-show").waitFor();
        List<String> found = Axe.serious(page, ".on-schedule");
        assertThat(found).as(query + " " + how).isEmpty();
        assertThat(page.locator("body").innerText())
                .as(query + " " + how)
                .doesNotContainPattern("\\b(board|nav|show|schedule)\\.[a-zA-Z]+\\b");
    }

    @Test
    void an_empty_day_says_what_and_why_and_has_one_button() {
        OnBoard board = OnBoard.of("merchandiser", day(2));
        assertThat(board.page().locator("#board-empty").innerText())
                .contains("이 날은 방송이 없습니다")
                .contains("빈 시간을 누르거나");
        board.page().locator("#empty-create").click();
        board.page().locator("#show-title input").waitFor();
        board.close();
    }

    @Test
    void at_390_pixels_it_is_a_list_and_nothing_scrolls_sideways() {
        LocalDate day = day(3);
        String show = OnBoard.plan(day, "10:00", 60, "CH-02", "손전화에서 보는 방송");
        Page page = Ui.context("ko-KR", false, 390, 844).newPage();
        page.navigate(Ui.app().url() + "/sign-in");
        page.locator("#demo-merchandiser").click();
        page.waitForURL("**/schedule**");
        Ui.go(page, "schedule/" + day);
        page.locator("#schedule-list [data-show=" + show + "]").waitFor();
        assertThat(page.locator("onair-board").count()).isZero();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/board-390.png")));
        page.context().close();
    }

    @Test
    void at_125_percent_nothing_is_cut_in_either_language() {
        LocalDate day = day(4);
        OnBoard.plan(day, "10:00", 60, "CH-02", "크게 보는 방송");
        for (String locale : List.of("ko-KR", "en-US")) {
            Page page = Ui.signedIn("merchandiser", locale, false);
            Ui.language(page, locale);
            page.setViewportSize(1152, 720);
            for (String query : List.of("", "?view=week", "?view=list")) {
                Ui.go(page, "schedule/" + day + query);
                page.locator("onair-board[data-ready], #schedule-list").waitFor();
                assertThat(page.evaluate(
                                "() => [...document.querySelectorAll('.tool vaadin-button, .tool .seg button, .tool h1,"
                                        + " .week.on-week b, .ec-col-head b')].filter(e => e.offsetParent && (e.scrollWidth > e.clientWidth + 1"
                                        + " || e.getBoundingClientRect().right > innerWidth)).map(e => e.textContent)"))
                        .as(locale + query)
                        .isEqualTo(List.of());
            }
            Ui.language(page, "ko-KR");
            Ui.leave(page);
        }
    }

    @Test
    void each_state_has_its_word_without_colour() {
        LocalDate day = day(5);
        String draft = OnBoard.plan(day, "10:00", 60, "CH-02", "초안 방송");
        String approved = OnBoard.plan(day, "10:00", 60, "CH-03", "승인 방송");
        OnBoard.approve(approved);
        OnBoard board = OnBoard.of("merchandiser", day);
        board.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(board.block(draft).innerText()).contains("초안");
        assertThat(board.block(approved).innerText()).contains("승인");
        assertThat(board.block(draft).locator("svg use").getAttribute("href")).endsWith("#scheduled");
        assertThat(board.block(draft).evaluate("e => getComputedStyle(e).borderTopWidth"))
                .isEqualTo("1px");
        assertThat(board.page().locator("[data-day='" + day + "']").innerText())
                .contains("2개")
                .contains("미승인 1")
                .contains("준비 1");
        board.page().context().close();
    }

    @Test
    void many_are_moved_together_from_the_table_and_taken_back_together() {
        LocalDate day = day(6);
        String one = OnBoard.plan(day, "10:00", 60, "CH-02", "함께 옮길 방송 하나");
        String two = OnBoard.plan(day, "11:30", 60, "CH-02", "함께 옮길 방송 둘");
        Page page = Ui.signedInAt("merchandiser", "schedule/" + day + "?view=list&channels=CH-02");
        page.locator("#schedule-list [data-show=" + two + "]").waitFor();
        assertThat(page.locator("#shows-moveAll").isDisabled()).isTrue();
        for (String title : List.of("함께 옮길 방송 하나", "함께 옮길 방송 둘")) {
            row(page, title).click();
        }
        page.locator("#shows-moveAll").click();
        page.locator("#shift-minutes input").fill("90");
        page.locator("#shift-minutes input").press("Tab");
        page.locator("#shift-done").click();
        OnBoard.awaitPlace(one, "CH-02 11:30 ~ 12:30");
        OnBoard.awaitPlace(two, "CH-02 13:00 ~ 14:00");
        page.locator("#undo").click();
        OnBoard.awaitPlace(one, "CH-02 10:00 ~ 11:00");
        OnBoard.awaitPlace(two, "CH-02 11:30 ~ 12:30");
        Ui.leave(page);
    }

    /** The box before a row, found by the row's title: the cells of one row have one index. */
    private static com.microsoft.playwright.Locator row(Page page, String title) {
        String slot = (String) page.getByText(title)
                .first()
                .evaluate("e => { const cell = e.closest('vaadin-grid-cell-content').assignedSlot.closest('tr');"
                        + " return cell.querySelector('slot').name; }");
        return page.locator("vaadin-grid-cell-content[slot='" + slot + "'] vaadin-checkbox");
    }
}
