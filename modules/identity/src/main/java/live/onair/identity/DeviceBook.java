package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Role;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Keeps the devices that ask to be signed in, both their codes by their hash. */
@Singleton
class DeviceBook {

    /** So long a device is still told that its time is over. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Statements sql;
    private final Ids ids;
    private final DeviceCodes codes;
    private final Clock clock;

    @Inject
    DeviceBook(Statements sql, Ids ids, DeviceCodes codes, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.codes = codes;
        this.clock = clock;
    }

    /** Where it stands. */
    enum State {
        OPEN,
        APPROVED,
        DENIED,
        USED
    }

    /** What a device is told when it begins. */
    record Codes(String device, String user) {}

    /** A device that asks. */
    record Asking(
            String id,
            String name,
            String address,
            Instant askedAt,
            Instant expiresAt,
            Duration interval,
            Optional<Instant> polledAt,
            State state,
            @Nullable String account,
            Set<Role> roles) {}

    int openFrom(String address) {
        return sql.list(
                        "select 1 from identity.device_sign_in where address = ? and state = 'OPEN' and expires_at > ?",
                        row -> 1,
                        address,
                        clock.instant())
                .size();
    }

    Codes add(String name, String address, Duration lasts, Duration interval) {
        Instant now = clock.instant();
        sql.run("delete from identity.device_sign_in where expires_at < ?", now.minus(REMEMBERED));
        String device = ids.secret(32);
        String user = codes.next();
        while (sql.run(
                        "insert into identity.device_sign_in (id, device_hash, user_hash, name, address, asked_at,"
                                + " expires_at, interval_seconds, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (user_hash) do nothing",
                        ids.next().toString(),
                        Ids.digest(device),
                        Ids.digest(user),
                        name,
                        address,
                        now,
                        now.plus(lasts),
                        (int) interval.toSeconds(),
                        State.OPEN)
                == 0) {
            user = codes.next();
        }
        return new Codes(device, user);
    }

    /** The one that shows this code and still waits for somebody. */
    Optional<Asking> open(String userCode) {
        return sql.one(
                "select * from identity.device_sign_in where user_hash = ? and state = 'OPEN' and expires_at > ?",
                DeviceBook::read,
                Ids.digest(userCode),
                clock.instant());
    }

    /** Whether it still was open. */
    boolean decide(String id, State decision, Actor by) {
        return sql.run(
                        "update identity.device_sign_in set state = ?, account = ?, roles = ?, decided_at = ?"
                                + " where id = ? and state = 'OPEN'",
                        decision,
                        by.id(),
                        RoleList.text(by.roles()),
                        clock.instant(),
                        id)
                == 1;
    }

    /** The one with this code, held until the transaction ends: two questions at once are answered one by one. */
    Optional<Asking> hold(String deviceCode) {
        return sql.one(
                "select * from identity.device_sign_in where device_hash = ? for update",
                DeviceBook::read,
                Ids.digest(deviceCode));
    }

    void polled(String id, Duration interval) {
        sql.run(
                "update identity.device_sign_in set polled_at = ?, interval_seconds = ? where id = ?",
                clock.instant(),
                (int) interval.toSeconds(),
                id);
    }

    void used(String id) {
        sql.run("update identity.device_sign_in set state = ? where id = ?", State.USED, id);
    }

    private static Asking read(Row row) throws SQLException {
        return new Asking(
                row.text("id"),
                row.text("name"),
                row.text("address"),
                row.instant("asked_at"),
                row.instant("expires_at"),
                Duration.ofSeconds(row.number("interval_seconds")),
                row.maybeInstant("polled_at"),
                State.valueOf(row.text("state")),
                row.textOrNull("account"),
                RoleList.read(row.maybeText("roles").orElse("")));
    }
}
