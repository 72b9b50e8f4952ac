package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The merchandiser drives what viewers are shown beside the picture of the demo's show, by mouse and by keys. */
class PinsTest {

    private final Api planner = Ui.app().api("merchandiser");
    private final String show = Ui.onAir();

    @BeforeEach
    void nothing_is_pinned() {
        pinned().forEach(product -> planner.post("/pins/shows/" + show + "/products/" + product + "/unpin", Map.of())
                .ok());
    }

    private List<String> pinned() {
        return planner.get("/pins/shows/" + show).ok().path("items").findValuesAsText("product");
    }

    private List<String> products() {
        JsonNode items = planner.get("/line-ups/shows/" + show).ok().path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/product/id").asText())
                .toList();
    }

    private JsonNode window() {
        String path = "/storefront/v1/shows/" + show + "/window.json";
        try (java.io.InputStream in =
                URI.create(Ui.app().viewerUrl() + path).toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void viewersSee(int products) {
        await("viewers' file")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> window().path("pins").size() == products);
    }

    private static Locator held(Page page) {
        return page.locator("#pins [data-pinned=true]");
    }

    private Page stall(String role) {
        Page page = Ui.signedInAt(role, "shows/" + show + "/products");
        page.locator("#pins [data-pin]").first().waitFor();
        return page;
    }

    @Test
    void a_product_is_pinned_by_its_key_and_taken_down_by_mouse_and_all_who_look_see_it() {
        Page page = stall("merchandiser");
        Page other = stall("auditor");
        String second = products().get(1);
        page.keyboard().press("2");
        assertThat(held(page)).hasCount(1);
        assertThat(held(page).first()).hasAttribute("data-pin", second);
        assertThat(held(other)).hasCount(1);
        assertThat(other.locator("#pin-" + second)).isHidden();
        viewersSee(1);
        assertThat(page.locator("#pins-viewers")).containsText("시청자 화면");
        page.locator("#pin-" + second).click();
        assertThat(held(page)).hasCount(0);
        viewersSee(0);
        page.keyboard().press("u");
        assertThat(held(page)).hasCount(1);
        Ui.leave(page);
        Ui.leave(other);
    }

    @Test
    void a_fourth_is_refused_in_words_and_the_keys_are_in_the_help() {
        Page page = stall("merchandiser");
        page.keyboard().press("1");
        assertThat(held(page)).hasCount(1);
        page.keyboard().press("2");
        assertThat(held(page)).hasCount(2);
        page.keyboard().press("3");
        assertThat(held(page)).hasCount(3);
        page.keyboard().press("4");
        page.getByText("이미 3개를 고정했습니다").waitFor();
        assertThat(held(page)).hasCount(3);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pins/full.png")));
        page.keyboard().press("Shift+Slash");
        Locator help = page.locator("dialog.on-pal");
        assertThat(help).containsText("고정");
        assertThat(help).containsText("내리기");
        Ui.leave(page);
    }

    @Test
    void the_line_up_of_a_running_show_is_looked_at_only_and_says_why_once() {
        Page page = stall("merchandiser");
        assertThat(page.locator("#line-up")).containsText("상품 구성이 잠깁니다");
        assertThat(page.locator("#line-up-add")).isHidden();
        assertThat(page.locator("#lineUps-saveSet")).isHidden();
        assertThat(page.locator("[id^=line-up-price-]")).hasCount(0);
        Ui.leave(page);
    }

    @Test
    void a_notice_is_written_shown_hidden_and_taken_away_with_a_way_back() {
        Page page = stall("merchandiser");
        page.locator("#notices-add").click();
        page.locator("#card-text textarea").fill("시험 공지 <b>");
        page.locator("#card-done").click();
        page.getByText("HTML 태그나 보이지 않는 글자를").waitFor();
        page.locator("#card-text textarea").fill("시험 공지입니다");
        page.locator("#card-done").click();
        Locator line =
                page.locator("#notices .on-note-card").filter(new Locator.FilterOptions().setHasText("시험 공지입니다"));
        line.locator("[data-action='cards.show']").click();
        assertThat(line).hasAttribute("data-shown", "true");
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> window().path("notices").toString().contains("시험 공지입니다"));
        line.locator("[data-action='cards.hide']").click();
        assertThat(line).hasAttribute("data-shown", "false");
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> !window().path("notices").toString().contains("시험 공지입니다"));
        line.locator("[data-action='cards.remove']").click();
        assertThat(line).hasCount(0);
        page.locator("#undo").click();
        assertThat(line).hasCount(1);
        line.locator("[data-action='cards.remove']").click();
        assertThat(line).hasCount(0);
        Ui.leave(page);
    }

    @Test
    void a_locked_price_is_asked_for_by_one_and_approved_by_another() {
        String product = products().get(1);
        Page page = stall("merchandiser");
        page.locator("#price-" + product).click();
        page.locator("#price-new input").fill("7700");
        page.locator("#price-reason textarea").fill("현장 할인");
        page.locator("#price-ask").click();
        Locator mine = page.locator("#price-changes [data-price-change]").first();
        assertThat(mine).containsText("₩7,700");
        assertThat(mine).containsText("다른 사람의 승인을 기다림");
        Page second = stall("admin");
        second.locator("[data-action='priceChanges.approve']").first().click();
        assertThat(second.locator("#price-changes [data-price-change]").first()).containsText("바꿈");
        assertThat(page.locator("#pins [data-pin='" + product + "']")).containsText("₩7,700");
        Ui.leave(page);
        Ui.leave(second);
    }
}
