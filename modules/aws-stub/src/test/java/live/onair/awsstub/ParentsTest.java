package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.StsClient;

/** What belongs to the process itself: moto outlives nobody, and nothing is skipped when it cannot be had. */
class ParentsTest {

    @Test
    void moto_ends_with_its_test_process_even_when_that_is_killed() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentsTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            ProcessHandle moto = ProcessHandle.of(Long.parseLong(line)).orElseThrow();
            assertThat(moto.isAlive()).isTrue();
            process.destroyForcibly().waitFor();
            await().atMost(Duration.ofSeconds(10)).until(() -> !moto.isAlive());
        } finally {
            process.destroyForcibly();
        }
    }

    /** The other process: starts moto by asking for something, says its number, and waits to be killed. */
    public static void main(String[] args) throws Exception {
        AwsStub stub = AwsStub.start();
        Clients.of(StsClient.builder(), stub.uri()).getCallerIdentity();
        System.out.println(
                ProcessHandle.current().children().findFirst().orElseThrow().pid());
        Thread.currentThread().join();
    }

    @Test
    void a_place_without_the_script_fails_with_a_sentence(@TempDir Path nowhere) {
        refusesToStart(nowhere, "ops/aws-stub", "-Donair.home");
    }

    @Test
    void what_cannot_be_installed_fails_with_a_sentence_and_is_not_skipped(@TempDir Path home) throws Exception {
        Path script = Files.createDirectory(home.resolve("ops")).resolve("aws-stub");
        Files.writeString(script, "#!/bin/sh\nexit 1\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        refusesToStart(home, "could not be installed", "not skipped");
    }

    private static void refusesToStart(Path home, String... words) {
        String before = System.getProperty("onair.home", "");
        System.setProperty("onair.home", home.toString());
        try {
            assertThatThrownBy(AwsStub::start)
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .contains(words);
        } finally {
            System.setProperty("onair.home", before);
        }
    }
}
