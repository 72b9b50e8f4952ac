package live.onair.awsstub;

import java.util.Map;
import software.amazon.smithy.model.shapes.OperationShape;

/** The operation a request asks for; the labels are what stood in its path. */
record Matched(ServiceModel service, OperationShape operation, Spoken spoken, Map<String, String> labels) {

    String name() {
        return ServiceModel.name(operation);
    }
}
