package live.onair.scheduling;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.Actor;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ShowState.Health;
import live.onair.sql.Row;
import org.jspecify.annotations.Nullable;

/** What is read of shows: plain values, nothing that can be changed through them. */
public final class ShowRows {

    private ShowRows() {}

    /** A show on the board and nothing more. */
    public record Slot(String show, String title, ShowState state, Instant start, Instant end) {}

    /** A reason in the reader's language: Onair's own are kept as codes, what a person typed stays as it is. */
    public static String reason(String kept, Locale locale) {
        for (StreamMarks.Failure failure : StreamMarks.Failure.values()) {
            if (kept.equals(failure.code())) {
                return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? failure.en() : failure.ko();
            }
        }
        return AutoReason.sentence(kept, locale);
    }

    /** An alarm in the reader's language, by its code; a code that is not this room's stands as it is. */
    public static String alarm(String code, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return Arrays.stream(AlarmKind.values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .map(kind -> english ? kind.en() : kind.ko())
                .orElse(code);
    }

    /**
     * An alarm that a channel's backend keeps for the show on it.
     *
     * @param run the run it was made for
     * @param kind code of what it watches
     * @param part of the channel that is watched: a pipeline's number
     * @param since since when it is so, by the backend's clock; null where it is not told
     * @param seenAt when that was seen
     */
    public record CloudAlarm(
            String run,
            String kind,
            String part,
            AlarmState state,
            @Nullable Instant since,
            Instant seenAt) {

        static CloudAlarm read(Row row) throws SQLException {
            return new CloudAlarm(
                    row.text("run"),
                    row.text("kind"),
                    row.text("part"),
                    AlarmState.valueOf(row.text("state")),
                    row.instantOrNull("since"),
                    row.instant("seen_at"));
        }

        /** What an alarm says. */
        public enum AlarmState {
            /** It rings. */
            RINGS,
            /** There was nothing to measure yet. */
            NO_DATA,
            /** All is well. */
            OK
        }
    }

    /** Something with a name. */
    public record Named(String id, String name) {}

    /**
     * A show.
     *
     * @param health null unless its channel should be running
     * @param arming whether the backend's own schedule holds the start, null unless it is approved and still to come
     * @param version for optimistic locking: grows with each change
     * @param seq how many states it has passed
     */
    public record Show(
            String id,
            String title,
            String description,
            ShowState state,
            @Nullable Health health,
            Named channel,
            @Nullable Named studio,
            List<Named> hosts,
            Instant startsAt,
            Instant endsAt,
            Shows.Feed feed,
            int reconnectSeconds,
            Shows.Slates slates,
            int tier,
            Airtime airtime,
            ShowState.@Nullable Arming arming,
            Replay replay,
            Review review,
            int seq,
            int version) {}

    /**
     * How it is sent.
     *
     * @param warmUp from standby to the start
     * @param grace how long it may overrun unattended
     * @param run the channel's run, null before the first
     * @param slateOn whether the emergency slate is wanted
     * @param blurOn whether viewers are to see it blurred and hear nothing
     * @param blurs whether its channel's backend can do that; where it cannot, the slate is shown instead
     * @param overrideReason why the gate was overridden, null if it was not
     * @param rehearsalUntil when the rehearsal ends by itself, null outside one
     * @param privateKey the key to the rehearsal's picture, null outside one
     * @param onAirAt when it went on air
     * @param endedAt when it ended
     */
    public record Airtime(
            Duration warmUp,
            Duration grace,
            @Nullable String run,
            boolean slateOn,
            boolean blurOn,
            boolean blurs,
            @Nullable String overrideReason,
            @Nullable Instant rehearsalUntil,
            @Nullable String privateKey,
            @Nullable Instant onAirAt,
            @Nullable Instant endedAt) {}

    /**
     * Its replay.
     *
     * @param at when it is, or was, due; null while the show is not over
     * @param length how long the recording plays, null while it is not complete
     * @param description its own words, null for the show's
     * @param thumbnail position whose picture stands for it, null for the last picture
     */
    public record Replay(
            boolean wanted,
            Duration delay,
            @Nullable Instant at,
            boolean published,
            @Nullable Duration length,
            @Nullable String description,
            @Nullable Duration thumbnail) {}

    /**
     * Who made it what it is.
     *
     * @param comment why it was sent back, null if it was not since it was last submitted
     */
    public record Review(
            String createdBy,
            Instant createdAt,
            String changedById,
            String changedBy,
            Instant changedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String comment) {}

    /**
     * One page of a list.
     *
     * @param next cursor of the next page, null on the last one
     */
    public record Page(List<Show> shows, @Nullable String next) {}

    /** A state that was passed. */
    public record Transition(
            int seq,
            ShowState from,
            ShowState to,
            String actorId,
            String actor,
            Actor.Source source,
            String reason,
            Instant at) {

        /** The reason in the reader's language; what a person typed stays as it is. */
        public String sentence(Locale locale) {
            return ShowRows.reason(reason, locale);
        }
    }

    /** A field that differs from what was approved. */
    public record Difference(String field, String approved, String now, boolean material) {}

    /**
     * What the public may know of a show.
     *
     * @param description a replay's own where it has one
     * @param thumbnail position whose picture stands for a replay, null for the last picture
     * @param watched where viewers find it
     */
    public record Listed(
            String id,
            String title,
            String description,
            ShowState state,
            Instant startsAt,
            Instant endsAt,
            String channel,
            @Nullable Duration thumbnail,
            OnAirList.Watched watched) {

        /** Of a rehearsal nobody hears: the show comes as it did before. */
        public Listed {
            state = state == ShowState.REHEARSAL ? ShowState.APPROVED : state;
        }

        /** The same show as one that is over and cannot be watched again yet. */
        Listed over() {
            return new Listed(id, title, description, ShowState.ENDED, startsAt, endsAt, channel, null, watched);
        }
    }

    /**
     * What the backend serves to viewers.
     *
     * @param playback where they play it; null where our own edges or a CDN of ours serve the channel
     * @param viewers how many watch there now; null where that is not told
     * @param brokenLimit the last of the backend's limits that was broken, in its words; null for none
     * @param blurred whether the picture is blurred, or would be without the slate
     */
    public record Serving(
            @Nullable String playback,
            @Nullable Integer viewers,
            @Nullable String brokenLimit,
            boolean blurred) {}
}
