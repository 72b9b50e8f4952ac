package live.onair.chatrules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.chatrules.ChatRules.CaughtLine;
import live.onair.filter.FilterAction;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** The rules that come with the program, and what differs from them here. */
@Singleton
@Transactional
@Guarded
public class ShippedRules {

    /** Called like a rule: the words that hold a bad one and mean no harm. Its action is {@link FilterAction#ALLOW}. */
    public static final String INNOCENTS = "innocents";

    private final ShippedBook book;
    private final ShippedTrials trials;

    @Inject
    ShippedRules(ShippedBook book, ShippedTrials trials) {
        this.book = book;
        this.trials = trials;
    }

    /**
     * A rule that comes with the program, as it counts here.
     *
     * @param action what becomes of a line here
     * @param shippedAction what became of it without a change
     * @param words all by which lines are judged here
     * @param added those of them that were written here
     * @param leftOut shipped ones that count no more
     * @param version to change it by; 0 for one that never was changed
     * @param by who changed it last, null for nobody
     */
    public record ShippedRule(
            String id,
            String note,
            FilterAction action,
            FilterAction shippedAction,
            boolean enabled,
            List<String> words,
            List<String> added,
            List<String> leftOut,
            int version,
            @Nullable String by,
            @Nullable Instant changedAt) {
        /** Keeps its lists as they are. */
        public ShippedRule {
            words = List.copyOf(words);
            added = List.copyOf(added);
            leftOut = List.copyOf(leftOut);
        }

        /** Whether it counts otherwise than it was shipped. */
        public boolean differs() {
            return !enabled || action != shippedAction || !added.isEmpty() || !leftOut.isEmpty();
        }
    }

    /**
     * How one of them shall count.
     *
     * @param action what becomes of a line; null as it is shipped
     * @param words all by which lines are judged; null as they are shipped
     * @param enabled whether it counts; null does
     */
    public record ShippedWish(
            @Nullable FilterAction action,
            @Nullable List<String> words,
            @Nullable Boolean enabled) {}

    /**
     * What a change would have done.
     *
     * @param shows in so many shows, the last ones
     * @param lines of so many lines, the newest ones
     * @param caught so many this rule named then
     * @param more so many it would name besides
     * @param fewer so many it would name no more
     * @param unseen of so many nobody can tell, because their words were starred out and are kept nowhere
     * @param examples of both, the newest first
     */
    public record ShippedTrial(
            int shows, int lines, int caught, int more, int fewer, int unseen, List<ShippedExample> examples) {
        /** Keeps them as they are. */
        public ShippedTrial {
            examples = List.copyOf(examples);
        }
    }

    /** A line whose lot a change would turn: named from then on, or no more. */
    public record ShippedExample(boolean named, CaughtLine line) {}

    /** All of them, and {@link #INNOCENTS} last. */
    @AllowedTo
    public List<ShippedRule> list() {
        return book.list();
    }

    /** What a change would have done in the last 30 shows; changes nothing. */
    @AllowedTo
    @Action(id = "shippedRules.tryOut", ko = "바꾸면 어떻게 되는지 보기", en = "See what it would do")
    public Outcome<ShippedTrial> tryOut(String rule, ShippedWish wish) {
        return trials.tryOut(rule, wish);
    }

    /** Lets it count otherwise, in all shows, at once; {@code version} is the one that was looked at. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(
            id = "shippedRules.change",
            ko = "기본 규칙 바꾸기",
            en = "Change the shipped rule",
            danger = Action.Danger.CAREFUL)
    public Outcome<ShippedRule> change(String rule, ShippedWish wish, int version) {
        return book.change(rule, wish, version);
    }

    /** Lets it count as it is shipped again. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shippedRules.restore", ko = "처음대로", en = "Back to as shipped")
    public Outcome<ShippedRule> restore(String rule, int version) {
        return book.change(rule, new ShippedWish(null, null, null), version);
    }
}
