package live.onair.cdn.grid;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the viewers of a branch are spread over the CDNs, by what their players told in the last minute, against what is published for them.
 *
 * @param told how many they are
 * @param percent of them who are with each CDN
 * @param offBy how many points there are more than should be (fewer, below 0), where that is more than three
 * @param byChance whether so few have told that chance alone makes as much of it
 */
public record BranchViewers(int told, Map<String, Integer> percent, Map<String, Integer> offBy, boolean byChance) {

    private static final double ALL = 100;
    private static final double POINTS = 3;

    /** Keeps it as it is. */
    public BranchViewers {
        percent = Map.copyOf(percent);
        offBy = Map.copyOf(offBy);
    }

    /**
     * Who is where is drawn by lot: twice the usual deviation is chance.
     *
     * @param viewers by CDN; not empty
     * @param published share of each CDN in percent
     */
    public static BranchViewers of(Map<String, Integer> viewers, Map<String, Integer> published) {
        int told = viewers.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> percent = new TreeMap<>();
        Map<String, Integer> offBy = new TreeMap<>();
        boolean byChance = true;
        TreeSet<String> cdns = new TreeSet<>(viewers.keySet());
        cdns.addAll(published.keySet());
        for (String cdn : cdns) {
            double is = ALL * viewers.getOrDefault(cdn, 0) / told;
            double wanted = published.getOrDefault(cdn, 0);
            percent.put(cdn, (int) Math.round(is));
            if (Math.abs(is - wanted) > POINTS) {
                offBy.put(cdn, (int) Math.round(is - wanted));
                byChance &= Math.abs(is - wanted) <= 2 * Math.sqrt(wanted * (ALL - wanted) / told);
            }
        }
        return new BranchViewers(told, percent, offBy, byChance && !offBy.isEmpty());
    }
}
