package live.onair.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the work board shows. */
public final class WorkRows {

    private WorkRows() {}

    /** Where a piece of work stands. */
    public enum State {
        /** Its time has come; it is next. */
        DUE("곧 실행", "Due"),
        /** A handler is at it. */
        RUNNING("실행 중", "Running"),
        /** Its time has not come. */
        WAITING("예약됨", "Scheduled"),
        /** Ops should look at it: it fails again and again, or waits for a person. */
        STUCK("막힘", "Stuck");

        private final String ko;
        private final String en;

        State(String ko, String en) {
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
     * One piece of work.
     *
     * @param id what the board's commands take
     * @param due when it is tried next; empty when it waits for a person
     * @param attempts failed attempts since it last came right
     * @param since running since, or failing since
     * @param runningOn the node that is at it
     */
    public record Item(
            String id,
            String type,
            String key,
            State state,
            Optional<Instant> due,
            int attempts,
            Optional<String> fault,
            Optional<String> message,
            Optional<Instant> since,
            Optional<String> runningOn) {}

    /** Some items in the order of their time, and the cursor of what follows. */
    public record Page(List<Item> items, Optional<String> next) {}

    /** How many pieces of work stand where. */
    public record Counts(int due, int running, int waiting, int stuck) {}
}
