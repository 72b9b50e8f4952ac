package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * U8 on every page: with forced colours and in a grey picture each state is still told by a word and by an icon. The
 * icons are looked for in the picture itself; the pictures are kept in target/states. By itself every other page is light
 * and the rest dark, all pages are both with {@code ./onair prove states}.
 */
class StatesWithoutColourTest {

    private static final boolean ALL = Integer.getInteger("onair.proof.size", 2) > 2;
    private static final Path FOLDER = Path.of("target/states");
    /** From 0 to 255: what an icon's lightest and darkest point must differ by to be seen. */
    private static final int SEEN = 60;

    /** Each state that stands in the window: its word, and where its icon is drawn. */
    private static final String STATES = """
            () => [...document.querySelectorAll('.on-page .st, .on-page [data-alarm], .on-page .note.warn, .on-page .note.fault, .on-alarms > *')]
              .filter(e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
              .map(e => {
                const box = e.getBoundingClientRect();
                if (!box.width || box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) return null;
                const top = document.elementFromPoint(box.left + Math.min(8, box.width / 2), box.top + Math.min(8, box.height / 2));
                if (!top || !(e.contains(top) || top.contains(e))) return null;
                const icon = [...e.querySelectorAll('vaadin-icon, svg')].map(i => i.getBoundingClientRect()).find(r => r.width >= 8 && r.height >= 8);
                const drawn = e.querySelector('vaadin-icon, svg');
                const state = e.matches('.st') ? e : e.querySelector('.st') || e;
                return {
                  word: e.innerText.trim(),
                  style: [...state.classList].filter(c => /^(scheduled|standby|rehearsal|onair|ended|ok|warn|fault|stale)$/.test(c)).join(' '),
                  symbol: drawn ? drawn.symbol || (drawn.querySelector('use') || { getAttribute: () => '' }).getAttribute('href') : '',
                  icon: icon ? [icon.left, icon.top, icon.width, icon.height] : null,
                };
              }).filter(Boolean)""";

    private final Map<String, List<String>> wrong = new TreeMap<>();
    private final Map<String, String> told = new HashMap<>();
    private int states;

    @Test
    void with_forced_colours_and_in_grey_every_state_has_its_word_and_its_icon() throws IOException {
        Files.createDirectories(FOLDER);
        for (boolean dark : new boolean[] {false, true}) {
            // a browser of its own: what others' browsers remember may leave no state to look at
            Page page = Ui.signedIn("admin", Ui.context("ko-KR", dark, 1440, 900));
            List<String> paths = new ArrayList<>(EveryPageTest.paths(page));
            paths.addAll(List.of("schedule", "schedule?view=week", "schedule?view=list"));
            for (int i = dark && !ALL ? 1 : 0; i < paths.size(); i += ALL ? 1 : 2) {
                String path = paths.get(i);
                Ui.go(page, path);
                page.locator(".on-page").first().waitFor();
                Shown.settle(page, path);
                page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
                look(page, path, dark ? "forced-dark" : "forced-light");
                page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
                page.evaluate("document.documentElement.style.filter = 'grayscale(1)'");
                look(page, path, dark ? "grey-dark" : "grey-light");
                page.evaluate("document.documentElement.style.filter = ''");
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
        assertThat(states).as("states looked at").isGreaterThan(50);
        System.out.printf(
                "PROOF|states|%d|0|%d states by page, theme, forced colours and grey: each with a word and an icon that is seen%n",
                ALL ? 4 : 2, states);
    }

    private void look(Page page, String path, String how) throws IOException {
        Path file = FOLDER.resolve(path.replaceAll("\\W+", "-") + "-" + how + ".png");
        Taken taken = Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> Taken.of(page, file), Taken::stood);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(taken.png()));
        for (Object one : taken.states()) {
            Map<?, ?> state = (Map<?, ?>) one;
            states++;
            String found = fault(state, picture);
            if (!found.isEmpty()) {
                wrong.computeIfAbsent(path + " " + how, p -> new ArrayList<>()).add(found + ": " + state);
            }
        }
    }

    /** What is missing, empty when nothing is. */
    private String fault(Map<?, ?> state, BufferedImage picture) {
        String word = String.valueOf(state.get("word"));
        if (word.isEmpty()) {
            return "no word";
        }
        if (!(state.get("icon") instanceof List<?> box)) {
            return "no icon";
        }
        if (contrast(picture, box) < SEEN) {
            return "an icon nobody sees";
        }
        String before = told.putIfAbsent(word + "|" + state.get("symbol"), String.valueOf(state.get("style")));
        return before == null || before.equals(String.valueOf(state.get("style")))
                ? ""
                : "only the colour differs from " + before;
    }

    private static int contrast(BufferedImage picture, List<?> box) {
        int[] at = box.stream().mapToInt(n -> ((Number) n).intValue()).toArray();
        int least = 255;
        int most = 0;
        for (int x = Math.max(0, at[0]); x < Math.min(picture.getWidth(), at[0] + at[2]); x++) {
            for (int y = Math.max(0, at[1]); y < Math.min(picture.getHeight(), at[1] + at[3]); y++) {
                int rgb = picture.getRGB(x, y);
                int light = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
                least = Math.min(least, light);
                most = Math.max(most, light);
            }
        }
        return most - least;
    }

    /** A picture, and its states; what is live may have moved meanwhile. */
    private record Taken(byte[] png, List<?> states, boolean stood) {

        static Taken of(Page page, Path file) {
            List<?> before = (List<?>) page.evaluate(STATES);
            byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(file));
            return new Taken(png, before, before.equals(page.evaluate(STATES)));
        }
    }

    /** Waits until what a page shows late is there. */
    private static final class Shown {

        static void settle(Page page, String path) {
            if (path.startsWith("schedule") && !path.contains("list")) {
                page.locator("onair-board[data-ready]").waitFor();
            } else if (path.equals("shows") || path.contains("list")) {
                page.locator(".st").first().waitFor();
            } else if (path.equals("wall")) {
                page.locator(".tile [data-health]").first().waitFor();
            }
        }
    }
}
