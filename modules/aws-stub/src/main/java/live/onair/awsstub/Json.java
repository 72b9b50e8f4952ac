package live.onair.awsstub;

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
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return MAKE.objectNode();
    }

    static ObjectNode object(Map<String, ?> fields) {
        ObjectNode object = object();
        fields.forEach((name, value) -> object.set(name, of(value)));
        return object;
    }

    static ArrayNode array(List<?> elements) {
        ArrayNode array = MAKE.arrayNode();
        elements.forEach(element -> array.add(of(element)));
        return array;
    }

    static JsonNode of(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    static JsonNode read(byte[] text) {
        try {
            return text.length == 0 ? object() : MAPPER.readTree(text);
        } catch (IOException e) {
            throw new Refused("SerializationException", 400, "not JSON: " + e.getMessage());
        }
    }

    static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Iterable<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties();
    }

    static Stream<JsonNode> each(JsonNode array) {
        Iterator<JsonNode> elements = array.elements();
        return StreamSupport.stream(((Iterable<JsonNode>) () -> elements).spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
