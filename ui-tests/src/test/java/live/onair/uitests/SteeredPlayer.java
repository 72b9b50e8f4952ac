package live.onair.uitests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A player in a real browser, and what it was given by which CDN. What stood still is watched from within its page; hls.js is what viewers
 * have, as it was delivered.
 *
 * @param asked when each CDN was last asked for a piece of the picture
 * @param came the pieces that have come
 * @param orders how its questions for the order of the CDNs were answered; 0 where nobody answered
 * @param reports what its page told of watching
 */
record SteeredPlayer(Page page, Map<String, Long> asked, List<Piece> came, List<Integer> orders, List<String> reports) {

    /** A piece of the picture that has come whole, and when. */
    record Piece(String cdn, Instant at) {}

    /**
     * Counts how long the picture stood still since it first moved, how much of it was shown, and how often it went back. What it went on
     * by between two looks that a busy page was late with is no standing still, unless it was sought. When it stood is kept in words, and how
     * much of it was in hand at least.
     */
    private static final String WATCH = """
            window.least = 1000; window.stood = 0; window.stalls = 0; window.again = 0; window.played = 0; window.stills = [];
            document.addEventListener('DOMContentLoaded', () => {
              let last = -1, at = 0, look = 0, moved = false, sought = false;
              document.addEventListener('seeking', () => { sought = true; }, true);
              setInterval(() => {
                const video = document.querySelector('video'), now = performance.now();
                if (!video) return;
                const late = now - look; look = now;
                if (moved && video.buffered.length) window.least = Math.min(window.least, video.buffered.end(video.buffered.length - 1) - video.currentTime);
                if (video.currentTime !== last) {
                  const went = video.currentTime - last, still = now - at - (sought ? 0 : Math.max(0, went) * 1000);
                  if (moved && still > 500) {
                    window.stood += still; window.stalls++;
                    const held = Array.from({ length: video.buffered.length }, (_, i) => [video.buffered.start(i), video.buffered.end(i)]);
                    window.stills.push(`${new Date().toISOString()}: ${Math.round(still)} ms at ${last}, on at ${video.currentTime}`
                      + `${sought ? ' by a jump' : ''}, in hand ${JSON.stringify(held)}, looked ${Math.round(late)} ms before, after\\n${window.log.join('\\n')}\\n`);
                  }
                  if (moved && went < 0) window.again++;
                  if (moved && went > 0) window.played += Math.min(1, went);
                  moved = moved || last > 0; last = video.currentTime; at = now; sought = false;
                }
              }, 50);
            });
            """;

    /** What hls.js did lately, each with where the picture was and to where there was one; told with a picture that stood. */
    private static final String LOG = """
            window.log = [];
            let mine;
            Object.defineProperty(window, 'Hls', { configurable: true, get: () => mine, set: hls => {
              mine = hls;
              const load = hls.prototype.loadSource, events = hls.Events;
              const say = (what, more) => {
                const video = document.querySelector('video'), held = video && video.buffered, to = held && held.length ? held.end(held.length - 1) : 0;
                window.log.push(`${new Date().toISOString().slice(14, 23)} ${what} ${more} (${video ? video.currentTime.toFixed(2) : ''}, ${to.toFixed(2)})`);
                if (window.log.length > 60) window.log.shift();
              };
              hls.prototype.loadSource = function (source) {
                this.on(events.LEVEL_SWITCHING, (e, d) => say('switches', d.pathwayId));
                this.on(events.LEVEL_LOADING, (e, d) => say('asks', d.url));
                this.on(events.LEVEL_LOADED, (e, d) => say('playlist', `to ${d.details.endSN}, ends ${d.details.edge.toFixed(2)}`));
                this.on(events.FRAG_LOADING, (e, d) => say('asks', d.frag.url));
                this.on(events.FRAG_BUFFERED, (e, d) => say('has', d.frag.sn));
                this.on(events.ERROR, (e, d) => say('error', d.details));
                return load.call(this, source);
              };
            } });
            """;

    /** Nothing but hls.js as anybody would write it, in place of whatever is on the page. */
    private static final String BARE = """
            source => {
              document.body.innerHTML = '<video muted autoplay playsinline></video>';
              const hls = new Hls();
              hls.loadSource(source);
              hls.attachMedia(document.querySelector('video'));
            }
            """;

