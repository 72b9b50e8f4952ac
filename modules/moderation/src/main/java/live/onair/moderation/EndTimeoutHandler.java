package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Lets somebody in again when their time is over; a timeout that was made longer ends later, a ban not by itself. */
@Singleton
class EndTimeoutHandler implements WorkHandler<EndTimeoutHandler.EndTimeout> {

    private final Ending ending;

    @Inject
    EndTimeoutHandler(Ending ending) {
        this.ending = ending;
    }

    /** End this member's in this show, or the one for all shows. */
    record EndTimeout(String show, String member) implements Work {

        /** No show's: of the ban for all of them. */
        static final String EVERYWHERE = "";

        @Override
        public String key() {
            return show + ":" + member;
        }
    }

    @Override
    public Class<EndTimeout> type() {
        return EndTimeout.class;
    }

    @Override
    public Next handle(EndTimeout work) {
        return ending.endsLater(work).map(Next::at).orElseGet(Next::done);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Ending {

        private final BanBook book;

        @Inject
        Ending(BanBook book) {
            this.book = book;
        }

        public Optional<Instant> endsLater(EndTimeout work) {
            return book.endsLater(work.show(), work.member());
        }
    }
}
