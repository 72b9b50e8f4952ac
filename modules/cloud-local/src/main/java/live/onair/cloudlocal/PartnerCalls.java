package live.onair.cloudlocal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** Calls of the APIs of CDNs that others sell. */
@Singleton
class PartnerCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE.dividedBy(2))
            .build();

    /** A call with all filled in. */
    record Call(
            String method,
            String url,
            @Nullable Map<String, String> headers,
            @Nullable String body) {

        /** For people: what comes after a question mark may be a secret. */
        private String words() {
            return method + " " + url.replaceFirst("[?#].*", "");
        }
    }

    /**
     * Makes one call.
     *
     * @return the answer, nothing in it where it is not JSON
     * @throws CloudException on any answer but one of success; what a call that writes has done is not known without an answer
     */
    JsonNode send(Call call) {
        boolean writes = !call.method().equals("GET");
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url()))
                    .timeout(PATIENCE)
                    .header("User-Agent", "Onair")
                    .method(
                            call.method(),
                            call.body() == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(call.body()));
            if (call.headers() != null) {
                call.headers().forEach(request::header);
            }
            HttpResponse<byte[]> answer = WholeAnswer.of(http, request.build(), LimitedBody.of(MOST));
            if (answer.statusCode() / 100 != 2) {
                throw refused(call, answer.statusCode(), writes);
            }
            return read(answer.body());
        } catch (IllegalArgumentException e) {
            throw new CloudException(CloudFault.INVALID, call.words() + ": not an address, or not a header");
        } catch (IOException e) {
            throw new CloudException(
                    writes ? CloudFault.UNKNOWN_OUTCOME : CloudFault.UNAVAILABLE, call.words() + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNAVAILABLE, call.words() + ": interrupted", e);
        }
    }

    private static CloudException refused(Call call, int status, boolean writes) {
        CloudFault fault = switch (status) {
            case 401, 403 -> CloudFault.DENIED;
            case 404 -> CloudFault.NOT_FOUND;
            case 409 -> CloudFault.CONFLICT;
            case 429 -> CloudFault.THROTTLED;
            default -> status < 500 ? CloudFault.INVALID : writes ? CloudFault.UNKNOWN_OUTCOME : CloudFault.UNAVAILABLE;
        };
        return new CloudException(fault, call.words() + ": HTTP " + status);
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** What stands at a JSON Pointer; what is not there is not what was agreed. */
    static String at(JsonNode answer, String pointer) {
        JsonNode found = answer.at(JsonPointer.compile(pointer));
        if (!found.isValueNode()) {
            throw new CloudException(CloudFault.INVALID, "the CDN's answer has nothing at " + pointer);
        }
        return found.asText();
    }
}
