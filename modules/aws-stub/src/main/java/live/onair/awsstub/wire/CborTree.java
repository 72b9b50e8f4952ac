package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;

/** Smithy's RPC over CBOR: names as in the model, times as tagged seconds. */
final class CborTree {

    private static final int SECONDS_SINCE_1970 = 1;
    private static final CBORFactory FACTORY = new CBORFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private final ServiceModel service;

    CborTree(ServiceModel service) {
        this.service = service;
    }

    static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? Json.object() : MAPPER.readTree(body);
        } catch (IOException e) {
            throw new Refused("SerializationException", 400, "not CBOR: " + e.getMessage());
        }
    }

    byte[] write(Shape at, JsonNode tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CBORGenerator to = FACTORY.createGenerator(out)) {
            write(to, at, tree);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static byte[] plain(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(CBORGenerator to, Shape at, JsonNode tree) throws IOException {
        Shape type = service.target(at);
        if (type.isStructureShape() || type.isUnionShape()) {
            to.writeStartObject();
            for (MemberShape member : type.members()) {
                if (tree.has(member.getMemberName())) {
                    to.writeFieldName(member.getMemberName());
                    write(to, member, tree.get(member.getMemberName()));
                }
            }
            to.writeEndObject();
        } else if (type instanceof ListShape list) {
            to.writeStartArray();
            for (JsonNode element : tree) {
                write(to, list.getMember(), element);
            }
            to.writeEndArray();
        } else if (type instanceof MapShape map) {
            to.writeStartObject();
            for (Map.Entry<String, JsonNode> field : Json.fields(tree)) {
                to.writeFieldName(field.getKey());
                write(to, map.getValue(), field.getValue());
            }
            to.writeEndObject();
        } else {
            scalar(to, type, tree);
        }
    }

    private static void scalar(CBORGenerator to, Shape type, JsonNode value) throws IOException {
        if (type.getType() == ShapeType.TIMESTAMP) {
            to.writeTag(SECONDS_SINCE_1970);
            to.writeNumber(value.asDouble());
        } else if (value.isIntegralNumber()) {
            to.writeNumber(value.asLong());
        } else if (value.isNumber()) {
            to.writeNumber(value.asDouble());
        } else if (value.isBoolean()) {
            to.writeBoolean(value.asBoolean());
        } else {
            to.writeString(value.asText());
        }
    }
}
