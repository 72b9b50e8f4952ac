package live.onair.sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far durable lists of others were read. What was read and how far it reaches are written in one transaction, so that
 * nothing is lost or there twice whenever either process ends. Each room has a table of its own for it, of this shape:
 * {@code source} (its key), {@code spool, next, mark, marked_at, pulled_at}. Works inside the caller's transaction.
 */
public final class PullMarks {

    /** What was read stays for so long: a database that comes back from a backup reads again what it has lost. */
    public static final Duration KEPT = Duration.ofHours(1);

    private final Statements sql;
    private final Clock clock;
    private final String table;

    /** Those in this table. */
    public PullMarks(Statements sql, Clock clock, String table) {
        this.sql = sql;
        this.clock = clock;
        this.table = table;
    }

    /**
     * How far a list was read.
     *
     * @param spool which list: one that was lost and begun anew has another name, and its own offsets
     * @param next where to read on
     * @param mark below this it may be forgotten once {@link #KEPT} has passed since {@code markedAt}
     * @param pulledAt when it was last read
     */
    public record Mark(String spool, long next, long mark, Instant markedAt, Instant pulledAt) {}

    /** Null for a list that was never read. */
    public @Nullable Mark at(String source) {
        return sql.one(
                        "select * from " + table + " where source = ?",
                        row -> new Mark(
                                row.text("spool"),
                                row.big("next"),
                                row.big("mark"),
                                row.instant("marked_at"),
                                row.instant("pulled_at")),
                        source)
                .orElse(null);
    }

    /**
     * Writes how far it was read; says below what the list may forget, null for nothing yet. What was read twice never takes the
     * offset back.
     */
    public @Nullable Long read(String source, String spool, long to) {
        Instant now = clock.instant();
        Mark before = at(source);
        boolean same = before != null && before.spool().equals(spool);
        long next = same && before != null ? Math.max(before.next(), to) : to;
        boolean forgets =
                same && before != null && !before.markedAt().plus(KEPT).isAfter(now);
        long mark = !same || before == null ? 0 : forgets ? next : before.mark();
        Instant markedAt = !same || before == null || forgets ? now : before.markedAt();
        sql.run(
                "insert into " + table + " (source, spool, next, mark, marked_at, pulled_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (source) do update set spool = excluded.spool, next = excluded.next,"
                        + " mark = excluded.mark, marked_at = excluded.marked_at, pulled_at = excluded.pulled_at",
                source,
                spool,
                next,
                mark,
                markedAt,
                now);
        return forgets && before != null ? Long.valueOf(before.mark()) : null;
    }
}
