package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL on the connection of the running transaction. */
@Singleton
class Statements {

    private final DataSource dataSource;

    @Inject
    Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
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

    <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    int run(String sql, @Nullable Object... values) {
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
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** The row under the cursor, in the types of the room. */
    record Row(ResultSet set) {

        String text(String column) throws SQLException {
            String value = set.getString(column);
            return value == null ? "" : value;
        }

        @Nullable
        String textOrNull(String column) throws SQLException {
            return set.getString(column);
        }

        Instant instant(String column) throws SQLException {
            return set.getObject(column, OffsetDateTime.class).toInstant();
        }

        @Nullable
        Instant instantOrNull(String column) throws SQLException {
            OffsetDateTime value = set.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        int number(String column) throws SQLException {
            return set.getInt(column);
        }

        long big(String column) throws SQLException {
            return set.getLong(column);
        }

        double real(String column) throws SQLException {
            return set.getDouble(column);
        }

        boolean isTrue(String column) throws SQLException {
            return set.getBoolean(column);
        }

        boolean isNull(String column) throws SQLException {
            return set.getObject(column) == null;
        }

        Duration seconds(String column) throws SQLException {
            return Duration.ofSeconds(set.getLong(column));
        }

        List<String> texts(String column) throws SQLException {
            Object[] values = (Object[]) set.getArray(column).getArray();
            List<String> found = new ArrayList<>();
            for (Object value : values) {
                found.add(String.valueOf(value));
            }
            return found;
        }
    }

    /** Named facts as a JSON object of texts, numbers and truth values, and back. */
    static final class Facts {

        private Facts() {}

        static String write(Map<String, ?> facts) {
            JsonObjectBuilder json = Json.createObjectBuilder();
            facts.forEach((name, value) -> {
                if (value instanceof Integer number) {
                    json.add(name, number);
                } else if (value instanceof Long number) {
                    json.add(name, number);
                } else if (value instanceof Boolean truth) {
                    json.add(name, truth);
                } else {
                    json.add(name, String.valueOf(value));
                }
            });
            return json.build().toString();
        }

        static Map<String, String> read(String json) {
            Map<String, String> facts = new LinkedHashMap<>();
            try (var reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.forEach((name, value) -> facts.put(name, text(value)));
            }
            return facts;
        }

        private static String text(JsonValue value) {
            return value instanceof JsonString string ? string.getString() : value.toString();
        }
    }
}
