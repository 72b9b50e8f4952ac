package live.onair.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
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
        MigrationInfo current = flyway.info().current();
        if (current == null) {
            return false;
        }
        MigrationVersion newest = newest();
        if (current.getVersion().compareTo(newest) > 0) {
            throw Trouble.newerDatabase("V" + current.getVersion(), "V" + newest);
        }
        return flyway.info().pending().length > 0;
    }

    MigrationVersion newest() {
        return Arrays.stream(flyway.info().all())
                .filter(m -> m.getScript() != null && m.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    void migrate() {
        flyway.migrate();
    }

    /** Copies a stopped data folder aside; gives where the copy is. */
    Path copyBefore(Path data, Path backups, Clock clock) {
        Path copy = backups.resolve(STAMP.format(clock.instant()) + "-before-V" + newest());
        try (Stream<Path> files = Files.walk(data)) {
            files.forEach(
                    file -> copyOne(file, copy.resolve(data.relativize(file).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static void copyOne(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
