package live.onair.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import live.onair.audit.AuditVerifier;

/** {@code onair verify}: computes the event log's chain again; exit 1 names the first bad entry. */
final class Verify {

    private final Arguments arguments;

    Verify(List<String> given) {
        arguments = new Arguments(given, Set.of("--data", "--config"), Set.of());
    }

    int run() {
        if (arguments.value("--config").isPresent()) {
            Settings settings = Settings.read(arguments.path("--config").orElse(null), System.getenv());
            Path head = Path.of(settings.get(Setting.DATA_DIR), "audit-head.log");
            return check(
                    settings.get(Setting.DB_URL) + "?user=" + encoded(settings.get(Setting.DB_USER)) + "&password="
                            + encoded(settings.get(Setting.DB_PASSWORD)),
                    head);
        }
        return embedded(arguments.path("--data").orElse(DataFolder.usual()).toAbsolutePath());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The demo's database: the running one, or started for the length of the check. */
    private static int embedded(Path root) {
        Path database = root.resolve("postgres");
        if (!Files.exists(database.resolve("password"))) {
            throw Trouble.wrongArguments("--data " + root);
        }
        Path head = root.resolve("audit-head.log");
        int port = Postgres.portOf(database);
        if (port > 0) {
            return check(Postgres.address(database, port), head);
        }
        try (DataFolder ignored = DataFolder.take(root, false);
                Postgres started = Postgres.start(database, new Ports(18_432).free())) {
            return check(started.url() + "?user=postgres&password=" + started.password(), head);
        } catch (java.io.IOException e) {
            throw Trouble.didNotStart("PostgreSQL", String.valueOf(e.getMessage()));
        }
    }

    private static int check(String address, Path head) {
        return AuditVerifier.run(new String[] {address, head.toString()}, System.out);
    }
}
