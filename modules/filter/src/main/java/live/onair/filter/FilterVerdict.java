package live.onair.filter;

import java.util.List;

/**
 * What becomes of a line.
 *
 * @param hits why, in the order of the line; empty if it is allowed
 * @param text the line as it may be delivered: what has to be masked is
 */
public record FilterVerdict(FilterAction action, List<FilterHit> hits, String text) {

    /** Keeps the list unchangeable. */
    public FilterVerdict {
        hits = List.copyOf(hits);
    }

    /** The rules that named something, each once. */
    public List<String> rules() {
        return hits.stream().map(FilterHit::rule).distinct().toList();
    }
}
