package live.onair.cloudlocal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import live.onair.moderation.spi.ChatContract;
import live.onair.moderation.spi.ChatLog;
import live.onair.moderation.spi.ChatRooms;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of chats, held by the real media process, joined as pages join. */
class LocalChatTest extends ChatContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    @Override
    protected ChatRooms rooms() {
        return new LocalChatRooms(media.control());
    }

    @Override
    protected ChatLog log() {
        return new LocalChatLog(media.control());
    }

    @Override
    protected String doubtful() {
        return "니까짓게 뭘 알아";
    }

    @Override
    protected void dies() {
        media.dies();
    }

    @Override
    protected Viewer joins(String show, String pass) {
        return page(media, show, pass);
    }

    /** Java's client loses what comes in one packet with the answer to its handshake now and then: then it joins again. */
    private static Page page(RealMedia of, String show, String pass) {
        for (int left = 4; left > 0; left--) {
            Page page = connected(of, show, pass);
            try {
                await().atMost(Duration.ofSeconds(3))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> page.answered);
                return page;
            } catch (ConditionTimeoutException lost) {
                page.close();
            }
        }
        throw new AssertionError("nobody is welcomed in " + show);
    }

    private static Page connected(RealMedia of, String show, String pass) {
        return new Page(URI.create("ws://" + of.door("viewer") + "/storefront/v1/shows/" + show + "/chat?pass="
                + URLEncoder.encode(pass, StandardCharsets.UTF_8)));
    }

    /** Says something in a chat; gives whether it was acknowledged. */
    static boolean say(RealMedia of, String show, String pass, String text) {
        try (Page page = page(of, show, pass)) {
            return page.say(UUID.randomUUID().toString(), text);
        }
    }

    /** What a page does: shows lines in their order, and takes away what is hidden. */
    private static final class Page implements Viewer, WebSocket.Listener {

        private final Map<String, String> lines = new LinkedHashMap<>();
        private final Map<String, CompletableFuture<Boolean>> answers = new ConcurrentHashMap<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;
        private volatile boolean out;
        /** Welcomed, or turned away. */
        private volatile boolean answered;

        private @Nullable String pinned;
        private @Nullable String warned;

        Page(URI address) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, this)
                    .join();
        }

        @Override
        public boolean say(String id, String text) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            answers.put(id, answer);
            socket.sendText(
                            MediaControl.JSON
                                    .createObjectNode()
                                    .put("id", id)
                                    .put("say", text)
                                    .toString(),
                            true)
                    .join();
            return answer.orTimeout(20, TimeUnit.SECONDS).join();
        }

        @Override
        public synchronized List<String> shows() {
            return List.copyOf(lines.values());
        }

        @Override
        public synchronized @Nullable String pinned() {
            return pinned;
        }

        @Override
        public synchronized @Nullable String warned() {
            return warned;
        }

        @Override
        public boolean out() {
            return out;
        }

        @Override
        public void close() {
            socket.abort();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    MediaControl.JSON.readTree(part.toString()).forEach(this::hears);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private synchronized void hears(JsonNode told) {
            String id = told.path("id").asText();
            switch (told.path("kind").asText()) {
                case "welcome" -> {
                    answered = true;
                    told.path("lines").forEach(this::hears);
                    pinned = told.path("pinned").path("text").asText(null);
                    warned = told.path("warned").path("text").asText(null);
                }
                case "warned" -> warned = told.path("text").asText();
                case "pinned" -> pinned = told.path("pinned").path("text").asText(null);
                case "line" -> lines.put(id, told.path("text").asText());
                case "hidden" -> lines.remove(id);
                case "kept" ->
                    answers.getOrDefault(id, new CompletableFuture<>()).complete(true);
                case "refused" ->
                    answers.getOrDefault(id, new CompletableFuture<>()).complete(false);
                default -> {}
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            out = true;
            answered = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            out = true;
            answered = true;
        }
    }
}
