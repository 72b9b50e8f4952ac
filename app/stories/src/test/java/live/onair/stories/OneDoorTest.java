package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import live.onair.api.Carries;
import live.onair.kernel.Action;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Each facade command has exactly one API operation and at least one button, or a reason in one-door.txt. */
class OneDoorTest {

    private static final Path HOME = Path.of(System.getProperty("onair.home", "../.."));
    private static final JavaClasses ONAIR = RoleMatrix.ONAIR;

    @Test
    void each_command_has_exactly_one_api_operation() throws IOException {
        Map<String, List<String>> carried = new TreeMap<>();
        ONAIR.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith(Carries.class))
                .forEach(m -> {
                    for (String id : m.getAnnotationOfType(Carries.class).value()) {
                        carried.computeIfAbsent(id, key -> new ArrayList<>()).add(m.getFullName());
                    }
                });
        Set<String> excused = excused("api");
        for (String command : commands()) {
            if (!excused.contains(command)) {
                assertThat(carried.get(command)).as(command).hasSize(1);
            }
        }
        assertThat(commands()).as("no operation carries an unknown command").containsAll(carried.keySet());
    }

    @Test
    void each_command_has_a_button() throws IOException {
        StringBuilder console = new StringBuilder();
        try (Stream<Path> files = Files.walk(HOME.resolve("modules/admin-ui/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                console.append(Files.readString(file));
            }
        }
        Set<String> excused = excused("ui");
        for (String command : commands()) {
            if (!excused.contains(command)) {
                assertThat(console.toString()).as(command).contains("\"" + command + "\"");
            }
        }
    }

    @Test
    void each_operation_has_an_id_of_its_own() {
        Map<String, String> seen = new TreeMap<>();
        ONAIR.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith(Operation.class))
                .forEach(m -> {
                    String id = m.getAnnotationOfType(Operation.class).operationId();
                    assertThat(id).isNotBlank();
                    assertThat(seen.put(id, m.getFullName())).as("twice: " + id).isNull();
                });
        assertThat(seen).hasSizeGreaterThan(30);
    }

    private static Set<String> commands() {
        Set<String> ids = new TreeSet<>();
        ONAIR.stream()
                .filter(c -> !c.isAssignableTo(Throwable.class))
                .map(JavaClass::getMethods)
                .flatMap(Set::stream)
                .filter(m -> m.isAnnotatedWith(Action.class))
                .forEach(m -> ids.add(m.getAnnotationOfType(Action.class).id()));
        assertThat(ids).hasSizeGreaterThan(20);
        return ids;
    }

    static Set<String> excused(String door) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String line : Files.readAllLines(HOME.resolve("ops/one-door.txt"))) {
            String[] words = line.split(" ", 3);
            if (!line.startsWith("#") && words.length == 3 && words[1].equals(door)) {
                ids.add(words[0]);
            }
        }
        return ids;
    }
}
