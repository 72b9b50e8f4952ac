package live.onair.cdn;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens about CDNs. The subject is the CDN, the policy or the show. */
public sealed interface CdnEvent extends DomainEvent {

    /** A CDN was taken into the registry. */
    record Added(String cdn, String name, String baseUrl) implements CdnEvent {
        @Override
        public String subject() {
            return cdn;
        }
    }

    /** It is another than before. */
    record Changed(String cdn, Map<String, String> fields) implements CdnEvent {
        @Override
        public String subject() {
            return cdn;
        }
    }

    /** Viewers are no longer sent to it. */
    record Retired(String cdn) implements CdnEvent {
        @Override
        public String subject() {
            return cdn;
        }
    }

    /** Viewers can be sent to it again. */
    record Returned(String cdn) implements CdnEvent {
        @Override
        public String subject() {
            return cdn;
        }
    }

    /**
     * There is another policy.
     *
     * @param fields each branch that differs, with its weights before and now
     * @param restored the number of the one that came back; null for none
     */
    record PolicyWritten(
            int policy,
            Map<String, String> fields,
            String note,
            @Nullable Integer restored) implements CdnEvent {
        @Override
        public String subject() {
            return "policy-" + policy;
        }
    }

    /** Viewers are moved. {@code to}, {@code show} and {@code branch} are null for all others and for all. */
    record Moved(
            long move,
            String from,
            @Nullable String to,
            @Nullable String show,
            @Nullable String branch,
            int percent,
            String reason)
            implements CdnEvent {
        @Override
        public String subject() {
            return from;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.ofNullable(show);
        }
    }

    /** More of them are moved, or fewer. */
    record Staged(long move, String from, @Nullable String show, int before, int percent) implements CdnEvent {
        @Override
        public String subject() {
            return from;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.ofNullable(show);
        }
    }

    /** They are where the policy wants them again. */
    record Undone(long move, String from, @Nullable String show) implements CdnEvent {
        @Override
        public String subject() {
            return from;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.ofNullable(show);
        }
    }

    /** Players of a show's viewers can be steered from now on, or no longer. */
    record Steered(String show, boolean on) implements CdnEvent {
        @Override
        public String subject() {
            return show;
        }

        @Override
        public Optional<String> aboutShow() {
            return Optional.of(show);
        }
    }

    /** Viewers are moved without a press by other numbers than before. */
    record RuleChanged(Map<String, String> fields) implements CdnEvent {

        static RuleChanged of(SteeringRule before, SteeringRule now) {
            Map<String, String> fields = new TreeMap<>();
            compare(fields, "enabled", before.enabled(), now.enabled());
            compare(fields, "lateMillis", before.lateMillis(), now.lateMillis());
            compare(fields, "staleSeconds", before.staleSeconds(), now.staleSeconds());
            compare(fields, "looks", before.looks(), now.looks());
            compare(fields, "stepPercent", before.stepPercent(), now.stepPercent());
            compare(fields, "healthyMinutes", before.healthyMinutes(), now.healthyMinutes());
            return new RuleChanged(fields);
        }

        private static void compare(Map<String, String> fields, String field, Object before, Object now) {
            if (!before.equals(now)) {
                fields.put(field, before + " -> " + now);
            }
        }

        @Override
        public String subject() {
            return "steering-rule";
        }
    }
}
