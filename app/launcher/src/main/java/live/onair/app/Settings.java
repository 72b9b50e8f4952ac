package live.onair.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of {@code onair serve}: a file, then the environment over it; all faults are named at once. */
final class Settings {

    /** Variables that belong to development and tests, not to a running console. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("ONAIR_SHARED_DATA", "ONAIR_PG_BINARIES", "ONAIR_HOME", "ONAIR_CHROMIUM", "ONAIR_JAVA_OPTIONS");

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    String get(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    boolean is(Setting setting) {
        return Boolean.parseBoolean(get(setting));
    }

    int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    Map<String, String> asProperties() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().key(), Map.Entry::getValue));
    }

    /** Reads and checks everything; fails naming each missing, wrong or unknown setting. */
    static Settings read(@Nullable Path file, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>(fromFile(file, faults));
        given.putAll(fromEnvironment(environment, faults));
        Map<Setting, String> values = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            Optional<String> value =
                    Optional.ofNullable(given.remove(setting.key())).or(setting::usual);
            if (value.isEmpty()) {
                faults.add("- " + setting.key() + " (" + setting.variable() + "): 없음 / missing — " + setting.ko);
            } else if (!setting.accepts(value.get())) {
                faults.add("- " + setting.key() + ": 잘못됨 / wrong (" + setting.kind + ")"
                        + (setting.kind == Kind.SECRET ? "" : ": " + value.get()));
            } else {
                values.put(setting, value.get());
            }
        }
        ShopSettings.check(values, faults);
        given.keySet().forEach(key -> faults.add("- " + key + ": 모르는 설정 / unknown setting"));
        if (!faults.isEmpty()) {
            throw Trouble.wrongSettings(String.join("\n", faults));
        }
        return new Settings(values);
    }

    /** The demo knows AWS, CDNs of others and a shop by the environment alone, as a console in production may. */
    static Map<String, String> ofOthers(Map<String, String> environment) {
        Map<String, String> found = fromEnvironment(environment, new ArrayList<>());
        found.keySet()
                .removeIf(key ->
                        Stream.of("onair.aws.", "onair.cdn.", "onair.shop.").noneMatch(key::startsWith));
        return found;
    }

    private static Map<String, String> fromFile(@Nullable Path file, List<String> faults) {
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            faults.add("- " + file + ": 읽을 수 없음 / cannot be read");
        }
        Map<String, String> found = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> found.put(key, properties.getProperty(key)));
        return found;
    }

    private static Map<String, String> fromEnvironment(Map<String, String> environment, List<String> faults) {
        Map<String, String> byVariable = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            byVariable.put(setting.variable(), setting.key());
        }
        Map<String, String> found = new LinkedHashMap<>();
        environment.entrySet().stream()
                .filter(e -> e.getKey().startsWith("ONAIR_") && !NOT_SETTINGS.contains(e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> {
                    String key = byVariable.get(e.getKey());
                    if (key == null) {
                        faults.add("- " + e.getKey() + ": 모르는 설정 / unknown setting");
                    } else {
                        found.put(key, e.getValue());
                    }
                });
        return found;
    }

    /** The configuration reference in Markdown. */
    static String reference() {
        StringBuilder text = new StringBuilder();
        text.append("# 설정 / Configuration of `onair serve`\n\n");
        text.append("Made from the settings in the program (`./onair configuration`); a test compares this file.\n");
        text.append("By file: `./onair serve --config FILE` (key=value); by environment variable, which wins.\n\n");
        text.append("| key | variable | kind | default | 설명 | meaning |\n|---|---|---|---|---|---|\n");
        for (Setting s : Setting.values()) {
            text.append("| `%s` | `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            s.key(),
                            s.variable(),
                            s.kind.name().toLowerCase(java.util.Locale.ROOT),
                            s.usual()
                                    .map(u -> u.isEmpty() ? "(empty)" : "`" + u + "`")
                                    .orElse("**required**"),
                            s.ko,
                            s.en));
        }
        return text.toString();
    }
}
