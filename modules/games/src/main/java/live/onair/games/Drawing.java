package live.onair.games;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.Ids;

/**
 * Draws winners so that anybody who has the seed and the numbers can do it again: each number is mixed with the seed, the
 * smallest digest comes first. Pure.
 */
final class Drawing {

    private Drawing() {}

    /** What is told of a seed before anybody takes part. */
    static String commitment(String seed) {
        return Ids.digest(seed);
    }

    /** What is told of who took part, once nobody can any more. */
    static String entrants(Collection<String> tags) {
        return Ids.digest(String.join("\n", tags.stream().sorted().toList()));
    }

    /** The number by which a viewer is called out in a game: it does not tell whose it is. */
    static String tag(String game, String viewer) {
        return Ids.digest(game + ":" + viewer).substring(0, 10).toUpperCase(Locale.ROOT);
    }

    /** All of them in the order in which they are drawn. */
    static List<String> order(String seed, Collection<String> tags) {
        record Ranked(String tag, String rank) {}
        return tags.stream()
                .map(tag -> new Ranked(tag, Ids.digest(seed + ":" + tag)))
                .sorted(Comparator.comparing(Ranked::rank).thenComparing(Ranked::tag))
                .map(Ranked::tag)
                .toList();
    }
}
