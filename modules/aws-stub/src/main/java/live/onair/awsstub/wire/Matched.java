package live.onair.awsstub.wire;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.HttpErrorTrait;

/** The operation a request asks for; the labels are what stood in its path. */
public record Matched(ServiceModel service, OperationShape operation, Spoken spoken, Map<String, String> labels) {

    public String name() {
        return ServiceModel.name(operation);
    }

    /** How this service says that it is asked too often. */
    public Refused throttled() {
        if (service.name.equals("s3")) {
            return new Refused("SlowDown", 503, "Please reduce your request rate.");
        }
        String error = named(e -> e.getId().getName().matches("Throttling.*|TooManyRequests.*|ClientLimitExceeded.*"))
                .orElse(spoken == Spoken.QUERY ? "Throttling" : "ThrottlingException");
        return new Refused(error, spoken == Spoken.REST_JSON ? 429 : 400, "Rate exceeded");
    }

    /** How this service says that the caller's credentials are of yesterday. */
    public Refused expired() {
        String error = spoken.xml() ? "ExpiredToken" : "ExpiredTokenException";
        return new Refused(error, 403, "The security token included in the request is expired");
    }

    /** How this service says that it is broken itself. */
    public Refused broken() {
        String error = named(e -> e.getTrait(HttpErrorTrait.class)
                        .filter(h -> h.getCode() == 500)
                        .isPresent())
                .orElse("InternalFailure");
        return new Refused(error, 500, "We encountered an internal error. Please try again.");
    }

    private Optional<String> named(Predicate<Shape> which) {
        return operation.getIntroducedErrorsSet().stream()
                .map(service.model::expectShape)
                .filter(which)
                .map(error -> error.getId().getName())
                .findFirst();
    }
}
