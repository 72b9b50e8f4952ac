package live.onair.inventory;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Holdings;
import live.onair.inventory.TakeInventoryHandler.TakeInventory;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.CloudAccount.State;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.Outcome;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is behind {@link Inventory}'s looking. Works inside the caller's transaction. */
@Singleton
class InventoryBook {

    private static final String SUBJECT = "aws";

    private final Instance<CloudAccount> accounts;
    private final AccountShelf shelf;
    private final RemovalShelf removals;
    private final Wishes wishes;
    private final WorkQueue queue;
    private final Clock clock;
    private final Event<InventoryEvent> events;

    @Inject
    InventoryBook(
            Instance<CloudAccount> accounts,
            AccountShelf shelf,
            RemovalShelf removals,
            Wishes wishes,
            WorkQueue queue,
            Clock clock,
            Event<InventoryEvent> events) {
        this.accounts = accounts;
        this.shelf = shelf;
        this.removals = removals;
        this.wishes = wishes;
        this.queue = queue;
        this.clock = clock;
        this.events = events;
    }

    /**
     * One that was never looked at is not connected, and nothing else is known of it. Whether it may be written to is asked
     * now: the last look may be one of a console that was set otherwise.
     */
    AccountState account() {
        AccountState seen = shelf.account()
                .orElseGet(() ->
                        new AccountState(false, null, null, null, false, null, null, null, null, Archive.UNKNOWN));
        return accounts.isResolvable() ? seen.with(accounts.get().isReadOnly()) : seen;
    }

    /** What becomes of recordings was read, or could not be. */
    @Transactional
    void archived(@Nullable Archive read, @Nullable String words) {
        if (read == null) {
            shelf.archiveFailed(String.valueOf(words));
        } else {
            shelf.keep(read, clock.instant());
        }
    }

    Outcome<AccountState> refresh() {
        AccountState account = account();
        if (account.lookedAt() != null && !account.enabled()) {
            return Outcome.refused(InventoryRefusal.CLOUD_OFF.with());
        }
        queue.put(TakeInventory.NOW);
        queue.put(ReadTrailHandler.ReadTrail.NOW);
        events.fire(new InventoryEvent.RefreshAsked(SUBJECT));
        return Outcome.done(account);
    }

    Holdings list(Inventory.Filter filter) {
        if (filter.size() < 1 || filter.size() > 200) {
            throw new IllegalArgumentException("size: 1 to 200");
        }
        List<Holding> all =
                items().stream().filter(item -> isMeant(item, filter)).toList();
        int from = 0;
        if (filter.cursor() != null) {
            List<String> ids = all.stream().map(Holding::id).toList();
            from = ids.indexOf(filter.cursor()) + 1;
            if (from == 0) {
                throw new IllegalArgumentException("cursor");
            }
        }
        List<Holding> page = all.subList(from, Math.min(all.size(), from + filter.size()));
        boolean more = from + page.size() < all.size();
        return new Holdings(page, more ? page.get(page.size() - 1).id() : null);
    }

    private static boolean isMeant(Holding item, Inventory.Filter filter) {
        String text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
        String where = item.name() + "\n" + item.arn() + "\n" + item.channel();
        return (filter.verdict() == null || filter.verdict() == item.verdict())
                && where.toLowerCase(Locale.ROOT).contains(text);
    }

    Optional<Holding> find(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private List<Holding> items() {
        List<AccountShelf.Kept> all = shelf.all();
        Judgement.Wanted wanted = wanted(all);
        Map<String, Removal> latest = removals.latest();
        return all.stream()
                .map(kept -> item(kept, wanted, latest.get(kept.id())))
                .sorted(Comparator.comparing(Holding::verdict))
                .toList();
    }

    Judgement.Wanted wanted(List<AccountShelf.Kept> all) {
        return wishes.now(all.stream()
                .map(kept -> kept.thing().channel())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static Holding item(AccountShelf.Kept kept, Judgement.Wanted wanted, @Nullable Removal removal) {
        Resource thing = kept.thing();
        Judgement judged = Judgement.of(thing, wanted);
        return new Holding(
                kept.id(),
                thing.arn(),
                thing.service(),
                thing.kind(),
                thing.name(),
                thing.state(),
                thing.running(),
                thing.billing(),
                thing.channel(),
                thing.tags(),
                judged.verdict(),
                judged.cause(),
                Judgement.deed(thing, judged),
                kept.seenAt(),
                removal);
    }

    /** What a look has brought; tells when the connection is another than before. */
    @Transactional
    public void looked(State state, @Nullable List<Resource> all) {
        Instant now = clock.instant();
        boolean before = account().connected();
        shelf.keep(state, now);
        if (all != null) {
            shelf.keep(all, now);
        }
        if (state.isConnected() && !before) {
            events.fire(new InventoryEvent.Connected(String.valueOf(state.account()), state.region()));
        } else if (!state.isConnected() && before) {
            events.fire(new InventoryEvent.Disconnected(SUBJECT, String.valueOf(state.words())));
        }
    }
}
