package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Role;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** Keeps tokens by their hash. */
@Singleton
class TokenBook {

    private static final String PREFIX = "onair_";
    private static final Duration GRAIN = Duration.ofMinutes(1);
    private static final String ROWS = "select t.*, a.name as owner, a.roles as owner_roles, a.disabled"
            + " from identity.token t join identity.account a on a.id = t.account";

    private final Statements sql;
    private final Ids ids;
    private final Clock clock;

    @Inject
    TokenBook(Statements sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    Tokens.Issued add(String account, String name, Set<Role> roles, Instant expiresAt) {
        String id = ids.next().toString();
        String clear = PREFIX + ids.secret(32);
        sql.run(
                "insert into identity.token (id, account, name, hash, roles, created, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                name,
                Ids.digest(clear),
                RoleList.text(roles),
                clock.instant(),
                expiresAt);
        return new Tokens.Issued(find(id).orElseThrow(), clear);
    }

    /** Who the token acts as; how it was used lately is noted once a minute. */
    Optional<Actor> actor(String clear) {
        if (!clear.startsWith(PREFIX) || clear.length() > 200) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = Ids.digest(clear);
        Optional<Actor> actor = sql.one(
                        ROWS + " where t.hash = ? and t.revoked_at is null and t.expires_at > ? and not a.disabled",
                        TokenBook::owner,
                        hash,
                        now)
                .filter(owner -> !owner.roles().isEmpty());
        actor.ifPresent(owner -> sql.run(
                "update identity.token set last_used = ? where hash = ? and (last_used is null or last_used < ?)",
                now,
                hash,
                now.minus(GRAIN)));
        return actor;
    }

    private static Actor owner(Row row) throws SQLException {
        Set<Role> roles = RoleList.both(RoleList.read(row.text("roles")), RoleList.read(row.text("owner_roles")));
        return new Actor(row.text("account"), row.text("owner"), roles, Actor.Source.API);
    }

    Optional<IdentityRows.Token> find(String id) {
        return sql.one(ROWS + " where t.id = ?", TokenBook::read, id);
    }

    List<IdentityRows.Token> of(String account) {
        return sql.list(ROWS + " where t.account = ? order by t.created desc, t.id desc", TokenBook::read, account);
    }

    List<IdentityRows.Token> all() {
        return sql.list(ROWS + " order by t.created desc, t.id desc", TokenBook::read);
    }

    void revoke(String id) {
        sql.run("update identity.token set revoked_at = ? where id = ?", clock.instant(), id);
    }

    private static IdentityRows.Token read(Row row) throws SQLException {
        return new IdentityRows.Token(
                row.text("id"),
                row.text("account"),
                row.text("owner"),
                row.text("name"),
                RoleList.read(row.text("roles")),
                row.instant("created"),
                row.instant("expires_at"),
                row.maybeInstant("revoked_at"),
                row.maybeInstant("last_used"));
    }
}
