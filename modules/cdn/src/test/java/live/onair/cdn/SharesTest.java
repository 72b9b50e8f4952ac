package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.ViewerMove;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How viewers are spread: always all of them, as few as can be are moved, and who was moved comes back. */
class SharesTest {

    private static final List<String> CDNS = List.of("a", "b", "c", "d");

    static ViewerMove move(String from, @Nullable String to, int percent) {
        return new ViewerMove(
                1,
                from,
                to,
                null,
                null,
                percent,
                "왜",
                false,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                1,
                "park",
                Instant.EPOCH,
                null,
                null);
    }

    private static Map<String, Integer> counts(List<String> buckets) {
        Map<String, Integer> counts = new HashMap<>();
        buckets.forEach(cdn -> counts.merge(cdn, 1, Integer::sum));
        return counts;
    }

    private static long differing(List<String> one, List<String> other) {
        return IntStream.range(0, 100)
                .filter(i -> !one.get(i).equals(other.get(i)))
                .count();
    }

    /** Moves that count for all. */
    static Shares after(Map<String, Integer> weights, List<ViewerMove> moves) {
        return new ActiveMoves(moves).shares(new Branch("default", null, null, null, null, weights), "SH-1");
    }

    /** Weights that add up to 100, of two to four CDNs. */
    static Map<String, Integer> weights(Random random) {
        List<String> some = new ArrayList<>(CDNS);
        Collections.shuffle(some, random);
        some = some.subList(0, 2 + random.nextInt(3));
        Map<String, Integer> weights = new HashMap<>();
        int left = 100;
        for (String cdn : some.subList(1, some.size())) {
            int part = random.nextInt(3) == 0 ? 0 : random.nextInt(left + 1);
            weights.put(cdn, part);
            left -= part;
        }
        weights.put(some.get(0), left);
        return weights;
    }

    static List<ViewerMove> moves(Random random) {
        List<ViewerMove> moves = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String from = CDNS.get(random.nextInt(4));
            String to = random.nextBoolean() ? null : CDNS.get(random.nextInt(4));
            if (!from.equals(to)) {
                moves.add(move(from, to, List.of(1, 5, 25, 50, 100).get(random.nextInt(5))));
            }
        }
        return moves;
    }

    @Test
    void whatever_is_wanted_all_viewers_are_served_and_no_order_is_empty() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Shares shares = after(weights(random), moves(random));
            assertThat(shares.percent().values()).as("seed " + seed).allMatch(part -> part >= 0 && part <= 100);
            assertThat(shares.percent().values().stream().mapToInt(part -> part).sum())
                    .as("seed " + seed)
                    .isEqualTo(100);
            List<String> buckets = shares.buckets(List.of());
            shares.percent()
                    .forEach((cdn, part) ->
                            assertThat(counts(buckets).getOrDefault(cdn, 0)).isEqualTo(part));
            for (String own : Set.copyOf(buckets)) {
                assertThat(shares.order(own)).as("seed " + seed).startsWith(own).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void as_few_buckets_as_can_be_change() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Map<String, Integer> before = weights(random);
            Map<String, Integer> after = weights(random);
            List<String> buckets = Shares.of(before).buckets(List.of());
            int needed = after.entrySet().stream()
                    .mapToInt(one -> Math.max(0, one.getValue() - before.getOrDefault(one.getKey(), 0)))
                    .sum();
            assertThat(differing(buckets, Shares.of(after).buckets(buckets)))
                    .as("seed " + seed)
                    .isEqualTo(needed);
        }
    }

    @Test
    void one_percent_is_one_bucket_also_among_three() {
        List<String> buckets = Shares.of(Map.of("a", 40, "b", 30, "c", 30)).buckets(List.of());
        assertThat(differing(
                        buckets, Shares.of(Map.of("a", 41, "b", 30, "c", 29)).buckets(buckets)))
                .isEqualTo(1);
    }

    @Test
    void each_stage_moves_more_of_the_same_and_the_way_back_is_the_same_way() {
        Map<String, Integer> weights = Map.of("a", 80, "b", 20);
        List<String> home = Shares.of(weights).buckets(List.of());
        List<String> five = after(weights, List.of(move("a", "b", 5))).buckets(home);
        List<String> quarter = after(weights, List.of(move("a", "b", 25))).buckets(home);
        assertThat(counts(five)).isEqualTo(Map.of("a", 76, "b", 24));
        assertThat(counts(quarter)).isEqualTo(Map.of("a", 60, "b", 40));
        assertThat(differing(five, quarter)).isEqualTo(16);
        assertThat(differing(home, quarter)).isEqualTo(20);
        assertThat(Shares.of(weights).buckets(home)).isEqualTo(home);
    }

    @Test
    void a_drained_one_is_not_tried_unless_there_is_no_other() {
        Shares drained = after(Map.of("a", 80, "b", 20, "c", 0), List.of(move("a", null, 100)));
        assertThat(drained.percent()).containsEntry("a", 0).containsEntry("b", 100);
        assertThat(drained.order("b")).containsExactly("b", "c");
        Shares both = after(Map.of("a", 80, "b", 20), List.of(move("a", null, 100), move("b", null, 100)));
        assertThat(both.percent()).containsEntry("b", 100);
        assertThat(both.order("b")).containsExactly("b");
    }

    @Test
    void the_rest_goes_to_the_others_by_their_weights() {
        assertThat(after(Map.of("a", 50, "b", 30, "c", 20), List.of(move("a", null, 50)))
                        .percent())
                .containsEntry("a", 25)
                .containsEntry("b", 45)
                .containsEntry("c", 30);
        assertThat(after(Map.of("a", 1, "b", 99), List.of(move("a", null, 5))).percent())
                .as("at least one percent")
                .containsEntry("a", 0);
    }
}
