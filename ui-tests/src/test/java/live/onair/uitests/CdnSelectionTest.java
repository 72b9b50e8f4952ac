package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ops move viewers by a plan, in stages and back, by mouse and by keyboard; write a policy and bring the old one back; keep the registry. */
class CdnSelectionTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @AfterEach
    void as_it_was() {
        Ui.app().api("ops").get("/steering/moves").ok().path("items").forEach(move -> {
            if (move.path("endedAt").isMissingNode() || move.path("endedAt").isNull()) {
                Ui.app()
                        .api("ops")
                        .post("/steering/moves/" + move.path("number").asLong() + "/undo", Map.of());
            }
        });
    }

    private static Locator shares(Page page) {
        return page.locator("#cdn-shares [data-branch=default]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/cdn/" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void viewers_are_moved_by_a_plan_in_stages_and_back_by_mouse() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        Page page = Ui.signedInAt("ops", "cdn");
        assertThat(shares(page).first()).containsText("domestic 70% · global 30%");
        assertThat(page.locator("#cdn-looks [data-cdn=domestic]").first()).containsText("정상");
        assertThat(page.locator("#cdn-quality .on-field").first()).containsText("%");
        assertThat(page.locator("#cdn-choices [data-branch=default]")).containsText("1. domestic 점수");
        assertThat(page.locator("#cdn-choices [data-branch=default]"))
                .containsText(Pattern.compile("2\\. global 점수 ₩[\\d,.]+ · 더 낼 단가 ₩[\\d,.]+"));
        picture(page, "cdn");
        page.locator("#steering-plan").click();
        assertThat(page.locator("#move-plan")).containsText("domestic 70% · global 30% → domestic 66% · global 34%");
        assertThat(page.locator("#move-plan")).containsText(Pattern.compile("데모 단가.*20\\d\\d-\\d\\d-\\d\\d"));
        assertThat(page.locator("#move-plan")).containsText("+₩86,000");
        assertThat(page.locator("#move-plan")).containsText("시간당");
        assertThat(page.locator("#move-plan")).containsText(Pattern.compile("용량 [^·]+ · .*약정 "));
        Ui.fill(page, "move-reason", "느림 " + mark);
        picture(page, "plan");
        page.locator("#move-act").click();
        assertThat(shares(page).first()).containsText("domestic 66% · global 34%");
        Locator move = page.locator("#cdn-moves .on-cdn-active", new Page.LocatorOptions().setHasText(mark));
        move.getByText("25%", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(shares(page).first()).containsText("domestic 52% · global 48%");
        move.getByText("100%", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(shares(page).first()).containsText("domestic 0% · global 100%");
        assertThat(move.locator(".on-follow")).containsText("재생기가 새 순서를");
        assertThat(move.locator(".on-follow"))
                .containsText("모두 따라옴", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
        picture(page, "drained");
        Ui.leave(viewer);
        move.locator("[id^=steering-undo-]").click();
        assertThat(shares(page).first()).containsText("domestic 70% · global 30%");
        assertThat(move).hasCount(0);
        assertThat(page.locator("#cdn-moves")).containsText("느림 " + mark);
        Ui.leave(page);
    }

    @Test
    void what_a_move_costs_is_unknown_where_a_price_is_missing() {
        Api ops = Ui.app().api("ops");
        String third = "free-" + mark;
        Map<String, Object> terms = Map.of(
                "name",
                "단가 없는 CDN",
                "audience",
                "GLOBAL",
                "regions",
                List.of("kr"),
                "baseUrl",
                "https://" + third + ".example.test",
                "capabilities",
                List.of(),
                "prices",
                List.of());
        ops.post("/cdns/" + third, terms).ok();
        long before = ops.get("/cdn-policies/current").ok().path("number").asLong();
        Map<String, Integer> weights = Map.of("domestic", 70, "global", 20, third, 10);
        ops.post("/cdn-policies", Map.of("branches", List.of(Map.of("weights", weights)), "note", mark))
                .ok();
        try {
            Page page = Ui.signedInAt("ops", "cdn");
            page.locator("#steering-plan").click();
            assertThat(page.locator("#move-plan")).containsText("모름(단가가 등록되지 않은 CDN이 있습니다)");
            assertThat(page.locator("#move-plan")).not().containsText("₩0");
            picture(page, "plan-unknown");
            Ui.leave(page);
        } finally {
            ops.post("/cdn-policies/" + before + "/restore", Map.of("note", mark))
                    .ok();
            ops.post("/cdns/" + third + "/retire", Map.of()).ok();
        }
    }

    @Test
    void viewers_who_are_elsewhere_than_published_are_told_by_word() {
        String show = Ui.onAir();
        SteeredPlayer viewer = SteeredPlayer.watching(show);
        Page page = Ui.signedInAt("ops", "cdn");
        Locator row = page.locator("#cdn-shares .on-cdn-show:has-text('" + show + "') ~ [data-branch=default]")
                .first();
        assertThat(row)
                .containsText(
                        Pattern.compile("최근 1분 시청자 \\d+명은 domestic \\d+%"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        Map<String, Object> move = Map.of("from", "domestic", "to", "global", "show", show, "percent", 100);
        Api ops = Ui.app().api("ops");
        String plan = ops.post("/steering/plan", move).ok().path("hash").asText();
        ops.post("/steering/moves", Map.of("move", move, "plan", plan, "reason", mark))
                .ok();
        assertThat(row.locator("[data-off=off]")).containsText("배분과 다름 domestic +");
        picture(page, "off");
        assertThat(row.locator("[data-off]")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
        assertThat(row).containsText("domestic 0%, global 100%");
        viewer.close();
        Ui.leave(page);
    }

    @Test
    void viewers_are_moved_and_back_by_keyboard_alone() {
        Page page = Ui.signedInAt("ops", "cdn");
        Hands hands = new ByKeyboard(page, new Hands.Look(false, "ko-KR", false));
        hands.press("#steering-plan");
        page.locator("#move-plan").waitFor();
        hands.fill("move-reason", "키보드 " + mark);
        hands.press("#move-act");
        Locator move = page.locator("#cdn-moves .on-cdn-active", new Page.LocatorOptions().setHasText(mark));
        hands.press(move.locator("[id^=steering-undo-]"));
        assertThat(move).hasCount(0);
        Assertions.assertThat(hands.complaints())
                .as("where the focus was not seen")
                .isEmpty();
        Ui.leave(page);
    }

    @Test
    void a_policy_is_written_refused_in_words_and_brought_back() {
        Page page = Ui.signedInAt("ops", "cdn");
        page.locator("#policies-write").click();
        Locator lines = page.locator("#policy-lines .on-branch-line");
        assertThat(lines).hasCount(2);
        lines.nth(1).locator("[data-cdn=domestic] input").fill("60");
        assertThat(lines.nth(1)).containsText("합 90");
        page.locator("#policy-save").click();
        assertThat(page.locator(".on-refusal").last()).containsText("비중의 합이 90입니다");
        lines.nth(1).locator("[data-cdn=global] input").fill("40");
        assertThat(lines.nth(1)).containsText("합 100");
        Ui.fill(page, "policy-note", "시험 " + mark);
        picture(page, "policy");
        page.locator("#policy-save").click();
        assertThat(page.locator("#policy-plan")).containsText("domestic 60% · global 40%");
        assertThat(page.locator("#policy-plan")).containsText("시청자");
        picture(page, "policy-plan");
        page.locator("#policy-act").click();
        assertThat(page.locator("#policy-state")).containsText(mark);
        assertThat(page.locator("#cdn-policy")).containsText("domestic 60% · global 40%");
        page.locator("#policy-earlier").click();
        page.locator("vaadin-select-list-box vaadin-select-item:visible")
                .first()
                .click();
        assertThat(page.locator("#policy-differences"))
                .containsText("domestic 60% · global 40% → domestic 70% · global 30%");
        picture(page, "difference");
        page.locator("#policies-restore").click();
        assertThat(page.locator("#policy-plan")).containsText("domestic 70% · global 30%");
        page.locator("#policy-act").click();
        assertThat(page.locator("#policy-state")).not().containsText(mark);
        assertThat(shares(page).first()).containsText("domestic 70% · global 30%");
        Ui.leave(page);
    }

    @Test
    void today_by_other_weights_and_two_cdns_side_by_side() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        Page page = Ui.signedInAt("ops", "cdn");
        assertThat(page.locator("#cdn-quality .on-field").first()).containsText("%");
        page.locator("#whatif-day vaadin-radio-button label").last().click();
        Locator cost = page.locator("#cdn-whatif [data-line='cdn.whatif.cost']");
        assertThat(cost).containsText("₩");
        page.locator("#whatif-domestic").focus();
        page.keyboard().press("End");
        assertThat(page.locator("#cdn-whatif .on-slider").last()).containsText("0%");
        page.keyboard().press("Home");
        assertThat(page.locator("#cdn-whatif .on-slider").last()).containsText("100%");
        assertThat(cost).containsText("→");
        assertThat(page.locator("#cdn-time onair-chart svg"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(100_000));
        assertThat(page.locator("#cdn-time onair-chart")).hasAttribute("aria-label", Pattern.compile("최근 30분.*%"));
        assertThat(page.locator("#cdn-compare")).containsText("같은 나라·통신사");
        page.locator("#cdn-compare").scrollIntoViewIfNeeded();
        assertThat(page.locator("#cdn-compare [data-measure=STALLED]")).isVisible();
        page.locator("#compare-show").click();
        page.locator("vaadin-select-list-box vaadin-select-item:visible").nth(1).click();
        assertThat(page.locator("#compare-show")).not().containsText("모든 방송");
        assertThat(page.locator("#cdn-compare [data-measure=STALLED]")).isVisible();
        picture(page, "compare");
        Ui.leave(viewer);
        Ui.leave(page);
    }

    @Test
    void quality_is_read_by_another_measure_and_each_benefit_leads_to_its_pane() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        Page page = Ui.signedInAt("ops", "cdn");
        Locator field = page.locator("#cdn-quality .on-field").first();
        assertThat(field).containsText("%");
        assertThat(page.locator("#cdn-quality thead th").last()).hasText("전체");
        assertThat(page.locator("#cdn-quality tbody tr").last()).containsText("전체");
        Locator measure = page.locator("#cdn-quality thead th").first();
        page.locator("#quality-measure vaadin-radio-button label").nth(1).click();
        assertThat(measure).hasText("시작 시간 p50·p95(ms) / 시청자");
        page.keyboard().press("ArrowRight");
        assertThat(measure).hasText("실패(1,000초당) / 시청자");
        page.keyboard().press("ArrowRight");
        assertThat(measure).hasText("속도(kbps) / 시청자");
        assertThat(field).containsText("명");
        assertThat(page.locator("#cdn-quality .on-heat-key")).containsText("10,000 이상");
        page.keyboard().press("ArrowRight");
        assertThat(measure).hasText("화질(kbps) / 시청자");
        assertThat(field).containsText(Pattern.compile("\\d,\\d{3}"));
        assertThat(page.locator("#cdn-quality .on-heat-key")).containsText("2,500 이상");
        picture(page, "rendition");
        Locator benefits = page.locator("#cdn-benefits");
        assertThat(benefits.locator("[data-benefit]")).hasCount(6);
        assertThat(benefits.locator("[data-benefit=SPREAD]")).containsText("시청자가 가장 많은");
        assertThat(benefits.locator("[data-benefit=SPEED]")).containsText("ms");
        assertThat(benefits.locator("[data-benefit=STABILITY]")).containsText("%");
        assertThat(benefits.locator("[data-benefit=SECURITY]")).containsText("/");
        assertThat(benefits.locator("[data-benefit=SCALE]")).containsText("₩");
        assertThat(benefits.locator("[data-benefit=COST]")).containsText(Pattern.compile("₩|모름"));
        assertThat(page.locator("#cdn-carried onair-chart").first())
                .hasAttribute("aria-label", Pattern.compile(".+ 약정 소진 · .*GB 남음.*"));
        assertThat(page.locator("#cdn-carried onair-chart svg").first()).isAttached();
        picture(page, "benefits");
        benefits.getByText("트래픽 분산").click();
        assertThat(page.locator("#cdn-shares")).isFocused();
        benefits.getByText("보안").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#cdn-security")).isFocused();
        Assertions.assertThat(page.url()).endsWith("/cdn");
        Ui.leave(viewer);
        Ui.leave(page);
    }

    @Test
    void a_move_goes_from_stage_to_stage_by_itself() {
        Page page = Ui.signedInAt("ops", "cdn");
        page.locator("#steering-plan").click();
        page.locator("#move-pause").click();
        page.locator("vaadin-select-list-box vaadin-select-item:visible").nth(1).click();
        assertThat(page.locator("#move-plan")).containsText("30초마다");
        Ui.fill(page, "move-reason", "스스로 " + mark);
        page.locator("#move-act").click();
        Locator move = page.locator("#cdn-moves .on-cdn-active", new Page.LocatorOptions().setHasText(mark));
        assertThat(move).containsText("30초마다 다음 단계로");
        picture(page, "stages");
        assertThat(move).containsText("나머지 CDN 25% ·", new LocatorAssertions.ContainsTextOptions().setTimeout(50_000));
        move.locator("[data-action='steering.undo']").click();
        assertThat(move).hasCount(0);
        Ui.leave(page);
    }

    @Test
    void c13_the_caches_of_a_stale_cdn_are_purged_of_a_show() {
        Page page = Ui.signedInAt("ops", "cdn");
        page.locator("#purges-ask").click();
        page.locator("#certain-done").click();
        assertThat(page.locator("#cdn-purges [data-purge]").first()).containsText("비움 · 0개");
        picture(page, "purged");
        Ui.leave(page);
    }

    @Test
    void the_automatic_rule_is_changed_within_its_bounds() {
        Page page = Ui.signedInAt("ops", "cdn");
        assertThat(page.locator("#cdn-rule")).containsText("꺼짐");
        page.locator("#steering-changeRule").click();
        Ui.fill(page, "rule-late", "10");
        page.locator("#rule-save").click();
        assertThat(page.locator(".on-refusal").last()).containsText("자동 규칙의 범위");
        Ui.fill(page, "rule-late", "2500");
        picture(page, "rule");
        page.locator("#rule-save").click();
        page.locator("#steering-changeRule").click();
        assertThat(page.locator("#rule-late input")).hasValue("2500");
        Ui.fill(page, "rule-late", "1500");
        page.locator("#rule-save").click();
        Ui.leave(page);
    }

    @Test
    void a_cdn_is_registered_changed_and_retired() {
        Page page = Ui.signedInAt("ops", "cdn");
        String id = "demo-" + mark;
        page.locator("#cdns-add").click();
        Ui.fill(page, "cdn-id", id);
        Ui.fill(page, "cdn-name", "데모 셋째 CDN");
        Ui.fill(page, "cdn-base", "https://" + id + ".example.test");
        Ui.fill(page, "cdn-prices", "0, 오십, 데모, 2026-11-01");
        page.locator("#cdn-save").click();
        assertThat(page.locator("#cdn-prices")).containsText("읽을 수 없는 줄");
        Ui.fill(page, "cdn-prices", "0, 50.5, 데모 단가, 2026-11-01");
        picture(page, "add");
        page.locator("#cdn-save").click();
        Locator row = page.locator("#cdn-list");
        assertThat(row).containsText("₩50.5/GB");
        page.locator("#cdns-change-" + id).click();
        Ui.fill(page, "cdn-name", "데모 넷째 CDN");
        page.locator("#cdn-save").click();
        assertThat(row).containsText("데모 넷째 CDN");
        page.locator("#cdns-retire-" + id).click();
        page.locator("#certain-done").click();
        assertThat(page.locator("#cdns-restore-" + id)).isVisible();
        Ui.leave(page);
    }

    @Test
    void the_page_is_as_wide_as_its_screen_and_has_one_scrollbar() {
        Page page = Ui.signedInAt("ops", "cdn");
        assertThat(page.locator("#cdn-shares .on-share-key")).containsText("domestic");
        for (int width : new int[] {1_440, 390}) {
            page.setViewportSize(width, 844);
            Assertions.assertThat(page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("sideways at " + width)
                    .isEqualTo(0);
            Assertions.assertThat(page.evaluate("(() => { const page = document.querySelector('.on-page');"
                            + " return page.scrollWidth - page.clientWidth; })()"))
                    .as("sideways within the page at " + width)
                    .isEqualTo(0);
            Assertions.assertThat(page.evaluate(
                            "document.documentElement.scrollHeight - document.documentElement.clientHeight"))
                    .as("a second scrollbar at " + width)
                    .isEqualTo(0);
        }
        picture(page, "phone");
        Ui.leave(page);
    }
}
