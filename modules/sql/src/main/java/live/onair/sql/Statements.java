package live.onair.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL on the connection of the running transaction, for every room: so that instants, constants and arrays go in
 * and come out the same way everywhere. Instants, enum constants, arrays and collections of texts go in as they are.
 */
@Singleton
public class Statements {

    private final DataSource dataSource;

    @Inject
    Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row. */
    public interface Reader<T> {
        /** The row under the cursor as a value. */
        T read(Row row) throws SQLException;
    }

    /** All rows, in the statement's order. */
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            try (ResultSet set = statement.executeQuery()) {
                Row row = new Row(set);
                List<T> found = new ArrayList<>();
                while (set.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first row. */
    public <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** Writes; gives the number of rows it touched. */
    public int run(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (value instanceof Collection<?> many) {
                statement.setArray(i + 1, connection.createArrayOf("text", many.toArray()));
            } else if (value instanceof Object[] several) {
                String type = several instanceof Long[] ? "bigint" : "text";
                statement.setArray(i + 1, connection.createArrayOf(type, several));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
