package live.onair.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    private static final String TABLE =
            "제목,채널,시작\r\n겨울 크림 특집,CH-01,2030-01-01 20:00\r\n\r\n\"쉼표, 그리고 \"\"따옴표\"\"\",CH-02,2030-01-02 20:00\r\n";

    private static Sheet read(byte[] file) {
        return Sheets.read(file).orThrow();
    }

    private static void assertIsTheTable(Sheet sheet) {
        assertThat(sheet.columns()).containsExactly("제목", "채널", "시작");
        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet.lines().get(0).cells()).containsExactly("겨울 크림 특집", "CH-01", "2030-01-01 20:00");
        assertThat(sheet.lines().get(1).cell(0)).isEqualTo("쉼표, 그리고 \"따옴표\"");
    }

    private static List<String> refused(String text) {
        return Sheets.read(text).why().stream().map(r -> r.code()).toList();
    }

    @Test
    void utf_8_with_and_without_a_mark_and_ms949_read_the_same() {
        assertIsTheTable(read(TABLE.getBytes(StandardCharsets.UTF_8)));
        assertIsTheTable(read(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8)));
        assertIsTheTable(read(TABLE.getBytes(Charset.forName("MS949"))));
    }

    @Test
    void tabs_of_a_paste_and_semicolons_are_told_from_commas() {
        assertIsTheTable(Sheets.read(TABLE.replace("\"쉼표, 그리고 \"\"따옴표\"\"\"", "\"쉼표\u0001 그리고 \"\"따옴표\"\"\"")
                        .replace(",", "\t")
                        .replace("\u0001", ","))
                .orThrow());
        Sheet semicolons = Sheets.read("제목;채널\n가, 나;CH-01\n").orThrow();
        assertThat(semicolons.lines().get(0).cells()).containsExactly("가, 나", "CH-01");
    }

    @Test
    void a_workbook_is_read_with_its_moments_and_numbers() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet page = book.newWorksheet("편성표");
            page.value(0, 0, "제목");
            page.value(0, 1, "시작");
            page.value(0, 2, "길이");
            page.value(1, 0, "겨울 크림 특집");
            page.value(1, 1, LocalDateTime.of(2030, 1, 1, 20, 0));
            page.style(1, 1).format("yyyy-mm-dd h:mm").set();
            page.value(1, 2, 60.0);
        }
        Sheet sheet = read(file.toByteArray());
        assertThat(sheet.lines().get(0).cells()).containsExactly("겨울 크림 특집", "2030-01-01 20:00:00", "60");
    }

    @Test
    void what_is_written_is_read_back_and_computes_nothing() {
        Sheet sheet = new Sheet(
                List.of("제목", "설명"),
                List.of(
                        new Sheet.Line(2, List.of("=HYPERLINK(\"http://x\")", "두 줄\n둘째")),
                        new Sheet.Line(3, List.of("+1 증정", "@here")),
                        new Sheet.Line(4, List.of("-5", "가"))));
        String csv = new String(Sheets.csv(sheet), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\uFEFF제목,설명\r\n")
                .contains("'=HYPERLINK", "'+1 증정", "'@here")
                .contains("\r\n-5,");
        for (byte[] file : List.of(Sheets.csv(sheet), Sheets.xlsx(sheet, "표"))) {
            assertThat(read(file).lines().stream().map(Sheet.Line::cells))
                    .containsExactlyElementsOf(
                            sheet.lines().stream().map(Sheet.Line::cells).toList());
        }
    }

    @Test
    void a_formula_is_refused_by_its_line_and_column() throws IOException {
        assertThat(refused("제목,채널\n=1+1,CH-01\n@cmd,CH-02\n")).containsExactly("FORMULA", "FORMULA");
        assertThat(Sheets.read("제목,채널\n가,=A1\n").why().get(0).facts())
                .containsEntry("line", 2)
                .containsEntry("column", "채널");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet page = book.newWorksheet("1");
            page.value(0, 0, "제목");
            page.formula(1, 0, "1+1");
        }
        assertThat(Sheets.read(file.toByteArray()).why().get(0).code()).isEqualTo("FORMULA");
    }

    @Test
    void too_much_and_too_little_are_refused_in_words() {
        assertThat(refused("")).containsExactly("EMPTY");
        assertThat(refused("제목,채널\n")).containsExactly("EMPTY");
        assertThat(refused("제목\n" + "가\n".repeat(Sheets.MOST_LINES + 1))).containsExactly("TOO_LONG");
        assertThat(refused(",".repeat(70) + "제목\n" + "가,".repeat(70) + "\n")).containsExactly("TOO_WIDE");
        assertThat(Sheets.read(new byte[6 * 1024 * 1024]).why().get(0).code()).isEqualTo("TOO_LARGE");
        assertThat(Sheets.read(new byte[] {'P', 'K', 3, 4, 1, 2, 3})
                        .why()
                        .get(0)
                        .code())
                .isEqualTo("UNREADABLE");
        assertThat(Sheets.read(new byte[] {0, 1, 2}).why().get(0).code()).isEqualTo("UNREADABLE");
    }

    @Test
    void columns_are_guessed_from_their_names_and_a_signature_tells_tables_apart() {
        Sheet sheet = Sheets.read("방송 제목,Channel,START_TIME\n가,나,다\n").orThrow();
        Map<String, Integer> guess = sheet.guess(Map.of(
                "title", List.of("제목", "방송제목"),
                "channel", List.of("채널", "channel"),
                "start", List.of("start time"),
                "end", List.of("끝")));
        assertThat(guess).containsExactlyInAnyOrderEntriesOf(Map.of("title", 0, "channel", 1, "start", 2));
        assertThat(sheet.signature())
                .isEqualTo(
                        Sheets.read("방송제목,channel,starttime\n1,2,3\n").orThrow().signature())
                .isNotEqualTo(
                        Sheets.read("channel,방송제목,starttime\n1,2,3\n").orThrow().signature());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hostile_bytes_are_refused_or_read_but_never_break(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] file = new byte[random.nextInt(400)];
            random.nextBytes(file);
            if (random.nextBoolean() && file.length > 4) {
                System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, file, 0, 4);
            }
            assertThat(Sheets.read(file)).isNotNull();
        }
    }

    @Test
    void letters_that_are_damaged_are_refused_and_never_read_as_others() {
        byte[] whole = "상품,값\n크림,1\n".getBytes(StandardCharsets.UTF_8);
        byte[] cut = whole.clone();
        cut[1] = 'x';
        assertThat(Sheets.read(cut).why()).extracting(r -> r.code()).containsExactly("LETTERS");
        byte[] neither = "name,price\ncream\u00ff,1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Sheets.read(neither).why()).extracting(r -> r.code()).containsExactly("LETTERS");
        byte[] korean =
                "상품,값\n가을 니트 크림 50ml 세트, 한정,1\n쀍,2\n".replace(", 한정", " 한정").getBytes(Charset.forName("MS949"));
        assertThat(Sheets.read(korean).orThrow().lines().get(1).cell(0)).isEqualTo("쀍");
    }

    @Test
    void a_line_with_more_cells_than_names_is_refused_since_a_value_was_cut_at_its_comma() {
        assertThat(refused("상품,값\n크림,12,000\n")).containsExactly("CELLS_MANY");
        assertThat(Sheets.read("상품,값\n크림,\"12,000\",,\n")
                        .orThrow()
                        .lines()
                        .get(0)
                        .cells())
                .containsExactly("크림", "12,000");
    }

    @Test
    void prose_that_begins_with_a_dash_is_read_and_goes_out_harmless() {
        Sheet sheet = Sheets.read("제목\n- 첫째\n+ 둘째\n").orThrow();
        assertThat(sheet.lines()).extracting(l -> l.cell(0)).containsExactly("- 첫째", "+ 둘째");
        assertThat(new String(Sheets.csv(sheet), java.nio.charset.StandardCharsets.UTF_8))
                .contains("'- 첫째");
        assertThat(Sheets.read(Sheets.csv(sheet)).orThrow()).isEqualTo(sheet);
        assertThat(refused("제목\n+cmd|' /C calc'!A0\n")).containsExactly("FORMULA");
    }

    @Test
    void a_huge_cell_is_refused_also_when_it_is_packed_small() throws java.io.IOException {
        String huge = "가".repeat(Sheets.MOST_LETTERS + 1);
        assertThat(refused("제목\n" + huge + "\n")).containsExactly("CELL_LONG");
        assertThat(Sheets.read(("제목\n" + "a".repeat(10_000_000) + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .why()
                        .get(0)
                        .code())
                .isEqualTo("TOO_LARGE");
        java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(file)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] part = new byte[1024 * 1024];
            for (int i = 0; i < 21 * Sheets.MOST_MEGABYTES; i++) {
                zip.write(part);
            }
        }
        assertThat(file.size()).isLessThan(Sheets.MOST_MEGABYTES * 1024 * 1024);
        assertThat(Sheets.read(file.toByteArray()).why().get(0).code()).isEqualTo("TOO_LARGE");
    }
}
