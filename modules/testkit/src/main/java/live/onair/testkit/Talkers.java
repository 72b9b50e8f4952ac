package live.onair.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Viewers who talk in the chat of a show, each over a connection of their own. Who is cut comes back, and says again under the
 * same id what nobody acknowledged, as a page does whose connection was lost.
 */
public final class Talkers implements AutoCloseable {

    private static final String SYLLABLES = "가나다라마바사아차카";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String viewerUrl;
    private final String show;
    private final List<Member> members = new ArrayList<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "talkers");
        thread.setDaemon(true);
        return thread;
    });

    /** So many join the chat of this show, one after the other, and come back whenever they are cut. */
    public Talkers(String viewerUrl, String show, int members) {
        this.viewerUrl = viewerUrl;
        this.show = show;
        for (int i = 0; i < members; i++) {
            Member member = new Member(i);
            this.members.add(member);
            timer.scheduleWithFixedDelay(member::comeBack, 20L * i, 500, TimeUnit.MILLISECONDS);
        }
    }

    /** How many of them are in. */
    public long joined() {
        return members.stream().filter(Member::isIn).count();
    }

    /** One of them, whatever the number, says this now; nothing while they are out. */
    public void say(int member, String text) {
        members.get(Math.floorMod(member, members.size())).say(text);
    }

    /** By turns they say what they are given, one line each so many milliseconds. */
    public void each(int millis, IntFunction<String> lines) {
        AtomicInteger number = new AtomicInteger();
        timer.scheduleAtFixedRate(
                () -> {
                    int next = number.incrementAndGet();
                    say(next, lines.apply(next));
                },
                0,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** A number that no filter takes for one. */
    public static String spelt(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> SYLLABLES.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }

    /** What was said and acknowledged, in the order of the acknowledgements. */
    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What is on its way: who says it, whether they are in, and the words. */
    public List<String> unanswered() {
        return members.stream().flatMap(member -> member.unanswered().stream()).toList();
    }

    /** Says nothing more. */
    @Override
    public void close() {
        timer.shutdownNow();
        members.forEach(Member::leave);
    }

    /** One of them. */
    private final class Member implements WebSocket.Listener {

        private final int place;
        private final String viewer = UUID.randomUUID().toString();
        private final Map<String, String> waiting = new LinkedHashMap<>();
        private final StringBuilder part = new StringBuilder();
        private @Nullable WebSocket socket;
        private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

        Member(int place) {
            this.place = place;
        }

        synchronized void say(String text) {
            if (socket != null) {
                String id = UUID.randomUUID().toString();
                waiting.put(id, text);
                send(id, text);
            }
        }

        private void send(String id, String text) {
            WebSocket to = socket;
            String words =
                    JSON.createObjectNode().put("id", id).put("say", text).toString();
            if (to != null) {
                sent = sent.thenCompose(before -> to.sendText(words, true)).exceptionally(gone -> to);
            }
        }

        /** Joins, if it is out, and says again what was not acknowledged. */
        void comeBack() {
            if (isIn()) {
                return;
            }
            try {
                http.newWebSocketBuilder()
                        .connectTimeout(Duration.ofSeconds(3))
                        .buildAsync(address(pass()), this)
                        .get(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception away) {
                return; // in half a second again
            }
        }

        /** In from here on, before anything else is heard: a connection that is cut at once is known to be gone. */
        @Override
        public synchronized void onOpen(WebSocket joined) {
            leave();
            socket = joined;
            sent = CompletableFuture.completedFuture(null);
            part.setLength(0);
            Map.copyOf(waiting).forEach(this::send);
            joined.request(1);
        }

        private URI address(String pass) {
            return URI.create(viewerUrl.replaceFirst("^http", "ws") + "/storefront/v1/shows/" + show + "/chat?pass="
                    + URLEncoder.encode(pass, StandardCharsets.UTF_8));
        }

        private String pass() throws IOException, InterruptedException {
            String body = JSON.createObjectNode()
                    .put("viewer", viewer)
                    .put("name", "말 " + SYLLABLES.charAt(place % 10))
                    .toString();
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(viewerUrl + "/storefront/v1/shows/" + show + "/chat-pass"))
                            .timeout(Duration.ofSeconds(5))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("no pass: " + answer.statusCode());
            }
            return JSON.readTree(answer.body()).path("pass").asText();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    JSON.readTree(part.toString()).forEach(this::hear);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        private synchronized void hear(JsonNode told) {
            String kind = told.path("kind").asText();
            if (kind.equals("refused")) {
                waiting.remove(told.path("id").asText());
            } else if (kind.equals("kept")) {
                String text = waiting.remove(told.path("id").asText());
                if (text != null) {
                    acknowledged.add(text);
                }
            }
        }

        synchronized boolean isIn() {
            return socket != null;
        }

        synchronized List<String> unanswered() {
            return waiting.values().stream()
                    .map(text -> place + (socket == null ? " (out): " : " (in): ") + text)
                    .toList();
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            onError(from, new IOException(reason));
            return null;
        }

        @Override
        public synchronized void onError(WebSocket from, Throwable error) {
            if (from.equals(socket)) {
                socket = null;
            }
        }

        synchronized void leave() {
            if (socket != null) {
                socket.abort();
            }
        }
    }
}
