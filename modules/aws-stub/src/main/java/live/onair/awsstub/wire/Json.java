package live.onair.awsstub.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The trees in which requests and answers are looked at, with the names of the model's members. */
public final class Json {

    public static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    public static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Json() {}

    public static ObjectNode object() {
        return MAKE.objectNode();
    }

    public static ObjectNode object(Map<String, ?> fields) {
        ObjectNode object = object();
        fields.forEach((name, value) -> object.set(name, of(value)));
        return object;
    }

    public static ArrayNode array(List<?> elements) {
        ArrayNode array = MAKE.arrayNode();
        elements.forEach(element -> array.add(of(element)));
        return array;
    }

    public static JsonNode of(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    public static JsonNode read(byte[] text) {
        try {
            return text.length == 0 ? object() : MAPPER.readTree(text);
        } catch (IOException e) {
            throw new Refused("SerializationException", 400, "not JSON: " + e.getMessage());
        }
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Iterable<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties();
    }

    public static Stream<JsonNode> each(JsonNode array) {
        Iterator<JsonNode> elements = array.elements();
        return StreamSupport.stream(((Iterable<JsonNode>) () -> elements).spliterator(), false);
    }

    public static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    public static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
