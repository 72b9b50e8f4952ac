package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import live.onair.awsstub.wire.ServiceModel;
import live.onair.awsstub.wire.ServiceModels;
import org.junit.jupiter.api.Test;

/** Who answers what is a fixed list, and each name in it is one of AWS's own. */
class FixedListTest {

    private static final Map<String, String> SIGNED =
            Map.of("cloudwatch", "monitoring", "service-quotas", "servicequotas");

    @Test
    void every_operation_that_we_or_moto_play_is_in_the_services_model() {
        ServiceModels models = new ServiceModels(PythonParts.find().models());
        try (AwsStub stub = AwsStub.start()) {
            assertThat(stub.scripted()).hasSizeGreaterThan(90);
            assertThat(Stream.concat(stub.scripted().stream(), Moto.operations().stream()))
                    .allSatisfy(name -> assertThat(known(models, name.split(":")[0], name.split(":")[1]))
                            .as(name)
                            .isTrue());
            assertThat(stub.scripted()).as("two keepers of one state").doesNotContainAnyElementsOf(Moto.operations());
        }
    }

    private static boolean known(ServiceModels models, String service, String operation) {
        String signed = service.startsWith("kinesis") ? "kinesisvideo" : SIGNED.getOrDefault(service, service);
        return models.signedAs(signed).stream()
                .anyMatch((ServiceModel model) -> model.operation(operation).isPresent());
    }
}
