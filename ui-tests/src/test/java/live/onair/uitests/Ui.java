package live.onair.uitests;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.testkit.Leave;
import live.onair.testkit.Links;
import live.onair.testkit.RunningOnair;
import org.awaitility.Awaitility;

/** One running app and one real Chromium for all browser tests. */
final class Ui {

    private static RunningOnair app;
    private static Browser browser;

    /** What stands beside the console's menu. */
    private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();

    /** Pages that nobody is at, each in a browser of its own: a new one would read and compile all of the console again. */
    private static final Map<Person, Deque<Page>> LEFT = new HashMap<>();

    private static final Map<Page, Person> WHOSE = new HashMap<>();

    static {
        // Playwright's objects belong to one thread
        Awaitility.pollInSameThread();
        Awaitility.setDefaultTimeout(Leave.of(Duration.ofSeconds(30)));
        // what must be fast is measured where that is said; a busy machine makes nothing wrong
        PlaywrightAssertions.setDefaultAssertionTimeout(Leave.of(30_000));
    }

    private Ui() {}

    static synchronized RunningOnair app() {
        if (app == null) {
            app = RunningOnair.fresh("ui");
            RunningOnair it = app;
            Runtime.getRuntime().addShutdownHook(new Thread(it::close));
        }
        return app;
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            String chromium =
                    Optional.ofNullable(System.getenv("ONAIR_CHROMIUM")).orElse("/usr/bin/chromium");
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(chromium))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--autoplay-policy=no-user-gesture-required")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    static BrowserContext context(String locale, boolean dark, int width, int height) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Asia/Seoul")
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, height));
        context.setDefaultTimeout(Leave.of(30_000));
        return context;
    }

    /** A browser whose windows have the sizes they are given, not one for all. */
    static BrowserContext freeWindows() {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("ko-KR")
                        .setTimezoneId("Asia/Seoul")
                        .setViewportSize(null));
        context.setDefaultTimeout(Leave.of(30_000));
        return context;
    }

    /** The show of the demo that is on air. */
    static String onAir() {
        return app().api("ops").get("/shows?state=ON_AIR").ok().path("shows").findValuesAsText("id").stream()
                .filter(id -> id.startsWith("SH-"))
                .findFirst()
                .orElseThrow();
    }

    /** Who sits at a browser, and how it looks; without a role a visitor. */
    private record Person(String role, String locale, boolean dark) {}

    /** A page of theirs that was left, or a new one in a browser of its own. */
    private static Page page(Person person) {
        Deque<Page> left = LEFT.computeIfAbsent(person, any -> new ArrayDeque<>());
        Page page = left.poll();
        boolean phone = person.role().isEmpty();
        int width = phone ? 390 : 1440;
        int height = phone ? 844 : 900;
        if (page == null) {
            page = context(person.locale(), person.dark(), width, height).newPage();
        } else {
            page.setViewportSize(width, height);
        }
        WHOSE.put(page, person);
        return page;
    }

    /** Leaves a page that is as it was given but for what is on it: whoever comes next with the same look goes on in it. */
    static void leave(Page page) {
        Person person = WHOSE.remove(page);
        if (person == null || page.context().pages().size() > 1) {
            page.context().close();
            return;
        }
        page.navigate("about:blank");
        LEFT.getOrDefault(person, new ArrayDeque<>()).add(page);
    }

    /** A page of somebody who is not signed in, and whom nobody has met before. */
    static Page visitor() {
        Page page = page(new Person("", "ko-KR", false));
        page.context().clearCookies();
        JsonObject all = new JsonObject();
        all.addProperty("origin", app().viewerUrl());
        all.addProperty("storageTypes", "local_storage");
        page.context().newCDPSession(page).send("Storage.clearDataForOrigin", all);
        return page;
    }

    /** The console, signed in as this demo person. */
    static Page signedIn(String role) {
        return signedIn(role, "ko-KR", false);
    }

    static Page signedIn(String role, String locale, boolean dark) {
        return at(page(new Person(role, locale, dark)), role, "schedule");
    }

    static Page signedIn(String role, BrowserContext context) {
        return at(context.newPage(), role, "schedule");
    }

    /** The console at this page, signed in as this demo person. */
    static Page signedInAt(String role, String path) {
        return at(page(new Person(role, "ko-KR", false)), role, path);
    }

    /** Signs in by the page the first time; afterwards this person's browsers are signed in already, each by itself. */
    private static Page at(Page page, String role, String path) {
        List<Cookie> kept = SIGNED_IN.getOrDefault(role, List.of());
        if (page.context().cookies().isEmpty()) {
            page.context().addCookies(kept);
        }
        page.navigate(app().url() + "/" + (kept.isEmpty() ? "sign-in" : path));
        Locator button = page.locator("#demo-" + role);
        Locator shell = page.locator("vaadin-app-layout");
        button.or(shell).first().waitFor();
        if (button.isVisible()) {
            button.click();
            page.waitForURL("**/schedule**");
            page.locator(".on-board-body").waitFor();
            SIGNED_IN.put(role, withoutServersSession(page.context()));
            if (!path.equals("schedule")) {
                go(page, path);
            }
        } else if (path.equals("schedule")) {
            page.locator(".on-board-body").waitFor();
        }
        return page;
    }

    /** A session of the server belongs to one browser. */
    static List<Cookie> withoutServersSession(BrowserContext browser) {
        return browser.cookies().stream()
                .filter(cookie -> !cookie.name.equals("ONAIR"))
                .toList();
    }

    /** Goes there within the console, as its links do; from elsewhere, or to a thing of the same kind, by a new page. */
    static void go(Page page, String path) {
        if (!page.url().startsWith(app().url() + "/") || !Links.follow(page, path)) {
            load(page, path);
        }
    }

    /** Loads this page of the console anew, as who types its address. */
    static void load(Page page, String path) {
        page.navigate(app().url() + "/" + path);
        page.locator("vaadin-app-layout").waitFor();
    }

    /** The person's language is kept with the account: changed by the menu when it is another. */
    static void language(Page page, String locale) {
        boolean english = page.locator("#environment").innerText().startsWith("Demo");
        if (english != locale.startsWith("en")) {
            page.locator("#person").click();
            page.getByText(english ? "한국어로 보기" : "English로 보기").click();
            page.waitForCondition(
                    () -> page.locator("#environment").innerText().startsWith("Demo") == locale.startsWith("en"));
        }
    }

    /** Types into a Vaadin field by its id and tells the server. */
    static void fill(Page page, String id, String value) {
        Locator field = page.locator("#" + id + " input, #" + id + " textarea").first();
        field.fill(value);
        field.press("Tab");
    }

    static double currentTime(Page page) {
        return ((Number) page.evaluate(
                        "document.querySelector('video') ? document.querySelector('video').currentTime : 0"))
                .doubleValue();
    }
}
