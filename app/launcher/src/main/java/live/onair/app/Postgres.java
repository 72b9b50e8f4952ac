package live.onair.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The embedded PostgreSQL: durable, on loopback, behind a password of its own. */
final class Postgres implements AutoCloseable {

    private static final String HBA =
            "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final Path folder;
    private final int port;
    private final EmbeddedPostgres server;
    private final String password;

    private Postgres(Path folder, int port, EmbeddedPostgres server, String password) {
        this.folder = folder;
        this.port = port;
        this.server = server;
        this.password = password;
    }

    /** Starts it on the folder; ends a server that a killed Onair left behind first. */
    static Postgres start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            endLeftOver(folder);
            Path secret = folder.resolve("password");
            boolean fresh = !Files.exists(secret);
            String password = fresh ? random() : Files.readString(secret).strip();
            EmbeddedPostgres server =
                    builder(folder, port).setConnectConfig("password", password).start();
            Postgres started = new Postgres(folder, port, server, password);
            try {
                if (fresh) {
                    started.lockDown(secret);
                }
                started.proveDurable();
                return started;
            } catch (IOException | SQLException | RuntimeException e) {
                started.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw Trouble.didNotStart("PostgreSQL", String.valueOf(e.getMessage()));
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, int port) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries(folder).toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()));
    }

    /** Unpacked once for all data folders of this user; beside the data where there is no such place. */
    private static Path binaries(Path folder) {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path shared = (cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("onair/postgres");
        try {
            Files.createDirectories(shared);
        } catch (IOException e) {
            return folder.resolve("bin");
        }
        return Files.isWritable(shared) ? shared : folder.resolve("bin");
    }

    private static String random() {
        byte[] drawn = new byte[24];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private void lockDown(Path secret) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Path fresh = secret.resolveSibling("password.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, password);
            statement.execute("alter user postgres password '" + password + "'");
            // whole or not at all, and before the door closes: a crash here must not lock us out
            Files.move(fresh, secret, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(folder.resolve("data/pg_hba.conf"), HBA);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void proveDurable() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                var row = statement.executeQuery("show " + setting);
                row.next();
                if (!"on".equals(row.getString(1))) {
                    throw Trouble.didNotStart("PostgreSQL", setting + " is " + row.getString(1));
                }
            }
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", password);
    }

    /** Port of the server that runs on the folder; 0 when none does. */
    static int portOf(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"), StandardCharsets.UTF_8);
            boolean alive = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(Postgres::isPostgres)
                    .isPresent();
            return alive ? Integer.parseInt(lines.get(3).strip()) : 0;
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return 0;
        }
    }

    /** JDBC address of the server that runs on the folder, with its password. */
    static String address(Path folder, int port) {
        try {
            String password = Files.readString(folder.resolve("password")).strip();
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password;
        } catch (IOException e) {
            throw Trouble.didNotStart("PostgreSQL", String.valueOf(e.getMessage()));
        }
    }

    /** Stops a server left on the folder by a killed Onair: cleanly, by its own pid file. */
    static void endLeftOver(Path folder) {
        Path pidFile = folder.resolve("data/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
            Optional<ProcessHandle> left = lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Postgres::isPostgres);
            if (left.isPresent()) {
                end(left.get());
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException e) {
            throw Trouble.didNotStart("PostgreSQL", "postmaster.pid: " + e.getMessage());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    private static void end(ProcessHandle left) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(left.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
            left.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            left.destroyForcibly();
        } catch (IOException | java.util.concurrent.ExecutionException e) {
            throw Trouble.didNotStart("PostgreSQL", "a left-over server could not be ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
