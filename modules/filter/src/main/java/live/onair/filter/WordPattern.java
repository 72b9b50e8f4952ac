package live.onair.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * A word with its variants: {@code [시씨]발} one letter of these, {@code (놈|년)} one of these, {@code ?} after a letter or
 * a bracket says that it may be missing, a space that the letters may stand apart there, {@code ^} that a word begins here,
 * {@code $} that nothing but a particle follows, {@code =} before initials that they count
 * only as they were typed: as keys of the other keyboard they are some other word.
 */
final class WordPattern {

    /** The most variants of one. */
    private static final int MOST = 2_000;

    private final String words;
    private final boolean begins;
    private final boolean ends;
    private int at;

    private WordPattern(String words, boolean begins, boolean ends) {
        this.words = words;
        this.begins = begins;
        this.ends = ends;
    }

    /** A variant, as it is written. */
    record Variant(String text, boolean begins, boolean ends, boolean typed) {}

    /** All variants; refuses what cannot be read with an {@link IllegalArgumentException}. */
    static List<Variant> of(String words) {
        String plain = words.strip();
        if (plain.length() > FilterRule.LONGEST) {
            throw new IllegalArgumentException("a word has at most " + FilterRule.LONGEST + " letters");
        }
        boolean typed = plain.startsWith("=");
        String edged = typed ? plain.substring(1) : plain;
        boolean begins = edged.startsWith("^");
        boolean ends = edged.endsWith("$");
        String body = edged.substring(begins ? 1 : 0, edged.length() - (ends && edged.length() > 1 ? 1 : 0));
        WordPattern pattern = new WordPattern(body, begins, ends);
        List<String> texts = pattern.alternatives();
        if (pattern.at < body.length() || texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("cannot be read: " + words);
        }
        return texts.stream()
                .distinct()
                .map(text -> new Variant(text, pattern.begins, pattern.ends, typed))
                .toList();
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>(sequence());
        while (at < words.length() && words.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<String> sequence() {
        List<String> made = List.of("");
        while (at < words.length() && words.charAt(at) != '|' && words.charAt(at) != ')') {
            List<String> next = new ArrayList<>(part());
            if (at < words.length() && words.charAt(at) == '?') {
                at++;
                next.add("");
            }
            made = joined(made, next);
        }
        return made;
    }

    private List<String> part() {
        char sign = words.charAt(at++);
        return switch (sign) {
            case '[' -> letters();
            case '(' -> {
                List<String> inner = alternatives();
                expect(')');
                yield inner;
            }
            case ']', '?', '^', '$' -> throw new IllegalArgumentException("cannot be read: " + words);
            default -> List.of(String.valueOf(sign));
        };
    }

    private List<String> letters() {
        List<String> letters = new ArrayList<>();
        while (at < words.length() && words.charAt(at) != ']') {
            letters.add(String.valueOf(words.charAt(at++)));
        }
        expect(']');
        return letters;
    }

    private void expect(char sign) {
        if (at >= words.length() || words.charAt(at) != sign) {
            throw new IllegalArgumentException("not closed: " + words);
        }
        at++;
    }

    private List<String> joined(List<String> before, List<String> behind) {
        if ((long) before.size() * behind.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " variants: " + words);
        }
        List<String> all = new ArrayList<>();
        before.forEach(first -> behind.forEach(second -> all.add(first + second)));
        return all;
    }
}
