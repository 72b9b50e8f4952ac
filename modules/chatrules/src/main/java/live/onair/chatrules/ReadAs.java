package live.onair.chatrules;

import static live.onair.chatrules.ChatRules.ReadingStep.ALIKE;
import static live.onair.chatrules.ChatRules.ReadingStep.DIGITS;
import static live.onair.chatrules.ChatRules.ReadingStep.EXPRESSION;
import static live.onair.chatrules.ChatRules.ReadingStep.GAPS;
import static live.onair.chatrules.ChatRules.ReadingStep.INITIALS;
import static live.onair.chatrules.ChatRules.ReadingStep.JAMO;
import static live.onair.chatrules.ChatRules.ReadingStep.KEYS;
import static live.onair.chatrules.ChatRules.ReadingStep.PERSONAL;
import static live.onair.chatrules.ChatRules.ReadingStep.REPEATED;
import static live.onair.chatrules.ChatRules.ReadingStep.UNSEEN;
import static live.onair.chatrules.ChatRules.ReadingStep.WRITTEN;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import live.onair.chatrules.ChatRules.ReadingStep;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterHit;
import live.onair.filter.FilterRule;
import live.onair.filter.FilterRules;
import org.jspecify.annotations.Nullable;

/** How a place of a line had to be read to find a rule's words in it: told by what stands there, and by the rule. */
final class ReadAs {

    /** Hangul fillers, which are letters without a picture. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

    private ReadAs() {}

    /** At least one step; {@code rule} is null for what is personal, for which there are no words. */
    static List<ReadingStep> steps(FilterHit hit, @Nullable FilterRule rule) {
        if (rule == null) {
            return List.of(PERSONAL);
        }
        if (hit.reading() == FilterHit.Reading.PLAIN && isWritten(rule, hit.words())) {
            return written(hit.words());
        }
        List<ReadingStep> steps = new ArrayList<>();
        switch (hit.reading()) {
            case KEYS -> steps.add(KEYS);
            case LEET -> steps.add(DIGITS);
            case PLAIN -> {}
        }
        if (!rule.expressions().isEmpty() && !isFoundByWords(rule, hit.words())) {
            return List.of(EXPRESSION);
        }
        add(steps, hit.words());
        return steps.isEmpty() ? List.of(WRITTEN) : steps;
    }

    /** Rules have some ways to write around a word among their words. */
    private static List<ReadingStep> written(String words) {
        if (isInitials(words)) {
            return List.of(INITIALS);
        }
        boolean jamo = words.codePoints().anyMatch(ReadAs::isJamo);
        boolean korean = jamo || words.codePoints().anyMatch(ReadAs::isSyllable);
        if (korean && words.codePoints().anyMatch(Character::isDigit)) {
            return jamo ? List.of(DIGITS, JAMO) : List.of(DIGITS);
        }
        return List.of(jamo ? JAMO : WRITTEN);
    }

    private static boolean isFoundByWords(FilterRule rule, String words) {
        if (rule.words().isEmpty()) {
            return false;
        }
        FilterRule alone = new FilterRule(rule.id(), rule.action(), rule.words(), List.of(), "");
        FilterRules pack = new FilterRules("check", "2000-01-01", List.of(alone), List.of());
        return new ChatFilter(pack).check(words).rules().contains(rule.id());
    }

    private static void add(List<ReadingStep> steps, String words) {
        if (words.codePoints().anyMatch(ReadAs::isUnseen)) {
            steps.add(UNSEEN);
        }
        if (words.codePoints().anyMatch(ReadAs::isGap)) {
            steps.add(GAPS);
        }
        if (words.codePoints().anyMatch(ReadAs::isAlike)) {
            steps.add(ALIKE);
        }
        if (isInitials(words)) {
            steps.add(INITIALS);
        } else if (words.codePoints().anyMatch(ReadAs::isJamo)) {
            steps.add(JAMO);
        }
        if (isRepeated(words)) {
            steps.add(REPEATED);
        }
    }

    /** The writing of a rule's words is nearly that of an expression; a space in it may be left out. */
    private static boolean isWritten(FilterRule rule, String words) {
        return rule.words().stream().anyMatch(one -> {
            String body = one.strip().replaceAll("^\\^|\\$$", "");
            String expression = body.replaceAll("[.*+{}\\\\]", "\\\\$0").replace(" ", " ?");
            try {
                return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(words)
                        .matches();
            } catch (PatternSyntaxException e) {
                return false;
            }
        });
    }

    private static boolean isUnseen(int sign) {
        return FILLERS.indexOf(sign) >= 0
                || Character.getType(sign) == Character.FORMAT
                || Character.getType(sign) == Character.CONTROL
                || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean isGap(int sign) {
        return !isUnseen(sign) && !Character.isLetterOrDigit(sign);
    }

    /** Letters of other scripts, wide and circled ones. */
    private static boolean isAlike(int sign) {
        boolean usual = sign < 0x80 || isSyllable(sign) || isJamo(sign) || isUnseen(sign);
        return !usual && (Character.isLetterOrDigit(sign) || !isGap(sign));
    }

    private static boolean isSyllable(int sign) {
        return sign >= '가' && sign <= '힣';
    }

    private static boolean isJamo(int sign) {
        return sign >= 'ㄱ' && sign <= 'ㅣ' || sign >= 0x1100 && sign <= 0x11FF && !isUnseen(sign);
    }

    private static boolean isInitials(String words) {
        return words.codePoints()
                .filter(sign -> !isGap(sign) && !isUnseen(sign))
                .allMatch(s -> s >= 'ㄱ' && s <= 'ㅎ');
    }

    /** Whether a letter is said again, or a vowel is: 발알. */
    private static boolean isRepeated(String words) {
        int[] letters = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .toArray();
        for (int i = 1; i < letters.length; i++) {
            boolean again = letters[i] == letters[i - 1] && !Character.isDigit(letters[i]);
            if (again || isDrawnOut(letters[i - 1], letters[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDrawnOut(int first, int second) {
        if (!isSyllable(first) || !isSyllable(second) || (first - '가') % 28 != 0) {
            return false;
        }
        return (second - '가') / 588 == 11 && (second - '가') / 28 % 21 == (first - '가') / 28 % 21;
    }
}
