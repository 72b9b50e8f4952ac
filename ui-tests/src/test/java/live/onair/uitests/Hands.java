package live.onair.uitests;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.testkit.Leave;

/** How somebody works with the console; what they do is written once, and done by mouse or by keyboard alone. */
abstract class Hands {

    /** Whose work it is, in which language, by day or by night. */
    record Look(boolean mouse, String locale, boolean dark) {

        /** The two that differ in everything first. */
        private static final List<Look> ALL = List.of(
                new Look(true, "ko-KR", false),
                new Look(false, "en-US", true),
                new Look(true, "en-US", true),
                new Look(false, "ko-KR", false),
                new Look(true, "ko-KR", true),
                new Look(false, "en-US", false),
                new Look(true, "en-US", false),
                new Look(false, "ko-KR", true));

        /**
         * As many as the proof is large, at most all.
         *
         * @param first which of the first two the small run takes, so that the two days of it differ in everything
         */
        static List<Look> some(int first) {
            int size = Math.min(ALL.size(), Integer.getInteger("onair.proof.size", 1));
            return size == 1 ? List.of(ALL.get(first)) : ALL.subList(0, size);
        }

        boolean korean() {
            return locale.startsWith("ko");
        }

        Hands sit() {
            Page page = Ui.context(locale, dark, 1440, 900).newPage();
            return mouse ? new ByMouse(page, this) : new ByKeyboard(page, this);
        }

        @Override
        public String toString() {
            return (mouse ? "mouse" : "keyboard") + " " + locale.substring(0, 2) + (dark ? " dark" : " light");
        }
    }

    private static final Locator.WaitForOptions A_MINUTE = new Locator.WaitForOptions().setTimeout(Leave.of(60_000));

    final Page page;
    final Look look;

    Hands(Page page, Look look) {
        this.page = page;
        this.look = look;
    }

    /** A button, a link, a tab. */
    abstract void press(Locator thing);

    /** A checkbox. */
    abstract void check(Locator box);

    /** One of a group of radio buttons. */
    abstract void pick(Locator group, int index);

    /** Into a field, instead of what stands there. */
    abstract void write(Locator field, String words);

    /** A day in a field that opens a calendar. */
    abstract void writeDate(Locator field, String words);

    /** One of a list that opens; its label says which. */
    abstract void choose(String field, String label);

    /** One line of a menu. */
    abstract void pickFromMenu(Locator opener, Locator line);

    /** Another page of the console, by the navigation or the palette. */
    abstract void visit(String path);

    /** So many channels to the right and so many minutes later, then let go. */
    abstract void move(OnBoard board, String show, int columns, int minutes);

    /** Takes the last act back. */
    abstract void undo();

    /** A button in the first row of a table. */
    abstract void pressInRow(Locator grid, Locator button);

    /** One of a row of tabs. */
    abstract void pressTab(Locator tab);

    /** What was wrong with the way there, at the end of the day. */
    abstract List<String> complaints();

    final void press(String selector) {
        press(page.locator(selector).first());
    }

    /** A single letter that stands for a button here. */
    final void key(String letter, String button) {
        Locator named = page.locator(button).first();
        named.waitFor();
        pressByKey(letter, named);
    }

    abstract void pressByKey(String letter, Locator button);

    final void fill(String id, String words) {
        write(page.locator("#" + id + " input, #" + id + " textarea").first(), words);
    }

    /** One of the tabs of a show's page. */
    final void tab(String word) {
        pressTab(page.locator("#show-tabs [data-tab=" + word + "]"));
        page.waitForURL("**/" + word);
    }

    /** Until the show's page says by itself that it stands in one of these. */
    final void state(String... wanted) {
        Stream<String> marks = Stream.of(wanted).map(state -> ".on-show-head [data-state=" + state + "]");
        page.locator(marks.collect(Collectors.joining(", "))).waitFor(A_MINUTE);
    }

    /** What cuts a live show short is pressed, its number typed, and the reason told. */
    final void confirm(String button, String show, String reason) {
        press(button);
        org.assertj.core.api.Assertions.assertThat(page.locator("#sheet-act").isDisabled())
                .as("not before the number is typed")
                .isTrue();
        fill("sheet-typed", show);
        fill("sheet-reason", reason);
        page.waitForCondition(() -> page.locator("#sheet-act").isEnabled());
        press("#sheet-act");
    }

    /** As this reader's calendar writes it. */
    final String inWords(LocalDate date) {
        return (String) page.evaluate(
                "d => new Date(d + 'T00:00:00').toLocaleDateString(document.documentElement.lang)", date.toString());
    }

    /** Signs in as a demo person and turns the console to the language of this run. */
    final void signIn(String role) {
        page.navigate(Ui.app().url() + "/sign-in");
        page.locator("#demo-" + role).waitFor();
        press("#demo-" + role);
        page.waitForURL("**/schedule**");
        page.locator(".on-board-body").waitFor();
        speak(look.locale());
    }

    final void speak(String locale) {
        boolean english = page.locator("#environment").innerText().startsWith("Demo");
        if (english == locale.startsWith("ko")) {
            pickFromMenu(
                    page.locator("#person"),
                    page.locator("vaadin-context-menu-item:visible").nth(1));
            page.waitForCondition(
                    () -> page.locator("#environment").innerText().startsWith("Demo") != locale.startsWith("ko"));
            page.locator("vaadin-app-layout").waitFor();
        }
    }

    /** The palette by its key, letters, and the first thing of that path. */
    final void find(String letters, String name) {
        page.keyboard().press("Control+k");
        page.locator("dialog.on-pal input").waitFor();
        page.keyboard().insertText(letters);
        Locator first = page.locator("dialog.on-pal [role=option][aria-selected]");
        page.waitForCondition(() -> first.count() == 1 && first.innerText().contains(name));
        page.keyboard().press("Enter");
        page.locator("dialog.on-pal").waitFor(gone());
    }

    /** By its address, as from a link somebody sent. */
    final void open(String path) {
        Ui.go(page, path);
        page.locator(".on-page").first().waitFor();
    }

    /** One figure for each day that went well. */
    static void proven(String whose, Look look, long startedNanos) {
        System.out.printf(
                "PROOF|days|%d|0|a day of the %s, %s: done in %d s%n",
                Look.some(0).size(), whose, look, (System.nanoTime() - startedNanos) / 1_000_000_000L);
    }

    /** Until the server has it so; asked now and then, there is a limit on questions. */
    static void until(Callable<Boolean> is) {
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .pollInterval(Duration.ofMillis(250))
                .until(is);
    }

    static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    final void leave() {
        page.context().close();
    }

    /** Leaves, with a picture of the last screen; these accounts speak Korean again. */
    final void leave(String... roles) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/day-" + roles[0] + "-" + look + ".png")));
        leave();
        for (String role : look.korean() ? new String[0] : roles) {
            Page again = Ui.signedIn(role);
            Ui.language(again, "ko-KR");
            Ui.leave(again);
        }
    }
}
