package live.onair.awsstub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where moto and botocore are: installed once below .onair/aws-stub by ops/aws-stub, which is run when they are missing. */
record PythonParts(Path folder) {

    private static final int MINUTES_TO_INSTALL = 10;
    private static final Map<Path, Path> FOUND = new ConcurrentHashMap<>();

    /** Fails with a sentence when they cannot be had: a test without them would prove nothing. */
    static PythonParts find() {
        String given = System.getProperty("onair.aws-stub", "");
        Path folder = given.isBlank() ? FOUND.computeIfAbsent(script(), PythonParts::installed) : Path.of(given);
        return new PythonParts(folder);
    }

    private static Path script() {
        String home = System.getProperty("onair.home", "");
        Path from = Path.of(home.isBlank() ? System.getProperty("user.dir", ".") : home)
                .toAbsolutePath();
        for (Path at = from; at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve("ops/aws-stub"))) {
                return at.resolve("ops/aws-stub");
            }
        }
        throw new IllegalStateException("ops/aws-stub, which installs what stands for AWS, is not above " + from
                + "; set -Donair.home to the project's folder");
    }

    private static Path installed(Path script) {
        try {
            Process process = new ProcessBuilder(script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("moto and botocore could not be installed; run " + script
                        + " to see why. The AWS tests are not skipped without them");
            }
            return Path.of(folder);
        } catch (IOException e) {
            throw new IllegalStateException("could not run " + script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Path python() {
        return folder.resolve("bin/python");
    }

    Path motoLog() {
        return folder.resolveSibling("moto.log");
    }

    Path models() {
        try (Stream<Path> versions = Files.list(folder.resolve("lib"))) {
            return versions.map(version -> version.resolve("site-packages/botocore/data"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no botocore below " + folder));
        } catch (IOException e) {
            throw new IllegalStateException("no botocore below " + folder, e);
        }
    }
}
