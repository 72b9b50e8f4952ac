package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.awsstub.AwsStub;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsPolicy;
import live.onair.cloudaws.CloudFrontOperations;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.cloudaws.IvsChatOperations;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.KvsOperations;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.MediaPackageOperations;
import live.onair.cloudaws.Route53Operations;
import live.onair.cloudaws.S3Operations;
import live.onair.cloudaws.inventory.InventoryOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The policies in ops/aws/policies are what the adapters can call, and nothing else. Written anew with {@code
 * -Donair.golden=write}.
 */
class AwsPoliciesTest {

    private static final Path FOLDER = Path.of(System.getProperty("onair.home", "../.."), "ops", "aws", "policies");

    private static Map<String, List<AwsOperation<?, ?, ?>>> adapters() {
        Map<String, List<AwsOperation<?, ?, ?>>> adapters = new TreeMap<>();
        adapters.put("cdn", with(CloudFrontOperations.all(), S3Operations.ofManifests()));
        adapters.put("dns", Route53Operations.all());
        adapters.put("disputes", S3Operations.ofDisputes());
        adapters.put("inventory", InventoryOperations.all());
        adapters.put("ivs", with(with(IvsOperations.all(), S3Operations.all()), CloudWatchOperations.all()));
        adapters.put("ivs-chat", with(IvsChatOperations.all(), S3Operations.ofChats()));
        adapters.put("kvs", KvsOperations.all());
        adapters.put(
                "medialive",
                with(
                        with(with(MediaLiveOperations.all(), MediaPackageOperations.all()), S3Operations.all()),
                        CloudWatchOperations.all()));
        return adapters;
    }

    private static List<AwsOperation<?, ?, ?>> with(
            List<AwsOperation<?, ?, ?>> some, List<AwsOperation<?, ?, ?>> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void each_adapter_has_the_least_policy_that_it_needs() throws IOException {
        for (var adapter : adapters().entrySet()) {
            String policy = AwsPolicy.of(adapter.getValue());
            Path golden = FOLDER.resolve(adapter.getKey() + ".json");
            if ("write".equals(System.getProperty("onair.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(golden, policy);
            }
            assertThat(policy).as(adapter.getKey()).isEqualTo(Files.readString(golden));
        }
    }

    @Test
    void a_policy_is_json_that_allows_exactly_what_the_operations_need() {
        for (var adapter : adapters().entrySet()) {
            Set<String> needed = adapter.getValue().stream()
                    .flatMap(operation -> operation.permissions().stream())
                    .collect(Collectors.toSet());
            Set<String> allowed = statements(adapter.getValue())
                    .flatMap(statement -> statement.getJsonArray("Action").stream())
                    .map(action -> ((JsonString) action).getString())
                    .collect(Collectors.toSet());
            assertThat(allowed).as(adapter.getKey()).isEqualTo(needed);
        }
    }

    /** A statement on everything changes nothing, and one on what AWS has named by chance asks for our tag. */
    @Test
    void nothing_is_allowed_on_what_is_not_ours() {
        for (List<AwsOperation<?, ?, ?>> operations : adapters().values()) {
            statements(operations).forEach(statement -> {
                boolean everything =
                        statement.getJsonArray("Resource").toString().equals("[\"*\"]");
                boolean reads = statement.getJsonArray("Action").stream()
                        .map(action -> ((JsonString) action).getString().split(":")[1])
                        .allMatch(action -> action.matches("(List|Describe|Get|Lookup).*"));
                assertThat(everything).as(statement.toString()).isEqualTo(everything && reads);
                boolean named = statement.toString().contains("onair")
                        || statement.toString().contains("BUCKET")
                        || statement.toString().contains("DISTRIBUTION");
                boolean keys = statement.toString().contains("stream-key/*");
                assertThat(named || reads || keys || statement.containsKey("Condition"))
                        .as(statement.toString())
                        .isTrue();
            });
        }
    }

    @Test
    void read_only_lets_no_write_of_any_adapter_out() {
        try (AwsStub stub = AwsStub.start()) {
            AwsCalls readOnly = AwsAtHand.calls(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(2)));
            List<AwsOperation<?, ?, ?>> writes = adapters().values().stream()
                    .flatMap(List::stream)
                    .filter(AwsOperation::writes)
                    .toList();
            assertThat(writes).hasSizeGreaterThan(20);
            for (AwsOperation<?, ?, ?> write : writes) {
                assertThatThrownBy(() -> send(readOnly, write))
                        .as(write.name())
                        .isInstanceOfSatisfying(
                                CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.DENIED));
            }
            assertThat(stub.calls()).isEmpty();
        }
    }

    /** What is read only is called so, and everything else counts as writing. */
    @Test
    void what_an_operation_does_is_in_its_name() {
        adapters().values().stream()
                .flatMap(List::stream)
                .forEach(operation -> assertThat(operation.writes())
                        .as(operation.name())
                        .isEqualTo(!operation.name().matches("(List|Describe|Get|Head|Lookup).*")));
    }

    /** It does not come to looking at the request. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <C, Q extends AwsRequest, R extends AwsResponse> void send(
            AwsCalls calls, AwsOperation<?, ?, ?> operation) {
        calls.send((AwsOperation<C, Q, R>) operation, null);
    }

    private static Stream<JsonObject> statements(List<AwsOperation<?, ?, ?>> operations) {
        try (var reader = Json.createReader(new StringReader(AwsPolicy.of(operations)))) {
            return reader.readObject().getJsonArray("Statement").stream().map(JsonValue::asJsonObject);
        }
    }
}
