package live.onair.inventory;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.CloudAccount.State;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Looks at the account again and again. That it does not answer is news and no failure: it is written down as it is. */
@Singleton
class TakeInventoryHandler implements WorkHandler<TakeInventoryHandler.TakeInventory> {

    /** From look to look. */
    static final Duration PAUSE = Duration.ofSeconds(60);

    private final Instance<CloudAccount> accounts;
    private final InventoryBook book;
    private final QuotaBook quotas;
    private final QuotaGate gate;

    @Inject
    TakeInventoryHandler(Instance<CloudAccount> accounts, InventoryBook book, QuotaBook quotas, QuotaGate gate) {
        this.accounts = accounts;
        this.book = book;
        this.quotas = quotas;
        this.gate = gate;
    }

    /** Look at the account. */
    record TakeInventory(String name) implements Work {

        /** The one account. */
        static final TakeInventory NOW = new TakeInventory("aws");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<TakeInventory> type() {
        return TakeInventory.class;
    }

    @Override
    public Next handle(TakeInventory work) {
        if (!accounts.isResolvable()) {
            return Next.done();
        }
        CloudAccount account = accounts.get();
        State state = account.state();
        @Nullable List<Resource> all = null;
        if (state.isConnected()) {
            try {
                all = account.resources();
            } catch (CloudException e) {
                state = new State(
                        state.enabled(),
                        state.account(),
                        state.region(),
                        state.env(),
                        state.readOnly(),
                        e.fault(),
                        e.getMessage());
            }
        }
        book.looked(state, all);
        if (all != null) {
            count(account);
            archive(account);
        }
        boolean told = tell(state.enabled());
        return state.enabled() || told ? Next.after(PAUSE) : Next.done();
    }

    /** Every show needs a report once the check is known, also when the cloud is used no more. */
    private boolean tell(boolean used) {
        if (!gate.isThere()) {
            return false;
        }
        gate.told(gate.report(used));
        return true;
    }

    /** As with the quotas. */
    private void archive(CloudAccount account) {
        try {
            book.archived(account.archive(), null);
        } catch (CloudException e) {
            book.archived(null, e.getMessage());
        }
    }

    /** Its rights may be missing where all else may be read: then only this is not known. */
    private void count(CloudAccount account) {
        try {
            quotas.counted(account.quotas());
            gate.open();
        } catch (CloudException e) {
            quotas.notCounted(String.valueOf(e.getMessage()));
        }
    }
}
