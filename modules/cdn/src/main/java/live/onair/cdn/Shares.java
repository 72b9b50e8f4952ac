package live.onair.cdn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the viewers of a branch are spread in whole percent: the policy's weights with the moves counted in.
 *
 * @param percent for each CDN that may be tried, 100 in all; 0 is tried last
 * @param drained CDNs that are not tried as long as there is another
 */
record Shares(Map<String, Integer> percent, Set<String> drained) {

    /** So many buckets has a branch: one for each percent. */
    static final int BUCKETS = 100;

    /** As the policy has it. */
    static Shares of(Map<String, Integer> weights) {
        return new Shares(new TreeMap<>(weights), Set.of());
    }

    /**
     * The same after a move, which takes its part of what is there, at least one percent where there is one; where there is nobody, or no
     * other to go to, nothing changes.
     *
     * @param to null for the others, by their shares
     * @param part of those who are there, in percent; 100 drains it
     */
    Shares moved(String from, @Nullable String to, int part) {
        Integer there = percent.get(from);
        List<String> ways = ways(from, to);
        if (there == null || ways.isEmpty()) {
            return this;
        }
        Map<String, Integer> after = new TreeMap<>(percent);
        int moved = there == 0 ? 0 : Math.max(1, Math.round(there * part / 100f));
        after.put(from, there - moved);
        spread(after, ways, moved);
        Set<String> gone = new TreeSet<>(drained);
        if (part == BUCKETS) {
            gone.add(from);
        }
        return new Shares(after, gone);
    }

    private List<String> ways(String from, @Nullable String to) {
        if (to != null) {
            return List.of(to);
        }
        List<String> others = new ArrayList<>(percent.keySet());
        others.remove(from);
        others.removeAll(drained);
        return others;
    }

    /** By their shares; largest remainder, then by name. Where none has a share, the first gets all. */
    private static void spread(Map<String, Integer> percent, List<String> ways, int moved) {
        int sum = ways.stream().mapToInt(way -> percent.getOrDefault(way, 0)).sum();
        Map<String, Integer> rest = new TreeMap<>();
        int left = moved;
        for (String way : ways) {
            int share = percent.getOrDefault(way, 0);
            int part = sum == 0 ? 0 : moved * share / sum;
            rest.put(way, sum == 0 ? 0 : moved * share % sum);
            percent.put(way, share + part);
            left -= part;
        }
        List<String> next = ways.stream()
                .sorted(Comparator.comparing((String way) -> -rest.getOrDefault(way, 0))
                        .thenComparing(way -> way))
                .toList();
        for (int i = 0; left > 0; i++) {
            percent.merge(next.get(sum == 0 ? 0 : i % next.size()), 1, Integer::sum);
            left--;
        }
    }

    /**
     * The CDNs in the order in which a bucket's players try them: its own, then the others by share. Never empty: what is drained
     * is left out only where there is another.
     */
    List<String> order(String own) {
        List<String> order = new ArrayList<>();
        order.add(own);
        percent.entrySet().stream()
                .filter(one -> !one.getKey().equals(own) && !drained.contains(one.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, Integer> one) -> -one.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(one -> order.add(one.getKey()));
        return order;
    }

    /** The same with those last that are not to be tried now: who begins to watch meanwhile can be led to them later. */
    List<String> named(String own) {
        List<String> named = order(own);
        percent.keySet().stream().filter(cdn -> !named.contains(cdn)).forEach(named::add);
        return named;
    }

    /**
     * The CDN of each bucket: as few as can be change. A CDN that has too many gives the highest; the same shares from the same
     * buckets always come out the same, so that who was moved comes back by the same way.
     *
     * @param before as it was; empty for the first time
     */
    List<String> buckets(List<String> before) {
        Map<String, Integer> room = new TreeMap<>(percent);
        String[] next = new String[BUCKETS];
        for (int i = 0; i < before.size(); i++) {
            String own = before.get(i);
            if (room.getOrDefault(own, 0) > 0) {
                next[i] = own;
                room.merge(own, -1, Integer::sum);
            }
        }
        List<String> free = new ArrayList<>();
        room.forEach((cdn, left) -> {
            for (int i = 0; i < left; i++) {
                free.add(cdn);
            }
        });
        int taken = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (next[i] == null) {
                next[i] = free.get(taken++);
            }
        }
        return List.of(next);
    }
}
