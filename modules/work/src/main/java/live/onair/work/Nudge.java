package live.onair.work;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Wakes the runner of this node when a transaction that put work has committed; never earlier, never otherwise. */
@Singleton
class Nudge {

    private static final Runnable NOBODY = () -> {};

    private final TransactionSynchronizationRegistry transactions;
    private volatile Runnable runner = NOBODY;

    @Inject
    Nudge(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    void wakes(Runnable wake) {
        runner = wake;
    }

    void wakesNobody() {
        runner = NOBODY;
    }

    void now() {
        runner.run();
    }

    void afterCommit() {
        if (transactions.getResource(this) != null) {
            return;
        }
        transactions.putResource(this, true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    now();
                }
            }
        });
    }
}
