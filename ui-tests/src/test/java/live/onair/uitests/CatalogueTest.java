package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** A merchandiser brings a catalogue in as a table: mapped, looked at, mended by the file of errors, taken, taken back. */
class CatalogueTest {

    private final Api api = Ui.app().api("merchandiser");
    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final String seller = api.post("/sellers", Map.of("name", "가져오기 상사 " + mark))
            .ok()
            .path("name")
            .asText();

    private Page page() {
        Page page = Ui.signedInAt("merchandiser", "products/import");
        page.locator("#import-paste textarea").waitFor();
        return page;
    }

    private static Locator apply(Page page) {
        return page.locator("#catalogues-apply");
    }

    private void sells(Page page) {
        page.locator("#catalogue-seller [slot=value]").click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(seller))
                .click();
    }

    private JsonNode found() {
        return api.get("/products?text=" + mark).ok().path("products");
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        found().forEach(product -> names.add(product.path("name").asText()));
        return names;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/catalogue/" + name + ".png")));
    }

    @Test
    void a_pasted_catalogue_is_mapped_by_hand_mended_by_its_file_of_errors_taken_and_taken_back() throws IOException {
        Page page = page();
        assertThat(apply(page)).isDisabled();
        look(page, "1 empty");
        String head = "번호,물건 " + mark + ",얼마,몇 개\n";
        Locator paste = page.locator("#import-paste textarea");
        paste.fill(head + "A-" + mark + ",가 크림 " + mark + ",\"12,000원\",5\nB-" + mark + ",나 크림 " + mark + ",만 원쯤,-3\n");
        assertThat(page.locator("#column-sku")).hasAttribute("invalid", "");
        assertThat(page.locator("#column-name")).hasAttribute("invalid", "");
        assertThat(apply(page)).isDisabled();
        ImportTest.map(page, "sku", 1);
        ImportTest.map(page, "name", 2);
        ImportTest.map(page, "price", 3);
        ImportTest.map(page, "stock", 4);
        assertThat(page.locator("#catalogue-lines")).containsText("판매자를 고르거나");
        sells(page);
        assertThat(page.locator("#only-added")).hasText("추가 1");
        page.locator("#only-wrong").click();
        page.waitForURL("**/products/import?only=wrong");
        Locator lines = page.locator("#catalogue-lines");
        assertThat(lines).containsText("‘판매가’ 칸의 ‘만 원쯤’을 숫자로 읽을 수 없습니다");
        assertThat(lines).containsText("재고는 0 이상이어야 합니다");
        assertThat(apply(page)).hasText("오류 1줄을 고치면 가져올 수 있습니다");
        look(page, "2 wrong");
        assertThat(names()).as("a look changes nothing").isEmpty();
        String mended = mended(page);

        paste.fill(head + "A-" + mark + ",가 크림 " + mark + ",\"12,000원\",5\n" + mended);
        assertThat(apply(page)).hasText("2개 가져오기");
        page.locator("#only-all").click();
        look(page, "3 ready");
        apply(page).click();
        page.locator("#undo").waitFor();
        assertThat(names()).containsExactlyInAnyOrder("가 크림 " + mark, "나 크림 " + mark);
        paste.fill(head + "B-" + mark + ",나 밤 " + mark + ",9000,3\n");
        assertThat(page.locator("#only-changed")).hasText("변경 1");
        assertThat(page.locator("#catalogue-lines")).containsText("판매가 ₩10,000 → ₩9,000");
        page.locator("#undo").click();
        await("taken back").until(() -> names().isEmpty());
        assertThat(page.locator("#catalogues-past")).containsText("되돌림");
        Ui.leave(page);
    }

    /** Both forms of the file say the same; what is wrong is mended in it, and its last column does no harm. */
    private String mended(Page page) throws IOException {
        Sheet csv = Sheets.read(downloaded(page, "csv")).orThrow();
        Sheet xlsx = Sheets.read(downloaded(page, "xlsx")).orThrow();
        assertThat(xlsx.columns()).isEqualTo(csv.columns()).last().isEqualTo("사유");
        assertThat(csv.lines()).hasSize(1);
        List<String> cells = csv.lines().get(0).cells();
        assertThat(xlsx.lines().get(0).cells()).isEqualTo(cells);
        assertThat(cells).contains("B-" + mark, "만 원쯤", "-3").noneMatch(cell -> cell.contains("가 크림"));
        assertThat(cells.get(4)).contains("숫자로 읽을 수 없습니다", "0 이상이어야");
        return String.join(",", cells.subList(0, 4)).replace("만 원쯤", "10000").replace("-3", "3") + "\n";
    }

    private static byte[] downloaded(Page page, String form) throws IOException {
        page.locator("#catalogue-errors").click();
        Download file = page.waitForDownload(
                () -> page.locator("#catalogue-errors-as-" + form).click());
        assertThat(file.suggestedFilename()).endsWith("." + form);
        return Files.readAllBytes(file.path());
    }

    @Test
    void a_workbook_brings_products_with_their_options_in_and_the_same_one_changes_nothing() {
        Sheet sheet = new Sheet(
                List.of("SKU", "상품명", "판매가", "옵션 이름", "옵션 SKU", "옵션 판매가", "옵션 재고"),
                List.of(
                        new Sheet.Line(2, List.of("L-" + mark, "립 " + mark, "9000", "레드", "LR-" + mark, "", "5")),
                        new Sheet.Line(3, List.of("L-" + mark, "립 " + mark, "9000", "핑크", "LP-" + mark, "9500", "0"))));
        FilePayload file = new FilePayload("상품.xlsx", ImportTest.XLSX, Sheets.xlsx(sheet, "상품"));
        Page page = page();
        sells(page);
        Locator input = page.locator("#import-file input[type=file]");
        input.setInputFiles(file);
        assertThat(page.locator("#catalogue-lines")).containsText("립 " + mark + " · 핑크");
        assertThat(apply(page)).hasText("1개 가져오기");
        look(page, "4 options");
        page.locator("#only-wrong").click();
        assertThat(page.locator("#catalogue-lines")).containsText("이 판정을 받은 줄이 없습니다");
        page.locator("#only-all").click();
        apply(page).click();
        page.locator("#undo").waitFor();
        JsonNode product = found().get(0);
        assertThat(product.path("options").findValuesAsText("name")).containsExactly("레드", "핑크");
        input.setInputFiles(file);
        assertThat(page.locator("#only-same")).hasText("그대로 1");
        assertThat(apply(page)).hasText("새로 넣거나 바꿀 것이 없습니다");
        Ui.go(page, "products/" + product.path("id").asText());
        page.getByText("핑크").first().waitFor();
        look(page, "5 product");
        Ui.go(page, "products/import");
        Locator past = page.locator("#catalogues-past");
        assertThat(past).containsText("상품.xlsx");
        past.locator("vaadin-button").first().click();
        await("taken back").until(() -> names().isEmpty());
        Ui.leave(page);
    }

    @Test
    void a_broken_file_is_refused_in_words_and_the_next_one_is_read() {
        Page page = page();
        sells(page);
        Locator input = page.locator("#import-file input[type=file]");
        byte[] whole = Sheets.xlsx(
                new Sheet(List.of("SKU", "상품명"), List.of(new Sheet.Line(2, List.of("X-" + mark, "크림 " + mark)))), "상품");
        Locator note = page.locator(".on-import-note");
        input.setInputFiles(new FilePayload("잘린.xlsx", ImportTest.XLSX, Arrays.copyOf(whole, whole.length / 2)));
        assertThat(note).hasText("CSV나 XLSX로 읽을 수 없는 파일입니다.");
        input.setInputFiles(new FilePayload("빈.csv", "text/csv", new byte[0]));
        assertThat(note).containsText("표에 내용이 없습니다");
        input.setInputFiles(new FilePayload("그림.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(note).containsText("CSV");
        input.setInputFiles(new FilePayload("큰.csv", "text/csv", new byte[6 * 1024 * 1024]));
        assertThat(note).containsText("5 MB");
        input.setInputFiles(
                new FilePayload("수식.csv", "text/csv", "SKU,상품명\nX,=1+1\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(note).hasText("2번째 줄 ‘상품명’ 칸이 수식입니다. 값으로 바꾸어 주세요.");
        assertThat(apply(page)).isDisabled();
        look(page, "6 refused");
        input.setInputFiles(new FilePayload("온전.xlsx", ImportTest.XLSX, whole));
        assertThat(apply(page)).hasText("1개 가져오기");
        Ui.leave(page);
    }

    @Test
    void the_page_reads_well_in_english_and_in_the_dark() {
        Page page = Ui.signedIn("merchandiser", "en-US", true);
        Ui.language(page, "en-US");
        Ui.go(page, "products/import");
        page.locator("#import-paste textarea")
                .fill("SKU,Name,Price,Cosmetic\nE-" + mark + ",Cream " + mark + ",1000,Functional cosmetic\n");
        assertThat(page.locator("#catalogue-lines")).containsText("A functional cosmetic needs the number");
        look(page, "7 english dark");
        List<String> found = Axe.serious(page, ".on-page");
        Ui.language(page, "ko-KR");
        Ui.leave(page);
        assertThat(found).isEmpty();
    }
}
