package live.onair.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row under the cursor, read in the types of the house: so that no room meets a zone-less time or a null by chance. */
public final class Row {

    private final ResultSet set;

    /** Reads from a result that its owner moves and closes. */
    public Row(ResultSet set) {
        this.set = set;
    }

    /** A text; empty for null. */
    public String text(String column) throws SQLException {
        String value = set.getString(column);
        return value == null ? "" : value;
    }

    /** A text or null. */
    public @Nullable String textOrNull(String column) throws SQLException {
        return set.getString(column);
    }

    /** A text, if there is one. */
    public Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(set.getString(column));
    }

    /** An instant that is there. */
    public Instant instant(String column) throws SQLException {
        return set.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An instant or null. */
    public @Nullable Instant instantOrNull(String column) throws SQLException {
        return maybeInstant(column).orElse(null);
    }

    /** An instant, if there is one. */
    public Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(set.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A whole number; 0 for null. */
    public int number(String column) throws SQLException {
        return set.getInt(column);
    }

    /** A whole number or null. */
    public @Nullable Integer numberOrNull(String column) throws SQLException {
        return isNull(column) ? null : Integer.valueOf(number(column));
    }

    /** A large whole number; 0 for null. */
    public long big(String column) throws SQLException {
        return set.getLong(column);
    }

    /** A number with a fraction; 0 for null. */
    public double real(String column) throws SQLException {
        return set.getDouble(column);
    }

    /** A truth value; false for null. */
    public boolean isTrue(String column) throws SQLException {
        return set.getBoolean(column);
    }

    /** Whether nothing is there. */
    public boolean isNull(String column) throws SQLException {
        return set.getObject(column) == null;
    }

    /** A whole number of seconds as a duration. */
    public Duration seconds(String column) throws SQLException {
        return Duration.ofSeconds(set.getLong(column));
    }

    /** Bytes; none for null. */
    public byte[] bytes(String column) throws SQLException {
        byte[] value = set.getBytes(column);
        return value == null ? new byte[0] : value;
    }

    /** An array of texts. */
    public List<String> texts(String column) throws SQLException {
        Object[] values = (Object[]) set.getArray(column).getArray();
        List<String> found = new ArrayList<>();
        for (Object value : values) {
            found.add(String.valueOf(value));
        }
        return found;
    }
}
