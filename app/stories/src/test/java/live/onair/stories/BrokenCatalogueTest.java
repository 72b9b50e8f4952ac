package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.testkit.Api;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Catalogue files as they come in real life, over HTTP: each is read or refused in words, nothing is half imported, the console lives on. */
class BrokenCatalogueTest {

    private static final String HEAD = "SKU,상품명,판매가,재고\n";

    private final Api planner = SharedApp.get().api("merchandiser");
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String seller = planner.post("/sellers", Map.of("name", "파일 상사 " + mark))
            .ok()
            .path("id")
            .asText();

    private Api.Answer send(String path, byte[] file) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "상품", "seller", seller));
        body.put("file", Base64.getEncoder().encodeToString(file));
        return planner.post(path, body);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        planner.get("/products?size=200&seller=" + seller)
                .ok()
                .path("products")
                .forEach(product -> names.add(product.path("name").asText()));
        return names;
    }

    /** Neither looked at nor taken, by the same sentence. */
    private String refused(byte[] file, String code) {
        Api.Answer look = send("/catalogues/look", file);
        Api.Answer answer = send("/catalogues", file);
        assertThat(List.of(look.status(), answer.status())).as(code).containsOnly(409);
        JsonNode first = answer.body().path("reasons").path(0);
        assertThat(first.path("code").asText()).isEqualTo(code);
        assertThat(look.body().path("reasons")).isEqualTo(answer.body().path("reasons"));
        assertThat(names()).as(code).isEmpty();
        return first.path("sentence").asText();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() {
        return Sheets.xlsx(Sheets.read(HEAD + "A,가 크림,1000,1\n").orThrow(), "상품");
    }

    /** Whatever came, the next one who asks is answered, and a whole file is taken and taken back. */
    @AfterEach
    void the_console_lives_on() {
        JsonNode taken = send("/catalogues", text(HEAD + "LAST-" + mark + ",온전한 크림,1000,1\n"))
                .ok();
        assertThat(names()).contains("온전한 크림");
        planner.post("/catalogues/" + taken.path("id").asText() + "/undo", Map.of())
                .ok();
        assertThat(names()).doesNotContain("온전한 크림");
    }

    @Test
    void korean_letters_are_read_as_they_were_saved_and_damaged_ones_are_refused() {
        for (byte[] file : List.of(
                text(HEAD + "A,가을 니트 크림,1000,1\n"),
                text("\uFEFF" + HEAD + "A,가을 니트 크림,1000,1\n"),
                (HEAD + "A,가을 니트 크림,1000,1\n").getBytes(Charset.forName("MS949")))) {
            JsonNode look = send("/catalogues/look", file).ok();
            assertThat(look.at("/counts/added").asInt()).isEqualTo(1);
            assertThat(look.at("/lines/0/name").asText()).isEqualTo("가을 니트 크림");
        }
        byte[] damaged = text("SKU,Name\nA,가을 니트 크림\n");
        damaged[12] = (byte) 0xFF;
        assertThat(refused(damaged, "LETTERS")).contains("UTF-8로 다시 저장");
        refused((HEAD + "A,가,1,1\n").getBytes(StandardCharsets.UTF_16), "UNREADABLE");
    }

    @Test
    void cut_packed_and_foreign_files_are_refused_in_words() throws IOException {
        byte[] whole = workbook();
        assertThat(refused(Arrays.copyOf(whole, whole.length / 2), "UNREADABLE"))
                .contains("CSV나 XLSX로 읽을 수 없는");
        refused(zip("letter.txt", 1), "UNREADABLE");
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 200);
        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertThat(refused(bomb, "TOO_LARGE")).contains("5 MB");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "UNREADABLE");
        refused(new byte[0], "EMPTY");
        refused(text(HEAD), "EMPTY");
        refused(text(HEAD + "A,\"끝나지 않는 칸,1000,1\n"), "UNREADABLE");
        Api.Answer notBase64 = planner.post("/catalogues", Map.of("seller", seller, "file", "%%%"));
        assertThat(notBase64.status()).isEqualTo(400);
        assertThat(notBase64.body().toString()).doesNotContain("Exception");
        assertThat(planner.post("/catalogues", Map.of("seller", seller)).status())
                .isEqualTo(409);
    }

    private static byte[] zip(String name, int megabytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] part = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                zip.write(part);
            }
        }
        return file.toByteArray();
    }

    @Test
    void cells_that_are_huge_computed_or_too_many_are_named_by_their_line() throws IOException {
        assertThat(refused(text(HEAD + "A,가,1000,1\nB," + "나".repeat(100_000) + ",1000,1\n"), "CELL_LONG"))
                .contains("3번째 줄", "상품명", "100000자");
        assertThat(refused(text(HEAD + "A,\"=HYPERLINK(\"\"http://x\"\")\",1000,1\n"), "FORMULA"))
                .contains("2번째 줄 ‘상품명’ 칸이 수식");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Onair", "1.0")) {
            Worksheet page = book.newWorksheet("상품");
            for (int i = 0; i < 4; i++) {
                page.value(0, i, HEAD.strip().split(",")[i]);
                page.value(1, i, i > 1 ? "1000" : "A");
            }
            page.formula(1, 2, "500*2");
        }
        assertThat(refused(file.toByteArray(), "FORMULA")).contains("2번째 줄");
        assertThat(refused(text(HEAD + "A,가 크림,12,000,1\n"), "CELLS_MANY")).contains("2번째 줄", "큰따옴표");
        refused(text(HEAD + "A,가,1000,1\n".repeat(20_001)), "TOO_LONG");
        refused(text("열,".repeat(61) + "끝\n1\n"), "TOO_WIDE");
    }

    @Test
    void a_missing_column_is_named_before_anything_is_read() {
        JsonNode look = send("/catalogues/look", text("상품명,판매가\n가,1000\n")).ok();
        assertThat(look.at("/reasons/0/sentence").asText()).contains("‘SKU’에 해당하는 열");
        assertThat(look.path("lines")).isEmpty();
        Api.Answer answer = send("/catalogues", text("상품명,판매가\n가,1000\n"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().at("/reasons/0/code").asText()).isEqualTo("NO_COLUMN");
        assertThat(names()).isEmpty();
    }

    @Test
    void wrong_lines_are_each_named_and_the_good_ones_beside_them_are_not_taken() {
        byte[] file = text(HEAD + "A,가 크림,1000,1\nB,나 크림,천 원,1\nC,다 크림,-5,1\nD,라 크림,0,1\nE,마 크림,1000.5,1\n"
                + "F,바 크림,1000,-1\nG,사 크림,1000,2.5\nA,가 크림,1000,1\nH,<img src=x>,1000,1\n,이름만,1000,1\n"
                + "I,자 크림,99999999999999999999,1\nJ,차 크림,1e5,1\n");
        JsonNode look = send("/catalogues/look", file).ok();
        List<String> codes = new ArrayList<>();
        look.path("lines").forEach(line -> codes.add(line.at("/reasons/0/code").asText("fine")));
        assertThat(codes)
                .containsExactly(
                        "fine",
                        "NUMBER_UNREADABLE",
                        "PRICE",
                        "PRICE",
                        "AMOUNT_FINE",
                        "STOCK",
                        "STOCK",
                        "SAME_LINE",
                        "FIELD_MARKUP",
                        "FIELD_MISSING",
                        "NUMBER_UNREADABLE",
                        "NUMBER_UNREADABLE");
        assertThat(look.at("/counts/wrong").asInt()).isEqualTo(11);
        look.path("lines")
                .forEach(line -> line.path("reasons")
                        .forEach(
                                why -> assertThat(why.path("sentence").asText()).isNotBlank()));
        Api.Answer answer = send("/catalogues", file);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().at("/reasons/0/sentence").asText()).isEqualTo("틀린 줄이 11개 있어 아무것도 가져오지 않았습니다.");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_workbook_with_options_comes_in_whole() {
        Sheet sheet = Sheets.read("SKU,상품명,판매가,옵션 이름,옵션 SKU,옵션 판매가,옵션 재고\n"
                        + "LIP,립,9000,레드,LIP-R,,5\nLIP,립,9000,핑크,LIP-P,9500,0\n")
                .orThrow();
        JsonNode taken = send("/catalogues", Sheets.xlsx(sheet, "상품")).ok();
        assertThat(taken.at("/counts/added").asInt()).isEqualTo(1);
        JsonNode lip = planner.get("/products?seller=" + seller).ok().at("/products/0");
        assertThat(lip.path("options").findValuesAsText("name")).containsExactly("레드", "핑크");
        assertThat(lip.at("/options/1/price/minor").asLong()).isEqualTo(9_500);
        planner.post("/catalogues/" + taken.path("id").asText() + "/undo", Map.of())
                .ok();
        assertThat(names()).isEmpty();
    }
}
