package live.onair.cues;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.cues.CueRows.Item;
import live.onair.cues.CueRows.Sheet;
import live.onair.cues.CueRows.Step;
import org.jspecify.annotations.Nullable;

/**
 * When each item of a sheet was planned, was, and will be: what runs late moves all that comes after it. Pure.
 *
 * @param lines one for each item, in the sheet's order
 * @param late how much later than planned the rest comes; negative when early
 * @param end when the last item will be over, from the beginning of the run
 */
public record CueTimes(List<Line> lines, Duration late, Duration end) {

    /** Where an item stands. */
    public enum Standing {
        /** Over. */
        DONE,
        /** Left out. */
        SKIPPED,
        /** Going on. */
        NOW,
        /** Comes next. */
        NEXT,
        /** Comes later. */
        LATER
    }

    /**
     * An item and its times, each from the beginning of the run.
     *
     * @param planned when it was planned to begin
     * @param expected when it began, or will
     * @param left of the planned length, for what goes on; negative when it is over time; null otherwise
     */
    public record Line(
            Item item,
            Standing standing,
            Duration planned,
            Duration expected,
            @Nullable Duration left) {

        /** How much later than planned it began, or will; negative when earlier. */
        public Duration late() {
            return expected.minus(planned);
        }
    }

    /** Of this sheet at this instant; before it runs, everything comes as planned. */
    public static CueTimes of(Sheet sheet, Instant now) {
        Instant began = sheet.startedAt();
        List<Line> lines = new ArrayList<>();
        Item next = sheet.next().orElse(null);
        Duration planned = Duration.ZERO;
        Duration free = began == null ? Duration.ZERO : Duration.between(began, now);
        boolean runs = began != null && sheet.steps().stream().anyMatch(step -> !step.skipped());
        if (!runs) {
            free = Duration.ZERO;
        }
        for (Item item : sheet.items()) {
            Duration length = Duration.ofSeconds(item.seconds());
            Step step = sheet.step(item.id()).orElse(null);
            Line line = line(item, step, began, now, planned, free, item.equals(next));
            lines.add(line);
            planned = planned.plus(length);
            free = freeAfter(line, step, began, now, length, free);
        }
        Duration late = late(lines);
        return new CueTimes(List.copyOf(lines), late, free);
    }

    private static Line line(
            Item item,
            @Nullable Step step,
            @Nullable Instant began,
            Instant now,
            Duration planned,
            Duration free,
            boolean isNext) {
        if (step == null || began == null) {
            return new Line(item, isNext ? Standing.NEXT : Standing.LATER, planned, free, null);
        }
        if (step.skipped()) {
            return new Line(item, Standing.SKIPPED, planned, free, null);
        }
        Duration at = Duration.between(began, step.startedAt());
        if (step.endedAt() != null) {
            return new Line(item, Standing.DONE, planned, at, null);
        }
        Duration left = Duration.ofSeconds(item.seconds()).minus(Duration.between(step.startedAt(), now));
        return new Line(item, Standing.NOW, planned, at, left);
    }

    /** When the next one can begin. */
    private static Duration freeAfter(
            Line line, @Nullable Step step, @Nullable Instant began, Instant now, Duration length, Duration free) {
        if (began == null || step == null) {
            return free.plus(length);
        }
        return switch (line.standing()) {
            case SKIPPED -> free;
            case DONE ->
                later(
                        free,
                        Duration.between(
                                began, Optional.ofNullable(step.endedAt()).orElse(now)));
            case NOW -> later(Duration.between(began, now), line.expected().plus(length));
            case NEXT, LATER -> free.plus(length);
        };
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Of what comes next; when nothing does, of what goes on or was last. */
    private static Duration late(List<Line> lines) {
        Duration last = Duration.ZERO;
        for (Line line : lines) {
            if (line.standing() == Standing.NEXT) {
                return line.late();
            }
            if (line.standing() == Standing.NOW || line.standing() == Standing.DONE) {
                last = line.late();
            }
        }
        return last;
    }
}
