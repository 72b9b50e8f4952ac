package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.scheduling.ChannelBook.PublishStreamKeysHandler.PublishStreamKeys;
import live.onair.scheduling.ReconcileChannelHandler.ReconcileChannel;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;

/** Finds by looking what no event has told, and puts work for it. */
@Singleton
class SweepShowsHandler implements WorkHandler<SweepShowsHandler.SweepShows> {

    private final ClockWatch watch;
    private final Statements sql;
    private final WorkQueue queue;
    private final Clock clock;
    private final ShowShelf shelf;
    private Instant tidied = Instant.MIN;

    @Inject
    SweepShowsHandler(ClockWatch watch, Statements sql, WorkQueue queue, ShowShelf shelf, Clock clock) {
        this.watch = watch;
        this.sql = sql;
        this.queue = queue;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Look after open shows. */
    record SweepShows(String name) implements Work {

        /** Those whose time has come, again and again. */
        static final SweepShows DUE = new SweepShows("due");
        /** All, once: the tables or the clock may say something new. */
        static final SweepShows ALL = new SweepShows("all");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<SweepShows> type() {
        return SweepShows.class;
    }

    @Override
    public Next handle(SweepShows work) {
        if (work.equals(SweepShows.ALL)) {
            putAll();
            return Next.done();
        }
        watch.isHeld();
        putDue();
        tidyUp();
        return Next.after(ChannelPlan.LOOK);
    }

    private void tidyUp() {
        Instant now = clock.instant();
        forgetKeys(now);
        if (tidied.isBefore(now.minus(Duration.ofHours(1)))) {
            shelf.forget(now.minus(Duration.ofDays(7)));
            tidied = now;
        }
    }

    /** A key that nobody took in time is thrown away; a day later nothing tells of the question. */
    private void forgetKeys(Instant now) {
        sql.run(
                "update scheduling.key_order set state = 'TAKEN', sealed = null where state = 'READY' and asked_at < ?",
                now.minus(KeyBook.KEPT));
        sql.run(
                "delete from scheduling.key_order where state <> 'WAITING' and asked_at < ?",
                now.minus(Duration.ofDays(1)));
    }

    /** Work for all shows that are not settled, for all keys, and for the next sweep. */
    int putAll() {
        int shows = put("state in ('APPROVED', 'REHEARSAL', 'STANDBY', 'ON_AIR') or run_open"
                + " or (state = 'ENDED' and (replay_wanted or replay_published))"
                + " or (state = 'REPLAY' and not replay_published) or (state = 'ARCHIVED' and replay_published)");
        sql.list("select distinct channel_id from scheduling.stream_key", row -> row.text("channel_id"))
                .forEach(channel -> queue.put(new PublishStreamKeys(channel)));
        queue.put(SweepShows.DUE);
        return shows;
    }

    private void putDue() {
        put(
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
