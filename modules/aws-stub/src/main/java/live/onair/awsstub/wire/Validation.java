package live.onair.awsstub.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.validation.NodeValidationVisitor;
import software.amazon.smithy.model.validation.Severity;
import software.amazon.smithy.model.validation.ValidationEvent;
import software.amazon.smithy.model.validation.node.TimestampValidationStrategy;

/** Holds a tree against the model: what AWS's own front door refuses before anything happens. */
public final class Validation {

    private Validation() {}

    public static List<String> problems(ServiceModel service, Shape shape, JsonNode tree, String name) {
        NodeValidationVisitor visitor = NodeValidationVisitor.builder()
                .model(service.model)
                .value(Node.parse(new String(Json.write(tree), StandardCharsets.UTF_8)))
                .startingContext(name)
                .eventId("request")
                .eventShapeId(shape.getId())
                .timestampValidationStrategy(TimestampValidationStrategy.EPOCH_SECONDS)
                .addFeature(NodeValidationVisitor.Feature.ALLOW_OPTIONAL_NULLS)
                .build();
        return shape.accept(visitor).stream()
                .filter(event -> event.getSeverity().ordinal() >= Severity.WARNING.ordinal())
                .map(ValidationEvent::getMessage)
                .toList();
    }
}
