package live.onair.awsstub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What goes wrong at AWS and on the way there: seeded, so that a run can be repeated, and bounded, so that it ends. */
public final class Faults {

    private static final int MOST = 1000;

    enum Kind {
        THROTTLED,
        EXPIRED,
        BROKEN,
        RESET,
        REPLY_LOST,
        LATE;

        boolean keepsItFromHappening() {
            return this != REPLY_LOST && this != LATE;
        }
    }

    record Fault(Kind kind, Duration late) {}

    /** Where a fault happens, and how often. */
    public final class Where {

        private final String service;
        private final String operation;
        private double share = 1;
        private int left = MOST;
        private Kind kind = Kind.BROKEN;
        private Duration late = Duration.ZERO;
        private final Random random;

        private Where(String service, String operation) {
            this.service = service;
            this.operation = operation;
            random = new Random(seed + 31L * rules.size());
        }

        /** Of this share of the calls; all of them unless said. */
        public Where share(double ofAll) {
            share = ofAll;
            return this;
        }

        /** This often and then never again; a thousand times unless said. */
        public Where atMost(int times) {
            left = times;
            return this;
        }

        /** Refused as too many, not executed. */
        public void throttled() {
            put(Kind.THROTTLED, Duration.ZERO);
        }

        /** Executed, and the connection closed without an answer. */
        public void replyLost() {
            put(Kind.REPLY_LOST, Duration.ZERO);
        }

        /** Executed at once, answered so much later. */
        public void late(Duration by) {
            put(Kind.LATE, by);
        }

        /** The connection is reset before anything happens. */
        public void reset() {
            put(Kind.RESET, Duration.ZERO);
        }

        /** Answered with the service's own error 5xx, not executed. */
        public void broken() {
            put(Kind.BROKEN, Duration.ZERO);
        }

        /** The credentials have expired; not executed. */
        public void expired() {
            put(Kind.EXPIRED, Duration.ZERO);
        }

        private void put(Kind what, Duration by) {
            kind = what;
            late = by;
            synchronized (Faults.this) {
                rules.add(this);
            }
        }

        private boolean concerns(String itsService, String itsOperation) {
            return (service.equals("*") || service.equals(itsService))
                    && (operation.equals("*") || operation.equals(itsOperation));
        }

        private boolean strikes() {
            if (left <= 0 || random.nextDouble() >= share) {
                return false;
            }
            left--;
            return true;
        }
    }

    private final long seed;
    private final List<Where> rules = new ArrayList<>();

    Faults(long seed) {
        this.seed = seed;
    }

    /** A fault for calls of this service and operation; "*" stands for any. Nothing happens until its kind is said. */
    public synchronized Where on(String service, String operation) {
        return new Where(service, operation);
    }

    /** Everything is well again. */
    public synchronized void clear() {
        rules.clear();
    }

    synchronized Optional<Fault> next(String service, String operation) {
        for (Where rule : rules) {
            if (rule.concerns(service, operation) && rule.strikes()) {
                return Optional.of(new Fault(rule.kind, rule.late));
            }
        }
        return Optional.empty();
    }
}
