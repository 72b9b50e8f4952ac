package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Gives back what was held and not bought. */
@Singleton
class ExpireHoldHandler implements WorkHandler<ExpireHoldHandler.ExpireHold> {

    private final Expiring expiring;

    @Inject
    ExpireHoldHandler(Expiring expiring) {
        this.expiring = expiring;
    }

    /** Give this one back, if its minutes are over. */
    record ExpireHold(String hold) implements Work {
        @Override
        public String key() {
            return hold;
        }
    }

    @Override
    public Class<ExpireHold> type() {
        return ExpireHold.class;
    }

    @Override
    public Next handle(ExpireHold work) {
        Instant later = expiring.expire(work);
        return later == null ? Next.done() : Next.at(later);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Expiring {

        private final HoldBook book;

        @Inject
        Expiring(HoldBook book) {
            this.book = book;
        }

        /** All of it comes back, or it stays as it is: then, when to look again; null for never. */
        public @Nullable Instant expire(ExpireHold work) {
            return book.expire(UUID.fromString(work.hold()));
        }
    }
}
