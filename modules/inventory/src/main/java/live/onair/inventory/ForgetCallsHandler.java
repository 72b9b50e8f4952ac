package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Forgets, once a day, calls and acts that are older than the account's own history of them: 90 days. */
@Singleton
class ForgetCallsHandler implements WorkHandler<ForgetCallsHandler.ForgetCalls> {

    private static final Duration DAILY = Duration.ofDays(1);

    private final TrailBook book;

    @Inject
    ForgetCallsHandler(TrailBook book) {
        this.book = book;
    }

    /** Forget what is old. */
    record ForgetCalls(String name) implements Work {

        static final ForgetCalls DAILY = new ForgetCalls("calls");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<ForgetCalls> type() {
        return ForgetCalls.class;
    }

    @Override
    public Next handle(ForgetCalls work) {
        book.forget();
        return Next.after(DAILY);
    }
}
