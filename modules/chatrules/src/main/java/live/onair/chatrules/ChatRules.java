package live.onair.chatrules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.filter.FilterAction;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.LineState;
import org.jspecify.annotations.Nullable;

/** The rules of the chats' filter that are written here. */
@Singleton
@Transactional
@Guarded
public class ChatRules {

    private final RuleBook book;
    private final Trial trial;
    private final Editions editions;

    @Inject
    ChatRules(RuleBook book, Trial trial, Editions editions) {
        this.book = book;
        this.trial = trial;
        this.editions = editions;
    }

    /**
     * What a rule shall be.
     *
     * @param show the one it counts for; null for all
     * @param action what becomes of a line; not {@link FilterAction#ALLOW}
     * @param words in the writing of the filter: {@code [시씨]} one of these letters, {@code (놈|년)} one of these words,
     *     {@code ?} what may be missing, {@code ^} and {@code $} where a word begins and ends
     * @param expressions regular expressions in the syntax of RE2
     * @param note what it is for, up to 200 characters
     */
    public record RuleWish(
            @Nullable String show,
            @Nullable FilterAction action,
            @Nullable List<String> words,
            @Nullable List<String> expressions,
            @Nullable String note) {}

    /**
     * A rule.
     *
     * @param id as lines name it
     * @param sound whether lines can be judged by it; one by which they cannot counts nowhere, enabled or not
     * @param version to change it by
     */
    public record ChatRule(
            long number,
            String id,
            @Nullable String show,
            FilterAction action,
            List<String> words,
            List<String> expressions,
            String note,
            boolean enabled,
            boolean sound,
            int version,
            String by,
            Instant changedAt) {
        /** Keeps its lists as they are. */
        public ChatRule {
            words = List.copyOf(words);
            expressions = List.copyOf(expressions);
        }
    }

    /**
     * How far the rules have got.
     *
     * @param shipped version of those that come with the program
     * @param number counts up with each change
     * @param told the one by which lines are judged now; below {@code number} while nobody answers there
     */
    public record RuleEdition(
            String shipped, int number, int told, @Nullable Instant toldAt) {}

    /** What had to be read over, or read as something else, to find a rule's words in a line. */
    public enum ReadingStep {
        /** Nothing: it stands there as the rule has it. */
        WRITTEN,
        /** Spaces or signs between the letters: 시!발. */
        GAPS,
        /** Signs that nobody sees. */
        UNSEEN,
        /** Letters that look like others, or wide ones. */
        ALIKE,
        /** Syllables taken apart: ㅅㅣ발. */
        JAMO,
        /** The first consonants only: ㅅㅂ. */
        INITIALS,
        /** Letters said again, vowels drawn out: 시이이발. */
        REPEATED,
        /** Digits and signs as letters: ㅅ1발. */
        DIGITS,
        /** Latin letters as the keys of a Korean keyboard: tlqkf. */
        KEYS,
        /** An expression of the rule fits. */
        EXPRESSION,
        /** It has the form of somebody's number or address. */
        PERSONAL
    }

    /** What was found in a line, by which rule, and how the line was read to find it: roughly, and step by step. */
    public record RuleHit(
            String rule, FilterAction action, String words, String reading, List<ReadingStep> steps, String note) {

        /** Keeps the steps as they are. */
        public RuleHit {
            steps = List.copyOf(steps);
        }
    }

    /** What becomes of a line, why, and what viewers would read if it reaches them. */
    public record LineVerdict(FilterAction action, String text, List<RuleHit> hits) {
        /** Keeps them as they are. */
        public LineVerdict {
            hits = List.copyOf(hits);
        }
    }

    /** A line that a rule would have caught. */
    public record CaughtLine(String show, String name, String text, LineState state, String words) {}

    /**
     * What a rule would have done.
     *
     * @param shows in so many shows, the last ones
     * @param lines of so many lines, the newest ones
     * @param caught so many of them
     * @param stopped of those, what was stopped then as well: by the filter, or by a moderator
     * @param doubtful of those, what viewers read and nobody objected to: likely false hits
     * @param examples of both, the newest first
     */
    public record RuleTrial(int shows, int lines, int caught, int stopped, int doubtful, List<CaughtLine> examples) {
        /** Keeps them as they are. */
        public RuleTrial {
            examples = List.copyOf(examples);
        }
    }

    /** The rules that are written here, the newest first. */
    @AllowedTo
    public List<ChatRule> list() {
        return book.list();
    }

    /** How far the rules have got. */
    @AllowedTo
    public RuleEdition edition() {
        return editions.now();
    }

    /** What becomes of a line of up to 300 characters by the rules of now, in this show or in any. */
    @AllowedTo
    public Outcome<LineVerdict> test(@Nullable String show, @Nullable String line) {
        return trial.test(show, line);
    }

    /** What a rule would have done in the last 30 shows; changes nothing. */
    @AllowedTo
    @Action(id = "chatRules.tryOut", ko = "최근 방송에 미리 적용해 보기", en = "Try on the last shows")
    public Outcome<RuleTrial> tryOut(RuleWish wish) {
        return trial.tryOut(wish);
    }

    /** Writes a rule; it counts once it is enabled. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "chatRules.add", ko = "규칙 추가", en = "Add a rule")
    public Outcome<ChatRule> add(RuleWish wish) {
        return book.add(wish);
    }

    /** Changes a rule; {@code version} is the one that was looked at. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "chatRules.change", ko = "규칙 바꾸기", en = "Change the rule")
    public Outcome<ChatRule> change(long number, RuleWish wish, int version) {
        return book.change(number, wish, version);
    }

    /** Lets it count. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "chatRules.enable", ko = "규칙 켜기", en = "Enable")
    public Outcome<ChatRule> enable(long number) {
        return book.turn(number, true);
    }

    /** Lets it count no more. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "chatRules.disable", ko = "규칙 끄기", en = "Disable")
    public Outcome<ChatRule> disable(long number) {
        return book.turn(number, false);
    }

    /** Takes it away. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "chatRules.remove", ko = "규칙 지우기", en = "Remove the rule", danger = Action.Danger.CAREFUL)
    public Outcome<ChatRule> remove(long number) {
        return book.remove(number);
    }
}
