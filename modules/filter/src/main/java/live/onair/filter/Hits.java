package live.onair.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import live.onair.filter.FilterHit.Reading;

/** What was found in one line, and what becomes of it. */
final class Hits {

    private static final FilterHit[] NONE = {};

    private final String line;
    /** In the order of the line, then of the rules; only the first so many. */
    private FilterHit[] all = NONE;

    private int size;

    /** With what is personal in the line. */
    Hits(String line, List<FilterHit> personal) {
        this.line = line;
        for (FilterHit hit : personal) {
            insert(hit);
        }
    }

    /** Adds what a rule found; of places of one rule that overlap it keeps one that holds them all. */
    void add(FilterRule rule, int from, int to, Reading reading) {
        int begin = from;
        int end = isCut(to) ? to + 1 : to;
        for (int i = 0; i < size; i++) {
            FilterHit other = all[i];
            if (begin < other.to() && other.from() < end && rule.id().equals(other.rule())) {
                if (other.from() <= begin && end <= other.to()) {
                    return;
                }
                begin = Math.min(begin, other.from());
                end = Math.max(end, other.to());
                System.arraycopy(all, i + 1, all, i, --size - i);
                i = -1;
            }
        }
        insert(new FilterHit(rule.id(), rule.action(), begin, end, line.substring(begin, end), reading));
    }

    /** Whether one letter lies on both sides of it. */
    private boolean isCut(int at) {
        return at < line.length()
                && Character.isLowSurrogate(line.charAt(at))
                && Character.isHighSurrogate(line.charAt(at - 1));
    }

    /** Adds what is personal, unless some of it was found already. */
    void add(FilterHit personal) {
        for (int i = 0; i < size; i++) {
            if (personal.from() < all[i].to()
                    && all[i].from() < personal.to()
                    && all[i].rule().equals(personal.rule())) {
                return;
            }
        }
        insert(personal);
    }

    private void insert(FilterHit hit) {
        if (size == all.length) {
            all = Arrays.copyOf(all, Math.max(4, size * 2));
        }
        int place = size++;
        for (; place > 0 && isBefore(hit, all[place - 1]); place--) {
            all[place] = all[place - 1];
        }
        all[place] = hit;
    }

    private static boolean isBefore(FilterHit hit, FilterHit other) {
        return hit.from() != other.from()
                ? hit.from() < other.from()
                : hit.rule().compareTo(other.rule()) < 0;
    }

    FilterVerdict verdict() {
        if (size == 0) {
            return new FilterVerdict(FilterAction.ALLOW, List.of(), line);
        }
        FilterAction worst = FilterAction.ALLOW;
        for (int i = 0; i < size; i++) {
            FilterAction action = all[i].action();
            worst = action.compareTo(worst) > 0 ? action : worst;
        }
        boolean several = worst == FilterAction.FLAG && isSeveral();
        List<FilterHit> found = List.of(Arrays.copyOf(all, size));
        return new FilterVerdict(several ? FilterAction.HOLD : worst, found, masked(line, found));
    }

    /** Whether so much was noticed that a person should look: two different things. */
    private boolean isSeveral() {
        for (int i = 1; i < size; i++) {
            if (!isSame(all[0].words(), all[i].words())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(String words, String others) {
        return words.equals(others) || words.toLowerCase(Locale.ROOT).equals(others.toLowerCase(Locale.ROOT));
    }

    /** The line with what is to be masked starred out. */
    static String masked(String line, List<FilterHit> hits) {
        char[] text = null;
        for (FilterHit hit : hits) {
            if (hit.action() == FilterAction.MASK) {
                text = text == null ? line.toCharArray() : text;
                for (int i = hit.from(); i < hit.to(); i++) {
                    boolean space = !Hangul.isSyllable(text[i]) && Character.isWhitespace(text[i]);
                    text[i] = space ? text[i] : '*';
                }
            }
        }
        return text == null ? line : new String(text);
    }
}
