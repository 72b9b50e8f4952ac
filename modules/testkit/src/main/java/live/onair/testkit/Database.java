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
import org.flywaydb.core.Flyway;

/** One PostgreSQL per test JVM, one migrated template, one database per test class. */
public final class Database {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final Connection admin;

    Database() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "64MB");
        Path memory = Path.of("/dev/shm");
        if (Files.isWritable(memory)) {
            Path data = memory.resolve("onair-kit-" + ProcessHandle.current().pid());
            builder.setDataDirectory(data).setCleanDataDirectory(true);
        }
        server = builder.start();
        admin = DriverManager.getConnection(url("postgres"));
        run("create database template_onair");
        Flyway.configure()
                .dataSource(url("template_onair"), "postgres", "postgres")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static File binaries() {
        return new File(Optional.ofNullable(System.getenv("ONAIR_PG_BINARIES"))
                .orElse(System.getProperty("java.io.tmpdir") + "/onair-pg-binaries"));
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
        run("create database " + name + " template template_onair strategy wal_log");
        return name;
    }

    void drop(String name) throws SQLException {
        run("drop database " + name + " with (force)");
    }
}
