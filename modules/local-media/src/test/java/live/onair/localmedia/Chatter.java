package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Somebody in a chat, over a real WebSocket. */
final class Chatter implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** All that came, window by window. */
    final List<JsonNode> windows = new CopyOnWriteArrayList<>();
    /** What became of what was said, by id: its offset or why it was refused. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    private final StringBuilder partly = new StringBuilder();
    private final WebSocket socket;
    volatile boolean closed;

    private Chatter(RunningMedia media, String show, String query) {
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + media.port("viewer") + "/storefront/v1/shows/" + show + "/chat"
                                + query),
                        this)
                .join();
    }

    /**
     * Java's client (17) loses what comes in one packet with the answer to its handshake now and then: 45 of 8,000 joins, and none
     * of 50,000 over plain sockets. Who is not welcomed by then asks again.
     */
    static Chatter joins(RunningMedia media, String show, String pass, long after) {
        for (int left = 4; left > 0; left--) {
            Chatter chatter = new Chatter(media, show, "?pass=" + pass + (after < 0 ? "" : "&after=" + after));
            try {
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(3))
                        .until(chatter::isAnswered);
                return chatter;
            } catch (ConditionTimeoutException lost) {
                chatter.close();
            }
        }
        throw new AssertionError("nobody is welcomed in " + show);
    }

    private boolean isAnswered() {
        return closed || !windows.isEmpty();
    }

    static Chatter joins(RunningMedia media, String show, String name) {
        return joins(media, show, pass(media, show, name), -1);
    }

    /** Of a member who is called like the name. */
    static String pass(RunningMedia media, String show, String name, String... can) {
        var wanted = Json.object()
                .put("show", show)
                .put("member", "member-" + Integer.toHexString(name.hashCode()))
                .put("name", name)
                .put("seconds", 60);
        wanted.withArray("can").add("say");
        for (String more : can) {
            wanted.withArray("can").add(more);
        }
        return media.does("POST", "chat/passes", wanted).path("pass").asText();
    }

    String says(String text) {
        String id = UUID.randomUUID().toString();
        says(id, text);
        return id;
    }

    void says(String id, String text) {
        raw(new String(Json.bytes(Json.object().put("id", id).put("say", text)), StandardCharsets.UTF_8));
    }

    void raw(String text) {
        socket.sendText(text, true).join();
    }

    /** Says it and waits for what becomes of it. */
    String answer(String text) {
        String id = says(text);
        RunningMedia.until(5, () -> answers.containsKey(id));
        return answers.get(id);
    }

    /** Texts of the lines that were delivered, in order. */
    List<String> heard() {
        return lines().stream().map(line -> line.path("text").asText()).toList();
    }

    List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode window : windows) {
            for (JsonNode told : window) {
                told.path("lines").forEach(lines::add);
                if (told.path("kind").asText().equals("line")) {
                    lines.add(told);
                }
            }
        }
        return lines;
    }

    List<JsonNode> told(String kind) {
        List<JsonNode> found = new ArrayList<>();
        windows.forEach(window -> window.forEach(told -> {
            if (told.path("kind").asText().equals(kind)) {
                found.add(told);
            }
        }));
        return found;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partly.append(data);
        if (last) {
            try {
                JsonNode window = Json.parse(partly.toString().getBytes(StandardCharsets.UTF_8));
                window.forEach(this::answered);
                windows.add(window);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            partly.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void answered(JsonNode told) {
        switch (told.path("kind").asText()) {
            case "kept" ->
                answers.put(told.path("id").asText(), told.path("offset").asText());
            case "refused" ->
                answers.put(told.path("id").asText(), told.path("why").asText());
            default -> {
                // what others say
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
