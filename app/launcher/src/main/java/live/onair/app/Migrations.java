package live.onair.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the database to the version this program knows. */
final class Migrations {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Seoul"));

    private final Flyway flyway;

    Migrations(String url, String user, String password) {
        flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .connectRetries(3)
                .load();
    }

    /** Whether there is data that must be migrated; fails when the database is newer than the program. */
    boolean mustMigrateData() {
        MigrationInfoService known = flyway.info();
        MigrationInfo current = known.current();
        if (current == null) {
            return false;
        }
        MigrationVersion newest = newest(known);
        if (current.getVersion().compareTo(newest) > 0) {
            throw Trouble.newerDatabase("V" + current.getVersion(), "V" + newest);
        }
        return known.pending().length > 0;
    }

    MigrationVersion newest() {
        return newest(flyway.info());
    }

    private static MigrationVersion newest(MigrationInfoService known) {
        return Arrays.stream(known.all())
                .filter(m -> m.getScript() != null && m.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    void migrate() {
        flyway.migrate();
    }

    /**
     * Copies what a stopped installation knows aside: the database, the head of the event log that belongs to it, and the
     * demo's people. A copy put back is whole, and its log verifies. Gives where it is.
     */
    static Path copyBefore(String newest, DataFolder data, Clock clock) {
        Path copy = data.backups().resolve(STAMP.format(clock.instant()) + "-before-" + newest);
        Path binaries = data.database().resolve("bin");
        try {
            for (Path part : List.of(data.database(), data.auditHead(), data.demoFile())) {
                if (Files.exists(part)) {
                    try (Stream<Path> files = Files.walk(part)) {
                        files.filter(file -> !file.startsWith(binaries))
                                .forEach(file -> copyOne(
                                        file,
                                        copy.resolve(
                                                data.root().relativize(file).toString())));
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Trouble.didNotStart(copy.toString(), String.valueOf(e.getMessage()));
        }
        return copy;
    }

    private static void copyOne(Path from, Path to) {
        try {
            Path parent = to.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
                Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            } else {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
