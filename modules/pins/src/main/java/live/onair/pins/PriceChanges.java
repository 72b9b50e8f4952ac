package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.pins.PriceChangeRows.PriceChange;
import org.jspecify.annotations.Nullable;

/**
 * Prices that change while their show runs, where they are locked: one person asks, another one agrees. The yes is
 * identity's ({@code Approvals}), so that it can be given wherever approvals are.
 */
@Singleton
@Transactional
@Guarded
public class PriceChanges {

    /** What the approval is called. */
    static final String ACT = "priceChanges.approve";

    private final PriceChangeBook book;

    @Inject
    PriceChanges(PriceChangeBook book) {
        this.book = book;
    }

    /** The price wanted, and why. */
    public record PriceWish(@Nullable Money price, @Nullable String reason) {}

    /** The changes of a show, newest first. */
    @AllowedTo
    public List<PriceChange> of(String show) {
        return book.of(show);
    }

    /** Asks for another price of a product in a show that runs. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "priceChanges.ask", ko = "가격 변경 요청", en = "Ask for another price", danger = Action.Danger.CAREFUL)
    public Outcome<PriceChange> ask(String show, String product, PriceWish wanted) {
        return book.ask(show, product, wanted);
    }

    /** Agrees as the second person: the price changes at once. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "priceChanges.approve", ko = "가격 변경 승인", en = "Approve the price", danger = Action.Danger.CAREFUL)
    public Outcome<PriceChange> approve(String id) {
        return book.approve(id);
    }

    /** Does not agree as the second person, and says why. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "priceChanges.refuse", ko = "가격 변경 거절", en = "Refuse the price", danger = Action.Danger.CAREFUL)
    public Outcome<PriceChange> refuse(String id, @Nullable String reason) {
        return book.refuse(id, reason);
    }
}
