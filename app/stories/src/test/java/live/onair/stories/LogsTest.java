package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** The logs say what happens, and never what would let a reader in. */
class LogsTest {

    private final RunningOnair onair = SharedApp.get();

    @Test
    void libraries_and_rooms_are_heard() throws IOException {
        String log = Files.readString(onair.log());
        assertThat(log).contains("live.onair.wiring.Start").contains("the console has started");
        assertThat(log).contains("com.github.kagkarlsson.scheduler").contains("com.vaadin");
        assertThat(log).doesNotContain("No SLF4J providers").doesNotContain("StaticLoggerBinder");
    }

    /** At the end of a deployment the server closes the libraries; a class just looked for in them would be lost for good. */
    @Test
    void what_runs_by_itself_begins_when_the_deployment_is_at_its_end() throws IOException {
        String log = Files.readString(onair.log());
        assertThat(log)
                .containsPattern("(?s)Payara Micro [^\\n]* ready.*the console has started")
                .doesNotContain("zip file closed");
    }

    @Test
    void no_secret_is_written_down() throws IOException {
        List<String> secrets = new ArrayList<>();
        onair.demo().path("tokens").forEach(token -> secrets.add(token.asText()));
        onair.demo()
                .path("people")
                .forEach(person -> secrets.add(person.path("password").asText()));
        secrets.add(Files.readString(onair.data().resolve("media/token")).strip());
        secrets.add(Files.readString(onair.data().resolve("postgres/password")).strip());
        JsonNode channel =
                onair.api("ops").post("/channels", Map.of("name", "기록 증명")).ok();
        JsonNode key = onair.api("ops")
                .post("/channels/" + channel.path("id").asText() + "/stream-key", Map.of())
                .ok();
        secrets.add(key.path("key").asText());
        assertThat(secrets)
                .hasSizeGreaterThan(12)
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(7));
        onair.api("merchandiser").get("/me").ok();
        for (Path file : logs()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                assertThat(text.contains(secret)).as(file + " holds a secret").isFalse();
            }
        }
    }

    private List<Path> logs() throws IOException {
        List<Path> found = new ArrayList<>(List.of(onair.log(), onair.data().resolve("postgres/postgres.log")));
        for (String folder : List.of("logs", "server")) {
            try (Stream<Path> files = Files.walk(onair.data().resolve(folder))) {
                files.filter(file ->
                                Files.isRegularFile(file) && file.toString().matches(".*\\.(log|txt|out)"))
                        .forEach(found::add);
            }
        }
        assertThat(found).anyMatch(file -> file.endsWith("media.log"));
        return found;
    }
}
