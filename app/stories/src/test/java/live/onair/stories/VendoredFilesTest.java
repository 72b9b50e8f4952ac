package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of other people stay as they were published, with their licence beside them. */
class VendoredFilesTest {

    private static final Path HOME = Path.of(System.getProperty("onair.home", "../.."));

    @Test
    void each_vendored_file_has_the_hash_it_was_published_with() throws Exception {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(HOME.resolve("ops/vendored.sha256"))) {
            known.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> found = new TreeMap<>();
        for (Path file : vendored()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            found.put(HOME.relativize(file).toString(), HexFormat.of().formatHex(digest));
        }
        assertThat(found).isEqualTo(known).isNotEmpty();
    }

    @Test
    void each_vendored_package_has_its_licence() throws IOException {
        for (Path file : vendored()) {
            Path folder = file.getParent();
            while (!folder.getFileName().toString().matches(".*-\\d+(\\.\\d+)+")) {
                folder = folder.getParent();
            }
            try (Stream<Path> beside = Files.list(folder)) {
                assertThat(beside.map(p -> p.getFileName().toString()))
                        .as(folder.toString())
                        .anyMatch(name -> name.startsWith("LICENSE"));
            }
        }
    }

    @Test
    void no_class_asks_for_a_node_build() throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve("modules"))) {
            List<Path> guilty = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(VendoredFilesTest::asksForNode)
                    .toList();
            assertThat(guilty).isEmpty();
        }
    }

    private static boolean asksForNode(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("@NpmPackage") || text.contains("@JsModule") || text.contains("@CssImport");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> vendored() throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve("modules"))) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("/target/"))
                    .filter(f ->
                            f.toString().contains("/vendor/") || f.toString().contains("/viewer/assets/"))
                    .sorted()
                    .toList();
        }
    }
}
