package live.onair.awsstub.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.node.StringNode;

/** One service's model as botocore has it, said in Smithy's words, so that Smithy's own validator can be used. */
final class BotocoreModel {

    private final ObjectNode metadata;
    private final ObjectNode shapes;
    private final ObjectNode operations;
    private final BotocoreShapes written;

    BotocoreModel(Path file) {
        ObjectNode model = read(file);
        metadata = model.expectObjectMember("metadata");
        shapes = model.expectObjectMember("shapes");
        operations = model.expectObjectMember("operations");
        boolean xml = protocols().contains("rest-xml") || protocols().contains("query");
        written = new BotocoreShapes("aws." + signingName().replaceAll("[^a-z0-9]", ""), shapes, xml);
    }

    private static ObjectNode read(Path file) {
        try (InputStream in = file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return Node.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .expectObjectNode();
        } catch (IOException e) {
            throw new IllegalStateException("no service model: " + file, e);
        }
    }

    String signingName() {
        return metadata.getStringMember("signingName")
                .or(() -> metadata.getStringMember("endpointPrefix"))
                .orElseThrow()
                .getValue();
    }

    List<String> protocols() {
        return metadata.getArrayMember("protocols")
                .map(a -> a.getElementsAs(StringNode::getValue))
                .orElseGet(() -> List.of(metadata.expectStringMember("protocol").getValue()));
    }

    String serviceId() {
        return written.id("TheService");
    }

    ObjectNode smithy() {
        ObjectNode.Builder out = ObjectNode.builder();
        written.into(out);
        List<Node> contained = new ArrayList<>();
        operations.getStringMap().forEach((name, node) -> {
            String id = written.id(name + (shapes.getMember(name).isPresent() ? "Operation" : ""));
            contained.add(Node.objectNode().withMember("target", id));
            out.withMember(id, operation(node.expectObjectNode()));
        });
        out.withMember(
                serviceId(),
                Node.objectNode()
                        .withMember("type", "service")
                        .withMember("version", metadata.expectMember("apiVersion"))
                        .withMember("operations", Node.fromNodes(contained)));
        return Node.objectNode().withMember("smithy", "2.0").withMember("shapes", out.build());
    }

    private Node operation(ObjectNode from) {
        ObjectNode.Builder to = ObjectNode.builder().withMember("type", "operation");
        for (String end : List.of("input", "output")) {
            to.withMember(end, Node.objectNode().withMember("target", end(from, end)));
        }
        to.withMember(
                "errors",
                from.getArrayMember("errors").orElse(Node.arrayNode()).getElements().stream()
                        .map(e -> (Node)
                                Node.objectNode().withMember("target", written.id(shapeOf(e.expectObjectNode()))))
                        .collect(ArrayNode.collect()));
        if (protocols().stream().anyMatch(p -> p.startsWith("rest"))) {
            to.withMember("traits", Node.objectNode().withMember("smithy.api#http", http(from)));
        }
        return to.build();
    }

    private String end(ObjectNode from, String end) {
        return from.getObjectMember(end).map(e -> written.id(shapeOf(e))).orElse("smithy.api#Unit");
    }

    private static String shapeOf(ObjectNode reference) {
        return reference.expectStringMember("shape").getValue();
    }

    private Node http(ObjectNode from) {
        ObjectNode http = from.expectObjectMember("http");
        String uri = http.expectStringMember("requestUri").getValue();
        if (from.getObjectMember("input").isPresent()) {
            uri = labelled(uri, shapes.expectObjectMember(shapeOf(from.expectObjectMember("input"))));
        }
        uri = uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return Node.objectNode()
                .withMember("method", http.expectMember("method"))
                .withMember("uri", uri)
                .withMember("code", http.getNumberMember("responseCode").orElse(Node.from(200)));
    }

    /** botocore's places have the names of the wire, Smithy's those of the members. */
    private static String labelled(String uri, ObjectNode input) {
        String named = uri;
        Map<String, Node> members =
                input.getObjectMember("members").orElse(Node.objectNode()).getStringMap();
        for (Map.Entry<String, Node> entry : members.entrySet()) {
            ObjectNode member = entry.getValue().expectObjectNode();
            if (BotocoreShapes.at(member).equals("uri")) {
                String wire = member.getStringMemberOrDefault("locationName", entry.getKey());
                named = named.replace("{" + wire + "}", "{" + entry.getKey() + "}")
                        .replace("{" + wire + "+}", "{" + entry.getKey() + "+}");
            }
        }
        return named;
    }
}
