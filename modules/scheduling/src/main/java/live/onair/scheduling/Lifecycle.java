package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Role;
import live.onair.scheduling.OnAirList.Replays;
import org.jspecify.annotations.Nullable;

/**
 * Commands that take a show from state to state, and what can be done while it runs. What the clock does, no command
 * does: standby, start and end come by themselves.
 */
@Singleton
@Transactional
@Guarded
public class Lifecycle {

    private final Reviewing review;
    private final Running running;
    private final Replays replays;
    private final PressBook presses;
    private final ShowReads reads;

    @Inject
    Lifecycle(Reviewing review, Running running, Replays replays, PressBook presses, ShowReads reads) {
        this.presses = presses;
        this.review = review;
        this.running = running;
        this.replays = replays;
        this.reads = reads;
    }

    /**
     * A dangerous command on one show or channel.
     *
     * @param typed its id as the person typed it
     * @param plan hash of the plan that the person saw, null if none was shown
     */
    public record Confirmed(
            String id,
            @Nullable String typed,
            @Nullable String reason,
            @Nullable String plan) {

        /** Without a plan. */
        public Confirmed(String id, @Nullable String typed, @Nullable String reason) {
            this(id, typed, reason, null);
        }
    }

    /** What can be pressed and makes a channel's backend do something. */
    public enum Press {
        /** A rehearsal begins. */
        REHEARSE,
        /** What the clock does when its time comes: the channel is made ready, runs, and viewers see it. */
        GO_ON_AIR,
        /** The emergency slate is put on, or taken off. */
        SLATE_ON,
        SLATE_OFF,
        /** What viewers see is blurred and what they hear is muted, or no longer. */
        BLUR_ON,
        BLUR_OFF,
        STOP,
        /** The channel's first input is sent, or its second. */
        INPUT_A,
        INPUT_B,
        /** Viewers may play the recording as a replay, or no longer. */
        PUBLISH,
        WITHDRAW
    }

    /**
     * What a press would make us call.
     *
     * @param hash of the calls and the shows that are touched; the press takes it back
     * @param seenAt when the state was seen from which it was made; null if nothing was ever seen
     * @param expiresAt from then on it does not count any more
     */
    public record Planned(
            String show,
            Press press,
            String hash,
            List<Plan.Call> calls,
            List<String> permissions,
            List<String> shows,
            @Nullable Instant seenAt,
            Instant expiresAt) {}

    /**
     * A replay as viewers are to find it. It is said as a whole: what is null is not left as it was, it is not chosen.
     *
     * @param at when it comes (at most 30 days ahead), null for now
     * @param description its own words (up to 4,000 characters), null or empty for the show's
     * @param thumbnail position in the recording whose picture stands for it, null for the last picture
     * @param plan hash of the plan that the person saw, null if none was; not looked at when it comes later
     */
    public record PublishReplay(
            String id,
            @Nullable Instant at,
            @Nullable String description,
            @Nullable Duration thumbnail,
            @Nullable String reason,
            @Nullable String plan) {}

