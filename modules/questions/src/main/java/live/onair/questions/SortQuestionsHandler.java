package live.onair.questions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Reads on in the chat of a show while it is on air, and for what was said last a little longer. */
@Singleton
class SortQuestionsHandler implements WorkHandler<SortQuestionsHandler.SortQuestions> {

    static final Duration PAUSE = Duration.ofSeconds(2);

    /** Until then the chat of a show that has ended was read to its end. */
    static final Duration LATE = Duration.ofMinutes(1);

    private final Sorting sorting;

    @Inject
    SortQuestionsHandler(Sorting sorting) {
        this.sorting = sorting;
    }

    /** Read on in this show's. */
    record SortQuestions(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<SortQuestions> type() {
        return SortQuestions.class;
    }

    @Override
    public Next handle(SortQuestions work) {
        boolean more = sorting.readOn(work.show());
        if (more) {
            return Next.after(Duration.ZERO);
        }
        return sorting.isGoingOn(work.show()) ? Next.after(PAUSE) : Next.done();
    }

    /** The halves that lie in transactions. */
    @Singleton
    @Transactional
    static class Sorting {

        private final QuestionSorter sorter;
        private final Shows shows;
        private final Clock clock;

        @Inject
        Sorting(QuestionSorter sorter, Shows shows, Clock clock) {
            this.sorter = sorter;
            this.shows = shows;
            this.clock = clock;
        }

        /** Whether there may be more. */
        public boolean readOn(String show) {
            return sorter.readOn(show);
        }

        public boolean isGoingOn(String show) {
            return shows.find(show).filter(this::isGoingOn).isPresent();
        }

        private boolean isGoingOn(ShowRows.Show show) {
            Instant end = show.airtime().endedAt();
            return show.state() == ShowState.ON_AIR
                    || end != null && clock.instant().isBefore(end.plus(LATE));
        }
    }
}
