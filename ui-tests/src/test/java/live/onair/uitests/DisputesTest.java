package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A viewer's order of a real broadcast, from its number to the sealed ZIP on one's disk, and until the show is let go. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisputesTest {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(Leave.of(60_000));

    private static Api planner;
    private static String show;
    private static String order;
    private static Page console;
    private static Path zip;

    @BeforeAll
    static void a_viewer_has_bought_in_a_short_show_that_is_over() {
        planner = Ui.app().api("merchandiser");
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "분쟁 채널", "warmUpSeconds", 5, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "분쟁이 생긴 방송", "channel", channel));
        plan.putAll(Map.of("start", start.toString(), "feed", Map.of("source", "TEST")));
        plan.put("end", start.plusSeconds(180).toString());
        show = planner.post("/shows", plan).ok().path("id").asText();
        planner.call("PUT", "/line-ups/shows/" + show, Map.of("items", List.of(Map.of("product", product()))), Map.of())
                .ok();
        OnBoard.approve(show);
        await("on air").atMost(Leave.of(Duration.ofSeconds(90))).until(() -> state().equals("ON_AIR"));
        order = bought();
        Instant ordered = Instant.now();
        await("some seconds")
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> Instant.now().isAfter(ordered.plusSeconds(10)));
        console = Ui.signedIn("merchandiser");
    }

    @AfterAll
    static void close() {
        if (console != null) {
            Ui.leave(console);
        }
    }

    private static String state() {
        return planner.get("/shows/" + show).ok().path("state").asText();
    }

    private static String product() {
        String id = StreamSupport.stream(
                        planner.get("/sellers").ok().path("items").spliterator(), false)
                .filter(seller -> seller.path("missing").isEmpty())
                .map(seller -> seller.path("id").asText())
                .findFirst()
                .orElseThrow();
        Map<String, Object> wanted = new HashMap<>(Map.of("seller", id, "sku", "DISPUTE-1", "name", "분쟁 크림"));
        wanted.put("price", Map.of("minor", 23_000, "currency", "KRW"));
        wanted.put("stock", 9);
        return planner.post("/products", wanted).ok().path("id").asText();
    }

    /** By the viewers' page, as everybody buys. */
    private static String bought() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        viewer.locator("#lineup [data-buy]").first().click();
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-rest")).containsText("안에 주문해 주세요");
        viewer.locator("#buy-next").click();
        Pattern number = Pattern.compile("OR-\\d+");
        assertThat(viewer.locator("#buy-say")).hasText(Pattern.compile(".*OR-\\d+.*"));
        Matcher found = number.matcher(viewer.locator("#buy-say").innerText());
        assertThat(found.find()).isTrue();
        Ui.leave(viewer);
        return found.group();
    }

    private static Locator part(String name) {
        return console.locator("#dispute-plan [data-part='" + name + "']");
    }

    private static void picture(String name) {
        console.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/disputes/" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    @Order(1)
    void a_number_that_is_none_is_told_and_one_of_a_show_on_air_says_that_it_waits() {
        Ui.go(console, "disputes");
        Ui.fill(console, "dispute-order", "OR-99999999");
        console.locator("#dispute-look").click();
        console.getByText("그런 주문이 없습니다: OR-99999999").first().waitFor();
        assertThat(console.locator("#dispute-plan")).isHidden();
        Ui.fill(console, "dispute-order", order.toLowerCase(java.util.Locale.ROOT));
        console.locator("#dispute-order input").press("Enter");
        assertThat(part("CLIP")).containsText("방송 중입니다");
        assertThat(part("CHAT")).containsText("들어갑니다");
        assertThat(part("ORDER")).containsText("들어갑니다");
        picture("waits");
        planner.post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험"))
                .ok();
        assertThat(part("CLIP").getByText("들어갑니다")).isVisible(SOON);
    }

    @Test
    @Order(2)
    void one_press_makes_it_and_the_zip_is_what_was_sealed() throws IOException {
        await("recorded")
                .atMost(Leave.of(Duration.ofSeconds(90)))
                .until(() ->
                        planner.get("/clips/shows/" + show).ok().path("length").isTextual());
        console.locator("#disputes-make").click();
        Locator link = console.locator("a[id^='pack-download-DP-']").first();
        assertThat(link).isVisible(SOON);
        picture("made");
        Download file = console.waitForDownload(link::click);
        zip = Files.createTempDirectory("dispute").resolve(file.suggestedFilename());
        file.saveAs(zip);
        assertThat(file.suggestedFilename()).matches("onair-DP-\\d+-" + order + "\\.zip");
        try (ZipFile open = new ZipFile(zip.toFile())) {
            assertThat(open.getEntry("clip.mp4").getSize()).isGreaterThan(100_000);
            String paid =
                    new String(open.getInputStream(open.getEntry("order.json")).readAllBytes(), "UTF-8");
            assertThat(paid).contains("₩23,000", "분쟁 크림");
        }
        console.locator("[id^='disputes-check-DP-']").first().click();
        console.getByText("봉인 그대로입니다.").first().waitFor();
    }

    @Test
    @Order(3)
    void a_file_that_was_changed_is_known() throws IOException {
        console.locator("#verify-file input[type=file]").setInputFiles(zip);
        assertThat(console.locator("#verdict")).containsText("봉인 그대로입니다.");
        console.locator("#verify-file input[type=file]").setInputFiles(changed());
        assertThat(console.locator("#verdict")).containsText("봉인한 뒤에 바뀌었습니다.");
        assertThat(console.locator("#verdict")).containsText("order.json: 내용이 바뀌었습니다");
        picture("changed");
    }

    private static Path changed() throws IOException {
        Path to = zip.resolveSibling("changed.zip");
        try (ZipFile from = new ZipFile(zip.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals("order.json")
                                ? new String(bytes, "UTF-8")
                                        .replace("₩23,000", "₩3,000")
                                        .getBytes("UTF-8")
                                : bytes);
            }
        }
        return to;
    }

    @Test
    @Order(4)
    void the_hold_is_released_with_its_plan_and_a_reason() {
        Ui.go(console, "shows/" + show);
        assertThat(console.locator("#show-holds")).containsText(order);
        picture("held");
        console.locator("#show-holds a").click();
        Locator release = console.locator("[id^='disputeHolds-release-DH-']").first();
        release.click();
        console.getByText("녹화를 더 보존하지 않음").first().waitFor();
        picture("release");
        Ui.fill(console, "sheet-typed", order);
        console.locator("#sheet-reason textarea").fill("고객과 합의했습니다");
        console.locator("#sheet-act").click();
        assertThat(console.locator("#holds-empty")).isVisible();
        console.locator("#holds-released input").check();
        console.getByText("고객과 합의했습니다").first().waitFor();
        Ui.go(console, "shows/" + show + "/history");
        console.getByText("분쟁 보존 해제").first().waitFor();
        assertThat(console.locator("#show-holds")).hasCount(0);
        console.getByText("분쟁 자료 내려받음").first().waitFor();
    }

    @Test
    @Order(5)
    void who_only_reads_sees_them_in_english_in_the_dark_and_makes_none() {
        Page page = Ui.signedIn("auditor", "en", true);
        Ui.language(page, "en");
        Ui.go(page, "disputes?order=" + order);
        assertThat(page.locator("h1").first()).hasText("Dispute packs");
        assertThat(page.locator("#dispute-plan")).containsText("goes in");
        assertThat(page.locator("#disputes-make")).isHidden();
        assertThat(page.locator("a[id^='pack-download-DP-']").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/disputes/english.png")));
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }
}
