package live.onair.cues;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        boolean runs = began != null && sheet.steps().stream().anyMatch(step -> !step.skipped());
        Course course = new Course(sheet, runs ? began : null, now);
        List<Line> lines = new ArrayList<>();
        Item next = sheet.next().orElse(null);
        Duration planned = Duration.ZERO;
        Duration free = runs && began != null ? Duration.between(began, now) : Duration.ZERO;
        for (Item item : sheet.items()) {
            Line open = new Line(item, item.equals(next) ? Standing.NEXT : Standing.LATER, planned, free, null);
            Line line = course.line(open);
            lines.add(line);
            planned = planned.plus(Duration.ofSeconds(item.seconds()));
            free = course.freeAfter(line, free);
        }
        return new CueTimes(List.copyOf(lines), late(lines), free);
    }

    /** How far a run has come. */
    private record Course(Sheet sheet, @Nullable Instant began, Instant now) {

        private @Nullable Step step(Item item) {
            return sheet.step(item.id()).orElse(null);
        }

        /** The line of an item that has not begun, or what it is if it has. */
        private Line line(Line open) {
            Item item = open.item();
            Step step = step(item);
            if (step != null && step.skipped()) {
                return new Line(item, Standing.SKIPPED, open.planned(), open.expected(), null);
            }
            if (step == null || began == null) {
                return open;
            }
            Duration at = Duration.between(began, step.startedAt());
            Duration left = Duration.ofSeconds(item.seconds()).minus(Duration.between(step.startedAt(), now));
            return step.endedAt() == null
                    ? new Line(item, Standing.NOW, open.planned(), at, left)
                    : new Line(item, Standing.DONE, open.planned(), at, null);
        }

        /** When the next one can begin. */
        private Duration freeAfter(Line line, Duration free) {
            Duration length = Duration.ofSeconds(line.item().seconds());
            Step step = step(line.item());
            if (line.standing() == Standing.SKIPPED) {
                return free;
            }
            if (began == null || step == null) {
                return free.plus(length);
            }
            Instant ended = step.endedAt();
            return ended == null
                    ? later(Duration.between(began, now), line.expected().plus(length))
                    : later(free, Duration.between(began, ended));
        }
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
