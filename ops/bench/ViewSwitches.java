import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signed-in sessions replayed over the protocol of Vaadin's client, without a browser: each signs in by the demo's button,
 * starts a user interface and goes from view to view as the navigation does. Prints how long a switch takes, beside one to
 * a page that reads nothing, and what the sessions keep in the heap. A wrong answer ends it.
 *
 * <p>{@code java ViewSwitches.java URL PID SESSIONS SECONDS}
 */
public final class ViewSwitches {

    private static final List<String> PEOPLE = List.of("merchandiser", "moderator", "ops", "admin", "auditor");
    /** A route everybody sees, and what only its view has. */
    private static final Map<String, String> VIEWS = new LinkedHashMap<>();
    /** The shell around a page that asks no room: what every switch costs. */
    private static final String NOTHING = "nowhere";
    private static final long EVERY_MS = 2_000;
    /** Where a script's value is waited for: the way for it, the way for its trouble, the script. */
    private static final Pattern RETURNS =
            Pattern.compile("\\[2,(\\d+),(\\d+)\\],\\[2,\\d+,\\d+\\],\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** A desk's screen, as the browser would say it. */
    private static final String WINDOW = "{\"v-sh\":\"900\",\"v-sw\":\"1440\",\"v-wh\":\"900\",\"v-ww\":\"1440\",\"v-bh\":\"900\","
            + "\"v-bw\":\"1440\",\"v-tzo\":\"-540\",\"v-rtzo\":\"-540\",\"v-dstd\":\"0\",\"v-dston\":\"false\","
            + "\"v-tzid\":\"Asia/Seoul\",\"v-curdate\":\"1780000000000\",\"v-td\":\"false\",\"v-pr\":\"1\",\"v-wn\":\"\","
            + "\"v-np\":\"Linux x86_64\"}";
    /** Only every fourth full collection of the serial collector moves everything together. */
    private static final int COLLECTIONS = 4;

    static {
        VIEWS.put("schedule", "on-schedule");
        VIEWS.put("shows", "shows-search");
        VIEWS.put("templates", "templates-search");
        VIEWS.put("wall", "wall-sound");
        VIEWS.put("channels", "channel-list");
        VIEWS.put("work", "work-search");
        VIEWS.put("account", "look-theme");
        VIEWS.put(NOTHING, "error-home");
    }

    private final String url;
    private final String person;
    private final HttpClient client;
    private String token = "";
    private int ui;
    private int sync;
    private int sent;
    private String at = "";

    private ViewSwitches(String url, String person) {
        this.url = url;
        this.person = person;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(person + ": " + answer.statusCode() + " for " + answer.uri());
        }
        return answer.body();
    }

