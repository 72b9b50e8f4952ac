package live.onair.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL per test JVM with a migrated template, one database per test class. */
public final class Database {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final Connection admin;

    Database() throws IOException, SQLException {
        Path data = Path.of(Files.isWritable(Path.of("/dev/shm")) ? "/dev/shm" : System.getProperty("java.io.tmpdir"))
                .resolve("onair-kit-" + ProcessHandle.current().pid());
        new MigratedCluster(kind()).copyTo(data);
        server = kind().setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
        admin = DriverManager.getConnection(url("postgres"));
    }

    private static EmbeddedPostgres.Builder kind() {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "64MB");
    }

    private static File binaries() {
        return new File(Optional.ofNullable(System.getenv("ONAIR_PG_BINARIES"))
                .orElse(System.getProperty("java.io.tmpdir") + "/onair-pg-binaries"));
    }

    private static void end(EmbeddedPostgres server, Path data) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL of the tests did not end: " + e);
        }
        Ground.clear(data);
    }

    int port() {
        return server.getPort();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?user=postgres&password=postgres";
    }

    synchronized void run(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    String fresh() throws SQLException {
        String name = "t" + COUNT.incrementAndGet();
        run("create database " + name + " template " + MigratedCluster.TEMPLATE + " strategy wal_log");
        return name;
    }

    void drop(String name) throws SQLException {
        run("drop database " + name + " with (force)");
    }
}
