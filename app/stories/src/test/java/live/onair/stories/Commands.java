package live.onair.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./onair} as somebody types it. */
final class Commands {

    /** How it ended and what it wrote. */
    record Ended(int status, String text) {}

    private Commands() {}

    static Path home() {
        return Path.of(System.getProperty("onair.home", "../..")).toAbsolutePath();
    }

    /** Runs it to its end, without any setting of this test in the environment. */
    static Ended onair(Map<String, String> environment, String... words) {
        List<String> command =
                new ArrayList<>(List.of("bash", home().resolve("onair").toString()));
        command.addAll(List.of(words));
        return run(environment, command);
    }

    /** Starts it and comes back at once; what it writes grows. */
    static Started started(Map<String, String> environment, String... words) {
        List<String> command =
                new ArrayList<>(List.of("bash", home().resolve("onair").toString()));
        command.addAll(List.of(words));
        return start(environment, command);
    }

    /** A command that runs. */
    record Started(Process process, Path out) {

        String text() {
            try {
                return Files.readString(out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Ended ended() {
            try {
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroy();
                    throw new AssertionError("did not end: " + text());
                }
                String text = text();
                Files.delete(out);
                return new Ended(process.exitValue(), text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same for a script that changes the machine around it: what it mounts is seen by nobody else. */
    static Ended onAnotherMachine(Map<String, String> environment, String script) {
        return run(environment, List.of("unshare", "-Urm", "bash", "-euc", script));
    }

    private static Ended run(Map<String, String> environment, List<String> command) {
        return start(environment, command).ended();
    }

    private static Started start(Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("onair", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ONAIR_"));
            builder.environment().putAll(environment);
            return new Started(builder.start(), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
