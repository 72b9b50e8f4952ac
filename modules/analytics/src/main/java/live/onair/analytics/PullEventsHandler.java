package live.onair.analytics;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.analytics.spi.ViewerEvents;
import live.onair.kernel.CloudException;
import live.onair.sql.PullMarks;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads what viewers' pages have told since, again and again. How far it has read is written in one transaction with what it
 * has read, so that no event is lost or counted twice whenever the process ends.
 */
@Singleton
class PullEventsHandler implements WorkHandler<PullEventsHandler.PullEvents> {

    static final int MOST = 500;
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Duration AWAY = Duration.ofSeconds(5);

    private final ViewerEvents events;
    private final Pulling pulling;

    @Inject
    PullEventsHandler(ViewerEvents events, Pulling pulling) {
        this.events = events;
        this.pulling = pulling;
    }

    /** Read on. */
    record PullEvents(String source) implements Work {

        static final PullEvents VIEWERS = new PullEvents("viewers");

        @Override
        public String key() {
            return source;
        }
    }

    @Override
    public Class<PullEvents> type() {
        return PullEvents.class;
    }

    @Override
    public Next handle(PullEvents work) {
        if (!events.isHere()) {
            return Next.done();
        }
        try {
            return pull(work.source());
        } catch (CloudException away) {
            if (away.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw away;
        }
    }

    private Next pull(String source) {
        PullMarks.Mark before = pulling.at(source);
        long from = before == null ? 0 : before.next();
        ViewerEvents.Page page = events.read(from, MOST);
        if (before != null && !page.list().equals(before.spool())) {
            from = 0;
            page = events.read(from, MOST);
        }
        Long forget = pulling.took(source, page);
        if (forget != null) {
            events.forget(forget);
        }
        return page.next() - from >= MOST ? Next.after(Duration.ZERO) : Next.after(PAUSE);
    }

    /** The halves that lie in transactions. */
    @Singleton
    @Transactional
    static class Pulling {

        private final PullMarks marks;
        private final EventBook book;
        private final Event<AnalyticsNews> news;

        @Inject
        Pulling(Statements sql, Clock clock, EventBook book, Event<AnalyticsNews> news) {
            this.marks = new PullMarks(sql, clock, "analytics.pull");
            this.book = book;
            this.news = news;
        }

        public PullMarks.@Nullable Mark at(String source) {
            return marks.at(source);
        }

        /** Keeps the events and how far they reach; says below what the list may forget, null for nothing yet. */
        public @Nullable Long took(String source, ViewerEvents.Page page) {
            tell(book.take(page.seen().stream().map(Pulling::told).toList()));
            return marks.read(source, page.list(), page.next());
        }

        private void tell(List<Told> counted) {
            counted.stream()
                    .collect(Collectors.groupingBy(Told::show))
                    .forEach((show, events) -> news.fire(new AnalyticsNews.Counted(show, events)));
        }

        private static Told told(ViewerEvents.Seen seen) {
            return new Told(
                    seen.id(),
                    EventKind.valueOf(seen.kind().name()),
                    seen.show(),
                    seen.product(),
                    seen.viewer(),
                    null,
                    seen.at());
        }
    }
}
