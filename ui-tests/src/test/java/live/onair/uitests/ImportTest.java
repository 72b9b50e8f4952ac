package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A merchandiser brings a schedule in as a table: looked at, mended, taken, taken back. */
class ImportTest {

    private static final LocalDate DAY = OnBoard.TODAY.plusDays(61);
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String channel = "가져오기 채널 " + UUID.randomUUID();

    ImportTest() {
        Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", channel, "warmUpSeconds", 0, "graceSeconds", 0))
                .ok();
    }

    private static Locator apply(Page page) {
        return page.locator("#imports-apply");
    }

    private static void isOff(Page page) {
        PlaywrightAssertions.assertThat(apply(page)).isDisabled();
    }

    private static List<String> titles(String state, String channel) {
        List<String> titles = new java.util.ArrayList<>();
        Ui.app()
                .api("merchandiser")
                .get("/shows?limit=200&state=" + state)
                .ok()
                .path("shows")
                .forEach(show -> {
                    if (show.path("channel").path("name").asText().equals(channel)) {
                        titles.add(show.path("title").asText());
                    }
                });
        return titles;
    }

    @Test
    void a_pasted_table_is_taken_once_its_wrong_line_is_mended_and_taken_back_by_one_key() throws IOException {
        Page page = Ui.signedIn("merchandiser");
        page.locator("#import-open").click();
        page.waitForURL("**/import");
        isOff(page);
        String table =
                "제목,채널,시작,길이\n" + "아침 방송," + channel + "," + DAY + " 09:00,60\n" + "낮 방송," + channel + ",%s,60\n";
        Locator paste = page.locator("#import-paste textarea");
        paste.fill(table.formatted("점심쯤"));
        page.locator("#only-wrong").click();
        page.waitForURL("**/import?only=wrong");
        Locator lines = page.locator("#import-lines");
        PlaywrightAssertions.assertThat(lines).containsText("‘점심쯤’을 시각으로 읽을 수 없습니다");
        isOff(page);
        PlaywrightAssertions.assertThat(apply(page)).hasText("오류 1줄을 고치면 가져올 수 있습니다");
        page.locator("#import-errors").click();
        Download wrong =
                page.waitForDownload(() -> page.locator("#import-errors-as-csv").click());
        assertThat(Files.readString(wrong.path())).contains("낮 방송").doesNotContain("아침 방송");
        assertThat(titles("DRAFT", channel)).isEmpty();

        paste.fill(table.formatted(DAY + " 12:00"));
        PlaywrightAssertions.assertThat(apply(page)).hasText("2개 가져오기");
        apply(page).click();
        page.locator("#undo").waitFor();
        assertThat(titles("DRAFT", channel)).containsExactlyInAnyOrder("아침 방송", "낮 방송");
        Page board = page.context().newPage();
        Ui.go(board, "schedule/" + DAY);
        board.locator(".ec-event[data-show]")
                .filter(new Locator.FilterOptions().setHasText("낮 방송"))
                .waitFor();
        board.close();
        page.locator("#undo").click();
        await("taken back")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> titles("DRAFT", channel).isEmpty());
        assertThat(titles("CANCELLED", channel)).hasSize(2);
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("#imports-past")).containsText("되돌림");
        Ui.leave(page);
    }

    @Test
    void a_workbook_with_columns_of_other_names_is_mapped_and_the_mapping_is_remembered() {
        Sheet sheet = new Sheet(
                List.of("무엇", "어디", "언제부터", "언제까지"),
                List.of(new Sheet.Line(2, List.of("저녁 방송", channel, DAY + " 19:00", DAY + " 20:00"))));
        FilePayload file = new FilePayload("편성.xlsx", XLSX, Sheets.xlsx(sheet, "편성"));
        Page page = Ui.signedInAt("merchandiser", "import");
        Locator input = page.locator("#import-file input[type=file]");
        input.setInputFiles(file);
        PlaywrightAssertions.assertThat(page.locator("#column-title")).hasAttribute("invalid", "");
        isOff(page);
        map(page, "title", 1);
        map(page, "channel", 2);
        map(page, "start", 3);
        map(page, "end", 4);
        PlaywrightAssertions.assertThat(apply(page)).hasText("1개 가져오기");
        PlaywrightAssertions.assertThat(page.locator("#only-added")).hasText("추가 1");
        apply(page).click();
        page.locator("#undo").waitFor();
        assertThat(titles("DRAFT", channel)).containsExactly("저녁 방송");
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("#imports-past")).containsText("편성.xlsx");
        page.locator("#import-file input[type=file]").setInputFiles(file);
        PlaywrightAssertions.assertThat(page.locator("#only-same")).hasText("그대로 1");
        PlaywrightAssertions.assertThat(apply(page)).hasText("새로 넣거나 바꿀 것이 없습니다");
        page.locator("#imports-past vaadin-button").first().click();
        await("taken back")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> titles("DRAFT", channel).isEmpty());
        Ui.leave(page);
    }

    /** Says by keys which column is meant. */
    static void map(Page page, String field, int column) {
        Locator choice = page.locator("#column-" + field);
        PlaywrightAssertions.assertThat(choice.locator("[slot=value]")).containsText("없음");
        choice.locator("[slot=value]").focus();
        page.keyboard().press("Enter");
        page.locator("#column-" + field + "[opened]").waitFor();
        page.waitForFunction("() => document.activeElement.localName === 'vaadin-select-item'");
        for (int i = 0; i < column; i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        // the list of choices stays in the page for a while after it has closed
        PlaywrightAssertions.assertThat(page.locator("#column-" + field + "[opened]"))
                .hasCount(0);
        PlaywrightAssertions.assertThat(choice.locator("[slot=value]")).not().containsText("없음");
    }
}
