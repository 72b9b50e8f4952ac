package live.onair.cloudlocal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Speaks to the control port of the media process: one call, one answer, trouble as a {@link CloudException}. */
@Singleton
class MediaControl {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MediaAddress address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    @Inject
    MediaControl(Config config) {
        this(MediaAddress.from(config));
    }

    MediaControl(MediaAddress address) {
        this.address = address;
    }

    /** Whether this installation runs the local media process at all. */
    boolean isEnabled() {
        return address.enabled();
    }

    /** Reads; empty when it does not exist. */
    Optional<JsonNode> get(String path) {
        try {
            return Optional.of(call("GET", path, BodyPublishers.noBody()));
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The bytes of a file as they come; the caller closes them. */
    InputStream open(String path) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request("GET", path, BodyPublishers.noBody()), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() < 300) {
                return answer.body();
            }
            answer.body().close();
            throw new CloudException(fault(answer.statusCode()), "GET " + path + ": " + answer.statusCode(), null);
        } catch (IOException e) {
            throw new CloudException(CloudFault.UNAVAILABLE, "the media process does not answer: " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNKNOWN_OUTCOME, "GET " + path + ": interrupted", e);
        }
    }

    /** Some of a durable list of the process: its name, where to read on, and its entries of one kind, each with offset and body. */
    record Spooled(String spool, long next, List<JsonNode> entries) {}

    /** Reads a list that lies below this path, at most {@code max} entries from an offset on. */
    Spooled spool(String path, String kind, long from, int max) {
        JsonNode page = get(path + "?from=" + from + "&max=" + max)
                .orElseThrow(() -> new CloudException(CloudFault.UNAVAILABLE, "the media process has no " + path));
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : page.path("entries")) {
            if (entry.path("kind").asText().equals(kind)) {
                entries.add(entry);
            }
        }
        return new Spooled(page.path("spool").asText(""), page.path("next").asLong(), entries);
    }

    /** Lets it forget what lies below an offset. */
    void trim(String path, long below) {
        post(path + "/trim", JSON.createObjectNode().put("upTo", below));
    }

    JsonNode put(String path, JsonNode body) {
        return call("PUT", path, json(body));
    }

    JsonNode putBytes(String path, byte[] content) {
        return call("PUT", path, BodyPublishers.ofByteArray(content));
    }

    JsonNode post(String path, JsonNode body) {
        return call("POST", path, json(body));
    }

    JsonNode delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    private static BodyPublisher json(JsonNode body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        if (!address.enabled()) {
            throw new CloudException(CloudFault.UNAVAILABLE, "there is no local media process here: " + path);
        }
        try {
            HttpResponse<byte[]> answer =
                    WholeAnswer.of(http, request(method, path, body), HttpResponse.BodyHandlers.ofByteArray());
            return understood(method + " " + path, answer);
        } catch (HttpTimeoutException e) {
            throw new CloudException(CloudFault.UNKNOWN_OUTCOME, method + " " + path + ": no answer", e);
        } catch (IOException e) {
            throw new CloudException(CloudFault.UNAVAILABLE, "the media process does not answer: " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNKNOWN_OUTCOME, method + " " + path + ": interrupted", e);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(address.url() + path))
                .header("Authorization", "Bearer " + address.token())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, body)
                .build();
    }

    private static JsonNode understood(String call, HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status < 300) {
            return answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
        }
        String words = call + ": " + status + " " + new String(answer.body(), StandardCharsets.UTF_8);
        throw new CloudException(fault(status), words, null);
    }

    private static CloudFault fault(int status) {
        return switch (status) {
            case 400, 413, 422 -> CloudFault.INVALID;
            case 401, 403 -> CloudFault.DENIED;
            case 404 -> CloudFault.NOT_FOUND;
            case 409 -> CloudFault.CONFLICT;
            case 429 -> CloudFault.THROTTLED;
            case 507 -> CloudFault.EXHAUSTED;
            default -> CloudFault.UNAVAILABLE;
        };
    }

    /** The text of a field, null when it is missing, null or empty. */
    static @Nullable String text(JsonNode node, String field) {
        String found = node.path(field).asText("");
        return found.isEmpty() || found.equals("null") ? null : found;
    }
}
