package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A shop that speaks the format over HTTP, and can be made to speak it badly. */
final class HttpShop implements AutoCloseable {

    static final String TOKEN = "shop-token";

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Sold(Instant at, JsonNode product) {}

    /** Answers in its own way. */
    @FunctionalInterface
    interface Own {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<Sold> sold = new ArrayList<>();
    private final Deque<Own> instead = new ArrayDeque<>();

    HttpShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/products", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    synchronized void sells(Instant at, JsonNode product) {
        sold.add(new Sold(at, product));
    }

    /** The next answer is this one. */
    synchronized void instead(Own own) {
        instead.add(own);
    }

    /** The next answer is this status, and these words. */
    void instead(int status, String words, String... headers) {
        instead(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            send(exchange, status, words.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        Own own;
        synchronized (this) {
            own = instead.poll();
        }
        if (own != null) {
            own.answer(exchange);
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}".getBytes(StandardCharsets.UTF_8));
        } else {
            send(exchange, 200, JSON.writeValueAsBytes(page(asked(exchange))));
        }
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] halves = pair.split("=", 2);
            asked.put(halves[0], URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
        }
        return asked;
    }

    private synchronized ObjectNode page(Map<String, String> asked) {
        Instant since = asked.containsKey("since") ? Instant.parse(asked.get("since")) : Instant.MIN;
        List<Sold> all = sold.stream().filter(one -> !one.at().isBefore(since)).toList();
        int from = Integer.parseInt(asked.getOrDefault("cursor", "at 0").substring(3));
        int end = Math.min(all.size(), from + Integer.parseInt(asked.get("size")));
        ObjectNode page = JSON.createObjectNode()
                .put(
                        "at",
                        sold.stream()
                                .map(Sold::at)
                                .max(Instant::compareTo)
                                .orElse(Instant.EPOCH)
                                .toString())
                .put("total", all.size());
        ArrayNode products = page.putArray("products");
        all.subList(from, end).forEach(one -> products.add(one.product()));
        if (end < all.size()) {
            page.put("next", "at " + end);
        }
        return page;
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
