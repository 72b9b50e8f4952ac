package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import live.onair.work.WorkQueue;

/** Puts work for whatever is open. Works inside the caller's transaction. */
@Singleton
class Rounds {

    private final Statements sql;
    private final WorkQueue queue;
    private final Clock clock;

    @Inject
    Rounds(Statements sql, WorkQueue queue, Clock clock) {
        this.clock = clock;
        this.sql = sql;
        this.queue = queue;
    }

    /** All shows that are not settled, all keys, and the next sweep. */
    int putAll() {
        int shows = put("state in ('APPROVED', 'REHEARSAL', 'STANDBY', 'ON_AIR') or run_open"
                + " or (state = 'ENDED' and (replay_wanted or replay_published))"
                + " or (state = 'REPLAY' and not replay_published) or (state = 'ARCHIVED' and replay_published)");
        sql.list("select distinct channel_id from scheduling.stream_key", row -> row.text("channel_id"))
                .forEach(channel -> queue.put(new PublishStreamKeys(channel)));
        queue.put(SweepShows.ALL);
        return shows;
    }

    /** The shows whose channel runs, or should. */
    int putRunning() {
        return put("state in ('REHEARSAL', 'STANDBY', 'ON_AIR') or run_open");
    }

    /** In a transaction of its own: the shows whose channel runs, or whose time has come. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int putDue() {
        return put(
                "state in ('REHEARSAL', 'STANDBY', 'ON_AIR') or run_open or (state = 'APPROVED'"
                        + " and starts_at - make_interval(secs => warm_up_s) <= ?)",
                clock.instant());
    }

    private int put(String condition, Object... values) {
        List<String> shows = sql.list(
                "select id from scheduling.show where " + condition + " order by starts_at, id",
                row -> row.text("id"),
                values);
        shows.forEach(show -> queue.put(new ReconcileChannel(show)));
        return shows.size();
    }
}
