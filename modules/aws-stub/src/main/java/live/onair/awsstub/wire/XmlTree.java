package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;

/** Between XML and trees, as the model names the elements. */
final class XmlTree {

    private final ServiceModel service;

    XmlTree(ServiceModel service) {
        this.service = service;
    }

    static Element parse(byte[] body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Refused("MalformedXML", 400, "not XML: " + e.getMessage());
        }
    }

    JsonNode read(Shape at, Element from) {
        Shape type = service.target(at);
        if (type.isStructureShape() || type.isUnionShape()) {
            return members(type, from);
        }
        if (type instanceof ListShape list) {
            return elements(list, children(from, FormTree.name(list.getMember(), "member")));
        }
        if (type instanceof MapShape map) {
            ObjectNode object = Json.object();
            children(from, "entry")
                    .forEach(e -> object.set(
                            children(e, "key").get(0).getTextContent(),
                            read(map.getValue(), children(e, "value").get(0))));
            return object;
        }
        return Scalars.read(type, from.getTextContent());
    }

    private ObjectNode members(Shape type, Element from) {
        ObjectNode object = Json.object();
        Set<String> known = new HashSet<>();
        for (MemberShape member : type.members()) {
            String name = FormTree.name(member, member.getMemberName());
            known.add(name);
            List<Element> found = children(from, name);
            if (from.hasAttribute(name)) {
                object.put(member.getMemberName(), from.getAttribute(name));
            } else if (!found.isEmpty()) {
                boolean flat = member.hasTrait(XmlFlattenedTrait.class) && service.target(member) instanceof ListShape;
                object.set(
                        member.getMemberName(),
                        flat ? elements((ListShape) service.target(member), found) : read(member, found.get(0)));
            }
        }
        children(from, null).stream()
                .filter(child -> !known.contains(name(child)))
                .forEach(child -> object.put(name(child), child.getTextContent()));
        return object;
    }

    private ArrayNode elements(ListShape list, List<Element> found) {
        return Json.array(found.stream().map(e -> read(list.getMember(), e)).toList());
    }

    private static String name(Element element) {
        return element.getTagName().replaceFirst("^.*:", "");
    }

    private static List<Element> children(Element of, @org.jspecify.annotations.Nullable String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && (name == null || name(element).equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    void write(Shape at, JsonNode tree, String name, StringBuilder out) {
        Shape type = service.target(at);
        if (type instanceof ListShape list) {
            boolean flat = at.hasTrait(XmlFlattenedTrait.class);
            String element = flat ? name : FormTree.name(list.getMember(), "member");
            out.append(flat ? "" : "<" + name + ">");
            tree.forEach(e -> write(list.getMember(), e, element, out));
            out.append(flat ? "" : "</" + name + ">");
            return;
        }
        out.append('<').append(name).append('>');
        if (type.isStructureShape() || type.isUnionShape()) {
            inside(type, tree, out);
        } else if (type instanceof MapShape map) {
            Json.fields(tree).forEach(e -> {
                out.append("<entry><key>").append(escaped(e.getKey())).append("</key>");
                write(map.getValue(), e.getValue(), "value", out);
                out.append("</entry>");
            });
        } else {
            out.append(escaped(Scalars.write(type, tree, true)));
        }
        out.append("</").append(name).append('>');
    }

    void inside(Shape type, JsonNode tree, StringBuilder out) {
        for (MemberShape member : type.members()) {
            if (tree.has(member.getMemberName())) {
                write(member, tree.get(member.getMemberName()), FormTree.name(member, member.getMemberName()), out);
            }
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
