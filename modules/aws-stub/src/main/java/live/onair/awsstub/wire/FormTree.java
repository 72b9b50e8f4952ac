package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;

/** Reads a query request: {@code Tags.member.1.Key=a}. */
final class FormTree {

    private final ServiceModel service;
    private final Map<String, String> form;

    FormTree(ServiceModel service, Map<String, String> form) {
        this.service = service;
        this.form = form;
    }

    ObjectNode members(Shape structure, String prefix) {
        ObjectNode object = Json.object();
        for (MemberShape member : structure.members()) {
            String at = prefix + name(member, member.getMemberName());
            if (sent(at)) {
                object.set(member.getMemberName(), value(member, at));
            }
        }
        return object;
    }

    private boolean sent(String at) {
        return form.containsKey(at) || form.keySet().stream().anyMatch(name -> name.startsWith(at + "."));
    }

    private JsonNode value(Shape at, String name) {
        Shape type = service.target(at);
        if (type.isStructureShape() || type.isUnionShape()) {
            return members(type, name + ".");
        }
        boolean flat = at.hasTrait(XmlFlattenedTrait.class);
        if (type instanceof ListShape list) {
            ArrayNode array = Json.MAKE.arrayNode();
            String element = flat ? name : name + "." + name(list.getMember(), "member");
            for (int i = 1; sent(element + "." + i); i++) {
                array.add(value(list.getMember(), element + "." + i));
            }
            return array;
        }
        if (type instanceof MapShape map) {
            ObjectNode object = Json.object();
            String entry = flat ? name : name + ".entry";
            for (int i = 1; sent(entry + "." + i); i++) {
                object.set(
                        form.getOrDefault(entry + "." + i + ".key", ""),
                        value(map.getValue(), entry + "." + i + ".value"));
            }
            return object;
        }
        return Scalars.read(type, form.getOrDefault(name, ""));
    }

    static String name(MemberShape member, String otherwise) {
        return member.getTrait(XmlNameTrait.class).map(XmlNameTrait::getValue).orElse(otherwise);
    }
}
