package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.jspecify.annotations.Nullable;

/** The part of a merchandiser's day in which something is sold: products, cue sheet, rehearsal, on air, pins, the end, the replay. */
final class SellingDay {

    /** When a pin stood there, by the clock of the machine. */
    static final String SEEN = """
            window.seen = {};
            new MutationObserver(() => document.querySelectorAll('#pins .card .name').forEach(name => {
              if (!(name.textContent in seen)) seen[name.textContent] = Date.now();
            })).observe(document, { childList: true, subtree: true });""";

    private final Hands hands;
    private final Hands second;
    private final Page page;
    private final String show;
    private final Api api = Ui.app().api("merchandiser");
    /** Names in the order of the line-up, once it is put in order, and their numbers. */
    private final List<String> goods;

    private final List<String> numbers = new ArrayList<>();
    private @Nullable Page viewer;

    /**
     * Of this show, still a draft.
     *
     * @param second who approves
     */
    SellingDay(Hands hands, Hands second, String show) {
        this.hands = hands;
        this.second = second;
        this.page = hands.page;
        this.show = show;
        String mark = show.replaceAll("\\D", "");
        this.goods = List.of("니트 가디건 " + mark, "니트 조끼 " + mark, "니트 목도리 " + mark);
        for (String name : goods) {
            numbers.add(product(name, 29_000 + 10_000L * numbers.size()));
        }
    }

    private String product(String name, long won) {
        String seller = api.get("/sellers").ok().path("items").findParents("missing").stream()
                .filter(one -> one.path("missing").isEmpty())
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseThrow();
        return api.post(
                        "/products",
                        Map.of(
                                "seller",
                                seller,
                                "sku",
                                "DAY-" + show + "-" + numbers.size(),
                                "name",
                                name,
                                "stock",
                                40,
                                "price",
                                Map.of("minor", won, "currency", "KRW")))
                .ok()
                .path("id")
                .asText();
    }

    private List<String> lineUp() {
        List<String> names = new ArrayList<>();
        api.get("/line-ups/shows/" + show)
                .ok()
                .path("items")
                .forEach(item -> names.add(item.at("/product/name").asText()));
        return names;
    }

    private void picture(Page of, String name) {
        of.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/day/" + hands.look + " " + name + ".png")));
    }

    /** The second is found first: it is put in its place afterwards. */
    void links_products_to_the_show() {
        hands.open("shows/" + show);
        hands.tab("products");
        for (int at : new int[] {1, 0, 2}) {
            hands.choose("line-up-add", goods.get(at));
            Hands.until(() -> lineUp().contains(goods.get(at)));
            page.locator("#lineUp-remove-" + numbers.get(at)).waitFor();
        }
        hands.pressInRow(page.locator("#line-up-list"), page.locator("#lineUp-down-" + numbers.get(1)));
        Hands.until(() -> lineUp().equals(goods));
        picture(page, "1 line-up");
    }

    void writes_the_cue_sheet() {
        hands.tab("cues");
        item("오프닝", "00:20", "어서 오세요. 오늘은 니트 세 가지를 보여 드립니다.", null);
        item("조끼 소개", "01:00", "겉감과 안감을 가까이 보여 드립니다.", goods.get(1));
        item("마무리", "00:20", "다음 방송에서 만나요.", null);
        Hands.until(() -> api.get("/cues/shows/" + show)
                .ok()
                .path("items")
                .findValuesAsText("title")
                .equals(List.of("오프닝", "조끼 소개", "마무리")));
        picture(page, "2 cue sheet");
    }

    private void item(String title, String length, String lines, @Nullable String pinned) {
        hands.key("a", "#cue-add");
        hands.fill("cue-title", title);
        hands.fill("cue-length", length);
        hands.fill("cue-lines", lines);
        if (pinned != null) {
            hands.press("#cue-act-add");
            hands.choose("cue-act-target-1", pinned);
        }
        hands.press("#cue-save");
        page.locator("vaadin-dialog-overlay").waitFor(Hands.gone());
        assertThat(page.locator("#cue-list")).containsText(title);
    }

    void rehearses_with_the_cue_sheet_and_viewers_see_nothing_of_it() {
        hands.open("shows/" + show);
        hands.press("#shows-rehearse");
        hands.press("#plan-act");
        hands.state("REHEARSAL");
        watch();
        hands.open("control/" + show);
        assertThat(page.locator("#cue-run .nowbox h3")).hasText("오프닝");
        advance("조끼 소개");
        assertThat(page.locator("#cue-run .nowbox .on-cue-act")).containsText(goods.get(1));
        assertThat(page.locator("#cue-run .nowbox .on-cue-act .st.ok")).isVisible();
        picture(page, "3 rehearsal");
        assertThat(viewer().locator("#state-word")).not().hasText("ON AIR");
        assertThat(viewer().locator("#pins .card")).hasCount(0);
        hands.open("shows/" + show);
        hands.press("#shows-endRehearsal");
        hands.state("APPROVED");
    }

