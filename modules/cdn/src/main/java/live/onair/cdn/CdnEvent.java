package live.onair.cdn;

import java.util.Map;
import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens about CDNs. The subject is the CDN, the policy or the show. */
public sealed interface CdnEvent extends DomainEvent {

    /** Something about a CDN of the registry. */
    sealed interface OfCdn extends CdnEvent {

        /** Its id. */
        String cdn();

        @Override
        default String subject() {
            return cdn();
        }
    }

    /** What one show has left in a CDN's caches is taken away. */
    sealed interface OfPurge extends OfCdn {

        /** The show. */
        String show();

        @Override
        default Optional<String> aboutShow() {
            return Optional.of(show());
        }
    }

    /** What its own configuration lacks is mended. */
    sealed interface OfMend extends OfCdn {

        /** Number of the press. */
        long mend();
    }

    /** Something about a move of viewers. */
    sealed interface OfMove extends CdnEvent {

        /** The CDN they are moved away from. */
        String from();

        /** The only show that it concerns; null for all. */
        @Nullable
        String show();

        @Override
        default String subject() {
            return from();
        }

        @Override
        default Optional<String> aboutShow() {
            return Optional.ofNullable(show());
        }
    }

    /** A CDN was taken into the registry. */
    record Added(String cdn, String name, String baseUrl) implements OfCdn {}

    /** It is another than before. */
    record Changed(String cdn, Map<String, String> fields) implements OfCdn {}

    /** Viewers are no longer sent to it. */
    record Retired(String cdn) implements OfCdn {}

    /** Viewers can be sent to it again. */
    record Returned(String cdn) implements OfCdn {}

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
            implements OfMove {}

    /** More of them are moved, or fewer. */
    record Staged(long move, String from, @Nullable String show, int before, int percent) implements OfMove {}

    /** What a person began was not enough: the rule stages it on from here. */
    record TakenOver(long move, String from, @Nullable String show, int before, int percent, String why)
            implements OfMove {}

    /** It goes to no further stage by itself: what receives the viewers is not well. */
    record StageStopped(long move, String from, @Nullable String show, int percent, String why) implements OfMove {}

    /** They are where the policy wants them again. */
    record Undone(long move, String from, @Nullable String show) implements OfMove {}

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

    /** It was asked for. */
    record PurgeAsked(String cdn, String show) implements OfPurge {}

    /** It is done. {@code objects} is null where the CDN does not tell how many. */
    record Purged(String cdn, String show, @Nullable Integer objects) implements OfPurge {}

    /** It was not done. */
    record PurgeFailed(String cdn, String show, String trouble) implements OfPurge {}

    /**
     * Fields of its configuration shall be set.
     *
     * @param fields each field, before and after
     * @param undoes number of the press that is taken back; null for none
     */
    record MendAsked(
            String cdn,
            long mend,
            Map<String, String> fields,
            String reason,
            @Nullable Long undoes) implements OfMend {}

    /** They are set at all of its edges. */
    record Mended(String cdn, long mend) implements OfMend {}

    /** It did not come right. */
    record MendFailed(
            String cdn, long mend, String trouble, @Nullable String detail) implements OfMend {}

    /** Viewers are moved without a press by other numbers than before. */
    record RuleChanged(Map<String, String> fields) implements CdnEvent {

        @Override
        public String subject() {
            return "steering-rule";
        }
    }
}
