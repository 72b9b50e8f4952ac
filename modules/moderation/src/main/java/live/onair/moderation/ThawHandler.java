package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Lets a frozen chat talk again when its time is over; one that was frozen for longer thaws later, or not by itself. */
@Singleton
class ThawHandler implements WorkHandler<ThawHandler.Thaw> {

    private final Thawing thawing;

    @Inject
    ThawHandler(Thawing thawing) {
        this.thawing = thawing;
    }

    /** Thaw the chat of this show. */
    record Thaw(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<Thaw> type() {
        return Thaw.class;
    }

    @Override
    public Next handle(Thaw work) {
        return thawing.thawsLater(work).map(Next::at).orElseGet(Next::done);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Thawing {

        private final ShieldBook book;

        @Inject
        Thawing(ShieldBook book) {
            this.book = book;
        }

        public Optional<Instant> thawsLater(Thaw work) {
            return book.thawsLater(work.show());
        }
    }
}
