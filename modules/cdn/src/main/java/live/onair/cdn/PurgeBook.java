package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Purges.CachePurge;
import live.onair.cdn.Purges.PurgeState;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The rows of purges, and the halves of a purge that are in transactions. */
@Singleton
@Transactional
class PurgeBook {

    private static final int LISTED = 100;

    private final Statements sql;
    private final Clock clock;
    private final CdnBook cdns;
    private final Shows shows;
    private final CdnAdapters adapters;
    private final WorkQueue queue;
    private final Event<CdnEvent> events;

    @Inject
    PurgeBook(
            Statements sql,
            Clock clock,
            CdnBook cdns,
            Shows shows,
            CdnAdapters adapters,
            WorkQueue queue,
            Event<CdnEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.cdns = cdns;
        this.shows = shows;
        this.adapters = adapters;
        this.queue = queue;
        this.events = events;
    }

    /**
     * A purge that is not over.
     *
     * @param ticket by which it is asked for; null before it was asked for
     * @param folders in which CDNs have the show
     */
    record Task(CachePurge purge, @Nullable String ticket, List<String> folders) {}

    public List<CachePurge> list() {
        return sql.list("select * from cdn.purge order by number desc limit " + LISTED, PurgeBook::purge);
    }

    private static CachePurge purge(Row row) throws SQLException {
        return new CachePurge(
                row.big("number"),
                row.text("cdn_id"),
                row.text("show_id"),
                PurgeState.valueOf(row.text("state")),
                row.numberOrNull("objects"),
                row.textOrNull("trouble"),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.instantOrNull("done_at"));
    }

    private Optional<CachePurge> find(long number) {
        return sql.one("select * from cdn.purge where number = ?", PurgeBook::purge, number);
    }

    public Outcome<CachePurge> ask(String cdn, String show) {
        Cdn known = cdns.find(cdn).orElse(null);
        if (known == null) {
            return Outcome.refused(CdnRefusal.NO_CDN.with("cdn", cdn, "field", "cdn"));
        }
        if (shows.find(show).isEmpty()) {
            return Outcome.refused(CdnRefusal.NO_SHOW.with("show", show, "field", "show"));
        }
        if (!adapters.purges(cdn)) {
            return Outcome.refused(CdnRefusal.NO_PURGE.with("cdn", cdn, "field", "cdn"));
        }
        Optional<Long> number = sql.one(
                "insert into cdn.purge (cdn_id, show_id, folders, state, asked_by, asked_at) values (?, ?, ?, 'ASKED', ?, ?)"
                        + " on conflict do nothing returning number",
                row -> row.big("number"),
                cdn,
                show,
                folders(known, show),
                Acting.actor().name(),
                clock.instant());
        if (number.isEmpty()) {
            return Outcome.refused(CdnRefusal.PURGING.with("cdn", cdn, "show", show));
        }
        events.fire(new CdnEvent.PurgeAsked(cdn, show));
        queue.put(new PurgeHandler.Purge(number.get()));
        return Outcome.done(find(number.get()).orElseThrow());
    }

    /** Those that a restart left behind. */
    public void resume() {
        sql.list("select number from cdn.purge where done_at is null", row -> row.big("number"))
                .forEach(number -> queue.put(new PurgeHandler.Purge(number)));
    }

    public Optional<Task> task(long number) {
        return sql.one(
                "select * from cdn.purge where number = ? and done_at is null",
                row -> new Task(purge(row), row.textOrNull("ticket"), row.texts("folders")),
                number);
    }

    /** Below the CDN's own path: where its origin has the show, else where our edges have it. */
    private List<String> folders(Cdn cdn, String show) {
        String base = URI.create(cdn.baseUrl()).getPath();
        List<String> paths = sql.one("select path from cdn.place where show_id = ?", row -> row.text("path"), show)
                .map(path -> List.of(path.substring(0, path.lastIndexOf('/'))))
                .orElse(List.of("/live/" + show, "/replay/" + show));
        return paths.stream().map(path -> base + path).toList();
    }

    public void running(CachePurge purge, String ticket) {
        sql.run("update cdn.purge set state = 'RUNNING', ticket = ? where number = ?", ticket, purge.number());
    }

    public void done(CachePurge purge, @Nullable Integer objects) {
        sql.run(
                "update cdn.purge set state = 'DONE', objects = ?, done_at = ? where number = ?",
                objects,
                clock.instant(),
                purge.number());
        events.fire(new CdnEvent.Purged(purge.cdn(), purge.show(), objects));
    }

    public void failed(CachePurge purge, String trouble) {
        sql.run(
                "update cdn.purge set state = 'FAILED', trouble = ?, done_at = ? where number = ?",
                trouble,
                clock.instant(),
                purge.number());
        events.fire(new CdnEvent.PurgeFailed(purge.cdn(), purge.show(), trouble));
    }
}
