package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.scheduling.Passage.Dispatch;
import org.jspecify.annotations.Nullable;

/** Shows as they are planned and read. Their way from state to state is {@link Lifecycle}. */
@Singleton
@Transactional
@Guarded
public class Shows {

    private final Planning planning;
    private final Reviewing review;
    private final ShowReads reads;
    private final Dispatch dispatch;

    @Inject
    Shows(Planning planning, Reviewing review, ShowReads reads, Dispatch dispatch) {
        this.planning = planning;
        this.review = review;
        this.reads = reads;
        this.dispatch = dispatch;
    }

    /** Where the picture comes from. */
    public enum Source {
        /** An encoder, with a stream key of the channel. */
        INPUT("인코더", "Encoder"),
        /** A test picture with clock and tone. */
        TEST("시험 화면", "Test picture"),
        /** A recording, sent as if it were live. */
        FILE("파일", "File");

        private final String ko;
        private final String en;

        Source(String ko, String en) {
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
     * What is sent.
     *
     * @param replayOf show whose recording is sent, for {@link Source#FILE} without a path
     * @param file path below the backend's folder of files, for {@link Source#FILE} without a show
     */
    public record Feed(
            Source source,
            @Nullable String replayOf,
            @Nullable String file) {
        /** An encoder. */
        public static final Feed INPUT = new Feed(Source.INPUT, null, null);
        /** The test picture. */
        public static final Feed TEST = new Feed(Source.TEST, null, null);
    }

    /** The words on the slates; null for the usual ones. */
    public record Slates(
            @Nullable String soon,
            @Nullable String reconnect,
            @Nullable String ended,
            @Nullable String emergency) {
        /** The usual words. */
        public static final Slates USUAL = new Slates(null, null, null, null);
    }

    /**
     * A new show. Null is a missing field: refused in words where one is needed.
     *
     * @param studio null for the studio the channel stands in, empty for none
     * @param hosts null for none
     * @param feed null for an encoder
     * @param reconnectSeconds 0 to 1800, null for 120
     * @param tier 1 (greatest) to 3, null for 2
     * @param replay whether there will be a replay, null for yes
     * @param replayDelaySeconds from the end to the replay, null for none
     */
    public record Schedule(
            @Nullable String title,
            @Nullable String description,
            @Nullable String channel,
            @Nullable String studio,
            @Nullable List<String> hosts,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Feed feed,
            @Nullable Integer reconnectSeconds,
            @Nullable Slates slates,
            @Nullable Integer tier,
            @Nullable Boolean replay,
            @Nullable Long replayDelaySeconds)
            implements Bookings.Item {

        /** A show with the usual settings. */
        public static Schedule of(String title, String channel, Instant start, Instant end, Feed feed) {
            return new Schedule(title, null, channel, null, null, start, end, feed, null, null, null, null, null);
        }
    }

    /**
     * A partial change; null leaves a field as it is. What was read may be old: fields that nobody else has changed since
     * are merged, one that somebody has is refused by name.
     *
     * @param version the version that was read, null not to look
     * @param plan the fields that change
     */
    public record Change(String id, @Nullable Integer version, Schedule plan) implements Bookings.Item {}

    /**
     * A move in time, to another channel, or both; null leaves a field as it is. Without an end the length stays.
     *
     * @param version the version that was read, null not to look
     */
    public record Move(
            String id,
            @Nullable Integer version,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String channel)
            implements Bookings.Item {}

    /**
     * What to list; null or empty does not narrow.
     *
     * @param from shows that end after this
     * @param to shows that start before this
     * @param text part of the title
     * @param cursor where the page before ended; any other is an {@link IllegalArgumentException}
     * @param size 1 to 200
     */
    public record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            Set<ShowState> states,
            @Nullable String channel,
            @Nullable String text,
            @Nullable String cursor,
            int size) {
        /** The first page of all. */
        public static final Filter ALL = new Filter(null, null, Set.of(), null, null, null, 50);
    }

    /** Plans a show: it is a draft that holds its channel, studio and hosts. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.schedule", ko = "방송 편성", en = "Schedule show", shortcut = "c")
    public Outcome<ShowRows.Show> schedule(Schedule wanted) {
        return planning.one(wanted).map(reads::get);
    }

    /** Changes some fields; a material change takes an approval away. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.change", ko = "방송 고치기", en = "Change show", shortcut = "e")
    public Outcome<ShowRows.Show> change(Change wanted) {
        return planning.one(wanted).map(reads::get);
    }

    /** Moves a show; a refused move leaves the old slot. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.move", ko = "방송 옮기기", en = "Move show", shortcut = "m")
    public Outcome<ShowRows.Show> move(Move wanted) {
        return planning.one(wanted).map(reads::get);
    }

    /** Takes a show to a state by the command that leads there, under its rules and roles, with its plan if it has one. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.transition", ko = "상태 바꾸기", en = "Change state", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> transition(
            String id, ShowState to, @Nullable String reason, @Nullable Integer version, @Nullable String plan) {
        return dispatch.transition(id, to, reason, version, plan);
    }

    /** A room above changed what was approved: line-up, price, cue text. Refused while the show is live. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    public Outcome<ShowRows.Show> changed(String id, String what) {
        return review.contentChanged(id, what).map(reads::get);
    }

    /** One show. */
    @AllowedTo
    public Optional<ShowRows.Show> find(String id) {
        return reads.find(id);
    }

    /** Shows by start. */
    @AllowedTo
    public ShowRows.Page list(Filter filter) {
        return reads.list(filter);
    }

    /** All shows that touch the time from here to there and are not cancelled or archived. */
    @AllowedTo
    public List<ShowRows.Show> board(Instant from, Instant to) {
        return reads.board(from, to);
    }

    /** All shows that stand by, rehearse or are on air. */
    @AllowedTo
    public List<ShowRows.Show> onAir() {
        return reads.onAir();
    }

    /** Each state the show has passed, oldest first. */
    @AllowedTo
    public List<ShowRows.Transition> history(String id) {
        return reads.history(id);
    }

    /** The states a person may take it to from here; whether all is ready for one is known when it is tried. */
    @AllowedTo
    public Set<ShowState> ways(String id) {
        return reads.find(id).map(show -> show.state().byHand()).orElse(Set.of());
    }

    /** What differs from what was last approved; empty if nothing does, or it never was. */
    @AllowedTo
    public List<ShowRows.Difference> diffSinceApproval(String id) {
        return review.diffSinceApproval(id);
    }

    /** When what was recorded of the show was seen; empty while nothing is recorded. */
    @AllowedTo
    public Optional<MediaClock> mediaClock(String id) {
        return reads.mediaClock(id);
    }
}