    private static final Pattern HLS = Pattern.compile("/assets/hls\\.js-[^\"]+");
    private static final Pattern FIRST = Pattern.compile("SERVER-URI=\"[^\"]+\",PATHWAY-ID=\"domestic\"");
    private static final int TRIES = 20;

    static String edge(String name) {
        return Ui.app().media().path("urls").path(name).asText();
    }

    private static SteeredPlayer fresh() {
        Page page = Ui.context("ko-KR", false, 390, 844).newPage();
        SteeredPlayer player = new SteeredPlayer(
                page,
                new ConcurrentHashMap<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>());
        String domestic = edge("domestic");
        page.onRequest(request -> {
            if (isPiece(request)) {
                player.asked.put(cdn(request, domestic), System.nanoTime());
            } else if (request.url().endsWith("/storefront/v1/watching")) {
                player.reports.add(request.postData());
            }
        });
        page.onRequestFinished(request -> {
            if (isPiece(request)) {
                Timing timing = request.timing();
                Instant at = Instant.ofEpochMilli((long) (timing.startTime + Math.max(0, timing.responseEnd)));
                player.came.add(new Piece(cdn(request, domestic), at));
            }
        });
        page.onResponse(response -> {
            if (response.url().contains("/steering/v1/") && response.url().contains(".json")) {
                player.orders.add(response.status());
            }
        });
        page.addInitScript(LOG + WATCH);
        return player;
    }

    private static boolean isPiece(Request request) {
        return request.url().contains(".ts");
    }

    private static String cdn(Request request, String domestic) {
        return request.url().startsWith(domestic) ? "domestic" : "global";
    }

    /** One who has just opened the viewers' page of a show, whoever serves him. */
    static SteeredPlayer opens(String show) {
        SteeredPlayer player = fresh();
        player.page.navigate(Ui.app().viewerUrl() + "/live/" + show);
        return player.begun();
    }

    /** One at the viewers' page who is served by the domestic CDN. */
    static SteeredPlayer watching(String show) {
        for (int tries = 0; tries < TRIES; tries++) {
            SteeredPlayer player = opens(show);
            if (player.at().equals("domestic")) {
                return player;
            }
            player.close();
        }
        throw new AssertionError("no viewer is served by the domestic CDN");
    }

    /** Bare hls.js as it is when nothing is set, on a page of its own with nothing of ours, served by the domestic CDN. */
    static SteeredPlayer bare(String show) {
        SteeredPlayer player = fresh();
        Page page = player.page;
        String viewer = Ui.app().viewerUrl();
        String script = HLS.matcher(page.request().get(viewer + "/live/" + show).text())
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow();
        for (int tries = 0; tries < TRIES; tries++) {
            String source = "/steering/v1/" + show + "/play.m3u8?v=bare-" + tries;
            if (FIRST.matcher(page.request().get(viewer + source).text()).find()) {
                // an answer of the viewers' own port: browsers let what a test answers read nothing from the edges
                page.navigate(viewer + script);
                page.addScriptTag(new Page.AddScriptTagOptions().setUrl(script));
                page.evaluate(BARE, source);
                return player.begun();
            }
        }
        throw new AssertionError("no bucket is served by the domestic CDN");
    }

    private SteeredPlayer begun() {
        page.waitForCondition(() -> time() > 0 && !asked.isEmpty());
        return this;
    }

    /** The CDN that was asked last. */
    String at() {
        return asked.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** In how many seconds after that the first piece has come from another CDN than the domestic one; without end before it has. */
    double left(Instant dialled) {
        return came.stream()
                .filter(piece -> !piece.cdn().equals("domestic") && piece.at().isAfter(dialled))
                .mapToDouble(piece -> Duration.between(dialled, piece.at()).toMillis() / 1e3)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** How many seconds the picture stood still. */
    double stood() {
        return number("stood") / 1e3;
    }

    /** When the picture stood still, in words. */
    String stills() {
        return String.valueOf(page.evaluate("window.stills"));
    }

    double number(String name) {
        return ((Number) page.evaluate("window." + name)).doubleValue();
    }

    double time() {
        return Ui.currentTime(page);
    }

    /** Until the picture has gone on, long after what was in hand. */
    void goesOn(Duration patience) {
        double played = number("played");
        page.waitForCondition(
                () -> number("played") > played + 4,
                new Page.WaitForConditionOptions().setTimeout(patience.toMillis()));
    }

    /** What is still asked for through a test's hands cannot be answered in a page that is closing. */
    void close() {
        page.unrouteAll();
        page.context().close();
    }
}
