package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;

/** Between the names of the wire and those of the model, for JSON and CBOR. */
public final class JsonTree {

    private final ServiceModel service;

    public JsonTree(ServiceModel service) {
        this.service = service;
    }

    public JsonNode read(Shape at, JsonNode wire) {
        Shape type = service.target(at);
        if (type.isStructureShape() || type.isUnionShape()) {
            return wire.isObject() ? readMembers(type, wire) : wire;
        }
        if (type instanceof ListShape list && wire.isArray()) {
            return Json.array(
                    Json.each(wire).map(e -> read(list.getMember(), e)).toList());
        }
        if (type instanceof MapShape map && wire.isObject()) {
            ObjectNode object = Json.object();
            Json.fields(wire).forEach(e -> object.set(e.getKey(), read(map.getValue(), e.getValue())));
            return object;
        }
        return type.getType() == ShapeType.TIMESTAMP && wire.isTextual() ? Scalars.read(type, wire.asText()) : wire;
    }

    private ObjectNode readMembers(Shape type, JsonNode wire) {
        Map<String, MemberShape> byWire = new HashMap<>();
        type.members().forEach(member -> byWire.put(name(member), member));
        ObjectNode object = Json.object();
        for (Map.Entry<String, JsonNode> field : Json.fields(wire)) {
            MemberShape member = byWire.get(field.getKey());
            if (member == null) {
                object.set(field.getKey(), field.getValue());
            } else if (!field.getValue().isNull()) {
                object.set(member.getMemberName(), read(member, field.getValue()));
            }
        }
        return object;
    }

    public JsonNode write(Shape at, JsonNode tree) {
        Shape type = service.target(at);
        if (type.isStructureShape() || type.isUnionShape()) {
            ObjectNode object = Json.object();
            for (MemberShape member : type.members()) {
                if (tree.has(member.getMemberName())) {
                    object.set(name(member), write(member, tree.get(member.getMemberName())));
                }
            }
            return object;
        }
        if (type instanceof ListShape list) {
            return Json.array(
                    Json.each(tree).map(e -> write(list.getMember(), e)).toList());
        }
        if (type instanceof MapShape map) {
            ObjectNode object = Json.object();
            Json.fields(tree).forEach(e -> object.set(e.getKey(), write(map.getValue(), e.getValue())));
            return object;
        }
        Shape clock = at.hasTrait(TimestampFormatTrait.class) ? at : type;
        return type.getType() == ShapeType.TIMESTAMP ? Scalars.time(clock, tree, false) : tree;
    }

    static String name(MemberShape member) {
        return member.getTrait(JsonNameTrait.class).map(JsonNameTrait::getValue).orElse(member.getMemberName());
    }
}
