package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * U14, U15 on every page of the console: no serious finding of axe, no key instead of words, nothing cut at 125 % and
 * nothing sideways at 390 pixels. All four combinations of language and theme with {@code -Donair.proof.size=4}, by
 * itself every other page in Korean and light, the rest in English and dark. The board's own page has
 * {@link BoardPagesTest}.
 */
class EveryPageTest {

    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth + 1";
    /** What stands cut: buttons and headings that are wider inside than outside, or end beyond the edge. */
    private static final String CUT =
            "() => [...document.querySelectorAll('.on-page h1, .on-page vaadin-button, .on-page .st')]"
                    + ".filter(e => e.offsetParent && (e.scrollWidth > e.clientWidth + 1"
                    + " || e.getBoundingClientRect().right > innerWidth + 1)).map(e => e.textContent.trim())";

    /** Panes that lie over one another: pressed together, where the page should be scrolled. */
    private static final String OVER = "() => [...document.querySelectorAll('.on-page > *')].filter(e => e.offsetHeight"
            + " && !['absolute', 'fixed', 'sticky'].includes(getComputedStyle(e).position))"
            + ".filter(e => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY === 'visible')"
            + ".map(e => e.className + ' ' + e.scrollHeight + ' in ' + e.clientHeight)";

    private static final int SIZE = Integer.getInteger("onair.proof.size", 1);

    /** A language and a theme. */
    record Look(String locale, boolean dark) {}

    /** Both languages and both themes; all four of their combinations at full size. */
    static List<Look> looks() {
        List<Look> all = List.of(
                new Look("ko-KR", false), new Look("en-US", true), new Look("ko-KR", true), new Look("en-US", false));
        return all.subList(0, Math.min(4, Math.max(2, SIZE)));
    }

    /** Every page an administrator sees, by the palette's own list, and one of each kind of thing. */
    static List<String> paths(Page page) {
        List<String> paths = new ArrayList<>();
        for (Object path :
                (List<?>) page.evaluate("() => document.querySelector('onair-palette').pages.map(p => p.path)")) {
            if (!path.equals("schedule")) {
                paths.add(String.valueOf(path));
            }
        }
        assertThat(paths).hasSizeGreaterThan(7);
        String show = Ui.onAir();
        paths.addAll(List.of("shows/" + show, "shows/" + show + "/plan", "shows/" + show + "/signal"));
        paths.addAll(List.of(
                "shows/" + show + "/products",
                "shows/" + show + "/cues",
                "shows/" + show + "/claims",
                "shows/" + show + "/numbers",
                "shows/" + show + "/clips",
                "control/" + show));
        paths.addAll(List.of("shows/" + show + "/history", "inventory/quotas", "inventory/calls", "device", "nowhere"));
        paths.addAll(List.of("products/import", "products/shop", "shows/" + show + "/chat"));
        return paths;
    }

    @Test
    void no_serious_finding_of_axe_no_key_for_words_and_nothing_cut_at_125_percent() {
        Map<String, List<String>> wrong = new TreeMap<>();
        int pages = 0;
        for (Look look : looks()) {
            Page page = Ui.signedIn("admin", look.locale(), look.dark());
            Ui.language(page, look.locale());
            page.setViewportSize(1152, 720);
            List<String> paths = paths(page);
            for (int i = SIZE == 1 && look.dark() ? 1 : 0; i < paths.size(); i += SIZE == 1 ? 2 : 1) {
                String path = paths.get(i);
                Ui.go(page, path);
                page.locator(".on-page").first().waitFor();
                atRest(page, look.dark());
                List<String> found = findings(page);
                // what is only on its way to its place or colour is gone at the next look
                for (int again = 0; again < 3 && !found.isEmpty(); again++) {
                    found.clear();
                    found.addAll(findings(page));
                }
                page.setViewportSize(1152, 400);
                ((List<?>) page.evaluate(OVER)).forEach(over -> found.add("over: " + over));
                page.setViewportSize(1152, 720);
                if (!found.isEmpty()) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target/every-page", path.replace('/', '-') + ".png")));
                    wrong.put(path + " " + look, found);
                }
                pages++;
            }
            Ui.language(page, "ko-KR");
            Ui.leave(page);
        }
        assertThat(wrong).isEmpty();
        System.out.println("PROOF|every-page|" + looks().size() + "|0|" + pages
                + " pages by language and theme: no serious or critical finding, no key leak, nothing cut at 125 %");
    }

    /** The theme is on and no colour is on its way to another: half-way a contrast says nothing. */
    private static void atRest(Page page, boolean dark) {
        page.locator("html[theme=" + (dark ? "dark" : "light") + "]").waitFor();
        page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running'"
                + " || a.effect.getComputedTiming().iterations === Infinity)");
    }

    private static List<String> findings(Page page) {
        List<String> found = new ArrayList<>(Axe.serious(page));
        if (page.locator("body")
                .innerText()
                .matches("(?s).*\\b(nav|show|wall|audit|shell|work|look|views|signal|device)\\.[a-z]+\\b.*")) {
            found.add("a key instead of words");
        }
        ((List<?>) page.evaluate(CUT)).forEach(cut -> found.add("cut: " + cut));
        if (Boolean.TRUE.equals(page.evaluate(SIDEWAYS))) {
            found.add("scrolls sideways");
        }
        return found;
    }

    @Test
    void on_a_phone_shows_are_found_approved_and_slated_and_alarms_are_seen() {
        Page page = Ui.context("ko-KR", false, 390, 844).newPage();
        page.navigate(Ui.app().url() + "/sign-in");
        page.locator("#demo-admin").click();
        page.waitForURL("**/schedule**");
        String show = Ui.onAir();
        for (String path : List.of("shows", "shows/" + show, "wall")) {
            Ui.go(page, path);
            page.locator(".on-page").first().waitFor();
            assertThat(page.evaluate(SIDEWAYS)).as(path).isEqualTo(false);
        }
        Ui.go(page, "shows/" + show);
        page.locator("#shows-slateOn").click();
        page.locator("#sheet-typed").waitFor();
        assertThat(page.locator("#sheet-act").boundingBox().width).isLessThan(390);
        page.keyboard().press("Escape");
        Ui.go(page, "shows?state=IN_REVIEW");
        page.locator(".on-show-line a").first().click();
        page.locator("#shows-approve").click();
        page.locator("#reason-done").waitFor();
        assertThat(page.locator("#reason-done").boundingBox().x).isBetween(0.0, 390.0);
        page.context().close();
    }
}
