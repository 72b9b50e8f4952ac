package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpTrait;

/** Answers and refusals in the protocol in which they were asked for. */
public final class Writing {

    private static final String PROLOGUE = "<?xml version=\"1.0\"?>";

    private final Matched matched;
    private final String requestId;

    public Writing(Matched matched, String requestId) {
        this.matched = matched;
        this.requestId = requestId;
    }

    public Reply answer(ObjectNode tree) {
        ServiceModel service = matched.service();
        StructureShape output = service.output(matched.operation());
        int status = matched.operation()
                .getTrait(HttpTrait.class)
                .map(HttpTrait::getCode)
                .orElse(200);
        return switch (matched.spoken()) {
            case RPC_CBOR -> cbor(200, new CborTree(service).write(output, tree));
            case QUERY -> Reply.of(200, "text/xml", query(output, tree));
            case REST_XML -> rest(status, output, tree);
            case AWS_JSON ->
                Reply.of(200, "application/x-amz-json-1.1", Json.write(new JsonTree(service).write(output, tree)));
            case REST_JSON -> json(status, output, tree);
        };
    }

    private Reply json(int status, StructureShape output, ObjectNode tree) {
        JsonNode body = new JsonTree(matched.service()).write(output, tree);
        if (status == 204) {
            return Reply.of(status, "application/json", new byte[0]);
        }
        return Reply.of(status, "application/json", Json.write(body));
    }

    private byte[] query(StructureShape output, ObjectNode tree) {
        String name = matched.name();
        StringBuilder out = new StringBuilder("<" + name + "Response><" + name + "Result>");
        new XmlTree(matched.service()).inside(output, tree, out);
        out.append("</")
                .append(name)
                .append("Result><ResponseMetadata><RequestId>")
                .append(requestId)
                .append("</RequestId></ResponseMetadata></")
                .append(name)
                .append("Response>");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the model has in a header stands there, and a member that is the whole body is its root. */
    private Reply rest(int status, StructureShape output, ObjectNode tree) {
        ObjectNode body = tree.deepCopy();
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] payload = null;
        for (MemberShape member : output.members()) {
            String name = member.getMemberName();
            Optional<HttpHeaderTrait> header = member.getTrait(HttpHeaderTrait.class);
            JsonNode value = header.isPresent() ? body.remove(name) : body.get(name);
            if (value != null && header.isPresent()) {
                headers.put(header.get().getValue(), value.asText());
            } else if (value != null && member.hasTrait(HttpPayloadTrait.class)) {
                StringBuilder out = new StringBuilder(PROLOGUE);
                new XmlTree(matched.service()).write(member, value, name, out);
                payload = out.toString().getBytes(StandardCharsets.UTF_8);
            }
        }
        Reply reply = Reply.of(status, "application/xml", payload == null ? xml(output, body) : payload);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private byte[] xml(StructureShape output, ObjectNode tree) {
        StringBuilder out = new StringBuilder(PROLOGUE);
        new XmlTree(matched.service()).write(output, tree, matched.name() + "Response", out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    public Reply refusal(Refused refused) {
        Optional<Shape> error = matched.service().error(matched.operation(), refused.error);
        int status = error.flatMap(e -> e.getTrait(HttpErrorTrait.class))
                .map(HttpErrorTrait::getCode)
                .orElse(refused.status);
        String sentence = String.valueOf(refused.getMessage());
        if (matched.spoken().xml()) {
            return Reply.of(
                    status, "text/xml", errorXml(refused.error, sentence).getBytes(StandardCharsets.UTF_8));
        }
        ObjectNode body = Json.object(refused.more);
        body.put(error.map(Writing::sentenceMember).orElse("message"), sentence);
        if (matched.spoken() != Spoken.REST_JSON) {
            body.put("__type", refused.error);
        }
        return matched.spoken() == Spoken.RPC_CBOR
                ? cbor(status, CborTree.plain(body))
                : Reply.of(status, "application/json", Json.write(body)).with("x-amzn-ErrorType", refused.error);
    }

    private static Reply cbor(int status, byte[] body) {
        return Reply.of(status, "application/cbor", body).with("smithy-protocol", "rpc-v2-cbor");
    }

    private String errorXml(String code, String sentence) {
        String error = "<Code>" + code + "</Code><Message>" + XmlTree.escaped(sentence) + "</Message>";
        return matched.spoken() == Spoken.REST_XML
                ? "<Error>" + error + "<RequestId>" + requestId + "</RequestId></Error>"
                : "<ErrorResponse><Error><Type>Sender</Type>" + error + "</Error><RequestId>" + requestId
                        + "</RequestId></ErrorResponse>";
    }

    /** IVS calls it exceptionMessage, others message: each service as its model has it. */
    private static String sentenceMember(Shape error) {
        return error.members().stream()
                .filter(m ->
                        m.getMemberName().toLowerCase(java.util.Locale.ROOT).endsWith("message"))
                .filter(m -> !m.hasTrait(HttpHeaderTrait.class))
                .findFirst()
                .map(JsonTree::name)
                .orElse("message");
    }
}
