package live.onair.stories;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fifty viewers who say a hundred lines a second between them, each another one. Who is cut comes back, and says again under
 * the same id what nobody acknowledged, as a page does whose connection was lost.
 */
final class Talkers implements AutoCloseable {

    /** What each line begins with. */
    static final String BEGIN = "줄 ";

    private static final int MEMBERS = 50;
    private static final int EACH_MILLIS = 10;
    private static final String SYLLABLES = "가나다라마바사아차카";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String viewerUrl;
    private final String show;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> acknowledged = new TreeSet<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "talkers");
        thread.setDaemon(true);
        return thread;
    });
    private int number;

    private Talkers(String viewerUrl, String show) {
        this.viewerUrl = viewerUrl;
        this.show = show;
    }

    static Talkers at(String viewerUrl, String show) {
        Talkers talkers = new Talkers(viewerUrl, show);
        for (int i = 0; i < MEMBERS; i++) {
            talkers.members.add(talkers.new Member(i));
        }
        for (Member member : talkers.members) {
            talkers.timer.scheduleWithFixedDelay(
                    member::comeBack, 4L * EACH_MILLIS * member.place, 500, TimeUnit.MILLISECONDS);
        }
        talkers.timer.scheduleAtFixedRate(talkers::next, 1_000, EACH_MILLIS, TimeUnit.MILLISECONDS);
        return talkers;
    }

    private void next() {
        number++;
        members.get(number % MEMBERS).say(BEGIN + spelt(number));
    }

    /** A number that no filter takes for one. */
    private static String spelt(int number) {
        StringBuilder spelt = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> spelt.append(SYLLABLES.charAt(digit - '0')));
        return spelt.toString();
    }

    /** What was said and acknowledged. */
    Set<String> acknowledged() {
        synchronized (acknowledged) {
            return Set.copyOf(acknowledged);
        }
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
            synchronized (this) {
                if (socket != null) {
                    return;
                }
            }
            try {
                WebSocket joined = http.newWebSocketBuilder()
                        .connectTimeout(Duration.ofSeconds(3))
                        .buildAsync(address(pass()), this)
                        .get(5, TimeUnit.SECONDS);
                synchronized (this) {
                    socket = joined;
                    sent = CompletableFuture.completedFuture(null);
                    part.setLength(0);
                    Map.copyOf(waiting).forEach(this::send);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception away) {
                // one of the two processes is away: again in half a second
                return;
            }
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
            if (told.path("kind").asText().equals("kept")) {
                String text = waiting.remove(told.path("id").asText());
                if (text != null) {
                    synchronized (acknowledged) {
                        acknowledged.add(text);
                    }
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            gone(from);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            gone(from);
        }

        private synchronized void gone(WebSocket from) {
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
