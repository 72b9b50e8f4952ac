package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardBoard;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.CardRows.CardSpan;
import org.jspecify.annotations.Nullable;

/** Notices and questions with answers: written beforehand, shown to viewers and hidden by one press. */
@Singleton
@Transactional
@Guarded
public class Cards {

    private final CardBook book;
    private final CardShowing showing;
    private final CardReads reads;
    private final CardHistory history;

    @Inject
    Cards(CardBook book, CardShowing showing, CardReads reads, CardHistory history) {
        this.book = book;
        this.showing = showing;
        this.reads = reads;
        this.history = history;
    }

    /**
     * A new card.
     *
     * @param show the show it is of; null for one of a product
     * @param product the product it is of; null for one of a show
     * @param question null or empty for a notice
     * @param text the notice, or the answer
     */
    public record NewCard(
            @Nullable CardKind kind,
            @Nullable String show,
            @Nullable String product,
            @Nullable String question,
            @Nullable String text) {}

    /**
     * Its words from now on.
     *
     * @param version the version that was read, null not to look
     */
    public record CardWords(
            @Nullable Integer version,
            @Nullable String question,
            @Nullable String text) {}

    /** The cards that a show has or can use, in their order. */
    @AllowedTo
    public CardBoard of(String show) {
        return reads.board(show);
    }

    /** The questions of a product, for every show that has it. */
    @AllowedTo
    public List<Card> ofProduct(String product) {
        return reads.ofProduct(product);
    }

    /** One, also when it was taken away. */
    @AllowedTo
    public Optional<Card> find(String id) {
        return reads.find(id).or(() -> reads.removed(id));
    }

    /** What viewers of the show see now. */
    @AllowedTo
    public CardBoard shown(String show) {
        return reads.shown(show);
    }

    /** What viewers of the show ever read, with the words of then, in the order in which it began. */
    @AllowedTo
    public List<CardSpan> history(String show) {
        return history.of(show);
    }

    /** Adds one; viewers do not see it yet. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.add", ko = "카드 추가", en = "Add a card")
    public Outcome<Card> add(NewCard wanted) {
        return book.add(wanted);
    }

    /** Changes its words; viewers who see it see the new ones. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.change", ko = "카드 고치기", en = "Change the card")
    public Outcome<Card> change(String id, CardWords words) {
        return book.change(id, words);
    }

    /** Takes one away; it can be put back. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.remove", ko = "카드 지우기", en = "Remove the card")
    public Outcome<Card> remove(String id) {
        return book.remove(id);
    }

    /** Puts one back that was taken away, hidden. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.restore", ko = "카드 되살리기", en = "Put the card back")
    public Outcome<Card> restore(String id) {
        return book.restore(id);
    }

    /** Puts it at another place among its like, counted from 0. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.move", ko = "카드 옮기기", en = "Move the card")
    public Outcome<Card> move(String id, int to) {
        return book.move(id, to);
    }

    /** Shows it to viewers of the show. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.show", ko = "보이기", en = "Show")
    public Outcome<Card> show(String show, String id) {
        return showing.show(show, id);
    }

    /** Hides it from them. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.ADMIN})
    @Action(id = "cards.hide", ko = "숨기기", en = "Hide")
    public Outcome<Card> hide(String show, String id) {
        return showing.hide(show, id);
    }
}
