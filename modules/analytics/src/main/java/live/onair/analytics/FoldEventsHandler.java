package live.onair.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Once a day makes sums of what is old, and forgets who did it: a show's numbers stay, its events go. */
@Singleton
class FoldEventsHandler implements WorkHandler<FoldEventsHandler.FoldEvents> {

    /** As long as a replay is sold from and its orders are disputed. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final Duration DAILY = Duration.ofDays(1);

    private final Folding folding;

    @Inject
    FoldEventsHandler(Folding folding) {
        this.folding = folding;
    }

    /** Fold what is old. */
    record FoldEvents(String name) implements Work {

        static final FoldEvents DAILY = new FoldEvents("product events");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<FoldEvents> type() {
        return FoldEvents.class;
    }

    @Override
    public Next handle(FoldEvents work) {
        folding.old();
        return Next.after(DAILY);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Folding {

        private final EventBook book;
        private final Clock clock;

        @Inject
        Folding(EventBook book, Clock clock) {
            this.book = book;
            this.clock = clock;
        }

        /** Says how many became sums. */
        public int old() {
            return book.fold(clock.instant().minus(KEPT));
        }
    }
}
