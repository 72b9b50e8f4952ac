package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Each library of the console has one place: in the application, or beside it on the server's class path. */
class LibrariesTest {

    private static final String INSIDE = "WEB-INF/lib/";

    private final Path dist = Path.of(System.getProperty("onair.home"), "app/launcher/target/dist");

    @Test
    void what_lies_beside_the_application_is_not_in_it_as_well() throws IOException {
        assertThat(beside())
                .anyMatch(name -> name.startsWith("hibernate-core-"))
                .anyMatch(name -> name.startsWith("medialive-"))
                .noneMatch(name -> name.startsWith("jackson-"))
                .doesNotContainAnyElementsOf(inside());
    }

    @Test
    void what_is_looked_through_for_beans_and_views_is_in_the_application() throws IOException {
        assertThat(inside())
                .anyMatch(name -> name.startsWith("flow-server-"))
                .anyMatch(name -> name.startsWith("vaadin-cdi-"))
                .anyMatch(name -> name.startsWith("scheduling-"));
        assertThat(beside()).noneMatch(name -> name.contains("vaadin") || name.startsWith("flow-"));
    }

    /** The few that need not be looked through must stay the few that are: a start reads all that is inside. */
    @Test
    void little_else_is_in_the_application() throws IOException {
        try (ZipFile war = new ZipFile(dist.resolve("onair.war").toFile())) {
            long bytes = war.stream()
                    .filter(entry -> entry.getName().startsWith(INSIDE))
                    .mapToLong(entry -> entry.getSize())
                    .sum();
            assertThat(bytes).isLessThan(24L << 20);
        }
    }

    private Set<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(dist.resolve("beside"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private Set<String> inside() throws IOException {
        try (ZipFile war = new ZipFile(dist.resolve("onair.war").toFile())) {
            return war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(INSIDE) && name.endsWith(".jar"))
                    .map(name -> name.substring(INSIDE.length()))
                    .collect(Collectors.toSet());
        }
    }
}
