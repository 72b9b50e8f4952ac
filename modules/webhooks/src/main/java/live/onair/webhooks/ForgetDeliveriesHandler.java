package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Once a day forgets what was sent and received more than thirty days ago. */
@Singleton
class ForgetDeliveriesHandler implements WorkHandler<ForgetDeliveriesHandler.ForgetDeliveries> {

    static final Duration KEPT = Duration.ofDays(30);

    private final Forgetting forgetting;

    @Inject
    ForgetDeliveriesHandler(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    /** Forget what is old. */
    record ForgetDeliveries(String name) implements Work {

        static final ForgetDeliveries DAILY = new ForgetDeliveries("webhook deliveries");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<ForgetDeliveries> type() {
        return ForgetDeliveries.class;
    }

    @Override
    public Next handle(ForgetDeliveries work) {
        forgetting.old();
        return Next.after(Duration.ofDays(1));
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Forgetting {

        private final Outbox outbox;
        private final Clock clock;

        @Inject
        Forgetting(Outbox outbox, Clock clock) {
            this.outbox = outbox;
            this.clock = clock;
        }

        /** Says how many rows. */
        public int old() {
            return outbox.forget(clock.instant().minus(KEPT));
        }
    }
}
