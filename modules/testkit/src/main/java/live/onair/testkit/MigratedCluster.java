package live.onair.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * The files of a stopped PostgreSQL that has every migration: made once per state of the migrations, copied by each
 * test JVM, which else spends seconds on the same work. Several JVMs may ask at once.
 */
final class MigratedCluster {

    /** The database in it that has the migrations. */
    static final String TEMPLATE = "template_onair";

    private static final String MIGRATIONS = "db/migration";

    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"), "onair-kit-migrated");
    private final EmbeddedPostgres.Builder builder;

    /** The builder starts a server of the wanted kind. */
    MigratedCluster(EmbeddedPostgres.Builder builder) {
        this.builder = builder;
    }

    /** Copies it to this folder, which is made. */
    void copyTo(Path target) throws IOException {
        Files.createDirectories(folder);
        Path made = folder.resolve("made");
        Path data = folder.resolve("data");
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            String wanted = fingerprint();
            if (!Files.exists(made) || !Files.readString(made).equals(wanted)) {
                Files.deleteIfExists(made);
                Ground.clear(data);
                make(data);
                Files.writeString(made, wanted);
            }
            copy(data, target);
        }
    }

    private void make(Path data) throws IOException {
        try (EmbeddedPostgres server =
                builder.setDataDirectory(data).setCleanDataDirectory(false).start()) {
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement statement = admin.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(server.getJdbcUrl("postgres", TEMPLATE), "postgres", "postgres")
                    .locations("classpath:" + MIGRATIONS)
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL did not make its template", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Ground.clear(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Changes with any migration: of the folder or the archive that has them. */
    private static String fingerprint() throws IOException {
        URL source = Flyway.class.getClassLoader().getResource(MIGRATIONS);
        if (source == null) {
            throw new IOException("no migrations on the class path");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(source)) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<Path> files(URL source) throws IOException, URISyntaxException {
        if (source.getProtocol().equals("jar")) {
            String archive = source.getPath().substring(0, source.getPath().indexOf("!/"));
            return List.of(Path.of(new URI(archive)));
        }
        try (Stream<Path> files = Files.walk(Path.of(source.toURI()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
