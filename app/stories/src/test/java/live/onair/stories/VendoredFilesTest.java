package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.io.TempDir;

/** Files of other people stay as they were published, with their licence beside them. */
class VendoredFilesTest {

    private static final Path HOME = Path.of(System.getProperty("onair.home", "../.."));

    @Test
    void each_vendored_file_has_the_hash_it_was_published_with() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Path file : vendored()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            found.put(HOME.relativize(file).toString(), HexFormat.of().formatHex(digest));
        }
        assertThat(found).isEqualTo(known()).isNotEmpty();
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

    /** On a bill as Maven leaves it, with nothing but jars: so the test needs no whole build before it. */
    @Test
    void each_vendored_file_is_in_the_bill_of_materials_with_its_version_licence_and_hash(@TempDir Path folder)
            throws Exception {
        Path bill = folder.resolve("sbom.json");
        Files.writeString(bill, """
                {
                  "bomFormat" : "CycloneDX",
                  "components" : [
                    {
                      "type" : "library",
                      "name" : "a-jar"
                    }
                  ]
                }
                """);
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "ops/sbom/VendoredComponents.java",
                        bill.toString())
                .directory(HOME.toFile())
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).isZero();
        Map<String, String> listed = new TreeMap<>();
        JsonNode components = new ObjectMapper().readTree(bill.toFile()).path("components");
        for (JsonNode part : components) {
            for (JsonNode file : part.path("components")) {
                assertThat(file.path("name").asText())
                        .contains("/" + part.path("name").asText() + "-"
                                + part.path("version").asText() + "/");
                listed.put(
                        file.path("name").asText(),
                        file.path("hashes").path(0).path("content").asText());
            }
        }
        assertThat(listed).isEqualTo(known()).isNotEmpty();
        assertThat(components.findValuesAsText("purl")).contains("pkg:npm/hls.js@1.7.4", "pkg:npm/pretendard@1.3.9");
        assertThat(components.findValuesAsText("id")).contains("Apache-2.0", "OFL-1.1");
        assertThat(components.get(components.size() - 1).path("name").asText()).isEqualTo("a-jar");
    }

    /** The build's own bill: {@code verify} makes it before the stories run; one of an older build counts for nothing. */
    @Test
    void the_bill_of_the_build_names_jars_and_vendored_files() throws Exception {
        Path bill = HOME.resolve("target/onair-sbom.json");
        assumeThat(bill).exists();
        assumeThat(Files.getLastModifiedTime(bill))
                .isGreaterThan(Files.getLastModifiedTime(HOME.resolve("ops/vendored.sha256")));
        List<String> names = new ObjectMapper().readTree(bill.toFile()).findValuesAsText("name");
        assertThat(names).containsAll(known().keySet()).contains("hls.js", "vaadin-core", "netty-codec-http");
    }

    private static Map<String, String> known() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(HOME.resolve("ops/vendored.sha256"))) {
            known.put(line.substring(66), line.substring(0, 64));
        }
        return known;
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
