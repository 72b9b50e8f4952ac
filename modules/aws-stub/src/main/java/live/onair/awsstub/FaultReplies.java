package live.onair.awsstub;

import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.HttpErrorTrait;

/** How each service says that it is too busy, broken, or does not know you any more. */
final class FaultReplies {

    private FaultReplies() {}

    static Refused refusal(Faults.Kind kind, Matched matched) {
        return switch (kind) {
            case THROTTLED -> throttled(matched);
            case EXPIRED ->
                new Refused(
                        matched.spoken().xml() ? "ExpiredToken" : "ExpiredTokenException",
                        403,
                        "The security token included in the request is expired");
            default ->
                new Refused(
                        named(
                                        matched,
                                        e -> e.getTrait(HttpErrorTrait.class)
                                                .map(h -> h.getCode() == 500)
                                                .orElse(false))
                                .orElse("InternalFailure"),
                        500,
                        "We encountered an internal error. Please try again.");
        };
    }

    private static Refused throttled(Matched matched) {
        if (matched.service().name.equals("s3")) {
            return new Refused("SlowDown", 503, "Please reduce your request rate.");
        }
        String error = named(
                        matched,
                        e -> e.getId().getName().matches("Throttling.*|TooManyRequests.*|ClientLimitExceeded.*"))
                .orElse(matched.spoken() == Spoken.QUERY ? "Throttling" : "ThrottlingException");
        return new Refused(error, matched.spoken() == Spoken.REST_JSON ? 429 : 400, "Rate exceeded");
    }

    private static Optional<String> named(Matched matched, Predicate<Shape> which) {
        return matched.operation().getIntroducedErrorsSet().stream()
                .map(matched.service().model::expectShape)
                .filter(which)
                .map(error -> error.getId().getName())
                .findFirst();
    }
}
