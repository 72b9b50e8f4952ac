package live.onair.cdn;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.cdn.LookAtAccountHandler.LookAtAccount;
import live.onair.cdn.LookAtCdnHandler.LookAtCdn;
import live.onair.cdn.PublishManifestsHandler.PublishManifests;
import live.onair.cdn.mending.Lacking;
import live.onair.cdn.published.Copies;
import live.onair.scheduling.Interruptions.InterruptionEvent;
import live.onair.scheduling.ShowEvent;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** Notices when what steers viewers has to be published anew. Puts work; never publishes itself. */
@Singleton
public class CdnRounds {

    private final WorkQueue queue;
    private final LiveShows live;
    private final CdnBook cdns;
    private final PurgeBook purges;
    private final Lacking lacking;
    private final Copies copies;
    private final Statements sql;

    @Inject
    CdnRounds(
            WorkQueue queue,
            LiveShows live,
            CdnBook cdns,
            PurgeBook purges,
            Lacking lacking,
            Copies copies,
            Statements sql) {
        this.queue = queue;
        this.live = live;
        this.cdns = cdns;
        this.purges = purges;
        this.lacking = lacking;
        this.copies = copies;
        this.sql = sql;
    }

    /** After the work runner is there: also takes away what a show has left that ended while nobody looked. */
    @Transactional
    public void begin() {
        all();
        queue.put(new PullWatchingHandler.PullWatching());
        purges.resume();
        lacking.resume();
        accounts();
        sql.list(
                        "select number from cdn.move where ended_at is null and advance_seconds is not null",
                        row -> row.big("number"))
                .forEach(number -> queue.put(new Stages.Stage(number)));
        sql.list("select distinct show_id from cdn.object", row -> row.text("show_id"))
                .forEach(show -> {
                    queue.put(new PublishManifests(show));
                    copies.resume(show);
                });
    }

    private void all() {
        live.all().forEach(show -> {
            queue.put(new PublishManifests(show.id()));
            look(show.id());
        });
    }

    private void accounts() {
        cdns.list().forEach(cdn -> queue.put(new LookAtAccount(cdn.id())));
    }

    private void look(String show) {
        cdns.list().stream().filter(cdn -> !cdn.retired()).forEach(cdn -> queue.put(new LookAtCdn(show, cdn.id())));
    }

    void changed(@Observes CdnEvent event) {
        boolean concerned = !(event instanceof CdnEvent.Steered)
                && !(event instanceof CdnEvent.Added)
                && !(event instanceof CdnEvent.OfPurge)
                && !(event instanceof CdnEvent.OfMend);
        if (concerned) {
            all();
        }
        boolean another = event instanceof CdnEvent.Added
                || event instanceof CdnEvent.Changed
                || event instanceof CdnEvent.Retired
                || event instanceof CdnEvent.Returned;
        if (another) {
            queue.put(new LookAtAccount(event.subject()));
        }
        if (event instanceof CdnEvent.Steered steered && steered.on()) {
            look(steered.show());
            copies.resume(steered.show());
        }
        if (event instanceof CdnEvent.Moved moved) {
            queue.put(new Stages.Stage(moved.move()));
        }
    }

    /** What does not lie there as it was written is written anew. */
    void lost(@Observes Copies.Lost news) {
        queue.put(new PublishManifests(news.show()));
    }

    /** While a CDN of theirs is bad players ask for their order more often. */
    void alarm(@Observes InterruptionEvent event) {
        String show = event.show();
        if (show != null && CdnAlarm.isOfShow(event.alarm()) && !(event instanceof InterruptionEvent.Acknowledged)) {
            queue.put(new PublishManifests(show));
        }
    }

    void show(@Observes ShowEvent event) {
        boolean concerned = event instanceof ShowEvent.StoodBy
                || event instanceof ShowEvent.WentOnAir
                || event instanceof ShowEvent.PlaybackFound
                || event instanceof ShowEvent.Ended
                || event instanceof ShowEvent.Cancelled;
        if (concerned) {
            queue.put(new PublishManifests(event.subject()));
        }
        if (concerned && !(event instanceof ShowEvent.StoodBy)) {
            // the last look finds nothing to look at, and takes back what was moved without a press
            look(event.subject());
        }
        if (event instanceof ShowEvent.WentOnAir || event instanceof ShowEvent.PlaybackFound) {
            queue.put(new PullWatchingHandler.PullWatching());
        }
    }
}
