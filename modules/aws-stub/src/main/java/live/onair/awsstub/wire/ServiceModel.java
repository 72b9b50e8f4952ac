package live.onair.awsstub.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.HttpErrorTrait;

/** One service of AWS as its own model says it is. */
public final class ServiceModel {

    private static final Pattern SUFFIX = Pattern.compile("(?<=.)Operation$");

    public final String name;
    final String signingName;
    final Model model;
    private final List<String> protocols;
    private final Map<String, OperationShape> operations = new TreeMap<>();

    ServiceModel(String name, BotocoreModel botocore) {
        this.name = name;
        signingName = botocore.signingName();
        protocols = botocore.protocols();
        ModelAssembler assembler = Model.assembler(ServiceModel.class.getClassLoader())
                .discoverModels(ServiceModel.class.getClassLoader())
                .addDocumentNode(botocore.smithy())
                .disableValidation()
                .putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true);
        model = assembler.assemble().getResult().orElseThrow();
        TopDownIndex.of(model)
                .getContainedOperations(ShapeId.from(botocore.serviceId()))
                .forEach(operation -> operations.put(name(operation), operation));
    }

    static String name(OperationShape operation) {
        return SUFFIX.matcher(operation.getId().getName()).replaceFirst("");
    }

    boolean speaks(String protocol) {
        return protocols.contains(protocol);
    }

    Iterable<OperationShape> operations() {
        return operations.values();
    }

    public Optional<OperationShape> operation(String called) {
        return Optional.ofNullable(operations.get(called));
    }

    public StructureShape input(OperationShape operation) {
        return model.expectShape(operation.getInputShape(), StructureShape.class);
    }

    public StructureShape output(OperationShape operation) {
        return model.expectShape(operation.getOutputShape(), StructureShape.class);
    }

    Shape target(Shape at) {
        return at.asMemberShape()
                .map(member -> model.expectShape(member.getTarget()))
                .orElse(at);
    }

    Optional<Shape> error(OperationShape operation, String called) {
        return operation.getIntroducedErrorsSet().stream()
                .map(model::expectShape)
                .filter(error -> error.getId().getName().equals(called))
                .findFirst();
    }

    /** What the service calls a request that does not fit its model. */
    public String invalid(OperationShape operation) {
        List<String> names = new ArrayList<>();
        for (ShapeId id : operation.getIntroducedErrorsSet()) {
            Shape error = model.expectShape(id);
            if (error.getTrait(HttpErrorTrait.class)
                    .map(h -> h.getCode() == 400)
                    .orElse(true)) {
                names.add(id.getName());
            }
        }
        return names.stream()
                .filter(n -> n.startsWith("Validation")
                        || n.startsWith("BadRequest")
                        || n.startsWith("InvalidArgument")
                        || n.equals("IllegalArgumentException"))
                .min(Comparator.comparingInt(n -> n.startsWith("Validation") ? 0 : 1))
                .orElse("ValidationException");
    }
}
