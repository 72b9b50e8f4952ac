package live.onair.app;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built folder: {@code launcher.jar}, {@code onair.war}, {@code lib/}. */
final class Distribution {

    private static final List<String> MEDIA_LIBRARIES = List.of(
            "local-media-", "filter-", "re2j-", "netty-", "ffmpeg-", "javacpp-", "jackson-", "slf4j-", "jspecify-");

    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    /** The one this program was started from. */
    static Distribution here() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path parent = jar.getParent();
            return new Distribution(parent == null ? Path.of(".") : parent);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path war() {
        return home.resolve("onair.war");
    }

    /** The unpacked Payara Micro, made once per build by the script. */
    Path server() {
        return home.resolve("server");
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The media process sees its own jars only. */
    String mediaClassPath() {
        return libraries().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private Stream<Path> libraries() {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            return files
                    .filter(f -> MEDIA_LIBRARIES.stream()
                            .anyMatch(p -> f.getFileName().toString().startsWith(p)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw Trouble.didNotStart("onair media", "lib: " + e.getMessage());
        }
    }

    /** Identity of the media program: digest of its own jar. */
    String mediaBuild() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : libraries()
                    .filter(f -> f.getFileName().toString().startsWith("local-media-"))
                    .toList()) {
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
