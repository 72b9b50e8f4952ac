package live.onair.stories;

import static live.onair.stories.UpgradeAndFaultsTest.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without Java, with another Java, or without room: told before anything is started. */
class StartFaultsTest {

    /** Neither a Java nor a way to install one: this machine's own are covered for the length of one command. */
    private static final String BARE = """
            if [ -d /usr/lib/jvm ]; then mount -t tmpfs none /usr/lib/jvm; fi
            mkdir -p '%1$s/bin'
            mount -t tmpfs none '%1$s/bin'
            ln -sf /bin/* /usr/bin/* '%1$s/bin'
            rm -f '%1$s'/bin/apt* '%1$s'/bin/java*
            export PATH="$OTHER_JAVA%1$s/bin"
            """;

    @TempDir
    private Path folder;

    private String onair;

    @BeforeEach
    void the_command() {
        onair = Commands.home().resolve("onair").toString();
    }

    private Commands.Ended demoWithoutJava(Map<String, String> environment) {
        Commands.Ended ended = Commands.onAnotherMachine(
                environment, (BARE + "exec bash '%2$s' demo --no-browser --data '%1$s/data'").formatted(folder, onair));
        assertThat(folder.resolve("data")).doesNotExist();
        return ended;
    }

    @Test
    void a_missing_java_is_named_with_the_command_that_installs_it() {
        Commands.Ended ended = demoWithoutJava(Map.of("JAVA_HOME", "", "OTHER_JAVA", ""));
        assertTold(ended, 20, "Java 17", "sudo apt-get install openjdk-17-jdk-headless");
        assertThat(ended.text()).doesNotContain("installing");
    }

    @Test
    void another_java_is_named_with_its_version() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("jdk-21/bin"));
        for (String program : new String[] {"java", "javac"}) {
            Path file = bin.resolve(program);
            Files.writeString(file, "#!/bin/sh\necho 'openjdk version \"21.0.4\" 2024-07-16' >&2\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        for (Map<String, String> environment : List.of(
                Map.of("JAVA_HOME", bin.getParent().toString(), "OTHER_JAVA", ""),
                Map.of("JAVA_HOME", "", "OTHER_JAVA", bin + ":"))) {
            assertTold(
                    demoWithoutJava(environment),
                    20,
                    "Java 17",
                    bin + "/java: Java 21.0.4",
                    "sudo apt-get install openjdk-17-jdk-headless");
        }
    }

    @Test
    void a_full_disk_is_named_before_anything_is_started_on_it() throws IOException {
        Path small = Files.createDirectories(folder.resolve("small"));
        Commands.Ended ended = Commands.onAnotherMachine(Map.of(), """
                mount -t tmpfs -o size=50m none '%1$s'
                status=0
                bash '%2$s' demo --no-browser --data '%1$s/data' || status=$?
                echo "left:" $(ls '%1$s/data')
                exit $status
                """.formatted(small, onair));
        assertTold(ended, 12, small + "/data", "1500 MB", "--data DIR");
        assertThat(ended.text().lines()).contains("left: onair.lock");
    }

    @Test
    void a_disk_too_full_to_build_on_is_named() throws IOException {
        Path small = Files.createDirectories(folder.resolve("small"));
        Commands.Ended ended = Commands.onAnotherMachine(Map.of(), """
                mount -t tmpfs -o size=50m none '%1$s'
                mkdir '%1$s/modules' '%1$s/app' '%1$s/db'
                touch '%1$s/pom.xml'
                cp '%2$s' '%1$s/onair'
                bash '%1$s/onair' demo --no-browser --data '%1$s/data'
                """.formatted(small, onair));
        assertTold(ended, 12, small.toString(), "2,000 MB");
    }

    /** The program as built, in another place, with an archive of its own. */
    private Commands.Ended configurationWith(String archive) throws IOException {
        Path dist = Commands.home().resolve("app/launcher/target/dist");
        String made = """
                mount -t tmpfs none '%1$s'
                mkdir -p '%1$s'/again/{modules,db,app/launcher/target/dist}
                cd '%1$s/again'
                touch pom.xml
                cp '%2$s' onair
                ln -s '%3$s'/{server,beside,lib,launcher.jar,onair.war,java.options,built} app/launcher/target/dist/
                cd app/launcher/target/dist
                cp '%3$s'/server.jsa '%3$s'/server.jsa.size .
                chmod u+w server.jsa
                %4$s
                exec bash '%1$s/again/onair' configuration
                """.formatted(Files.createTempDirectory(folder, "dist"), onair, dist, archive);
        return Commands.onAnotherMachine(Map.of(), made);
    }

    @Test
    void an_archive_of_classes_that_does_not_fit_never_stops_a_start() throws IOException {
        String expected = Files.readString(Commands.home().resolve("ops/configuration.md"));
        for (String archive : List.of(
                "true",
                "truncate -s 40M server.jsa",
                "echo nonsense >server.jsa; stat -c %s server.jsa >server.jsa.size",
                "rm server.jsa.size",
                "rm server.jsa")) {
            Commands.Ended ended = configurationWith(archive);
            assertThat(ended.status()).as(archive + ended.text()).isZero();
            assertThat(ended.text()).as(archive).isEqualTo(expected);
        }
    }

    @Test
    void a_start_takes_the_servers_classes_from_the_archive() throws IOException {
        Path loaded = folder.resolve("loaded.txt");
        Commands.Ended ended =
                Commands.onair(Map.of("ONAIR_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded), "configuration");
        assertThat(ended.status()).isZero();
        assertThat(Files.readAllLines(loaded)).anyMatch(line -> line.contains("shared objects file (top)"));
    }

    @Test
    void a_start_that_is_stopped_in_its_middle_leaves_nothing_running() throws IOException {
        stoppedWhen("onair.media.state");
        stoppedWhen("postgres/data");
    }

    /** SIGTERM in the moment in which a process that the start has begun has this in its command. */
    private void stoppedWhen(String begun) throws IOException {
        String data = Files.createTempDirectory(folder, "stopped").toString();
        Commands.Started demo =
                Commands.started(Map.of(), "demo", "--no-browser", "--port", freePort(), "--data", data);
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(90),
                () -> assertThat(commandsOf(data)).anyMatch(command -> command.contains(begun)));
        demo.process().destroy();
        assertThat(demo.ended().text()).doesNotContain("READY");
        assertThat(commandsOf(data)).isEmpty();
    }

    private static String freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /** The commands of what runs for a data folder, but for the start itself. */
    private static List<String> commandsOf(String data) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(data) && !command.contains("--data"))
                .toList();
    }
}
