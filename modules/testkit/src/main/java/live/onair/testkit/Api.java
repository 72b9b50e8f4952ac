package live.onair.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plain client of the REST API, as a machine of somebody else would be.
 *
 * @param base address up to the version
 * @param token bearer token
 */
public record Api(String base, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body JSON body, missing when there is none
     * @param headers its headers
     */
    public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {

        /** The body; fails when the status is not 2xx. */
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError(status + " " + body);
            }
            return body;
        }

        /** The header's first value, empty without it. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Reads. */
    public Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    /** Posts a JSON body. */
    public Answer post(String path, Object body) {
        return call("POST", path, body, Map.of());
    }

    /** Changes fields. */
    public Answer patch(String path, Object body) {
        return call("PATCH", path, body, Map.of());
    }

    /** Calls with headers of one's own. */
    public Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(120))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "ko")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : JSON.writeValueAsString(body)));
            headers.forEach(request::setHeader);
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (method.equals("GET") && answer.statusCode() == 500 && !isJson(answer)) {
                System.out.println("the server lost GET " + path + ": asked again");
                answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            }
            boolean json = isJson(answer);
            JsonNode node = json && !answer.body().isBlank() ? JSON.readTree(answer.body()) : MissingNode.getInstance();
            return new Answer(answer.statusCode(), node, answer.headers());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Onair never says 500 in other words. The server's connector does: it may take a request for another one whose websocket has just
     * been closed (github.com/payara/Payara/issues/5432, github.com/eclipse-ee4j/glassfish-grizzly/issues/2228).
     */
    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }
}
