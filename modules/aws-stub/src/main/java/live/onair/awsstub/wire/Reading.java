package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;

/** A request as a tree with the model's own names, whatever it was sent in. */
public final class Reading {

    private final Matched matched;
    private final Request request;

    public Reading(Matched matched, Request request) {
        this.matched = matched;
        this.request = request;
    }

    public ObjectNode input() {
        ServiceModel service = matched.service();
        StructureShape input = service.input(matched.operation());
        JsonNode tree = switch (matched.spoken()) {
            case RPC_CBOR -> CborTree.read(request.body());
            case AWS_JSON -> new JsonTree(service).read(input, Json.read(request.body()));
            case QUERY -> new FormTree(service, request.form()).members(input, "");
            default -> rest(input);
        };
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new Refused("SerializationException", 400, "the request is no structure");
    }

    private ObjectNode rest(StructureShape input) {
        ObjectNode tree = Json.object();
        MemberShape payload = null;
        boolean body = false;
        for (MemberShape member : input.members()) {
            if (member.hasTrait(HttpPayloadTrait.class)) {
                payload = member;
            } else if (!outside(member, tree)) {
                body = true;
            }
        }
        if (request.body().length > 0 && payload != null) {
            tree.set(payload.getMemberName(), payload(payload));
        } else if (request.body().length > 0 && body) {
            tree.setAll(structure(input));
        }
        return tree;
    }

    /** What stands in path, query and headers; false for what belongs to the body. */
    private boolean outside(MemberShape member, ObjectNode tree) {
        String name = member.getMemberName();
        if (member.hasTrait(HttpLabelTrait.class)) {
            set(tree, member, matched.labels().get(name));
            return true;
        }
        if (member.hasTrait(HttpQueryTrait.class)) {
            query(
                    tree,
                    member,
                    request.queries()
                            .get(member.expectTrait(HttpQueryTrait.class).getValue()));
            return true;
        }
        if (member.hasTrait(HttpHeaderTrait.class)) {
            String header = member.expectTrait(HttpHeaderTrait.class).getValue().toLowerCase(java.util.Locale.ROOT);
            set(tree, member, request.header(header).orElse(null));
            return true;
        }
        return member.hasTrait(HttpPrefixHeadersTrait.class) || member.hasTrait(HttpQueryParamsTrait.class);
    }

    private void set(ObjectNode tree, MemberShape member, @Nullable String text) {
        if (text != null) {
            tree.set(member.getMemberName(), Scalars.read(matched.service().target(member), text));
        }
    }

    private void query(ObjectNode tree, MemberShape member, @Nullable List<String> values) {
        if (values == null) {
            return;
        }
        Shape type = matched.service().target(member);
        if (type instanceof ListShape list) {
            List<JsonNode> all = new ArrayList<>();
            values.forEach(v -> all.add(Scalars.read(matched.service().target(list.getMember()), v)));
            tree.set(member.getMemberName(), Json.array(all));
        } else {
            set(tree, member, values.get(0));
        }
    }

    private JsonNode payload(MemberShape member) {
        Shape type = matched.service().target(member);
        return type.isStructureShape() ? structure(type) : Json.MAKE.textNode("blob");
    }

    private ObjectNode structure(Shape type) {
        JsonNode tree = matched.spoken() == Spoken.REST_XML
                ? new XmlTree(matched.service()).read(type, XmlTree.parse(request.body()))
                : new JsonTree(matched.service()).read(type, Json.read(request.body()));
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new Refused("SerializationException", 400, "the body is no structure");
    }
}
