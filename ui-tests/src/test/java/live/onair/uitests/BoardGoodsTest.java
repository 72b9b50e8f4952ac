package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** ★6: what shows would take from each other is said on the board while one is moved, and never dropped. */
class BoardGoodsTest {

    private static final LocalDate DAY = OnBoard.TODAY.plusDays(75);

    static String product(String sku, String name) {
        Api planner = Ui.app().api("merchandiser");
        String seller = planner.get("/products")
                .ok()
                .path("products")
                .get(0)
                .path("seller")
                .path("id")
                .asText();
        return planner.post(
                        "/products",
                        Map.of(
                                "seller",
                                seller,
                                "sku",
                                sku,
                                "name",
                                name,
                                "stock",
                                10,
                                "price",
                                Map.of("minor", 19_000, "currency", "KRW")))
                .ok()
                .path("id")
                .asText();
    }

    private static String sells(String product, LocalDate day, String at, String channel, String title) {
        String show = OnBoard.plan(day, at, 60, channel, title);
        Ui.app()
                .api("merchandiser")
                .call("PUT", "/line-ups/shows/" + show, Map.of("items", List.of(Map.of("product", product))), Map.of())
                .ok();
        return show;
    }

    @Test
    void an_exclusive_product_turns_the_move_red_and_by_mouse_and_keys_it_is_not_dropped() {
        String product = product("ONLY-1", "독점 크림");
        sells(product, DAY, "10:00", "CH-03", "먼저 파는 방송");
        String show = sells(product, DAY, "14:00", "CH-02", "옮길 방송");
        Page page = Ui.signedInAt("merchandiser", "products/" + product);
        page.locator("#allotments-keep").click();
        page.locator("#exclusive-is input").check();
        page.locator("#exclusive-hours input").fill("2");
        page.locator("#exclusive-save").click();
        page.getByText("한 번에 한 방송만, 앞뒤 2시간").first().waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/goods/product.png")));
        Ui.leave(page);

        OnBoard board = OnBoard.of("merchandiser", DAY);
        board.drag(show, 0, -90);
        board.awaitTip("독점 크림: 독점 상품은 방송 사이를 2시간 띄웁니다. ‘먼저 파는 방송’ 방송과 90분 차이입니다.");
        assertThat(board.preview().innerText()).contains("놓을 수 없음");
        board.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/goods/drag.png")));
        board.page().mouse().up();
        board.page().locator("#move-clashes").getByText("독점 크림").first().waitFor();
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 14:00 ~ 15:00");
        board.press("Escape");
        board.page().waitForCondition(() -> board.preview().count() == 0);

        board.tabTo(show);
        board.press("Alt+Shift+ArrowUp");
        board.answered();
        for (int i = 0; i < 6; i++) {
            board.press("Alt+Shift+ArrowUp");
        }
        board.awaitTip("독점 크림");
        board.press("Enter");
        board.page().locator("#move-clashes").getByText("독점 크림").first().waitFor();
        assertThat(OnBoard.place(show)).as("keys drop no more than the mouse").isEqualTo("CH-02 14:00 ~ 15:00");
        board.close();
    }

    @Test
    void what_shows_before_plan_to_sell_is_not_there_for_a_later_one() {
        String product = product("FEW-1", "적은 크림");
        LocalDate day = DAY.plusDays(1);
        String first = sells(product, day, "10:00", "CH-03", "앞에서 파는 방송");
        String show = sells(product, day, "09:00", "CH-02", "뒤로 갈 방송");
        Page page = Ui.signedIn("merchandiser");
        for (String of : List.of(first, show)) {
            Ui.go(page, "shows/" + of + "/products");
            page.locator("#line-up-pieces-" + product + " input").fill(of.equals(first) ? "7" : "4");
            page.keyboard().press("Tab");
            await("planned")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .until(() -> Ui.app()
                                    .api("auditor")
                                    .get("/allotments/shows/" + of)
                                    .ok()
                                    .path("items")
                                    .size()
                            == 1);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/goods/pieces.png")));
        Ui.leave(page);
        OnBoard board = OnBoard.of("merchandiser", day);
        board.drag(show, 0, 180);
        board.awaitTip("적은 크림: 재고 10개 중 7개를 앞 방송(앞에서 파는 방송)이 팔 계획이라 3개 남습니다. 필요한 수량은 4개입니다.");
        board.page().mouse().up();
        assertThat(OnBoard.place(show)).isEqualTo("CH-02 09:00 ~ 10:00");
        board.close();
    }
}
