package live.onair.stories;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.PGConnection;

/**
 * Turns a running database into what the version before the newest would hold: migrated up to there, with every row of
 * today in the columns there were. So the test upgrades real data, whatever migration comes next.
 */
final class OlderSchema {

    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
             group by 1 order by 1
            """;

    private final String address;
    private final String version;
    private final String newest;

    private OlderSchema(String address, String version, String newest) {
        this.address = address;
        this.version = version;
        this.newest = newest;
    }

    /** Replaces the database at this address, which nobody else may be using. */
    static OlderSchema in(String address) throws SQLException {
        String elsewhere = address.replace("/postgres?", "/template1?");
        run(elsewhere, "alter database postgres rename to newest", "create database postgres template template0");
        List<String> versions = versions(address);
        OlderSchema older =
                new OlderSchema(address, versions.get(versions.size() - 2), versions.get(versions.size() - 1));
        flyway(address, older.version).migrate();
        older.fillFrom(address.replace("/postgres?", "/newest?"));
        run(elsewhere, "drop database newest with (force)");
        return older;
    }

    String version() {
        return version;
    }

    String newest() {
        return newest;
    }

    private static Flyway flyway(String address, String target) {
        return Flyway.configure()
                .dataSource(address, null, null)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static List<String> versions(String address) {
        return Arrays.stream(flyway(address, "latest").info().all())
                .map(MigrationInfo::getVersion)
                .map(Object::toString)
                .toList();
    }

    private void fillFrom(String newer) throws SQLException {
        try (Connection from = DriverManager.getConnection(newer);
                Connection to = DriverManager.getConnection(address);
                Statement statement = to.createStatement()) {
            Map<String, String> there = columns(from);
            statement.execute("set session_replication_role = replica");
            for (Map.Entry<String, String> table : columns(to).entrySet()) {
                List<String> kept = new ArrayList<>(List.of(table.getValue().split(", ")));
                kept.retainAll(List.of(there.getOrDefault(table.getKey(), "").split(", ")));
                if (!kept.isEmpty()) {
                    statement.execute("delete from " + table.getKey());
                    copy(from, to, table.getKey() + " (" + String.join(", ", kept) + ")");
                }
            }
            for (Map.Entry<String, Long> sequence : sequences(from).entrySet()) {
                statement.execute("select setval(c.oid, " + sequence.getValue() + ") from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname || '.' || c.relname = '" + sequence.getKey() + "'");
            }
        }
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> sequences = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select schemaname || '.' || sequencename, last_value"
                        + " from pg_sequences where last_value is not null")) {
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sequences;
    }

    private static void copy(Connection from, Connection to, String columns) throws SQLException {
        try (PipedInputStream in = new PipedInputStream(1 << 16);
                PipedOutputStream out = new PipedOutputStream(in)) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                try (out) {
                    from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + columns + " to stdout", out);
                } catch (SQLException | IOException e) {
                    throw new IllegalStateException(columns, e);
                }
            });
            to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + columns + " from stdin", in);
            reading.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address)) {
            return count(connection, table);
        }
    }

    static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(one(connection, "select count(*) from " + table));
    }

    /** The schema's version. */
    static String version(Connection connection) throws SQLException {
        return one(
                connection,
                "select version from flyway_schema_history where success order by installed_rank desc limit 1");
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
