package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Ends the duty of somebody who went without saying so. */
@Singleton
class EndDutyHandler implements WorkHandler<EndDutyHandler.EndDuty> {

    private final Ending ending;

    @Inject
    EndDutyHandler(Ending ending) {
        this.ending = ending;
    }

    /** End this person's. */
    record EndDuty(String person) implements Work {
        @Override
        public String key() {
            return person;
        }
    }

    @Override
    public Class<EndDuty> type() {
        return EndDuty.class;
    }

    @Override
    public Next handle(EndDuty work) {
        return ending.endsLater(work.person()).map(Next::at).orElseGet(Next::done);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Ending {

        private final DutyBook book;

        @Inject
        Ending(DutyBook book) {
            this.book = book;
        }

        public Optional<Instant> endsLater(String person) {
            return book.endsLater(person);
        }
    }
}
