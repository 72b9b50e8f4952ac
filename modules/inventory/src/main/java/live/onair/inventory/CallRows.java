package live.onair.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of our calls to the cloud and of what its trail tells of them: plain values. */
public final class CallRows {

    private CallRows() {}

    /** What is known of a call that has been sent. */
    public enum CallOutcome {
        /** It has just left, or its answer was lost: it may have been carried out. */
        UNKNOWN("알 수 없음", "Unknown"),
        /** It was carried out. */
        DONE("함", "Done"),
        /** The cloud has refused it: nothing was changed. */
        REFUSED("거절됨", "Refused");

        private final String ko;
        private final String en;

        CallOutcome(String ko, String en) {
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

    /** Whether the account's own trail tells of a call. */
    public enum TrailState {
        /** It should be told and is not, though the time for it is over. */
        MISSING("기록에 없음", "Missing in the trail"),
        /** The trail takes its time. */
        WAITING("기록 기다리는 중", "Waiting for the trail"),
        /** It was refused or its answer was lost, and the trail tells nothing of it: nothing was changed. */
        UNTOLD("바뀐 것 없음", "Nothing was changed"),
        /** The trail does not tell such calls. */
        NOT_KEPT("기록 대상 아님", "Not in the trail by design"),
        /** The trail tells it. */
        MATCHED("기록과 맞음", "Matched");

        private final String ko;
        private final String en;

        TrailState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }
    }

    /**
     * A call of ours that changes something.
     *
     * @param channel id of the channel, null if it is not known
     * @param show id of the show, null if the call does not say it
     * @param by who it was made for; Onair, where it was its own work
     * @param requestOfOurs number of our own request or work, as the event log has it
     * @param requestId the cloud's, null if its answer was lost
     * @param words why it was refused or is not known, in the cloud's words
     * @param event what the trail tells of it, null if nothing
     */
    public record SentCall(
            UUID id,
            String service,
            String operation,
            String resource,
            @Nullable String channel,
            @Nullable String show,
            String by,
            @Nullable String requestOfOurs,
            Instant at,
            CallOutcome outcome,
            @Nullable String requestId,
            @Nullable String words,
            TrailState trail,
            @Nullable TrailMatch event) {}

    /**
     * What the trail tells of a call of ours.
     *
     * @param byTime whether it was found by what it does and when, since its answer with the request id was lost
     * @param error why it was refused, null if it was carried out
     */
    public record TrailMatch(
            String id,
            Instant at,
            String principal,
            @Nullable String source,
            @Nullable String error,
            boolean byTime) {}

    /**
     * A page of calls.
     *
     * @param next cursor of the next page, null on the last one
     */
    public record SentCalls(List<SentCall> items, @Nullable String next) {}

    /**
     * Something that was changed on our things in the account, and not by a call that Onair has written down.
     *
     * @param id the cloud's, of the event
     * @param channel id of our channel, null if it is not known
     * @param error why it was refused, null if it was carried out
     * @param principal who, as the cloud names them
     * @param source the address it came from, null if it is not told
     * @param asUs whether it was done by the same name as our own calls
     */
    public record ForeignAct(
            String id,
            String service,
            String operation,
            String resource,
            @Nullable String channel,
            Instant at,
            @Nullable String requestId,
            @Nullable String error,
            String principal,
            @Nullable String source,
            boolean asUs) {}

    /**
     * A page of them.
     *
     * @param next cursor of the next page, null on the last one
     */
    public record ForeignActs(
            List<ForeignAct> items, @Nullable String next) {}

    /**
     * How the trail stands.
     *
     * @param readAt up to when it was read whole, null if it never was: then nothing is called missing
     * @param words why it could not be read at the last try, in the cloud's words; null if it could
     * @param delayMinutes so long a call may take to be told
     * @param waiting calls that the trail has not told yet
     * @param missing calls that it should have told
     * @param foreign acts of others on our things in the last day
     */
    public record TrailReading(
            @Nullable Instant readAt,
            @Nullable String words,
            long delayMinutes,
            long waiting,
            long missing,
            long foreign) {}
}
