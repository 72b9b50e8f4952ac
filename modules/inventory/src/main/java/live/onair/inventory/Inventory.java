package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.inventory.CallRows.TrailState;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Holdings;
import live.onair.inventory.InventoryRows.Planned;
import live.onair.inventory.InventoryRows.Verdict;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What the cloud account holds against what we want: what nobody wants is cleared away, what lost our tag adopted. */
@Singleton
@Transactional
@Guarded
public class Inventory {

    private final InventoryBook book;
    private final RemovalBook removals;
    private final QuotaBook quotas;
    private final TrailBook trail;
    private final RecordingBook recordings;

    @Inject
    Inventory(InventoryBook book, RemovalBook removals, QuotaBook quotas, TrailBook trail, RecordingBook recordings) {
        this.book = book;
        this.removals = removals;
        this.quotas = quotas;
        this.trail = trail;
        this.recordings = recordings;
    }

    /**
     * What to list; null does not narrow.
     *
     * @param text part of a name, an ARN or a channel's id
     * @param cursor where the page before ended; any other is an {@link IllegalArgumentException}
     * @param size 1 to 200
     */
    public record Filter(
            @Nullable Verdict verdict,
            @Nullable String text,
            @Nullable String cursor,
            int size) {
        /** The first page of all. */
        public static final Filter ALL = new Filter(null, null, null, 100);
    }

    /**
     * Which calls of ours to list; null does not narrow.
     *
     * @param show id of a show: what was called for it, and for its channel while it had it
     * @param text part of a service, an operation, a thing, a channel, a number of a request or a name; not beside a show
     * @param cursor where the page before ended; any other is an {@link IllegalArgumentException}
     * @param size 1 to 200
     */
    public record CallFilter(
            @Nullable TrailState state,
            @Nullable String show,
            @Nullable String text,
            @Nullable String cursor,
            int size) {
        /** Refuses a page that is none. */
        public CallFilter {
            if (size < 1 || size > 200) {
                throw new IllegalArgumentException("size: 1 to 200");
            }
        }
    }

    /** The account as it was last looked at. */
    @AllowedTo
    public AccountState account() {
        return book.account();
    }

    /** What the account held when it was last counted, the worst first. */
    @AllowedTo
    public Holdings list(Filter filter) {
        return book.list(filter);
    }

    /** One thing in the account. */
    @AllowedTo
    public Optional<Holding> find(String id) {
        return book.find(id);
    }

    /** What the account may hold, as it was last counted, against what the calendar of the next four weeks asks for. */
    @AllowedTo
    public QuotaRows.Quotas quotas() {
        return quotas.all();
    }

    /** How the account's own trail stands to what we have called. */
    @AllowedTo
    public CallRows.TrailReading trail() {
        return trail.reading();
    }

    /** Our calls that change something in the account, the newest first, each with what its trail tells of it. */
    @AllowedTo
    public CallRows.SentCalls calls(CallFilter filter) {
        return trail.calls(filter);
    }

    /** What others have changed on our things in the account, the newest first. The text narrows as that of the calls. */
    @AllowedTo
    public CallRows.ForeignActs foreign(@Nullable String text, @Nullable String cursor, int size) {
        return trail.foreign(text, cursor, size);
    }

    /** What has become of a show's recording in the cloud's store; empty if it does not lie there, or its show goes on. */
    @AllowedTo
    public Optional<KeptRecording> recording(String show) {
        return recordings.find(show);
    }

    /** Recordings whose copies stand like this, of the latest shows first; at most 100. */
    @AllowedTo
    public List<KeptRecording> recordings(KeptRecording.Copies copies) {
        return recordings.all(copies);
    }

    /** Looks at the account at once. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "inventory.refresh", ko = "지금 다시 보기", en = "Look again now", shortcut = "r")
    public Outcome<AccountState> refresh() {
        return book.refresh();
    }

    /** Shows what stopping, clearing away or adopting a thing would do; calls nothing, and works without a connection. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "inventory.plan", ko = "정리 계획", en = "Plan to tidy up")
    public Outcome<Planned> plan(String id) {
        return removals.plan(id);
    }

    /** Does what the plan with this hash says, not later than two minutes after it was shown. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "inventory.remove", ko = "계획대로 정리", en = "Tidy up as planned", danger = Action.Danger.DANGEROUS)
    public Outcome<Removal> remove(String id, @Nullable String hash, @Nullable String reason) {
        return removals.remove(id, hash, reason);
    }
}
