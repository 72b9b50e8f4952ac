package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops Onair from starting is told in one line of cause and one of remedy, in both languages. */
class UpgradeAndFaultsTest {

    @TempDir
    private Path folder;

    static void assertTold(Commands.Ended ended, int status, String... words) {
        assertThat(ended.status()).as(ended.text()).isEqualTo(status);
        for (String heading : new String[] {"원인: ", "조치: ", "Cause: ", "Remedy: "}) {
            assertThat(ended.text().lines().filter(line -> line.startsWith(heading)))
                    .as(heading + ended.text())
                    .hasSize(1);
        }
        assertThat(ended.text()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void a_busy_port_is_named() {
        String port = String.valueOf(SharedApp.get().port());
        assertTold(
                Commands.onair(Map.of(), "demo", "--no-browser", "--port", port, "--data", folder.toString()),
                10,
                port);
    }

    @Test
    void a_data_folder_in_use_is_named() {
        String data = SharedApp.get().data().toString();
        assertTold(Commands.onair(Map.of(), "demo", "--no-browser", "--data", data), 11, data);
    }

    @Test
    void an_unknown_word_is_named() {
        assertTold(Commands.onair(Map.of(), "demo", "--prot", "8080"), 2, "--prot");
        assertTold(Commands.onair(Map.of(), "dmeo"), 2, "dmeo");
    }

    @Test
    void production_names_every_missing_wrong_and_unknown_setting_at_once() throws IOException {
        Path file = folder.resolve("onair.properties");
        Files.writeString(file, """
                onair.data.dir=%s
                onair.http.port=eighty
                onair.signin.idle=8 hours
                onair.signin.maxtries=3
                onair.db.user=onair
                """.formatted(folder.resolve("data")));
        Map<String, String> environment =
                Map.of("ONAIR_MEDIA_ENABLED", "yes", "ONAIR_COLOUR", "red", "ONAIR_TEST_MODE", "true");
        Commands.Ended ended = Commands.onair(environment, "serve", "--config", file.toString());
        assertTold(
                ended,
                15,
                "onair.db.url",
                "onair.db.password",
                "onair.http.port",
                "eighty",
                "onair.signin.idle",
                "onair.signin.maxtries",
                "onair.media.enabled",
                "ONAIR_COLOUR",
                "ONAIR_TEST_MODE");
        assertThat(ended.text()).doesNotContain("onair.db.user:");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void the_configuration_reference_is_the_one_checked_in() throws IOException {
        Commands.Ended ended = Commands.onair(Map.of(), "configuration");
        assertThat(ended.status()).isZero();
        assertThat(ended.text()).isEqualTo(Files.readString(Commands.home().resolve("ops/configuration.md")));
    }

    @Test
    void the_log_is_verified_a_change_behind_its_back_is_named_and_a_newer_database_is_not_touched()
            throws SQLException {
        try (RunningOnair onair = RunningOnair.prepared("faults", "--no-show")) {
            onair.start();
            String data = onair.data().toString();
            awaitSealed(onair);
            Commands.Ended good = Commands.onair(Map.of(), "verify", "--data", data);
            assertThat(good.status()).as(good.text()).isZero();
            long changed = changeSealed(onair);
            Commands.Ended bad = Commands.onair(Map.of(), "verify", "--data", data);
            assertThat(bad.status()).as(bad.text()).isEqualTo(1);
            assertThat(bad.text()).containsPattern("\\b" + changed + "\\b");
            inventFutureVersion(onair);
            onair.close();
            Commands.Ended stopped = Commands.onair(Map.of(), "verify", "--data", data);
            assertThat(stopped.status()).as(stopped.text()).isEqualTo(1);
            assertTold(
                    Commands.onair(Map.of(), "demo", "--no-browser", "--port", "" + onair.port(), "--data", data),
                    13,
                    "V9001");
        }
    }

    static void awaitSealed(RunningOnair onair) {
        Waiting.forThat(java.time.Instant.now(), java.time.Duration.ofSeconds(15), () -> {
            try (Connection connection = DriverManager.getConnection(onair.database())) {
                assertThat(number(connection, "select count(*) from audit.entry where seq is null"))
                        .isZero();
                assertThat(number(connection, "select count(*) from audit.entry"))
                        .isGreaterThan(5);
            }
        });
    }

    /** As a superuser can; gives the number of the entry in the chain. */
    private static long changeSealed(RunningOnair onair) throws SQLException {
        try (Connection connection = DriverManager.getConnection(onair.database());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table audit.entry disable trigger user");
            statement.execute("update audit.entry set actor_name = 'x' || actor_name where seq in (3, 5)");
            statement.execute("alter table audit.entry enable trigger user");
            return 3;
        }
    }

    private static void inventFutureVersion(RunningOnair onair) throws SQLException {
        try (Connection connection = DriverManager.getConnection(onair.database());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history"
                    + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                    + " values (9001, '9001', 'the future', 'SQL', 'V9001__the_future.sql', 1, 'postgres', 1, true)");
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
