package live.onair.inventory;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Clears something away as it was approved: the account is looked at anew, and if the calls would be others now, none is
 * made. What has begun is led to its end from whatever state it is found in.
 */
@Singleton
class ClearAwayHandler implements WorkHandler<ClearAwayHandler.ClearAway> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Instance<CloudAccount> accounts;
    private final RemovalBook book;
    private final Clock clock;

    @Inject
    ClearAwayHandler(Instance<CloudAccount> accounts, RemovalBook book, Clock clock) {
        this.accounts = accounts;
        this.book = book;
        this.clock = clock;
    }

    /** Carry out this approved plan. */
    record ClearAway(String removal) implements Work {
        @Override
        public String key() {
            return removal;
        }
    }

    @Override
    public Class<ClearAway> type() {
        return ClearAway.class;
    }

    @Override
    public Next handle(ClearAway work) {
        RemovalBook.Claimed claimed =
                book.claim(UUID.fromString(work.removal())).orElse(null);
        if (claimed == null) {
            return Next.done();
        }
        try {
            return step(claimed);
        } catch (CloudException e) {
            if (e.fault().isRetried() || e.fault() == CloudFault.NOT_FOUND) {
                // what was not found may just have gone: the next look tells
                return Next.after(SOON);
            }
            book.over(claimed.removal(), false, String.valueOf(e.getMessage()));
            return Next.done();
        }
    }

    private Next step(RemovalBook.Claimed claimed) {
        CloudAccount account = accounts.get();
        Removal removal = claimed.removal();
        List<Resource> seen = account.resources();
        Optional<Resource> target = seen.stream()
                .filter(thing -> AccountShelf.idOf(thing.arn()).equals(removal.resource()))
                .findFirst()
                .or(claimed::thing);
        if (target.isEmpty()) {
            book.over(removal, true, "");
            return Next.done();
        }
        if (!claimed.begun()) {
            Optional<Reason> change = change(target.get(), seen, removal);
            if (change.isPresent()) {
                book.over(removal, false, KeptReason.write(change.get()));
                return Next.done();
            }
            book.begin(removal);
        }
        if (!account.carryOut(target.get(), seen, removal.deed())) {
            return Next.after(SOON);
        }
        book.over(removal, true, "");
        return Next.done();
    }

    /** Why what was approved is not done with the account as it is now. */
    private Optional<Reason> change(Resource target, List<Resource> seen, Removal removal) {
        String now = book.plan(target, seen, removal.deed(), clock.instant())
                .map(Plan::hash)
                .orElse("");
        return now.equals(removal.hash())
                ? book.obstacle(target, seen, removal.deed())
                : Optional.of(InventoryRefusal.PLAN_OTHER.with());
    }
}
