package live.onair.inventory;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.KeptRecording.Copies;
import live.onair.inventory.KeptRecording.Pass;
import live.onair.inventory.LookAtRecordingsHandler.LookAtRecordings;
import live.onair.inventory.spi.RecordingArchive.Look;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Which recordings are looked at, and when again. Works inside the caller's transaction. */
@Singleton
class RecordingBook {

    /** For so long after its show a recording is still being written. */
    private static final Duration GROWS = Duration.ofMinutes(10);
    /** So soon the next objects of it are asked. */
    private static final Duration SOON = Duration.ofSeconds(20);
    /** A recording may come this late after its show. */
    private static final Duration MAY_COME = Duration.ofDays(1);
    /** So far back shows are looked for that ended while nobody watched. */
    private static final Duration BACK = Duration.ofDays(28);

    private final RecordingShelf shelf;
    private final AccountShelf accounts;
    private final Shows shows;
    private final Channels channels;
    private final Interruptions interruptions;
    private final WorkQueue queue;
    private final Clock clock;
    private final Event<InventoryEvent> events;

    @Inject
    RecordingBook(
            RecordingShelf shelf,
            AccountShelf accounts,
            Shows shows,
            Channels channels,
            Interruptions interruptions,
            WorkQueue queue,
            Clock clock,
            Event<InventoryEvent> events) {
        this.shelf = shelf;
        this.accounts = accounts;
        this.shows = shows;
        this.channels = channels;
        this.interruptions = interruptions;
        this.queue = queue;
        this.clock = clock;
        this.events = events;
    }

    /** A show whose recording is to be looked at, and the backend that has made it. */
    record Asked(RecordingShelf.Due due, String backend) {}

    /** What ends, and what is published or withdrawn, is looked at at once. */
    void showChanged(@Observes ShowEvent event) {
        boolean news = event instanceof ShowEvent.Ended || event instanceof ShowEvent.ReplayShown;
        if (news && isUsed()) {
            shelf.add(event.show(), clock.instant());
            queue.put(LookAtRecordings.NOW);
        }
    }

    private boolean isUsed() {
        return accounts.account().filter(AccountState::enabled).isPresent();
    }

    /** Shows that ended while nobody watched are looked at too; false while it is not known that a cloud is used. */
    @Transactional
    public boolean catchUp() {
        Instant now = clock.instant();
        boolean used = isUsed();
        if (used) {
            shows.board(now.minus(BACK), now).stream()
                    .filter(show ->
                            show.airtime().endedAt() != null && backend(show).isPresent())
                    .forEach(show -> shelf.addNew(show.id(), now));
        }
        return used;
    }

    /** Empty if our own edges serve it: then it lies on our own disks. */
    private Optional<String> backend(ShowRows.Show show) {
        return channels.find(show.channel().id())
                .filter(channel -> !channel.isOnEdges())
                .map(Channels.Row::backend);
    }

    /** The next that are due; those that lie elsewhere are forgotten. */
    @Transactional
    public List<Asked> due(int most) {
        return shelf.due(clock.instant(), most).stream()
                .flatMap(due -> asked(due).stream())
                .toList();
    }

    private Optional<Asked> asked(RecordingShelf.Due due) {
        Optional<Asked> asked = shows.find(due.show()).flatMap(this::backend).map(backend -> new Asked(due, backend));
        if (asked.isEmpty()) {
            shelf.forget(due.show());
        }
        return asked;
    }

    @Transactional
    public Optional<Instant> nextDue() {
        return shelf.nextDue();
    }

    /** Something was seen, or nothing. */
    @Transactional
    public void looked(RecordingShelf.Due due, Optional<Look> look) {
        Instant now = clock.instant();
        if (look.isEmpty()) {
            keep(due, KeptRecording.nothing(due.show(), now), Pass.NONE, false, now);
            return;
        }
        Pass pass = due.pass().and(look.get().fates());
        boolean still = due.whole() && pass.tells(due.before().copies());
        boolean all = still || pass.isWhole(look.get().objects());
        boolean grows = now.isBefore(due.addedAt().plus(GROWS));
        KeptRecording seen =
                still ? due.before().still(look.get(), now) : KeptRecording.of(due.before(), look.get(), pass, now);
        keep(due, seen, all || grows ? Pass.NONE : pass, all && !grows && (still || pass.isWell()), now);
    }

    /** All objects are asked by and by; then only the newest ones, until they tell of something else. */
    private void keep(RecordingShelf.Due due, KeptRecording seen, Pass pass, boolean whole, Instant now) {
        shelf.keep(due.show(), pass, whole);
        shelf.keep(seen, pass.equals(Pass.NONE) ? next(seen, due, now) : now.plus(SOON));
        tell(due.before().copies(), seen);
    }

    private void tell(Copies before, KeptRecording seen) {
        String show = seen.show();
        boolean failed = seen.copies() == Copies.FAILED;
        if (failed && before != Copies.FAILED) {
            events.fire(new InventoryEvent.CopyFailed(show, String.valueOf(seen.failedKey())));
        } else if (seen.copies() == Copies.DONE && before != Copies.DONE) {
            events.fire(new InventoryEvent.Copied(show, seen.objects()));
        }
        if (failed) {
            Map<String, Object> facts = Map.of("objects", seen.failed(), "key", String.valueOf(seen.failedKey()));
            interruptions.open(RecordingAlarm.COPY_FAILED, show, OptionalInt.empty(), facts);
        } else {
            interruptions.close(RecordingAlarm.COPY_FAILED, show);
        }
    }

    /** It could not be read. */
    @Transactional
    public void notLooked(RecordingShelf.Due due, String words) {
        shelf.failed(due.show(), words, clock.instant().plus(Duration.ofMinutes(5)));
    }

    /** What moves is looked at each minute, what stands still each day; what is gone, or never came, no more. */
    private static @Nullable Instant next(KeptRecording seen, RecordingShelf.Due due, Instant now) {
        if (now.isBefore(due.addedAt().plus(GROWS))) {
            return now.plus(Duration.ofMinutes(1));
        }
        return switch (seen.copies()) {
            case COPYING -> now.plus(Duration.ofMinutes(1));
            case FAILED -> now.plus(Duration.ofMinutes(10));
            case CHECKING -> now.plus(SOON);
            case NOTHING -> {
                boolean mayCome = due.before().objects() == 0
                        && now.isBefore(due.addedAt().plus(MAY_COME));
                yield mayCome ? now.plus(Duration.ofMinutes(5)) : null;
            }
            case UNKNOWN, PARTLY, DONE, NO_RULE -> now.plus(Duration.ofDays(1));
        };
    }

    Optional<KeptRecording> find(String show) {
        return shelf.find(show);
    }

    List<KeptRecording> all(Copies copies) {
        return shelf.all(copies, 100);
    }
}
