package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * One call that reached the stand-in, written down before its answer leaves.
 *
 * @param service as botocore names it: medialive, mediapackagev2, ivs, cloudwatch ...
 * @param operation as the model names it
 * @param input the request with the model's own names
 * @param problems why AWS's front door would refuse it; empty for a good one
 * @param requestId also in the answer's header x-amzn-RequestId
 * @param accessKey id of the key that has signed it, empty without one
 * @param at when, by the stand-in's clock
 * @param status HTTP status answered, 0 when no answer was given
 * @param error the error's name, empty without one
 * @param fault the fault that was put in its way, empty without one
 * @param executed whether it has been carried out
 */
public record StubCall(
        String service,
        String operation,
        JsonNode input,
        List<String> problems,
        String requestId,
        String accessKey,
        Instant at,
        int status,
        String error,
        String fault,
        boolean executed) {

    /** Service and operation in one word, as lists of calls have it. */
    public String name() {
        return service + ":" + operation;
    }
}
