package live.onair.promises;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.promises.PromiseRows.Broken;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.PromiseRows.PromisePage;
import live.onair.promises.PromiseRows.PromiseState;
import org.jspecify.annotations.Nullable;

/** What viewers were promised (약속 대장), and who would sell for less while it binds. */
@Singleton
@Transactional
@Guarded
public class Promises {

    private final PromiseBook book;
    private final PromiseShelf shelf;

    @Inject
    Promises(PromiseBook book, PromiseShelf shelf) {
        this.book = book;
        this.shelf = shelf;
    }

    /**
     * A promise as somebody writes it down.
     *
     * @param price null for what the product costs in the show
     * @param words what was promised
     * @param days how long it binds, from now; null for 30
     */
    public record PromiseTerms(
            @Nullable String product,
            @Nullable Money price,
            @Nullable String words,
            @Nullable Integer days) {}

    /**
     * Which promises; null for all.
     *
     * @param text in the product's name, the words, the numbers of show and promise
     * @param after the promise after which to read on
     * @param size 1 to 200
     */
    public record PromiseFilter(
            @Nullable String text,
            @Nullable String show,
            @Nullable String product,
            @Nullable PromiseState state,
            @Nullable String after,
            int size) {
        /** Each of them. */
        public static final PromiseFilter ALL = new PromiseFilter(null, null, null, null, null, 50);
    }

    /** What was promised in a show, in its order. */
    @AllowedTo
    public List<Promise> of(String show) {
        return shelf.of(show);
    }

    /** One promise. */
    @AllowedTo
    public Optional<Promise> find(String id) {
        return shelf.find(id);
    }

    /** The ledger, newest first. */
    @AllowedTo
    public PromisePage list(PromiseFilter filter) {
        return shelf.list(filter);
    }

    /** What a show would undercut, as it is planned now. */
    @AllowedTo
    public List<Broken> broken(String show) {
        return shelf.broken(show);
    }

    /** Writes down what was promised in a show. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "promises.make", ko = "약속 기록", en = "Write a promise down")
    public Outcome<Promise> make(String show, PromiseTerms wanted) {
        return book.make(show, wanted);
    }

    /** Lets it bind for another number of days from when it was made. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "promises.prolong", ko = "지키는 기간 바꾸기", en = "Change how long it binds")
    public Outcome<Promise> prolong(String id, int days) {
        return book.prolong(id, days);
    }

    /** Takes it back: it was none, or has been set right. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "promises.withdraw", ko = "약속 철회", en = "Take a promise back", danger = Action.Danger.CAREFUL)
    public Outcome<Promise> withdraw(String id, @Nullable String reason) {
        return book.withdraw(id, reason);
    }

    /** Lets one bind again that was taken back. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "promises.restore", ko = "철회 되돌리기", en = "Put a promise back")
    public Outcome<Promise> restore(String id) {
        return book.restore(id);
    }
}
