package live.onair.awsstub.wire;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.node.StringNode;

/** The shapes of one botocore model, said in Smithy's words. */
final class BotocoreShapes {

    private static final List<String> NUMBERS = List.of("integer", "long", "float", "double");

    private final String namespace;
    private final ObjectNode shapes;
    private final boolean xml;

    BotocoreShapes(String namespace, ObjectNode shapes, boolean xml) {
        this.namespace = namespace;
        this.shapes = shapes;
        this.xml = xml;
    }

    void into(ObjectNode.Builder out) {
        shapes.getStringMap().forEach((name, node) -> out.withMember(id(name), shape(name, node.expectObjectNode())));
    }

    String id(String shape) {
        return namespace + "#" + shape;
    }

    private Node shape(String name, ObjectNode from) {
        String type = type(from);
        ObjectNode.Builder traits = ObjectNode.builder();
        bounds(name, from, traits);
        from.getStringMember("pattern")
                .flatMap(BotocoreShapes::pattern)
                .ifPresent(p -> traits.withMember("smithy.api#pattern", p));
        from.getArrayMember("enum").ifPresent(e -> traits.withMember("smithy.api#enum", values(e)));
        clock(from, traits);
        if (from.getBooleanMemberOrDefault("exception")) {
            error(from, traits);
        }
        ObjectNode.Builder shape = ObjectNode.builder().withMember("type", type).withMember("traits", traits.build());
        switch (type) {
            case "structure", "union" -> shape.withMember("members", members(from, type.equals("union")));
            case "list" -> shape.withMember("member", element(from.expectObjectMember("member")));
            case "map" ->
                List.of("key", "value")
                        .forEach(k -> shape.withMember(k, target(from.expectObjectMember(k), Node.objectNode())));
            default -> {}
        }
        return shape.build();
    }

    private static String type(ObjectNode from) {
        String type = from.expectStringMember("type").getValue();
        if (type.equals("structure")) {
            return from.getBooleanMemberOrDefault("document")
                    ? "document"
                    : from.getBooleanMemberOrDefault("union") ? "union" : type;
        }
        return type.equals("character") ? "string" : type;
    }

    private void bounds(String name, ObjectNode from, ObjectNode.Builder traits) {
        String type = from.expectStringMember("type").getValue();
        if (type.equals("structure") || type.equals("timestamp")) {
            return;
        }
        boolean number = NUMBERS.contains(type);
        ObjectNode.Builder range = ObjectNode.builder();
        bound(from, "min")
                .or(() -> ShapeNames.least(name))
                .filter(b -> number || b.signum() >= 0)
                .ifPresent(b -> range.withMember("min", Node.from(b)));
        bound(from, "max")
                .or(() -> ShapeNames.most(name))
                .filter(b -> number || b.signum() >= 0)
                .ifPresent(b -> range.withMember("max", Node.from(b)));
        ObjectNode said = range.build();
        if (!said.isEmpty()) {
            traits.withMember(number ? "smithy.api#range" : "smithy.api#length", said);
        }
    }

    private static Optional<BigDecimal> bound(ObjectNode from, String which) {
        return from.getNumberMember(which).map(n -> new BigDecimal(n.getValue().toString()));
    }

    /** IVS's pattern of what can have tags allows only one letter for the kind, which no ARN of AWS itself would pass. */
    private static Optional<String> pattern(StringNode from) {
        String said = from.getValue().replace(":[a-z-]/", ":[a-z-]+/");
        try {
            Pattern.compile(said);
            return Optional.of("^(" + said + ")$");
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Node values(ArrayNode from) {
        return from.getElements().stream()
                .map(value -> (Node) Node.objectNode().withMember("value", value))
                .collect(ArrayNode.collect());
    }

    private static void error(ObjectNode from, ObjectNode.Builder traits) {
        traits.withMember("smithy.api#error", from.getBooleanMemberOrDefault("fault") ? "server" : "client");
        from.getObjectMember("error")
                .flatMap(e -> e.getNumberMember("httpStatusCode"))
                .ifPresent(code -> traits.withMember("smithy.api#httpError", code));
    }

    private static void clock(ObjectNode from, ObjectNode.Builder traits) {
        from.getStringMember("timestampFormat")
                .ifPresent(format -> traits.withMember(
                        "smithy.api#timestampFormat",
                        switch (format.getValue()) {
                            case "iso8601" -> "date-time";
                            case "rfc822" -> "http-date";
                            default -> "epoch-seconds";
                        }));
    }

    private ObjectNode members(ObjectNode from, boolean union) {
        Set<String> required = new HashSet<>(from.getArrayMember("required")
                .map(a -> a.getElementsAs(StringNode::getValue))
                .orElse(List.of()));
        String payload = from.getStringMemberOrDefault("payload", "");
        ObjectNode.Builder members = ObjectNode.builder();
        from.getObjectMember("members").orElse(Node.objectNode()).getStringMap().forEach((name, node) -> {
            ObjectNode member = node.expectObjectNode();
            ObjectNode.Builder traits = ObjectNode.builder();
            if (required.contains(name) && !union || at(member).equals("uri")) {
                traits.withMember("smithy.api#required", Node.objectNode());
            }
            if (name.equals(payload)) {
                traits.withMember("smithy.api#httpPayload", Node.objectNode());
            }
            place(name, member, traits);
            clock(member, traits);
            members.withMember(name, target(member, traits.build()));
        });
        return members.build();
    }

    static String at(ObjectNode member) {
        return member.getStringMemberOrDefault("location", "");
    }

    private void place(String name, ObjectNode member, ObjectNode.Builder traits) {
        String wire = member.getStringMemberOrDefault("locationName", name);
        switch (at(member)) {
            case "uri" -> traits.withMember("smithy.api#httpLabel", Node.objectNode());
            case "querystring" -> traits.withMember("smithy.api#httpQuery", wire);
            case "header" -> traits.withMember("smithy.api#httpHeader", wire);
            case "headers" -> traits.withMember("smithy.api#httpPrefixHeaders", wire);
            case "statusCode" -> traits.withMember("smithy.api#httpResponseCode", Node.objectNode());
            default -> {
                if (!wire.equals(name)) {
                    traits.withMember(xml ? "smithy.api#xmlName" : "smithy.api#jsonName", wire);
                }
            }
        }
        ObjectNode of =
                shapes.expectObjectMember(member.expectStringMember("shape").getValue());
        if (xml && (member.getBooleanMemberOrDefault("flattened") || of.getBooleanMemberOrDefault("flattened"))) {
            traits.withMember("smithy.api#xmlFlattened", Node.objectNode());
        }
    }

    private Node element(ObjectNode member) {
        Optional<Node> name = member.getMember("locationName").filter(n -> xml);
        return target(
                member,
                name.map(n -> Node.objectNode().withMember("smithy.api#xmlName", n))
                        .orElse(Node.objectNode()));
    }

    private Node target(ObjectNode member, ObjectNode traits) {
        return Node.objectNode()
                .withMember("target", id(member.expectStringMember("shape").getValue()))
                .withMember("traits", traits);
    }
}
