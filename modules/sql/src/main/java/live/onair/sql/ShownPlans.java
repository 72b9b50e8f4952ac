package live.onair.sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/**
 * The plans that were shown before a press, by their hashes. A press brings the hash of its plan: that plan must have been
 * shown for this press, and not long ago; what was approved is kept until it is done, so that what is about to be called
 * can be held against it. Each room has a table of its own for them, of this shape: {@code subject, press, wish, hash} (its
 * key), {@code made_at, approved_at, settled_at}. Works inside the caller's transaction.
 */
public final class ShownPlans {

    /** So long is a plan kept; whoever looks later is told that it is too old, and not that it never was. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Statements sql;
    private final Clock clock;
    private final String table;

    /** Those in this table. */
    public ShownPlans(Statements sql, Clock clock, String table) {
        this.sql = sql;
        this.clock = clock;
        this.table = table;
    }

    /**
     * What a plan is for.
     *
     * @param subject what is touched, by its id
     * @param wish what is wanted of it, where one press can want several things; else empty
     */
    public record Press(String subject, Enum<?> press, String wish) {

        /** One that can want one thing only. */
        public Press(String subject, Enum<?> press) {
            this(subject, press, "");
        }
    }

    /** What a press that brings a hash may go by. */
    public enum Standing {
        /** It brings none. */
        MISSING,
        /** No such plan was shown for it. */
        OTHER,
        /** It was shown too long ago. */
        EXPIRED,
        /** It was shown, not long ago. */
        COUNTS
    }

    /** Keeps what is shown; gives until when it counts. */
    public Instant shown(Press press, Plan plan) {
        Instant now = clock.instant();
        sql.run("delete from " + table + " where made_at < ?", now.minus(FORGOTTEN));
        sql.run(
                "insert into " + table + " (subject, press, wish, hash, made_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (subject, press, wish, hash) do update set made_at = excluded.made_at",
                press.subject(),
                press.press(),
                press.wish(),
                plan.hash(),
                now);
        return now.plus(Plan.COUNTS);
    }

    /** What this hash is worth for this press now. */
    public Standing standing(Press press, @Nullable String hash) {
        if (hash == null) {
            return Standing.MISSING;
        }
        return sql.one(
                        "select made_at from " + table + " where subject = ? and press = ? and wish = ? and hash = ?",
                        row -> row.instant("made_at").plus(Plan.COUNTS).isBefore(clock.instant())
                                ? Standing.EXPIRED
                                : Standing.COUNTS,
                        press.subject(),
                        press.press(),
                        press.wish(),
                        hash.toLowerCase(Locale.ROOT))
                .orElse(Standing.OTHER);
    }

    /** Somebody has pressed with one: it is good for this once, and so is what was shown beside it. */
    public void used(Press press) {
        sql.run(
                "delete from " + table + " where subject = ? and press = ? and wish = ?",
                press.subject(),
                press.press(),
                press.wish());
    }

    /** Somebody has pressed with it; it is kept until it is done. */
    public void approved(Press press, String hash) {
        sql.run(
                "update " + table + " set approved_at = ?, settled_at = null"
                        + " where subject = ? and press = ? and wish = ? and hash = ?",
                clock.instant(),
                press.subject(),
                press.press(),
                press.wish(),
                hash.toLowerCase(Locale.ROOT));
    }

    /** The hash of the plan by which this is to be done; empty when none was approved, or it is done. */
    public Optional<String> approved(Press press) {
        return sql.one(
                "select hash from " + table + " where subject = ? and press = ? and wish = ?"
                        + " and approved_at is not null and settled_at is null order by approved_at desc limit 1",
                row -> row.text("hash"),
                press.subject(),
                press.press(),
                press.wish());
    }

    /** What was approved is done, or not wanted any more. */
    public void settled(Press press) {
        sql.run(
                "update " + table + " set settled_at = ? where subject = ? and press = ? and wish = ?"
                        + " and approved_at is not null and settled_at is null",
                clock.instant(),
                press.subject(),
                press.press(),
                press.wish());
    }
}
