package live.onair.uitests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import live.onair.testkit.Leave;

/** What ops do about a slow CDN, from the alarm at home to the way back; in words of ids, so that it is the same by mouse and by keyboard. */
final class MovingViewers {

    private static final Locator.WaitForOptions A_MINUTE = new Locator.WaitForOptions().setTimeout(Leave.of(60_000));

    /** Whom the page of CDNs knows to be served by this one now. */
    private static final String SERVED = """
            cdn => [...document.querySelectorAll('#cdn-quality tbody tr')]
              .filter(row => row.cells[0].textContent.trim() === cdn)
              .flatMap(row => [...row.querySelectorAll('.on-field .t12')])
              .reduce((sum, people) => sum + parseInt(people.textContent), 0)""";

    private final Hands hands;
    private final Page page;
    private final String show;
    private final String reason;

    MovingViewers(Hands.Look look, String show) {
        this.hands = look.sit();
        this.page = hands.page;
        this.show = show;
        this.reason = "느린 CDN " + look;
    }

    void sits_at_home_where_all_is_well() {
        hands.signIn("ops");
        hands.visit("home");
        well().waitFor(A_MINUTE);
    }

    private Locator well() {
        return page.locator("#home-well .st.ok")
                .filter(new Locator.FilterOptions().setHasText("CDN domestic"))
                .first();
    }

    private Locator trouble() {
        return trouble(page, show);
    }

    /** What home tells of a bad CDN of this show. */
    static Locator trouble(Page home, String show) {
        return home.locator("#home-problems [data-alarm=CDN_BAD]:has(a[href='shows/" + show + "/signal'])");
    }

    void sees_what_is_wrong_and_that_it_hurts_somebody() {
        trouble().waitFor(A_MINUTE);
        Locator hurt = trouble().locator(".hurt .b");
        page.waitForCondition(() -> hurt.innerText().matches("[1-9].*"));
    }

    void moves_the_first_of_them_by_the_plan() {
        hands.key("p", "#home-problems [data-action='steering.plan'][data-key=p]");
        Locator plan = page.locator("#move-plan");
        says(plan, "domestic 0% · global 100%");
        hands.pick(page.locator("#move-percent"), 0);
        says(plan, "domestic 70% · global 30% → domestic 66% · global 34%");
        hands.fill("move-reason", reason);
        page.waitForCondition(() -> page.locator("#move-act").isEnabled());
        picture("plan");
        hands.press("#move-act");
        plan.waitFor(Hands.gone());
        says(trouble(), "5%");
    }

    void moves_more_of_them_from_home() {
        hands.key("p", "#home-move[data-key=p]");
        Locator stages = page.locator("#move-stages .on-cdn-active");
        says(stages, reason);
        Locator next = stages.locator("[id^=steering-stage-][id$='-25']");
        hands.press(next);
        page.waitForCondition(() -> "true".equals(next.getAttribute("aria-pressed")));
        picture("stages");
        hands.press("#move-close");
        stages.waitFor(Hands.gone());
        says(trouble(), "25%");
    }

    void moves_all_of_them_and_sees_where_they_are() {
        hands.visit("cdn");
        shares("domestic 52% · global 48%");
        hands.press(move().locator("[id^=steering-stage-][id$='-100']"));
        shares("domestic 0% · global 100%");
        page.waitForCondition(() -> served("domestic") == 0 && served("global") > 0);
        picture("elsewhere");
    }

    void takes_it_back() {
        hands.press(move().locator("[id^=steering-undo-]"));
        move().waitFor(Hands.gone());
        shares("domestic 70% · global 30%");
        hands.visit("home");
        trouble().locator("[data-action='steering.plan']").waitFor();
    }

    void sees_that_it_is_well_again() {
        trouble().waitFor(Hands.gone().setTimeout(Leave.of(60_000)));
        well().waitFor(A_MINUTE);
        picture("well");
    }

    private int served(String cdn) {
        return ((Number) page.evaluate(SERVED, cdn)).intValue();
    }

    private Locator move() {
        return page.locator("#cdn-moves .on-cdn-active", new Page.LocatorOptions().setHasText(reason));
    }

    /** How the viewers of this show are to be spread. */
    private void shares(String words) {
        says(page.locator("#cdn-shares .on-cdn-show:has-text('" + show + "') ~ [data-branch=default]"), words);
    }

    private static void says(Locator thing, String words) {
        thing.filter(new Locator.FilterOptions().setHasText(words)).first().waitFor();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(
                        Path.of("target/moving/" + name + "-" + (hands.look.mouse() ? "mouse" : "keyboard") + ".png")));
    }

    /** Where somebody without a mouse did not see the focus, or lost it. */
    List<String> complaints() {
        return hands.complaints();
    }

    void leaves() {
        hands.leave();
    }
}