    /** Asks for a second person's approval. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.submit", ko = "검토 요청", en = "Submit for review")
    public Outcome<ShowRows.Show> submit(String id, @Nullable Integer version, @Nullable String reason) {
        return review.submit(id, version, reason).map(reads::get);
    }

    /** Approves it: from now on it starts by itself. Anyone allowed but who made the last change. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.approve", ko = "승인", en = "Approve", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> approve(String id, @Nullable Integer version, @Nullable String reason) {
        return review.approve(id, version, reason).map(reads::get);
    }

    /** Gives it back to its author with a comment. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.sendBack", ko = "돌려보내기", en = "Send back")
    public Outcome<ShowRows.Show> sendBack(String id, @Nullable Integer version, @Nullable String comment) {
        return review.sendBack(id, version, comment).map(reads::get);
    }

    /** Gives the show up; its slot is free at once. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.cancel", ko = "방송 취소", en = "Cancel show", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> cancel(String id, @Nullable Integer version, @Nullable String reason) {
        return review.cancel(id, version, reason).map(reads::get);
    }

    /** Puts an ended or cancelled show away; its replay is no longer public. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.archive", ko = "보관", en = "Archive", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> archive(String id, @Nullable Integer version, @Nullable String reason) {
        return review.archive(id, version, reason).map(reads::get);
    }

    /** Runs the channel for us only, for 1 min to 4 h (null: 30 min), never into standby; only a local one without a plan. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "shows.rehearse", ko = "리허설 시작", en = "Start rehearsal")
    public Outcome<ShowRows.Show> rehearse(
            String id, @Nullable Integer version, @Nullable Duration atMost, @Nullable String plan) {
        return running.rehearse(id, version, atMost == null ? Duration.ofMinutes(30) : atMost, plan)
                .map(reads::get);
    }

    /** Ends the rehearsal. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "shows.endRehearsal", ko = "리허설 끝", en = "End rehearsal")
    public Outcome<ShowRows.Show> endRehearsal(String id) {
        return running.endRehearsal(id).map(reads::get);
    }

    /** Gives a live show more time: 1 min to 4 h, if channel, studio and hosts are free. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "shows.extend", ko = "방송 연장", en = "Extend", shortcut = "x")
    public Outcome<ShowRows.Show> extend(String id, Duration by) {
        return running.extend(id, by).map(reads::get);
    }

    /** The exact calls that a press would lead to (of a replay with this picture); works without a connection. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.plan", ko = "호출 계획 보기", en = "Show the calls")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Outcome<Planned> plan(String id, @Nullable Press press, @Nullable Duration thumbnail) {
        return presses.asked(id, press, thumbnail).then(presses::foretold).map(presses::kept);
    }

    /** Ends a live show now; one that stands by is cancelled. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.stop", ko = "방송 중단", en = "Stop show", danger = Action.Danger.DANGEROUS)
    public Outcome<ShowRows.Show> stop(Confirmed wanted) {
        return running.stop(wanted).map(reads::get);
    }

    /** Puts the emergency slate before a live show. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.slateOn", ko = "긴급 슬레이트 켜기", en = "Emergency slate on", danger = Action.Danger.DANGEROUS)
    public Outcome<ShowRows.Show> slateOn(Confirmed wanted) {
        return running.cover(wanted, Press.SLATE_ON).map(reads::get);
    }

    /** Takes the emergency slate away. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.slateOff", ko = "긴급 슬레이트 끄기", en = "Emergency slate off", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> slateOff(String id, @Nullable String reason) {
        return running.uncover(id, Press.SLATE_OFF, reason).map(reads::get);
    }

    /** Blurs and mutes a show on air for its viewers; where its backend cannot, the slate stands for it. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.blurOn", ko = "흐림 켜기", en = "Blur", danger = Action.Danger.DANGEROUS)
    public Outcome<ShowRows.Show> blurOn(Confirmed wanted) {
        return running.cover(wanted, Press.BLUR_ON).map(reads::get);
    }

    /** Shows its picture and lets its sound be heard again, for a reason. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shows.blurOff", ko = "흐림 끄기", en = "End the blur", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> blurOff(String id, @Nullable String reason) {
        return running.uncover(id, Press.BLUR_OFF, reason).map(reads::get);
    }

    /** Lets the show start although checks of the gate are red. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "shows.overrideGate", ko = "점검 건너뛰고 시작", en = "Override gate", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> overrideGate(String id, @Nullable String reason) {
        return running.overrideGate(id, reason).map(reads::get);
    }

    /** Publishes the replay when it is due and the recording is complete; one that is shown or planned is changed. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.publishReplay", ko = "다시보기 공개", en = "Publish replay")
    public Outcome<ShowRows.Show> publishReplay(PublishReplay wanted) {
        return replays.publish(wanted).map(reads::get);
    }

    /** Takes the replay away from viewers, or does not let it come. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "shows.withdrawReplay", ko = "다시보기 내리기", en = "Withdraw replay", danger = Action.Danger.CAREFUL)
    public Outcome<ShowRows.Show> withdrawReplay(String id, @Nullable String reason, @Nullable String plan) {
        return replays.withdraw(id, reason, plan).map(reads::get);
    }
}
