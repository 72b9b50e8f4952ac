package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** The frame of the console: palette, keys, help, views, look, and the pages for what goes wrong. */
class ShellTest {

    private static final Pattern UNDO = Pattern.compile("되돌리기");

    private static Locator options(Page page) {
        return page.locator("dialog.on-pal [role=option]");
    }

    private static void open(Page page) {
        page.keyboard().press("Control+k");
        options(page).first().waitFor();
    }

    private static String names(Page page) {
        return String.join("|", options(page).locator(".on-pal-name").allInnerTexts());
    }

    /** Milliseconds from the keys to the list's layout; it is closed again. */
    private static double opening(Page page) {
        Object took = page.evaluate(
                "() => { const t = performance.now();"
                        + " document.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true}));"
                        + " document.querySelector('dialog.on-pal [role=option]').getBoundingClientRect(); return performance.now() - t; }");
        page.keyboard().press("Escape");
        page.locator("dialog.on-pal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return ((Number) took).doubleValue();
    }

    @Test
    void u1_the_palette_opens_at_once_and_offers_each_role_only_its_own() {
        for (String role : List.of("merchandiser", "moderator", "admin")) {
            Page page = Ui.signedIn(role);
            List<Double> took =
                    Stream.generate(() -> opening(page)).limit(5).sorted().toList();
            assertThat(took.get(2)).as(role + ", median of %s", took).isLessThan(Leave.of(150));
            open(page);
            assertThat(names(page).contains("사람")).as(role + " sees people").isEqualTo(role.equals("admin"));
            assertThat(names(page).contains("방송 편성")).as(role + " plans").isEqualTo(!role.equals("moderator"));
            page.context().close();
        }
    }

    @Test
    void u1_first_consonants_find_pages_and_shows() {
        Page page = Ui.signedIn("merchandiser");
        open(page);
        Locator input = page.locator("dialog.on-pal input");
        input.fill("ㅂㅅㅁㄴㅌ");
        assertThat(names(page)).contains("방송 모니터");
        input.fill("ㄷㅁㅂㄹㄷㄹㅇㅂ");
        page.waitForCondition(() -> names(page).contains("데모 브랜드 라이브"));
        input.press("Enter");
        page.waitForURL("**/shows/SH-*");
        page.context().close();
    }

    @Test
    void u2_keys_are_silent_while_somebody_types_or_composes_hangul() {
        Page page = Ui.signedIn("merchandiser");
        Locator dialog = page.locator("#show-title");
        page.evaluate(
                "() => { document.body.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));"
                        + " document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'c', code: 'KeyC', bubbles: true})); }");
        page.evaluate("() => document.body.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 'Process', code: 'KeyC', isComposing: true, bubbles: true}))");
        page.evaluate("() => document.body.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))");
        open(page);
        page.locator("dialog.on-pal input").pressSequentially("c");
        page.keyboard().press("Escape");
        assertThat(dialog.count()).isZero();
        page.keyboard().press("c");
        dialog.waitFor();
        page.context().close();
    }

    @Test
    void u2_the_help_lists_the_keys_of_this_page_and_a_hangul_layout_presses_them_too() {
        Page page = Ui.signedIn("merchandiser");
        page.keyboard().press("?");
        Locator help = page.locator("dialog.on-pal[data-dialog=help]");
        help.waitFor();
        assertThat(help.innerText()).contains("Ctrl K", "C", "방송 편성");
        page.keyboard().press("Escape");
        page.evaluate(
                "() => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅊ', code: 'KeyC', bubbles: true}))");
        page.locator("#show-title").waitFor();
        page.context().close();
    }

    @Test
    void r10_the_copied_command_does_what_the_button_does() throws Exception {
        Page page = Ui.signedIn("merchandiser");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Ui.go(page, "shows/" + Ui.onAir());
        page.locator("#shows-extend").waitFor();
        open(page);
        page.locator("dialog.on-pal input").fill("shows.extend");
        page.keyboard().press("Shift+Enter");
        page.locator(".on-say code").waitFor();
        String command = (String) page.evaluate("() => navigator.clipboard.readText()");
        assertThat(command)
                .startsWith("curl -X POST")
                .contains("/api/v1/shows/" + Ui.onAir() + "/", "Authorization: Bearer", "{\"bySeconds\":600}");
        String before = end(Ui.onAir());
        run(command);
        assertThat(end(Ui.onAir())).isGreaterThan(before);
        page.context().close();
    }

    @Test
    void r10_a_way_of_a_show_is_copied_as_a_command_of_the_terminal_that_goes_it() throws Exception {
        String show = Ui.app()
                .api("merchandiser")
                .post(
                        "/shows",
                        java.util.Map.of(
                                "title",
                                "명령 복사 시험",
                                "channel",
                                "CH-04",
                                "start",
                                OnBoard.TODAY.plusDays(80) + "T03:00:00+09:00",
                                "end",
                                OnBoard.TODAY.plusDays(80) + "T03:30:00+09:00"))
                .ok()
                .path("id")
                .asText();
        Page page = Ui.signedIn("merchandiser");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Ui.go(page, "shows/" + show);
        page.locator("#shows-submit").waitFor();
        open(page);
        page.locator("dialog.on-pal input").fill("shows.submit");
        page.keyboard().press("Shift+Enter");
        page.locator(".on-say code").waitFor();
        String command = (String) page.evaluate("() => navigator.clipboard.readText()");
        assertThat(command).isEqualTo("./onair shows transition " + show + " --to IN_REVIEW");
        run(command);
        page.locator("[data-state=IN_REVIEW]").first().waitFor();
        page.context().close();
    }

    private static String end(String show) {
        return Ui.app().api("auditor").get("/shows/" + show).ok().path("endsAt").asText();
    }

    /** In a terminal of somebody who has a token. */
    private static void run(String command) throws Exception {
        ProcessBuilder terminal = new ProcessBuilder("bash", "-c", command)
                .directory(new java.io.File(System.getProperty("onair.home")))
                .redirectErrorStream(true);
        terminal.environment()
                .put(
                        "ONAIR_TOKEN",
                        Ui.app().demo().path("tokens").path("merchandiser").asText());
        terminal.environment().put("ONAIR_URL", Ui.app().url());
        Process process = terminal.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void the_navigation_opens_what_the_role_looks_at_first() {
        Page admin = Ui.signedIn("admin");
        admin.locator("vaadin-side-nav-item").getByText("방송 목록").click();
        admin.waitForURL("**/shows?state=IN_REVIEW");
        admin.locator("#views")
                .filter(new Locator.FilterOptions().setHasText("검토할 방송"))
                .waitFor();
        admin.context().close();
    }

    @Test
    void views_are_kept_under_a_name_shared_and_taken_back() {
        Page page = Ui.signedInAt("merchandiser", "shows?state=IN_REVIEW");
        page.locator("#views").click();
        page.getByText("보기 저장…").click();
        Ui.fill(page, "view-name", "검토 모음");
        page.locator("#view-shared").click();
        page.locator("#view-save").click();
        page.locator("#views")
                .filter(new Locator.FilterOptions().setHasText("검토 모음"))
                .waitFor();

        Page other = Ui.signedInAt("ops", "shows");
        other.locator("#views").click();
        other.getByText(Pattern.compile("검토 모음 · ")).click();
        other.waitForURL("**/shows?state=IN_REVIEW");
        other.context().close();

        page.locator("#views").click();
        page.getByText("‘검토 모음’ 지우기").click();
        page.getByText(UNDO).waitFor();
        page.keyboard().press("u");
        page.locator("#views")
                .filter(new Locator.FilterOptions().setHasText("검토 모음"))
                .waitFor();
        page.context().close();
    }

    @Test
    void u11_theme_and_density_follow_the_computer_until_somebody_chooses() {
        Page page = Ui.signedIn("moderator");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForCondition(() -> "dark".equals(page.locator("html").getAttribute("theme")));
        Ui.go(page, "account");
        page.locator("#look-theme").getByText("밝게").click();
        page.waitForCondition(() -> "light".equals(page.locator("html").getAttribute("theme")));
        page.locator("#look-density").getByText("조밀").click();
        page.waitForCondition(() -> "compact".equals(page.locator("html").getAttribute("data-density")));
        page.reload();
        page.waitForCondition(() -> "compact".equals(page.locator("html").getAttribute("data-density"))
                && "light".equals(page.locator("html").getAttribute("theme")));
        page.locator("#look-theme").getByText("컴퓨터 설정대로").click();
        page.locator("#look-density").getByText("보통").click();
        page.waitForCondition(() -> "dark".equals(page.locator("html").getAttribute("theme")));
        page.context().close();
    }

    @Test
    void a_page_that_is_not_there_or_not_for_this_role_says_so() {
        Page page = Ui.signedInAt("merchandiser", "nowhere");
        page.locator("[data-error='404']").waitFor();
        Ui.go(page, "people");
        page.locator("[data-error='403']").waitFor();
        page.locator("#error-home").click();
        page.waitForURL("**/schedule**");
        page.context().close();
    }

    @Test
    void u10_a_lost_connection_is_said_within_five_seconds_and_the_page_comes_back_by_itself() {
        Page page = Ui.signedIn("merchandiser");
        page.evaluate("() => { window.before = true; }");
        page.context().setOffline(true);
        page.locator(".on-lost").waitFor(new Locator.WaitForOptions().setTimeout(Leave.of(5_000)));
        assertThat(page.locator("#shows-schedule").getAttribute("disabled")).isNotNull();
        page.context().setOffline(false);
        page.waitForFunction("() => window.before === undefined && !document.querySelector('.on-lost')");
        page.locator("#shows-schedule").waitFor();
        page.context().close();
    }

    @Test
    void the_console_can_be_installed_and_shows_the_last_schedule_while_the_server_is_away() {
        Page page = Ui.signedIn("merchandiser");
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        CDPSession browser = page.context().newCDPSession(page);
        String errors = browser.send("Page.getInstallabilityErrors").toString();
        assertThat(errors.replace("in-incognito", ""))
                .as("nothing but the test's private window")
                .doesNotContain("\"errorId\":\"no-", "manifest", "icon", "start-url");
        page.waitForCondition(() ->
                page.evaluate("() => !!localStorage.getItem('onair.schedule')").equals(true));
        // the page itself comes back as soon as it misses the server, and would cross what is asked for here
        page.navigate("about:blank");
        page.context().setOffline(true);
        page.navigate(Ui.app().url() + "/schedule");
        page.locator("#heading").waitFor();
        assertThat(page.locator("table").innerText()).contains("데모 브랜드");
        assertThat(page.locator("button, input, vaadin-button").count())
                .as("read only")
                .isZero();
        page.context().setOffline(false);
        page.locator("vaadin-app-layout").waitFor();
        page.context().close();
    }
}
