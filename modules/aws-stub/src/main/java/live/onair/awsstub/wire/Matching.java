package live.onair.awsstub.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.pattern.SmithyPattern;
import software.amazon.smithy.model.pattern.UriPattern;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpTrait;

/** Finds the operation that a request asks for, as each protocol says it. */
public final class Matching {

    private record Fit(OperationShape operation, int score, Map<String, String> labels) {}

    private Matching() {}

    public static Optional<Matched> find(List<ServiceModel> services, Request request) {
        for (ServiceModel service : services) {
            Spoken spoken = Spoken.in(request, service);
            Optional<Matched> found = switch (spoken) {
                case RPC_CBOR ->
                    named(
                            service,
                            spoken,
                            request.path().substring(request.path().lastIndexOf('/') + 1));
                case AWS_JSON ->
                    named(
                            service,
                            spoken,
                            afterDot(request.header("x-amz-target").orElse("")));
                case QUERY -> named(service, spoken, request.form().getOrDefault("Action", ""));
                default -> byPath(service, spoken, request);
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String afterDot(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }

    private static Optional<Matched> named(ServiceModel service, Spoken spoken, String name) {
        return service.operation(name).map(operation -> new Matched(service, operation, spoken, Map.of()));
    }

    private static Optional<Matched> byPath(ServiceModel service, Spoken spoken, Request request) {
        Fit best = null;
        for (OperationShape operation : service.operations()) {
            Fit fit = fit(service, operation, request);
            if (fit != null && (best == null || fit.score > best.score)) {
                best = fit;
            }
        }
        return Optional.ofNullable(best).map(fit -> new Matched(service, fit.operation, spoken, fit.labels));
    }

    private static @Nullable Fit fit(ServiceModel service, OperationShape operation, Request request) {
        Optional<HttpTrait> http = operation.getTrait(HttpTrait.class);
        if (http.isEmpty() || !http.get().getMethod().equals(request.method())) {
            return null;
        }
        UriPattern uri = http.get().getUri();
        Map<String, String> labels = new HashMap<>();
        int path = path(uri.getSegments(), request.path().substring(1).split("/", -1), labels);
        int literals = literals(uri.getQueryLiterals(), request.queries());
        return path < 0 || literals < 0
                ? null
                : new Fit(operation, path + literals + needed(service, operation, request), labels);
    }

    /** S3's operations share paths: what one of them cannot be without says which is meant. */
    private static int needed(ServiceModel service, OperationShape operation, Request request) {
        int score = 0;
        for (MemberShape member : service.input(operation).members()) {
            if (member.isRequired()) {
                Optional<Boolean> sent = member.getTrait(HttpHeaderTrait.class)
                        .map(t -> request.headers().containsKey(t.getValue().toLowerCase(Locale.ROOT)))
                        .or(() -> member.getTrait(HttpQueryTrait.class)
                                .map(t -> request.queries().containsKey(t.getValue())));
                score += sent.map(there -> there ? 5 : -50).orElse(0);
            }
        }
        return score;
    }

    private static int path(List<SmithyPattern.Segment> segments, String[] path, Map<String, String> labels) {
        int score = 0;
        int at = 0;
        for (SmithyPattern.Segment segment : segments) {
            if (segment.isGreedyLabel()) {
                String rest = String.join("/", Arrays.copyOfRange(path, Math.min(at, path.length), path.length));
                labels.put(segment.getContent(), Request.plainPath(rest));
                return score;
            }
            if (at >= path.length || segment.isLabel() && path[at].isEmpty()) {
                return -1;
            }
            if (segment.isLabel()) {
                labels.put(segment.getContent(), Request.plainPath(path[at]));
                score += 1;
            } else if (segment.getContent().equals(path[at])) {
                score += 10;
            } else {
                return -1;
            }
            at++;
        }
        boolean whole = at == path.length || at == path.length - 1 && path[at].isEmpty();
        return whole ? score : -1;
    }

    private static int literals(Map<String, String> wanted, Map<String, List<String>> sent) {
        int score = 0;
        for (Map.Entry<String, String> literal : wanted.entrySet()) {
            if (literal.getKey().equals("x-id")) {
                continue;
            }
            List<String> values = sent.get(literal.getKey());
            if (values == null || !literal.getValue().isEmpty() && !values.contains(literal.getValue())) {
                return -1;
            }
            score += 100;
        }
        return score;
    }
}
