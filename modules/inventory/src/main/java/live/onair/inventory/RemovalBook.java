package live.onair.inventory;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import live.onair.inventory.ClearAwayHandler.ClearAway;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.InventoryRows.Planned;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.spi.RemovalPlanner;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.sql.ShownPlans;
import live.onair.sql.ShownPlans.Standing;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Plans what is cleared away, and has it done as it was planned. Works inside the caller's transaction. */
@Singleton
class RemovalBook {

    private final AccountShelf shelf;
    private final RemovalShelf removals;
    private final InventoryBook book;
    private final Instance<RemovalPlanner> planner;
    private final WorkQueue queue;
    private final Clock clock;
    private final Ids ids;
    private final Event<InventoryEvent> events;

    @Inject
    RemovalBook(
            AccountShelf shelf,
            RemovalShelf removals,
            InventoryBook book,
            Instance<RemovalPlanner> planner,
            WorkQueue queue,
            Clock clock,
            Ids ids,
            Event<InventoryEvent> events) {
        this.shelf = shelf;
        this.removals = removals;
        this.book = book;
        this.planner = planner;
        this.queue = queue;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    /** A thing that may be cleared away, and how. */
    private record Target(AccountShelf.Kept kept, Remedy deed, Plan plan) {
        String name() {
            return kept.thing().name();
        }

        ShownPlans.Press press() {
            return new ShownPlans.Press(kept.id(), deed);
        }
    }

    Outcome<Planned> plan(String id) {
        return target(id).map(target -> {
            String hash = target.plan().hash();
            Instant until = removals.shown().shown(target.press(), target.plan());
            events.fire(new InventoryEvent.Planned(id, target.name(), target.deed(), hash));
            return new Planned(
                    id,
                    target.name(),
                    target.deed(),
                    hash,
                    target.plan().calls(),
                    target.plan().permissions(),
                    target.plan().shows(),
                    target.kept().seenAt(),
                    until);
        });
    }

    private Outcome<Target> target(String id) {
        List<AccountShelf.Kept> all = shelf.all();
        Optional<AccountShelf.Kept> kept =
                all.stream().filter(one -> one.id().equals(id)).findFirst();
        return kept.isEmpty()
                ? Outcome.refused(InventoryRefusal.NO_SUCH_RESOURCE.with("id", id))
                : target(kept.get(), all);
    }

    private Outcome<Target> target(AccountShelf.Kept kept, List<AccountShelf.Kept> all) {
        Resource thing = kept.thing();
        Judgement.Wanted wanted = book.wanted(all);
        Remedy deed = Judgement.deed(thing, Judgement.of(thing, wanted));
        if (deed == null && !thing.ours()) {
            return Outcome.refused(InventoryRefusal.NOT_OURS.with("name", thing.name()));
        }
        Optional<Reason> hindrance = Judgement.hindrance(thing, wanted);
        if (hindrance.isPresent()) {
            return Outcome.refused(hindrance.get());
        }
        if (deed == null) {
            return Outcome.refused(InventoryRefusal.WANTED.with("name", thing.name()));
        }
        List<Resource> seen = all.stream().map(AccountShelf.Kept::thing).toList();
        Optional<Reason> obstacle = obstacle(thing, seen, deed);
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        Optional<Plan> plan = plan(thing, seen, deed, kept.seenAt());
        return plan.isEmpty()
                ? Outcome.refused(InventoryRefusal.IN_USE.with("name", thing.name()))
                : Outcome.done(new Target(kept, deed, plan.get()));
    }

    /** Why it may not be done with what the account holds besides. */
    @Transactional
    public Optional<Reason> obstacle(Resource thing, List<Resource> seen, Remedy deed) {
        return deed == Remedy.ADOPT ? Judgement.obstacle(thing, seen, book.wanted(shelf.all())) : Optional.empty();
    }

    /** What is cleared away touches no show: where it would, it is refused. */
    Optional<Plan> plan(Resource thing, List<Resource> seen, Remedy deed, Instant seenAt) {
        return planner.get().plan(thing, seen, deed, List.of(), seenAt);
    }

    Outcome<Removal> remove(String id, @Nullable String hash, @Nullable String reason) {
        AccountState account = book.account();
        String why = reason == null ? "" : reason.strip();
        if (!account.connected()) {
            String words = String.valueOf(account.words());
            return Outcome.refused(
                    account.enabled()
                            ? InventoryRefusal.NOT_CONNECTED.with("why", words)
                            : InventoryRefusal.CLOUD_OFF.with());
        }
        if (account.readOnly()) {
            return Outcome.refused(InventoryRefusal.READ_ONLY.with());
        }
        if (why.isEmpty() || why.length() > 500) {
            return Outcome.refused(InventoryRefusal.REASON.with("field", "reason"));
        }
        String given = String.valueOf(hash).toLowerCase(Locale.ROOT);
        return target(id).then(target -> approve(target, given, why));
    }

    private Outcome<Removal> approve(Target target, String hash, String reason) {
        Standing standing = removals.shown().standing(target.press(), hash);
        if (standing == Standing.OTHER || !target.plan().hash().equals(hash)) {
            return Outcome.refused(InventoryRefusal.PLAN_OTHER.with("field", "hash"));
        }
        if (standing == Standing.EXPIRED) {
            return Outcome.refused(InventoryRefusal.PLAN_EXPIRED.with("field", "hash"));
        }
        UUID id = ids.next();
        removals.shown().used(target.press());
        removals.approved(id, target.kept(), target.deed(), hash);
        queue.put(new ClearAway(id.toString()));
        events.fire(new InventoryEvent.Approved(target.kept().id(), target.name(), target.deed(), hash, reason));
        return Outcome.done(removals.waiting(id).orElseThrow().removal());
    }

    /** What is to be done. */
    record Claimed(Removal removal, Optional<Resource> thing, boolean begun) {}

    /** What is to be done now, if it still may be: what has not begun in time is not begun any more. */
    @Transactional
    public Optional<Claimed> claim(UUID id) {
        RemovalShelf.Kept kept = removals.waiting(id).orElse(null);
        if (kept == null) {
            return Optional.empty();
        }
        Removal removal = kept.removal();
        List<AccountShelf.Kept> all = shelf.all();
        Optional<Resource> thing = all.stream()
                .filter(one -> one.id().equals(removal.resource()))
                .map(AccountShelf.Kept::thing)
                .findFirst();
        Optional<Reason> hindrance = thing.flatMap(it -> Judgement.hindrance(it, book.wanted(all)));
        if (hindrance.isPresent()) {
            over(removal, false, KeptReason.write(hindrance.get()));
            return Optional.empty();
        }
        if (!kept.begun() && removal.at().plus(Plan.COUNTS).isBefore(clock.instant())) {
            over(removal, false, KeptReason.write(InventoryRefusal.PLAN_EXPIRED.with()));
            return Optional.empty();
        }
        return Optional.of(new Claimed(removal, thing, kept.begun()));
    }

    /** From here on its calls go out. */
    @Transactional
    public void begin(Removal removal) {
        removals.begun(removal.id());
    }

    /** It is over, for this reason as it is kept; the account is looked at again. */
    @Transactional
    public void over(Removal removal, boolean done, String words) {
        removals.over(removal.id(), done, words);
        queue.put(TakeInventoryHandler.TakeInventory.NOW);
        events.fire(
                done
                        ? new InventoryEvent.Cleared(removal.resource(), removal.name(), removal.deed())
                        : new InventoryEvent.NotCleared(removal.resource(), removal.name(), removal.deed(), words));
    }
}