    /** The page, then its user interface. */
    private void begin(String route) throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder(URI.create(url + "/" + route)).header("Accept", "text/html"));
        String init = ask(HttpRequest.newBuilder(URI.create(url + "/?v-r=init&location="
                + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query=")));
        token = found(init, "\"Vaadin-Security-Key\":\"([^\"]+)\"");
        ui = Integer.parseInt(found(init, "\"v-uiId\":(\\d+)"));
        sync = Integer.parseInt(found(init, "\"syncId\":(\\d+)"));
        sent = 0;
    }

    private static String found(String text, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        if (!m.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(400, text.length())));
        }
        return m.group(1);
    }

    private String call(String rpc) throws IOException, InterruptedException {
        return call(rpc, "");
    }

    private String call(String rpc, String more) throws IOException, InterruptedException {
        String body = "{\"csrfToken\":\"" + token + "\",\"rpc\":[" + rpc + "],\"syncId\":" + sync + ",\"clientId\":" + sent++ + more + "}";
        String answer = ask(HttpRequest.newBuilder(URI.create(url + "/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (!answer.startsWith("for(;;);[{") || answer.contains("\"appError\"") || answer.contains("\"resynchronize\"")) {
            throw new IllegalStateException(person + ": " + answer.substring(0, Math.min(400, answer.length())));
        }
        sync = Integer.parseInt(found(answer, "\"syncId\":(\\d+)"));
        return answer;
    }

    private String go(String route) throws IOException, InterruptedException {
        return call("{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}");
    }

    private void signIn() throws IOException, InterruptedException {
        begin("sign-in");
        String page = go("sign-in");
        String button = found(page, "\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"id\",\"feat\":\\d+,\"value\":\"demo-" + person + "\"\\}");
        StringBuilder data = new StringBuilder("\"event.detail\":1,\"event.button\":0");
        for (String key : List.of("shiftKey", "metaKey", "ctrlKey", "altKey")) {
            data.append(",\"event.").append(key).append("\":false");
        }
        for (String key : List.of("clientX", "clientY", "screenX", "screenY")) {
            data.append(",\"event.").append(key).append("\":1");
        }
        String in = call("{\"type\":\"event\",\"node\":" + button + ",\"event\":\"click\",\"data\":{" + data + "}}");
        if (!in.contains("schedule")) {
            throw new IllegalStateException(person + " was not let in: " + in);
        }
        // as a browser does when it leaves a page
        call("", ",\"UNLOAD\":true");
        begin("schedule");
        visit("schedule");
    }

    /** What the page's scripts give back; without it the server would wait for it, and keep the view it is for. */
    private void giveBack(String answer) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        Matcher waiting = RETURNS.matcher(answer);
        while (waiting.find()) {
            String value = waiting.group(3).contains("getBrowserDetailsParameters") ? WINDOW : "null";
            values.add("{\"type\":\"channel\",\"node\":" + waiting.group(1) + ",\"channel\":" + waiting.group(2)
                    + ",\"args\":[" + value + "]}");
        }
        if (!values.isEmpty()) {
            giveBack(call(String.join(",", values)));
        }
    }

    /** Goes there and makes sure that the answer is that view; gives when it came, 0 where it stands there already. */
    private long visit(String route) throws IOException, InterruptedException {
        if (route.equals(at)) {
            return 0;
        }
        String answer = go(route);
        long came = System.nanoTime();
        at = route;
        if (!answer.contains("\"" + VIEWS.get(route)) && !answer.contains(VIEWS.get(route) + "\"")) {
            throw new IllegalStateException(person + ": the answer is not " + route + ": "
                    + answer.substring(0, Math.min(1_000, answer.length())));
        }
        giveBack(answer);
        return came;
    }

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        long pid = Long.parseLong(arguments[1]);
        int sessions = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        for (String person : PEOPLE) {
            round(new ViewSwitches(url, person), 8);
        }
        Map<String, Long> before = histogram(pid);
        List<ViewSwitches> all = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            ViewSwitches one = new ViewSwitches(url, PEOPLE.get(i % PEOPLE.size()));
            round(one, 1);
            all.add(one);
        }
        Map<String, Long> open = histogram(pid);
        switchViews(all, seconds);
        for (ViewSwitches one : all) {
            one.visit("schedule");
        }
        heap("signed in, every view seen once", before, open, sessions);
        heap("after the switching, all on the schedule", before, histogram(pid), sessions);
    }

    private static void round(ViewSwitches one, int times) throws Exception {
        one.signIn();
        for (int i = 0; i < times; i++) {
            for (String route : VIEWS.keySet()) {
                one.visit(route);
            }
        }
        one.visit("schedule");
    }

    /** Each session switches every two seconds, from the time it means to; who is answered late starts late and waits longer. */
    private static void switchViews(List<ViewSwitches> all, int seconds) throws Exception {
        Map<String, List<Double>> took = new ConcurrentHashMap<>();
        VIEWS.keySet().forEach(route -> took.put(route, Collections.synchronizedList(new ArrayList<>())));
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(all.size());
        List<Future<?>> running = new ArrayList<>();
        List<String> routes = List.copyOf(VIEWS.keySet());
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        for (int i = 0; i < all.size(); i++) {
            ViewSwitches one = all.get(i);
            int offset = i;
            running.add(threads.submit(() -> {
                for (int turn = 0; turn < seconds * 1_000 / EVERY_MS; turn++) {
                    long due = start + TimeUnit.MILLISECONDS.toNanos(turn * EVERY_MS + offset * EVERY_MS / all.size());
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                    String route = routes.get((turn + offset) % routes.size());
                    long came = one.visit(route);
                    if (came > 0) {
                        took.get(route).add((came - due) / 1e6);
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
        print(took, all.size());
    }

    private static void print(Map<String, List<Double>> took, int sessions) {
        List<Double> views = new ArrayList<>();
        took.forEach((route, times) -> {
            if (!route.equals(NOTHING)) {
                views.addAll(times);
            }
        });
        new TreeMap<>(took).forEach((route, times) ->
                System.out.printf("  %-10s p50 %.0f ms, p95 %.0f ms (%d)%n", route, at(times, 50), at(times, 95), times.size()));
        double floor = at(took.get(NOTHING), 95);
        System.out.printf(
                "switching views, %d sessions, one every 2 s each: p50 %.0f ms, p95 %.0f ms, worst %.0f ms (%d switches, 0 wrong)%n",
                sessions, at(views, 50), at(views, 95), at(views, 100), views.size());
        System.out.printf(
                "ratio view switch / page that reads nothing (p95 %.0f ms): %.2f%n", floor, at(views, 95) / floor);
    }

    private static double at(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("too short: a view was not visited");
        }
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** Bytes by class after full collections. */
    private static Map<String, Long> histogram(long pid) throws Exception {
        Map<String, Long> least = collected(pid);
        for (int i = 1; i < COLLECTIONS; i++) {
            Map<String, Long> next = collected(pid);
            least = sum(next) < sum(least) ? next : least;
        }
        return least;
    }

    private static Map<String, Long> collected(long pid) throws Exception {
        Process jcmd = new ProcessBuilder("jcmd", String.valueOf(pid), "GC.class_histogram").redirectErrorStream(true).start();
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(jcmd.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher row = Pattern.compile("^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*").matcher(line);
                if (row.matches()) {
                    bytes.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum);
                }
            }
        }
        if (jcmd.waitFor() != 0 || bytes.isEmpty()) {
            throw new IllegalStateException("jcmd could not read the heap of " + pid);
        }
        return bytes;
    }

    private static void heap(String when, Map<String, Long> before, Map<String, Long> after, int sessions) {
        long grown = sum(after) - sum(before);
        System.out.printf(
                "retained heap per session, %s: %d KB (%d sessions; %.1f MB before, %.1f MB with them)%n",
                when, grown / 1024 / sessions, sessions, sum(before) / 1048576.0, sum(after) / 1048576.0);
        after.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue() - before.getOrDefault(e.getKey(), 0L)))
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue()))
                .limit(8)
                .forEach(e -> System.out.printf("  %6d KB a session  %s%n", e.getValue() / 1024 / sessions, e.getKey()));
    }

    private static long sum(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
