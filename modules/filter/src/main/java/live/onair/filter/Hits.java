package live.onair.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import live.onair.filter.FilterHit.Reading;

/** What was found in one line, and what becomes of it. */
final class Hits {

    /** So many different things noticed in one line make it wait for a moderator. */
    private static final int FLAGS_THAT_HOLD = 2;

    private static final Comparator<FilterHit> ORDER =
            Comparator.comparingInt(FilterHit::from).thenComparing(FilterHit::rule);

    private final String line;
    private List<FilterHit> all;

    /** With what is personal in the line. */
    Hits(String line, List<FilterHit> personal) {
        this.line = line;
        all = personal;
    }

    /** Adds what a rule found, unless this rule found some of it already. */
    void add(FilterRule rule, int from, int to, Reading reading) {
        if (all.isEmpty()) {
            all = new ArrayList<>();
        }
        for (FilterHit other : all) {
            if (from < other.to() && other.from() < to && rule.id().equals(other.rule())) {
                return;
            }
        }
        all.add(new FilterHit(rule.id(), rule.action(), from, to, line.substring(from, to), reading));
    }

    FilterVerdict verdict() {
        if (all.isEmpty()) {
            return new FilterVerdict(FilterAction.ALLOW, List.of(), line);
        }
        FilterAction worst = FilterAction.ALLOW;
        for (FilterHit hit : all) {
            worst = hit.action().compareTo(worst) > 0 ? hit.action() : worst;
        }
        if (all.size() > 1) {
            all.sort(ORDER);
        }
        boolean several = worst == FilterAction.FLAG && isSeveral();
        return new FilterVerdict(several ? FilterAction.HOLD : worst, all, masked(line, all));
    }

    /** Whether so much was noticed that a person should look: {@link #FLAGS_THAT_HOLD} different things. */
    private boolean isSeveral() {
        return all.size() >= FLAGS_THAT_HOLD
                && all.stream()
                                .map(hit -> hit.words().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        >= FLAGS_THAT_HOLD;
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
