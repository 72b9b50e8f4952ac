package live.onair.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.inventory.QuotaRows.Demand;
import live.onair.inventory.QuotaRows.Headroom;
import live.onair.inventory.QuotaRows.Peak;
import live.onair.inventory.ShowPeaks.Span;
import live.onair.inventory.spi.Quota;
import org.jspecify.annotations.Nullable;

/** What of a quota is left when what is planned takes its part. Pure: from what was counted and what the calendar says. */
final class HeadroomPlan {

    /** How the words of quotas end of which a channel takes one more for its second input. */
    private static final String PER_INPUT = ".push-input";

    private HeadroomPlan() {}

    /**
     * What scheduling wants.
     *
     * @param backends by id of a channel in use the word of its backend
     * @param withSecond those of them that are to have a second input
     * @param shows by word of a backend when its channels run
     */
    record Wanted(
            Map<String, String> backends,
            Set<String> withSecond,
            Map<String, List<Span>> shows,
            Instant now,
            Instant until) {

        private long channels(String backend) {
            return backends.values().stream().filter(backend::equals).count();
        }

        private long withSecond(String backend) {
            return withSecond.stream()
                    .filter(channel -> backend.equals(backends.get(channel)))
                    .count();
        }
    }

    static QuotaRows.Quota of(Quota quota, Wanted wanted) {
        long others = others(quota, wanted.backends().keySet());
        List<Peak> peaks = peaks(quota, wanted, others);
        @Nullable
        Peak peak = peaks.stream().max(Comparator.comparingLong(Peak::count)).orElse(null);
        @Nullable Long limit = quota.limit().most();
        long most = peak == null ? quota.used() : Math.max(quota.used(), peak.count());
        return new QuotaRows.Quota(
                quota.word(),
                quota.backend(),
                quota.demand(),
                quota.limit().code(),
                limit,
                quota.limit().own(),
                quota.used(),
                others,
                peak,
                peaks.stream()
                        .filter(day -> day.at() != null && isTaken(headroom(limit, day.count())))
                        .toList(),
                headroom(limit, most));
    }

    /** What is there and not of our channels in use: it stays there, whatever we plan. */
    private static long others(Quota quota, Collection<String> inUse) {
        long ours = quota.holders().stream()
                .filter(holder -> holder.equals(Quota.SHARED) || inUse.contains(holder))
                .count();
        return quota.used() - ours;
    }

    private static List<Peak> peaks(Quota quota, Wanted wanted, long others) {
        long channels = wanted.channels(quota.backend());
        long withSecond = isPerInput(quota) ? wanted.withSecond(quota.backend()) : 0;
        return switch (quota.demand()) {
            case CHANNELS -> List.of(new Peak(others + (channels + withSecond) * quota.each(), null));
            case INSTALLATION -> List.of(new Peak(others + (channels == 0 ? 0 : quota.each()), null));
            case SHOWS -> shows(quota, wanted, others);
            case VIEWERS -> List.of();
        };
    }

    private static boolean isPerInput(Quota quota) {
        return quota.word().endsWith(PER_INPUT);
    }

    /** Whether the channel has all it takes of it. */
    private static boolean isPlaced(Quota quota, Wanted wanted, String channel) {
        int takes = isPerInput(quota) && wanted.withSecond().contains(channel) ? 2 : 1;
        return quota.holders().contains(Quota.SHARED)
                || quota.holders().stream().filter(channel::equals).count() >= takes;
    }

    private static List<Peak> shows(Quota quota, Wanted wanted, long others) {
        List<Peak> days =
                ShowPeaks.byDay(wanted.shows().getOrDefault(quota.backend(), List.of()), wanted.now(), wanted.until());
        return days.isEmpty()
                ? List.of(new Peak(others, null))
                : days.stream()
                        .map(day -> new Peak(others + day.count() * quota.each(), day.at()))
                        .toList();
    }

    /**
     * Whether a show finds its place; where no limit is told nobody knows, and that is no reason to warn.
     *
     * @param atOnce the most that run at once on its backend while it does
     */
    static boolean hasRoom(Quota quota, Wanted wanted, String channel, long atOnce) {
        Long limit = quota.limit().most();
        if (limit == null || (quota.demand() != Demand.SHOWS && isPlaced(quota, wanted, channel))) {
            return true;
        }
        long others = others(quota, wanted.backends().keySet());
        return switch (quota.demand()) {
            case CHANNELS, INSTALLATION ->
                peaks(quota, wanted, others).stream().allMatch(peak -> peak.count() <= limit);
            case SHOWS -> others + atOnce * quota.each() <= limit;
            case VIEWERS -> true;
        };
    }

    private static boolean isTaken(Headroom headroom) {
        return headroom == Headroom.OVER || headroom == Headroom.TIGHT;
    }

    static Headroom headroom(@Nullable Long limit, long most) {
        if (limit == null) {
            return Headroom.UNKNOWN;
        }
        if (most > limit) {
            return Headroom.OVER;
        }
        // four fifths
        return most > 0 && most * 5 >= limit * 4 ? Headroom.TIGHT : Headroom.FREE;
    }
}
