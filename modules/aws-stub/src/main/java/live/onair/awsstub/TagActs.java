package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import live.onair.awsstub.wire.AwsRules;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** Tags that lie in the resources themselves; services differ only in their words. */
record TagActs(String arn, String tags, String keys, Function<String, Optional<Resource>> find, Refused unknown) {

    ObjectNode put(ObjectNode input) {
        ObjectNode tags = of(input);
        Json.fields(input.path(this.tags)).forEach(tag -> tags.set(tag.getKey(), tag.getValue()));
        AwsRules.tags(tags, unknown.error.equals("NotFoundException") ? "BadRequestException" : "ValidationException");
        return Json.object();
    }

    ObjectNode remove(ObjectNode input) {
        ObjectNode tags = of(input);
        input.path(keys).forEach(key -> tags.remove(key.asText()));
        return Json.object();
    }

    ObjectNode list(ObjectNode input) {
        ObjectNode answer = Json.object();
        answer.set(tags, of(input).deepCopy());
        return answer;
    }

    private ObjectNode of(ObjectNode input) {
        return find.apply(input.path(arn).asText())
                .orElseThrow(() -> unknown)
                .tree
                .withObjectProperty(tags);
    }
}
