package live.onair.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The real page of viewers in real Chromium; knows where the picture stands and how long it ever stood still. */
final class ViewerPage implements AutoCloseable {

    private static final String WATCH = """
            () => {
              window.onairMarker = 'same page';
              window.onairWatch = {at: -1, moved: performance.now(), longest: 0, on: false};
              setInterval(() => {
                const video = document.querySelector('video'), w = window.onairWatch, now = performance.now();
                if (!video) return;
                if (video.currentTime > w.at + 0.01) {
                  if (w.on) w.longest = Math.max(w.longest, now - w.moved);
                  w.at = video.currentTime; w.moved = now; w.on = true;
                }
              }, 100);
            }
            """;
    private static final String BUFFERED = "() => { const v = document.querySelector('video'); "
            + "return v && v.buffered.length ? v.buffered.end(v.buffered.length - 1) : 0 }";

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private ViewerPage(Playwright playwright, Browser browser, Page page) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    static Browser chromium(Playwright playwright) {
        String path = System.getenv().getOrDefault("ONAIR_CHROMIUM", "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(path))
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required")));
    }

    /** Opens the page and waits until the picture moves. */
    static ViewerPage open(String address) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = chromium(playwright);
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(390, 800)
                .setLocale("ko-KR")
                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(address);
        page.evaluate(WATCH);
        ViewerPage opened = new ViewerPage(playwright, browser, page);
        opened.awaitMovingBeyond(0.2, Instant.now(), Duration.ofSeconds(30));
        return opened;
    }

    double position() {
        return number("() => { const v = document.querySelector('video'); return v ? v.currentTime : -1 }");
    }

    /** How far the picture is loaded. */
    double loaded() {
        return number(BUFFERED);
    }

    /** Waits until the picture has moved past this position; gives how long that took since then. */
    Duration awaitMovingBeyond(double position, Instant since, Duration atMost) {
        return Waiting.forThat(since, atMost, () -> {
            if (position() <= position) {
                throw new AssertionError("the picture stands at " + position() + ", loaded " + loaded());
            }
        });
    }

    /** Whether it was never loaded again. */
    boolean isTheSamePage() {
        return "same page".equals(page.evaluate("() => window.onairMarker"));
    }

    /** The longest time the picture has stood still, now included. */
    Duration longestStandstill() {
        return Duration.ofMillis((long)
                number("() => Math.max(window.onairWatch.longest, performance.now() - window.onairWatch.moved)"));
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
