package live.onair.dns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of names, records and changes. */
public final class DnsRows {

    private DnsRows() {}

    /** What a record leads to. */
    public enum RecordType {
        /** An address. */
        A,
        /** Another name. */
        CNAME
    }

    /**
     * A record. At most one of weight and country is there; with neither it is the only one of its type at the name.
     *
     * @param name in small letters, without a dot at its end
     * @param setId tells records at one name apart; empty for the only one
     * @param weight 0 to 255: the part of the questions that it answers; 0 for none, as long as another has more
     * @param country code of ISO 3166-1 of those it answers; {@code *} for everybody else
     * @param value an address, or a name like the name
     * @param healthCheck while that one fails it is not answered; null for none
     */
    public record DnsRecord(
            String name,
            RecordType type,
            int ttlSeconds,
            String setId,
            @Nullable Integer weight,
            @Nullable String country,
            String value,
            @Nullable String healthCheck) {

        /** Refuses nonsense. */
        public DnsRecord {
            if (weight != null && (weight < 0 || weight > 255 || country != null)) {
                throw new IllegalArgumentException("a weight is 0 to 255, and not beside a country");
            }
            if (setId.isEmpty() != (weight == null && country == null)) {
                throw new IllegalArgumentException("a set id is for one of several");
            }
        }

        /** Which one it is of those at its name. */
        public String key() {
            return type + " " + setId;
        }
    }

    /** A record before and after a change; null where it is not there. */
    public record RecordStep(
            @Nullable DnsRecord before, @Nullable DnsRecord after) {

        /** Each record of either, those that differ first. */
        public static List<RecordStep> between(List<DnsRecord> before, List<DnsRecord> after) {
            return RecordText.steps(before, after);
        }
    }

    /**
     * A name that is watched.
     *
     * @param zone where it was seen, in words; empty as long as it was not
     * @param seenAt when; null as long as it was not
     * @param trouble why it could not be read last; null where it could
     * @param records what stood there when it was seen last
     */
    public record DnsName(
            String name,
            String zone,
            @Nullable Instant seenAt,
            @Nullable String trouble,
            List<DnsRecord> records,
            String by,
            Instant at) {
        /** Keeps it as it is. */
        public DnsName {
            records = List.copyOf(records);
        }
    }

    /** How far a change is. */
    public enum ChangeState {
        /** Nothing was written yet. */
        PLANNED,
        /** It is being written. */
        APPLYING,
        /** It is written; the servers are asked whether they answer so. */
        VERIFYING,
        /** They do. */
        DONE,
        /** It did not come right. */
        FAILED;

        /** Whether something is still to come. */
        public boolean isRunning() {
            return this != DONE && this != FAILED;
        }
    }

    /** Why a change did not come right. */
    public enum ChangeTrouble {
        /** Somebody else had changed the zone: nothing was written. */
        ZONE_CHANGED,
        /** The zone does not take it: nothing was written. */
        NOT_TAKEN,
        /** The zone could not be reached in time; whether it was written is seen at the name. */
        OUT_OF_REACH,
        /** It is written, and the servers answered otherwise until the time was over. */
        OTHER_ANSWERS
    }

    /**
     * A change of what stands at a name.
     *
     * @param before what stood there
     * @param after what shall stand there
     * @param keepSeconds so long resolvers may keep what stood there before, counted from when it was written; null for nothing
     * @param reverts number of the change that it takes back; null for none
     * @param trouble null where there was none
     * @param detail what the trouble was, in the words of whoever told it
     * @param answers what the servers answered last, each value with how often
     * @param answerTtlSeconds with this time to live; null as long as nobody was asked
     */
    public record DnsChange(
            long number,
            String name,
            ChangeState state,
            List<DnsRecord> before,
            List<DnsRecord> after,
            @Nullable Integer keepSeconds,
            @Nullable Long reverts,
            String reason,
            @Nullable ChangeTrouble trouble,
            @Nullable String detail,
            List<String> answers,
            @Nullable Integer answerTtlSeconds,
            String by,
            Instant at,
            @Nullable Instant appliedAt,
            @Nullable Instant endedAt) {
        /** Keeps it as it is. */
        public DnsChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
            answers = List.copyOf(answers);
        }
    }
}
