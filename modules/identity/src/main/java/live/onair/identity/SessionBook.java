package live.onair.identity;

import jakarta.enterprise.inject.Instance;
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
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The sign-ins that last. */
@Singleton
class SessionBook {

    private static final String ROWS = "select s.*, a.name, a.roles from identity.session s"
            + " join identity.account a on a.id = s.account where not a.disabled and (s.wall and s.last_seen > ? or s.last_seen > ? and s.since > ?)";

    /** A wall screen that was not seen for so long is gone. */
    private static final Duration WALL = Duration.ofDays(30);

    private final Statements sql;
    private final Ids ids;
    private final Clock clock;
    private final SignInRules rules;

    @Inject
    SessionBook(Statements sql, Ids ids, Clock clock, Instance<SignInRules> rules) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.rules = rules.isResolvable() ? rules.get() : SignInRules.usual();
    }

    SignInRules rules() {
        return rules;
    }

    /** The secret of the new session, known to the browser alone. */
    String open(String account, String address, String agent) {
        Instant now = clock.instant();
        sql.run(
                "delete from identity.session where last_seen <= ? or not wall and (last_seen <= ? or since <= ?)",
                now.minus(WALL),
                now.minus(rules.idle()),
                now.minus(rules.absolute()));
        String secret = ids.secret(32);
        sql.run(
                "insert into identity.session (id_hash, account, since, last_seen, address, agent)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Ids.digest(secret),
                account,
                now,
                now,
                cut(address, 100),
                cut(agent, 300));
        return secret;
    }

    Optional<Actor> actor(String secret) {
        return sql.one(
                ROWS + " and s.id_hash = ?",
                row -> new Actor(
                        row.text("account"),
                        row.text("name"),
                        row.isTrue("wall") ? Set.of() : RoleList.read(row.text("roles")),
                        Actor.Source.UI),
                wallSeenAfter(),
                lastSeenAfter(),
                sinceAfter(),
                Ids.digest(secret));
    }

    /** Written now and then only: a sixtieth of the idle time is near enough. */
    void touch(String secret) {
        Duration grain = rules.idle().dividedBy(60);
        sql.run(
                "update identity.session set last_seen = ? where id_hash = ? and last_seen < ?",
                clock.instant(),
                Ids.digest(secret),
                clock.instant().minus(grain));
    }

    List<IdentityRows.Session> all() {
        return sql.list(
                ROWS + " order by s.last_seen desc", SessionBook::read, wallSeenAfter(), lastSeenAfter(), sinceAfter());
    }

    List<IdentityRows.Session> of(String account) {
        return sql.list(
                ROWS + " and s.account = ? order by s.last_seen desc",
                SessionBook::read,
                wallSeenAfter(),
                lastSeenAfter(),
                sinceAfter(),
                account);
    }

    Optional<IdentityRows.Session> find(String idHash) {
        return sql.one(
                ROWS + " and s.id_hash = ?", SessionBook::read, wallSeenAfter(), lastSeenAfter(), sinceAfter(), idHash);
    }

    void makeWall(String idHash) {
        sql.run("update identity.session set wall = true where id_hash = ?", idHash);
    }

    void end(String idHash) {
        sql.run("delete from identity.session where id_hash = ?", idHash);
    }

    /** Ends all of the account's, but the one with this secret. */
    void endAll(String account, Optional<String> keptSecret) {
        sql.run(
                "delete from identity.session where account = ? and id_hash <> ?",
                account,
                keptSecret.map(Ids::digest).orElse(""));
    }

    private Instant wallSeenAfter() {
        return clock.instant().minus(WALL);
    }

    private Instant lastSeenAfter() {
        return clock.instant().minus(rules.idle());
    }

    private Instant sinceAfter() {
        return clock.instant().minus(rules.absolute());
    }

    private static IdentityRows.Session read(Row row) throws SQLException {
        return new IdentityRows.Session(
                row.text("id_hash"),
                row.text("account"),
                row.text("name"),
                row.instant("since"),
                row.instant("last_seen"),
                row.text("address"),
                row.text("agent"),
                row.isTrue("wall"));
    }

    private static String cut(String text, int most) {
        String clean = text.replace("\u0000", "");
        return clean.length() <= most ? clean : clean.substring(0, most);
    }
}