    private void advance(String to) {
        hands.key("n", "#cues-advance");
        assertThat(page.locator("#cue-run .nowbox h3")).hasText(to);
    }

    private void watch() {
        viewer = Ui.context(hands.look.locale(), hands.look.dark(), 390, 844).newPage();
        viewer.addInitScript(SEEN);
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        assertThat(viewer.locator("#lineup > li")).hasCount(goods.size());
    }

    private Page viewer() {
        return java.util.Objects.requireNonNull(viewer);
    }

    /** In two to three minutes; there is time enough for the second person. */
    void brings_it_forward_to_now_and_has_it_approved_again() {
        second.open("shows/" + show);
        LocalDateTime at = LocalDateTime.now(OnBoard.SEOUL).plusMinutes(3).truncatedTo(ChronoUnit.MINUTES);
        hands.key("m", "#shows-move");
        Locator fields = page.locator("#move-start input");
        hands.writeDate(fields.nth(0), hands.inWords(at.toLocalDate()));
        hands.write(fields.nth(1), at.toLocalTime().toString());
        hands.press("#dialog-save");
        OnBoard.awaitPlace(show, place(at));
        second.state("IN_REVIEW");
        second.press("#shows-approve");
        second.press("#reason-done");
        hands.state("APPROVED");
    }

    private String place(LocalDateTime at) {
        String now = OnBoard.place(show);
        return now.replaceFirst(" .*", " ") + at.toLocalTime() + " ~ " + now.replaceFirst(".*~ ", "");
    }

    /** Nobody presses anything: it goes on air at its time. */
    void is_on_air_and_viewers_see_what_is_sold() {
        await("on air")
                .atMost(Leave.of(Duration.ofMinutes(5)))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> OnBoard.read(show).path("state").asText().equals("ON_AIR"));
        hands.state("ON_AIR");
        assertThat(viewer().locator("#state-word")).hasText("ON AIR");
        moves(1);
        assertThat(viewer().locator("#lineup .name")).hasText(goods.toArray(String[]::new));
        assertThat(viewer().locator("#pins .card")).hasCount(0);
    }

    /** The viewer's picture goes on by so many seconds. */
    private void moves(double seconds) {
        double from = Ui.currentTime(viewer());
        await("the picture moves")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> Ui.currentTime(viewer()) >= from + seconds);
    }

    void pins_by_key_and_by_cue_and_viewers_see_it_at_once() {
        hands.tab("products");
        Locator button = page.locator("#pin-" + numbers.get(0));
        button.waitFor();
        long pressed = System.currentTimeMillis();
        hands.key("1", "#pin-" + numbers.get(0));
        assertThat(viewer().locator("#pins .card .name")).hasText(goods.get(0));
        long seen = ((Number) viewer().evaluate("name => window.seen[name]", goods.get(0))).longValue();
        System.out.printf("PROOF|days|1|0|from the merchandiser's key to the viewer's page: %d ms%n", seen - pressed);
        picture(page, "4 pinned");
        picture(viewer(), "5 viewer");
        moves(6);
        hands.key("1", "#pin-" + numbers.get(0));
        assertThat(viewer().locator("#pins .card")).hasCount(0);
        hands.open("control/" + show);
        assertThat(page.locator("#cue-run .nowbox h3")).hasText("오프닝");
        advance("조끼 소개");
        assertThat(viewer().locator("#pins .card .name")).hasText(goods.get(1));
        picture(page, "6 control room");
        moves(6);
    }

    void ends_it() {
        hands.open("shows/" + show);
        hands.confirm("#shows-stop", show, "하루 끝");
        hands.state("REPLAY");
        assertThat(viewer().locator("#state-word")).not().hasText("ON AIR");
        hands.tab("products");
        assertThat(page.locator("#pins [data-past]")).hasCount(2);
        picture(page, "7 after the show");
    }

    void sees_the_replay_lead_to_each_product() {
        viewer().navigate(Ui.app().viewerUrl() + "/replay/" + show);
        assertThat(viewer().locator("#times button")).hasCount(2);
        moves(1);
        for (int i = 0; i < 2; i++) {
            viewer().locator("#times button").nth(i).click();
            assertThat(viewer().locator("#times button").nth(i)).hasAttribute("aria-current", "true");
            assertThat(viewer().locator("#pins .card .name")).hasText(goods.get(i));
        }
        double second = Ui.currentTime(viewer());
        viewer().locator("#times button").nth(0).click();
        viewer().waitForCondition(() -> Ui.currentTime(viewer()) < second - 3);
        picture(viewer(), "8 replay");
    }

    void leaves() {
        if (viewer != null) {
            viewer.context().close();
        }
    }
}
