import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the vendored front-end files into the bill of materials, which Maven makes of jars only: one component for each
 * package, with its version and licence, and in it each file with its SHA-256. The build runs this after Maven's part:
 * {@code java ops/sbom/VendoredComponents.java target/onair-sbom.json}.
 */
final class VendoredComponents {

    private static final Pattern PACKAGE = Pattern.compile("(.*/([^/]+)-(\\d+(?:\\.\\d+)+))/.*");
    /** The first that fits: the font licence grants in the same words as MIT's. */
    private static final List<Map.Entry<String, String>> LICENCES = List.of(
            Map.entry("SIL Open Font License", "OFL-1.1"),
            Map.entry("Apache License", "Apache-2.0"),
            Map.entry("BSD 3-Clause", "BSD-3-Clause"),
            Map.entry("Permission to use, copy, modify, and/or distribute", "ISC"),
            Map.entry("Permission is hereby granted, free of charge", "MIT"));

    /** A package with the lines of its files. */
    private record Part(String name, String version, String licence, List<String> files) {

        String json() {
            String purl = "pkg:npm/" + name + "@" + version;
            return """
                    {"type":"library","bom-ref":"%1$s","name":"%2$s","version":"%3$s","scope":"required",\
                    "licenses":[{"license":{"id":"%4$s"}}],"purl":"%1$s","components":[
                    %5$s]}""".formatted(purl, name, version, licence, String.join(",\n", files));
        }
    }

    private VendoredComponents() {}

    public static void main(String[] words) throws IOException {
        Path bill = Path.of(words[0]);
        String text = Files.readString(bill);
        Matcher start = Pattern.compile("(?m)^  \"components\" : \\[").matcher(text);
        if (!start.find()) {
            throw new IllegalStateException("no components in " + bill);
        }
        StringBuilder parts = new StringBuilder();
        for (Part part : parts(Files.readAllLines(Path.of("ops/vendored.sha256"))).values()) {
            parts.append('\n').append(part.json()).append(',');
        }
        Files.writeString(bill, text.substring(0, start.end()) + parts + text.substring(start.end()));
    }

    private static Map<String, Part> parts(List<String> lines) throws IOException {
        Map<String, Part> parts = new TreeMap<>();
        for (String line : lines) {
            String hash = line.substring(0, 64);
            String file = line.substring(66);
            Matcher folder = PACKAGE.matcher(file);
            if (!folder.matches()) {
                throw new IllegalStateException("not in the folder of a package with its version: " + file);
            }
            String key = folder.group(2) + "@" + folder.group(3);
            if (!parts.containsKey(key)) {
                String licence = licence(Path.of(folder.group(1)));
                parts.put(key, new Part(folder.group(2), folder.group(3), licence, new ArrayList<>()));
            }
            parts.get(key).files().add("""
                    {"type":"file","name":"%s","hashes":[{"alg":"SHA-256","content":"%s"}]}""".formatted(file, hash));
        }
        return parts;
    }

    /** By the words of the licence beside it: one that is not known here must be looked at by somebody. */
    private static String licence(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            Path licence = files.filter(f -> f.getFileName().toString().startsWith("LICENSE"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no licence in " + folder));
            String text = Files.readString(licence);
            return LICENCES.stream()
                    .filter(known -> text.contains(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("unknown licence: " + licence));
        }
    }
}
