package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.JsonTree;
import live.onair.awsstub.wire.Matched;
import live.onair.awsstub.wire.Refused;
import live.onair.awsstub.wire.Reply;
import live.onair.awsstub.wire.Request;
import live.onair.awsstub.wire.Spoken;
import live.onair.awsstub.wire.Writing;

/** What moto has, by a fixed list: it is never found out by asking. */
final class Moto {

    private static final Map<String, Set<String>> HAS = Map.of(
            "s3", Set.of("*"),
            "shield", Set.of("CreateSubscription", "CreateProtection", "DescribeProtection"),
            "route53",
                    Set.of(
                            "CreateHostedZone",
                            "GetHostedZone",
                            "DeleteHostedZone",
                            "ListResourceRecordSets",
                            "ChangeResourceRecordSets",
                            "GetChange",
                            "CreateHealthCheck",
                            "GetHealthCheck",
                            "DeleteHealthCheck"),
            "cloudwatch",
                    Set.of(
                            "PutMetricAlarm",
                            "DescribeAlarms",
                            "DeleteAlarms",
                            "SetAlarmState",
                            "EnableAlarmActions",
                            "DisableAlarmActions",
                            "TagResource",
                            "UntagResource",
                            "ListTagsForResource",
                            "PutMetricData",
                            "GetMetricData",
                            "GetMetricStatistics",
                            "ListMetrics"),
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
    private static final Map<String, String> TARGETS = Map.of("cloudwatch", "GraniteServiceVersion20100801");
    /** Belong to one connection, or are made anew. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "host",
            "connection",
            "smithy-protocol",
            "content-length",
            "expect",
            "upgrade",
            "transfer-encoding",
            "date",
            "server");

    private final PythonParts parts;

    Moto(PythonParts parts) {
        this.parts = parts;
    }

    /** The fixed list but for S3, which is moto's as a whole. */
    static List<String> operations() {
        return HAS.entrySet().stream()
                .flatMap(service -> service.getValue().stream().map(name -> service.getKey() + ":" + name))
                .filter(name -> !name.endsWith("*"))
                .sorted()
                .toList();
    }

    boolean has(Matched matched) {
        Set<String> operations = HAS.getOrDefault(matched.service().name, Set.of());
        return operations.contains("*") || operations.contains(matched.name());
    }

    Reply answer(Matched matched, Request request, ObjectNode input, Writing writing) {
        return matched.spoken() == Spoken.RPC_CBOR
                ? translated(matched, request, input, writing)
                : passedOn(request, request.body(), Map.of());
    }

    /** moto speaks no CBOR: the same words in JSON, there and back. */
    private Reply translated(Matched matched, Request request, ObjectNode input, Writing writing) {
        JsonTree tree = new JsonTree(matched.service());
        byte[] body = Json.write(tree.write(matched.service().input(matched.operation()), input));
        Map<String, String> instead = Map.of(
                "x-amz-target",
                TARGETS.get(matched.service().name) + "." + matched.name(),
                "content-type",
                "application/x-amz-json-1.0");
        Request plain = new Request("POST", "/", "", request.headers(), body);
        Reply reply = passedOn(plain, body, instead);
        JsonNode said = Json.read(reply.body());
        if (reply.refused()) {
            throw new Refused(
                    said.path("__type").asText("InternalFailure").replaceFirst(".*#", ""),
                    reply.status(),
                    said.path("message").asText());
        }
        return writing.answer((ObjectNode) tree.read(matched.service().output(matched.operation()), said));
    }

    /** The request goes on as it came. */
    private Reply passedOn(Request request, byte[] body, Map<String, String> instead) {
        MotoProcess moto = MotoProcess.running(parts);
        String path = request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
        HttpRequest.Builder to = HttpRequest.newBuilder(URI.create(moto.uri + path))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name) && !instead.containsKey(name)) {
                values.forEach(value -> to.header(name, value));
            }
        });
        instead.forEach(to::header);
        return reply(moto.send(to.build()), request.method().equals("HEAD"));
    }

    private static Reply reply(HttpResponse<byte[]> answer, boolean head) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        answer.headers().map().forEach((name, values) -> {
            boolean length = name.equalsIgnoreCase("content-length") && head;
            if (length || !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        });
        return new Reply(answer.statusCode(), headers, answer.body(), Reply.Ending.SENT);
    }
}
