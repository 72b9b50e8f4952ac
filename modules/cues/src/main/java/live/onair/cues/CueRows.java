package live.onair.cues;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of cue sheets and prompters. */
public final class CueRows {

    private CueRows() {}

    /**
     * Something that is done when an item begins.
     *
     * @param target id of what it is done to, as the room knows it that keeps it; null where there is none
     */
    public record Act(CueKind kind, @Nullable String target) {}

    /**
     * An item of a sheet (코너).
     *
     * @param host who is in front of the camera; empty for whoever is
     * @param seconds how long it is planned to take
     * @param lines what is said (멘트); may be of several lines
     * @param caption what viewers read over the picture while it goes on (자막); empty for nothing
     * @param note what only the crew reads
     * @param chapter whether the replay gets a chapter where it begins
     */
    public record Item(
            UUID id,
            String title,
            String host,
            int seconds,
            String lines,
            String caption,
            String note,
            boolean chapter,
            List<Act> acts) {
        /** Keeps the acts. */
        public Item {
            acts = List.copyOf(acts);
        }
    }

    /** What a sheet is run for. */
    public enum Stage {
        /** For us only: viewers see nothing of it. */
        REHEARSAL,
        /** For viewers. */
        AIR
    }

    /**
     * An item that has begun, or was left out.
     *
     * @param endedAt null while it is going on
     * @param skipped whether it was left out
     */
    public record Step(
            UUID item, Instant startedAt, @Nullable Instant endedAt, boolean skipped) {}

    /**
     * What became of an act.
     *
     * @param act which one of the item's, from 0
     * @param done whether it was done; the words say why not
     */
    public record ActReport(UUID item, int act, boolean done, String ko, String en, Instant at) {}

    /**
     * The cue sheet of a show.
     *
     * @param version 0 while there never was one
     * @param stage what it is, or was last, run for; null before the first run
     * @param startedAt when that run began
     */
    public record Sheet(
            String show,
            int version,
            List<Item> items,
            @Nullable Stage stage,
            @Nullable Instant startedAt,
            List<Step> steps,
            List<ActReport> reports,
            String changedBy,
            @Nullable Instant changedAt) {

        /** How far an item has come; empty while it has not begun. */
        public Optional<Step> step(UUID item) {
            return steps.stream().filter(step -> step.item().equals(item)).findFirst();
        }

        /** What is going on now. */
        public Optional<Item> now() {
            return items.stream()
                    .filter(item ->
                            step(item.id()).filter(s -> s.endedAt() == null).isPresent())
                    .findFirst();
        }

        /** What comes next: the first item that has not begun after the one that has begun last. */
        public Optional<Item> next() {
            int last = -1;
            for (int i = 0; i < items.size(); i++) {
                if (step(items.get(i).id()).filter(s -> !s.skipped()).isPresent()) {
                    last = i;
                }
            }
            return items.stream()
                    .skip(last + 1L)
                    .filter(item -> step(item.id()).isEmpty())
                    .findFirst();
        }

        /** What became of an act; empty while nothing was heard. */
        public Optional<ActReport> report(UUID item, int act) {
            return reports.stream()
                    .filter(r -> r.item().equals(item) && r.act() == act)
                    .findFirst();
        }

        /** How long all of it is planned to take, in seconds. */
        public int seconds() {
            return items.stream().mapToInt(Item::seconds).sum();
        }
    }

    /** How urgent a message to the host is. */
    public enum Level {
        /** To be read when there is time. */
        NOTE("알림", "Note"),
        /** To be read now. */
        WARN("주의", "Warning"),
        /** To be followed at once. */
        URGENT("긴급", "Urgent");

        private final String ko;
        private final String en;

        Level(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /**
     * A message to the host.
     *
     * @param text as somebody wrote it; in Korean what Onair tells by itself
     * @param en the English of what Onair tells by itself; null for what somebody wrote
     * @param seenAt when the host said that it was read; null while nobody did
     */
    public record Message(
            UUID id,
            String show,
            Level level,
            String text,
            @Nullable String en,
            Instant saidAt,
            String saidBy,
            @Nullable Instant seenAt) {}
}
