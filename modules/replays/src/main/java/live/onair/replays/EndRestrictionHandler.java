package live.onair.replays;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Brings a replay back when nobody decided on its restriction in time. */
@Singleton
class EndRestrictionHandler implements WorkHandler<EndRestrictionHandler.EndRestriction> {

    private final Ending ending;

    @Inject
    EndRestrictionHandler(Ending ending) {
        this.ending = ending;
    }

    /** End this one when its time is over. */
    record EndRestriction(long number) implements Work {
        @Override
        public String key() {
            return String.valueOf(number);
        }
    }

    @Override
    public Class<EndRestriction> type() {
        return EndRestriction.class;
    }

    @Override
    public Next handle(EndRestriction work) {
        return ending.endsLater(work).map(Next::at).orElseGet(Next::done);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Ending {

        private final RestrictionBook book;

        @Inject
        Ending(RestrictionBook book) {
            this.book = book;
        }

        public Optional<Instant> endsLater(EndRestriction work) {
            return book.endsLater(work.number());
        }
    }
}
