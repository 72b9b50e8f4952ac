package live.onair.inventory;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import live.onair.inventory.spi.AccountTrail;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Reads the account's trail again and again: sooner while calls of ours wait to be told, and from time to time farther back
 * for what was told late. That it cannot be read is news and no failure.
 */
@Singleton
class ReadTrailHandler implements WorkHandler<ReadTrailHandler.ReadTrail> {

    static final Duration SOON = Duration.ofMinutes(1);
    static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration FAR_EVERY = Duration.ofHours(1);

    private final Instance<AccountTrail> trails;
    private final TrailBook book;
    private final CallIntake intake;
    private final Clock clock;
    private volatile Instant farAt = Instant.EPOCH;

    @Inject
    ReadTrailHandler(Instance<AccountTrail> trails, TrailBook book, CallIntake intake, Clock clock) {
        this.trails = trails;
        this.book = book;
        this.intake = intake;
        this.clock = clock;
    }

    /** Read what the account has written down. */
    record ReadTrail(String name) implements Work {

        /** The one account. */
        static final ReadTrail NOW = new ReadTrail("aws");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<ReadTrail> type() {
        return ReadTrail.class;
    }

    @Override
    public Next handle(ReadTrail work) {
        if (!trails.isResolvable() || !trails.get().isUsed()) {
            return Next.done();
        }
        intake.catchUp();
        Instant now = clock.instant();
        boolean far = farAt.plus(FAR_EVERY).isBefore(now);
        try {
            trails.get().writes(book.readsFrom(far), now, book::told);
            book.read(now);
            farAt = far ? now : farAt;
        } catch (CloudException e) {
            book.notRead(String.valueOf(e.getMessage()));
        }
        return Next.after(book.waits() ? SOON : PAUSE);
    }
}
