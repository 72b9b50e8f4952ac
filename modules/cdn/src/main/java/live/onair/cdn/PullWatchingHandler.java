package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import live.onair.cdn.PullWatchingHandler.PullWatching;
import live.onair.cdn.spi.WatchingReports;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Reads what players told while shows are live, and for a while after. */
@Singleton
class PullWatchingHandler implements WorkHandler<PullWatching> {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WatchingReports reports;
    private final WatchBook book;

    @Inject
    PullWatchingHandler(WatchingReports reports, WatchBook book) {
        this.reports = reports;
        this.book = book;
    }

    /** Read on. */
    record PullWatching() implements Work {
        @Override
        public String key() {
            return "all";
        }
    }

    @Override
    public Class<PullWatching> type() {
        return PullWatching.class;
    }

    @Override
    public Next handle(PullWatching work) {
        if (!reports.isHere() || !book.isAnybodyLive()) {
            return Next.done();
        }
        WatchingReports.Page page = reports.since(book.next());
        book.keep(page);
        return Next.after(PAUSE);
    }
}
