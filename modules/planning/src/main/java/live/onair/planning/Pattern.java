package live.onair.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days of a weekly pattern: some weekdays of every so many weeks, counted from the week of the first day.
 *
 * @param first the day of the first occurrence, whatever weekday it is
 */
record Pattern(SortedSet<DayOfWeek> weekdays, int everyWeeks, LocalDate first) {

    /** More than anybody asks for: a pattern that never ends is cut here. */
    private static final int FAR = 520;

    static Pattern of(Collection<DayOfWeek> weekdays, int everyWeeks, LocalDate first) {
        return new Pattern(new TreeSet<>(weekdays), everyWeeks, first);
    }

    static Pattern read(String weekdays, int everyWeeks, LocalDate first) {
        return of(Arrays.stream(weekdays.split(",")).map(DayOfWeek::valueOf).toList(), everyWeeks, first);
    }

    String written() {
        return weekdays.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** The days after this one: until the last day, or so many of them, whatever comes first. */
    List<LocalDate> after(LocalDate day, @Nullable LocalDate until, @Nullable Integer most) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int wanted = most == null ? FAR : Math.min(FAR, most);
        for (int week = 0; week < FAR && days.size() < wanted; week++) {
            for (DayOfWeek weekday : weekdays) {
                LocalDate next = monday.plusWeeks((long) week * everyWeeks).plusDays(weekday.getValue() - 1);
                if (until != null && next.isAfter(until)) {
                    return days;
                }
                if (next.isAfter(day) && days.size() < wanted) {
                    days.add(next);
                }
            }
        }
        return days;
    }
}
