package live.onair.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import live.onair.sql.Statements;

/**
 * How many codes a person may try: in transactions of their own, so that a try counts whatever becomes of the caller, and
 * a hundred at once count a hundred times. A right one is given back; it does not make the wrong ones before undone.
 */
@Singleton
@Transactional(TxType.REQUIRES_NEW)
class DeviceTries {

    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Statements sql;
    private final Clock clock;

    @Inject
    DeviceTries(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes a try; false when there is none left for a while. */
    boolean take(String account) {
        Instant now = clock.instant();
        Instant before = now.minus(WITHIN);
        int tries = sql.one(
                        "insert into identity.device_try as t (account, tries, since) values (?, 1, ?)"
                                + " on conflict (account) do update set"
                                + " tries = case when t.since <= ? then 1 else least(t.tries + 1, ?) end,"
                                + " since = case when t.since <= ? then excluded.since else t.since end"
                                + " returning tries",
                        row -> row.number("tries"),
                        account,
                        now,
                        before,
                        MOST + 1,
                        before)
                .orElseThrow();
        return tries <= MOST;
    }

    void giveBack(String account) {
        sql.run("update identity.device_try set tries = tries - 1 where account = ? and tries > 0", account);
    }
}
