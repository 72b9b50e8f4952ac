package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** Data of an older program is copied aside, then migrated, and nothing of it is lost. */
class UpgradeTest {

    private static final String TITLE = "판올림 전 방송";

    @Test
    void a_start_that_must_migrate_copies_the_data_says_so_and_keeps_all_of_it() throws Exception {
        try (RunningOnair onair = RunningOnair.prepared("upgrade", "--no-show")) {
            onair.start();
            String show = schedule(onair);
            UpgradeAndFaultsTest.awaitSealed(onair);
            onair.killConsole();
            OlderSchema older = OlderSchema.in(onair.database());
            long entries = older.count("audit.entry");
            assertThat(entries).isGreaterThan(5);
            onair.start();
            Path copy = copyOf(onair, older.newest());
            assertThat(Files.readString(onair.log()).lines())
                    .filteredOn(line -> line.contains("data copied before migrating"))
                    .singleElement()
                    .asString()
                    .contains("이전 데이터를 복사했습니다", copy.toString());
            assertThat(onair.api("auditor")
                            .get("/shows/" + show)
                            .ok()
                            .path("title")
                            .asText())
                    .isEqualTo(TITLE);
            try (Connection connection = DriverManager.getConnection(onair.database())) {
                assertThat(OlderSchema.version(connection)).isEqualTo(older.newest());
                assertThat(OlderSchema.count(connection, "audit.entry")).isGreaterThanOrEqualTo(entries);
            }
            Commands.Ended verified =
                    Commands.onair(Map.of(), "verify", "--data", onair.data().toString());
            assertThat(verified.status()).as(verified.text()).isZero();
            assertCopyIsOfBefore(copy, older, entries);
        }
    }

    private static String schedule(RunningOnair onair) {
        Map<String, Object> channel = Map.of("name", "판올림 채널", "warmUpSeconds", 5, "graceSeconds", 5);
        String id = onair.api("ops").post("/channels", channel).ok().path("id").asText();
        Instant start = Instant.now().plus(Duration.ofDays(2));
        return ShortShows.approved(
                onair,
                Map.of(
                        "title",
                        TITLE,
                        "channel",
                        id,
                        "start",
                        start.toString(),
                        "end",
                        start.plusSeconds(1800).toString(),
                        "feed",
                        Map.of("source", "TEST")));
    }

    private static Path copyOf(RunningOnair onair, String newest) throws Exception {
        try (Stream<Path> copies = Files.list(onair.data().resolve("backups"))) {
            List<Path> all = copies.toList();
            assertThat(all).hasSize(1);
            assertThat(all.get(0).getFileName().toString()).matches("\\d{8}-\\d{6}-before-V" + newest);
            return all.get(0);
        }
    }

    /** Where the server that wrote it was unpacked: {@code .../PG-hash/bin/postgres} is its first word. */
    private static Path binaries(Path copy) throws Exception {
        String server =
                Files.readString(copy.resolve("postgres/data/postmaster.opts")).split(" ")[0];
        return Path.of(server).getParent().getParent().getParent();
    }

    /** Put back in its place it is a whole installation of the older version, whose log verifies. */
    private static void assertCopyIsOfBefore(Path copy, OlderSchema older, long entries) throws Exception {
        String password = Files.readString(copy.resolve("postgres/password")).strip();
        assertThat(copy.resolve("postgres/data/postmaster.pid"))
                .as("copied while stopped")
                .doesNotExist();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries(copy).toFile())
                .setDataDirectory(copy.resolve("postgres/data"))
                .setCleanDataDirectory(false)
                .setConnectConfig("password", password)
                .start()) {
            String address = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres&password="
                    + password;
            try (Connection connection = DriverManager.getConnection(address)) {
                assertThat(OlderSchema.version(connection)).isEqualTo(older.version());
                assertThat(OlderSchema.count(connection, "audit.entry")).isEqualTo(entries);
            }
            String head = copy.resolve("audit-head.log").toString();
            assertThat(live.onair.audit.AuditVerifier.run(new String[] {address, head}, System.out))
                    .isZero();
        } catch (SQLException e) {
            throw new AssertionError("the copy is no database: " + copy, e);
        }
    }
}
