package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What moto has, by a fixed list: it is never found out by asking. */
final class Moto {

    private static final Map<String, Set<String>> HAS = Map.of(
            "s3", Set.of("*"),
            "sts", Set.of("GetCallerIdentity", "AssumeRole", "AssumeRoleWithWebIdentity", "GetSessionToken"),
            "events",
                    Set.of(
                            "PutRule",
                            "DescribeRule",
                            "ListRules",
                            "DeleteRule",
                            "EnableRule",
                            "DisableRule",
                            "PutTargets",
                            "RemoveTargets",
                            "ListTargetsByRule",
                            "ListRuleNamesByTarget",
                            "PutEvents",
                            "TagResource",
                            "UntagResource",
                            "ListTagsForResource",
                            "CreateConnection",
                            "DescribeConnection",
                            "ListConnections",
                            "DeleteConnection",
                            "CreateApiDestination",
                            "DescribeApiDestination",
                            "ListApiDestinations",
                            "UpdateApiDestination",
                            "DeleteApiDestination"));
    /** Belong to one connection, or are made anew. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "date", "server");

    private final PythonParts parts;

    Moto(PythonParts parts) {
        this.parts = parts;
    }

    boolean has(Matched matched) {
        Set<String> operations = HAS.getOrDefault(matched.service().name, Set.of());
        return operations.contains("*") || operations.contains(matched.name());
    }

    /** The request goes on as it came. */
    Reply answer(Matched matched, Request request, ObjectNode input, Writing writing) {
        MotoProcess moto = MotoProcess.running(parts);
        String path = request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
        HttpRequest.Builder to = HttpRequest.newBuilder(URI.create(moto.uri + path))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name)) {
                values.forEach(value -> to.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = moto.send(to.build());
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        answer.headers().map().forEach((name, values) -> {
            boolean length =
                    name.equalsIgnoreCase("content-length") && request.method().equals("HEAD");
            if (length || !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        });
        return new Reply(answer.statusCode(), headers, answer.body(), Reply.Ending.SENT);
    }
}
