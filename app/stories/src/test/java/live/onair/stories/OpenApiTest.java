package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** The document that the running console gives is the one that is checked in, and it is complete. */
class OpenApiTest {

    private static final Path CHECKED_IN =
            Path.of(System.getProperty("onair.home", "../..")).resolve("ops/openapi.yaml");

    /** Names that several types of the API share: of each, one schema stands in the document. To become fewer, never more. */
    private static final Set<String> SHARED = Set.of(
            "Approval",
            "Counts",
            "Item",
            "Kind",
            "Named",
            "Page",
            "Row",
            "Save",
            "Source",
            "State",
            "Ticket",
            "Verdict",
            "Why");

    /** What is written beside the schema. To become less, never more. */
    private static final Set<String> BESIDE = Set.of(
            "live.onair.audit.AuditRow.isSealed",
            "live.onair.scheduling.Channels$Row.isOnEdges",
            "live.onair.scheduling.Channels$Signal.isDegraded",
            "live.onair.scheduling.Channels$Signal.isOnBackup");

    /** The server's way up to HTTP/2 was seen to break when the answer took minutes. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final List<String> METHODS = List.of("get:", "post:", "put:", "patch:", "delete:");

    @Test
    void the_running_console_gives_what_is_checked_in_in_yaml_and_in_json() throws Exception {
        String yaml = Files.readString(CHECKED_IN);
        assertThat(given("/openapi", "*/*")).isEqualTo(yaml);
        JsonNode json = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        assertThat(new ObjectMapper().readTree(given("/openapi", "application/json")))
                .isEqualTo(json);
        assertThat(RoleMatrix.openApi()).isEqualTo(json);
    }

    @Test
    void the_running_console_would_describe_itself_as_checked_in() throws Exception {
        String running = ordered(given("/openapi-as-written", "*/*").strip() + "\n");
        if (Boolean.getBoolean("onair.openapi.write")) {
            Files.writeString(CHECKED_IN, running);
        }
        assertThat(running)
                .as("after a wanted change: mvn ... -Donair.openapi.write=true -Dtest=OpenApiTest")
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    void every_operation_is_in_the_document_with_its_id() {
        Set<String> written = new TreeSet<>();
        for (JsonNode path : RoleMatrix.openApi().path("paths")) {
            path.forEach(operation -> written.add(operation.path("operationId").asText("none")));
        }
        Set<String> made = new TreeSet<>();
        RoleMatrix.ONAIR.stream()
                .filter(type -> type.getPackageName().startsWith("live.onair.api"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Operation.class))
                .forEach(method ->
                        made.add(method.getAnnotationOfType(Operation.class).operationId()));
        assertThat(written).isEqualTo(made).hasSizeGreaterThan(50);
    }

    /** A schema has its type's simple name: of two such types one would be described as the other. */
    @Test
    void no_more_types_of_the_api_share_a_name() {
        Map<String, Set<String>> names = new TreeMap<>();
        ApiRecords.all()
                .forEach(type -> names.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName()));
        names.values().removeIf(types -> types.size() == 1);
        assertThat(names.keySet()).as("%s", names).isEqualTo(SHARED);
        assertThat(ApiRecords.all()).hasSizeGreaterThan(50);
    }

    /** What looks like a property is written into the answer, and stands in no schema. */
    @Test
    void no_more_records_of_the_api_tell_more_than_their_schema() {
        Set<String> more = new TreeSet<>();
        for (Class<?> type : ApiRecords.all()) {
            Arrays.stream(type.isRecord() ? type.getDeclaredMethods() : new Method[0])
                    .filter(method -> Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() == 0
                            && method.getName().matches("(is|get)[A-Z].*"))
                    .filter(method -> Arrays.stream(type.getRecordComponents())
                            .noneMatch(component -> component.getName().equals(method.getName())))
                    .forEach(method -> more.add(type.getName() + "." + method.getName()));
        }
        assertThat(more).isEqualTo(BESIDE);
    }

    private static String given(String path, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SharedApp.get().url() + path))
                .header("Accept", accepted)
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The methods of each address in one order: the virtual machine gives a class's methods in any. */
    private static String ordered(String document) {
        StringBuilder ordered = new StringBuilder();
        TreeMap<Integer, String> operations = new TreeMap<>();
        int current = -1;
        for (String line : document.lines().toList()) {
            int method = METHODS.indexOf(line.strip());
            boolean begins = method >= 0 && line.startsWith("    ") && line.charAt(4) != ' ';
            if (begins || !line.startsWith("     ")) {
                current = begins ? method : -1;
            }
            if (current >= 0) {
                operations.merge(current, line + "\n", String::concat);
                continue;
            }
            operations.values().forEach(ordered::append);
            operations.clear();
            ordered.append(line).append("\n");
        }
        operations.values().forEach(ordered::append);
        return ordered.toString();
    }
}
