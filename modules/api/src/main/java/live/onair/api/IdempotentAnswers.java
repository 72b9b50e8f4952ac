package live.onair.api;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for 24 hours what was answered to a person's Idempotency-Key, in transactions of its own, so that the answer
 * outlives a refusal's roll-back.
 */
@Singleton
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    /** A request that has not been answered after so long died with its process; the key may be used again. */
    private static final Duration DIED = Duration.ofMinutes(2);

    private final DataSource dataSource;
    private final Clock clock;

    /** Keeps the answers in the console's database. */
    @Inject
    public IdempotentAnswers(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What is known of a key: which request it came with, and the answer if there is one; no body if it was secret. */
    record Known(
            String digest,
            @Nullable Integer status,
            @Nullable String contentType,
            byte @Nullable [] body) {}

    /** Takes the key for this request; empty when it is ours now, else what is known of it. */
    Optional<Known> take(String actor, String key, String digest) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            forgetOld(connection, now);
            forgetDied(connection, actor, key, now);
            if (insert(connection, actor, key, digest, now)) {
                return Optional.empty();
            }
            return read(connection, actor, key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void forgetOld(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from api.idempotency where started_at <= ?")) {
            statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            statement.executeUpdate();
        }
    }

    /** Of this key only: what others left behind must not be searched for with each request. */
    private static void forgetDied(Connection connection, String actor, String key, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from api.idempotency where actor_id = ? and key = ? and status is null and started_at <= ?")) {
            statement.setString(1, actor);
            statement.setString(2, key);
            statement.setTimestamp(3, Timestamp.from(now.minus(DIED)));
            statement.executeUpdate();
        }
    }

    private static boolean insert(Connection connection, String actor, String key, String digest, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into api.idempotency (actor_id, key, digest, started_at) values (?, ?, ?, ?) on conflict do nothing")) {
            statement.setString(1, actor);
            statement.setString(2, key);
            statement.setString(3, digest);
            statement.setTimestamp(4, Timestamp.from(now));
            return statement.executeUpdate() == 1;
        }
    }

    private static Optional<Known> read(Connection connection, String actor, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select digest, status, content_type, body from api.idempotency where actor_id = ? and key = ?")) {
            statement.setString(1, actor);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.of(new Known("", null, null, null));
                }
                Integer status = row.getObject(2, Integer.class);
                return Optional.of(new Known(row.getString(1), status, row.getString(3), row.getBytes(4)));
            }
        }
    }

    /** Keeps the answer; null for a body that must not be kept. */
    void keep(String actor, String key, int status, @Nullable String contentType, byte @Nullable [] body) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update api.idempotency set status = ?, content_type = ?, body = ? where actor_id = ? and key = ?")) {
            statement.setInt(1, status);
            statement.setString(2, contentType);
            statement.setBytes(3, body);
            statement.setString(4, actor);
            statement.setString(5, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets the key: the request broke, it may be sent again. */
    void forget(String actor, String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from api.idempotency where actor_id = ? and key = ?")) {
            statement.setString(1, actor);
            statement.setString(2, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
