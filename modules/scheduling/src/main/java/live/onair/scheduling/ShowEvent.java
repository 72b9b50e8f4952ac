package live.onair.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Cover;
import org.jspecify.annotations.Nullable;

/** What happens to shows, told inside the transaction in which it happens. */
public sealed interface ShowEvent extends DomainEvent {

    /** The show it happened to. */
    String show();

    @Override
    default String subject() {
        return show();
    }

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** A show was planned. */
    record Scheduled(String show, String title, String channel, Instant startsAt, Instant endsAt)
            implements ShowEvent {}

    /** Fields were changed; each says {@code from -> to}. */
    record Changed(String show, Map<String, String> fields, boolean material) implements ShowEvent {}

    /** It was moved in time or to another channel. */
    record Moved(String show, TimeWindow from, TimeWindow to, String fromChannel, String toChannel)
            implements ShowEvent {}

    /** A room above changed something that was approved. */
    record ContentChanged(String show, String what) implements ShowEvent {}

    /** It waits for a second person. */
    record Submitted(String show, String reason) implements ShowEvent {}

    /** A second person approved it. */
    record Approved(String show, String reason) implements ShowEvent {}

    /** A second person approved it although a check is red that holds nobody back; why is on record. */
    record ApprovedDespite(String show, String checks, String reason) implements ShowEvent {}

    /** It went back to its author. */
    record SentBack(String show, String comment) implements ShowEvent {}

    /** A change took its approval away. */
    record ReturnedToReview(String show, String reason) implements ShowEvent {}

    /** A rehearsal began. */
    record RehearsalStarted(String show, @Nullable Instant until, String reason) implements ShowEvent {}

    /** The rehearsal is over. */
    record RehearsalEnded(String show, String reason) implements ShowEvent {}

    /** Its channel warms up. */
    record StoodBy(String show, String channel, String run, String reason) implements ShowEvent {}

    /** Viewers watch it. */
    record WentOnAir(String show, String channel, String run, String reason) implements ShowEvent {}

    /** It is over. */
    record Ended(String show, String reason) implements ShowEvent {}

    /** Viewers can watch it again. */
    record ReplayPublished(String show, String reason) implements ShowEvent {}

    /** The backend lets viewers play the recording from now on, or no longer. */
    record ReplayShown(String show, boolean on) implements ShowEvent {}

    /** Viewers can no longer watch it again. */
    record ReplayWithdrawn(String show, String reason) implements ShowEvent {}

    /** It was put away. */
    record Archived(String show, ShowState from, String reason) implements ShowEvent {}

    /** It will not take place. */
    record Cancelled(String show, ShowState from, String reason) implements ShowEvent {}

    /** It got more time. */
    record Extended(String show, Instant from, Instant to) implements ShowEvent {}

    /** The emergency slate was put on or taken off. */
    record SlateSwitched(String show, boolean on, String reason) implements ShowEvent {}

    /** Its picture was blurred and its sound muted for viewers, or no longer. */
    record BlurSwitched(String show, boolean on, String reason) implements ShowEvent {}

    /** It has passed from that state into its own. */
    static ShowEvent passed(Show show, ShowState from, String reason) {
        String id = show.id();
        String channel = show.terms().channel();
        return switch (show.state()) {
            case DRAFT -> new SentBack(id, reason);
            case IN_REVIEW -> from == ShowState.DRAFT ? new Submitted(id, reason) : new ReturnedToReview(id, reason);
            case APPROVED -> from == ShowState.REHEARSAL ? new RehearsalEnded(id, reason) : new Approved(id, reason);
            case REHEARSAL -> new RehearsalStarted(id, show.rehearsalUntil(), reason);
            case STANDBY -> new StoodBy(id, channel, show.run().id(), reason);
            case ON_AIR -> new WentOnAir(id, channel, show.run().id(), reason);
            case ENDED -> from == ShowState.REPLAY ? new ReplayWithdrawn(id, reason) : new Ended(id, reason);
            case REPLAY -> new ReplayPublished(id, reason);
            case ARCHIVED -> new Archived(id, from, reason);
            case CANCELLED -> new Cancelled(id, from, reason);
        };
    }

    /** Such a cover was put on or taken off by this press. */
    static ShowEvent covered(String show, Lifecycle.Press press, String reason) {
        boolean on = press == Lifecycle.Press.SLATE_ON || press == Lifecycle.Press.BLUR_ON;
        boolean slate = press == Lifecycle.Press.SLATE_ON || press == Lifecycle.Press.SLATE_OFF;
        return slate ? new SlateSwitched(show, on, reason) : new BlurSwitched(show, on, reason);
    }

    /** What was before its picture has gone with the show. */
    static List<ShowEvent> uncovered(String show, Cover before, Cover now, String reason) {
        List<ShowEvent> gone = new ArrayList<>();
        if (before.slate() && !now.slate()) {
            gone.add(new SlateSwitched(show, false, reason));
        }
        if (before.blur() && !now.blur()) {
            gone.add(new BlurSwitched(show, false, reason));
        }
        return gone;
    }

    /** Somebody took it on themselves to start it although something is red. */
    record GateOverridden(String show, String checks, String reason) implements ShowEvent {}

    /** The backend's own schedule holds its start from now on: it starts while nobody calls. */
    record StartArmed(String show, String channel, Instant start) implements ShowEvent {}

    /** The start was taken back from the backend's own schedule; if it had happened, the "soon" slate is back. */
    record StartDisarmed(String show, String channel, Instant start) implements ShowEvent {}

    /** Its run was found stopped behind our back; another takes its place. */
    record RunLost(String show, String run, String next) implements ShowEvent {}

    /** Its backend said where it can be played: for the first time, or somewhere else than before. */
    record PlaybackFound(String show, String channel, String address) implements ShowEvent {}

    /** Somebody wants another input of its channel on air. */
    record InputSwitchAsked(String show, String channel, Channels.Input input, String reason) implements ShowEvent {}

    /** Another input is on air; the gap is what viewers miss between both pictures, null where there was none before. */
    record InputSwitched(
            String show,
            String channel,
            Channels.Input input,
            boolean byHand,
            @Nullable Long gapMillis) implements ShowEvent {}

    /** What the backend was told was what somebody had been shown; {@code plan} is its hash. */
    record PlanKept(String show, Lifecycle.Press press, String plan) implements ShowEvent {}

    /** What the backend was told was no longer what somebody had been shown. */
    record PlanBroken(String show, Lifecycle.Press press, String plan, String now) implements ShowEvent {}

    /** What the backend would be told is no longer what somebody had been shown, and so it was not told. */
    record PlanNotBegun(String show, Lifecycle.Press press, String plan, String now) implements ShowEvent {}

    /** Somebody wants a mark in its stream; {@code word} is the mark's kind. */
    record StreamMarkAsked(String show, String mark, String word, String payload) implements ShowEvent {}

    /** A mark is in its stream, at this instant of it. */
    record StreamMarkPlaced(String show, String mark, String word, Instant at) implements ShowEvent {}

    /** A mark is not in its stream, or nobody knows; {@code why} is the code of a {@link StreamMarks.Failure}. */
    record StreamMarkFailed(String show, String mark, String word, String why) implements ShowEvent {}

    /**
     * Whether and when its replay comes, and how it looks, was decided.
     *
     * @param description the replay's own words, empty for the show's
     * @param thumbnail position whose picture stands for it, empty for the last picture
     */
    record ReplayPlanned(
            String show, boolean wanted, @Nullable Instant at, String description, String thumbnail, String reason)
            implements ShowEvent {}
}
