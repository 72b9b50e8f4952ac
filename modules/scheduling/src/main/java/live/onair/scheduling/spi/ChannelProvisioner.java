package live.onair.scheduling.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/**
 * Runs channels on one streaming backend. Outgoing port: called by scheduling's work handlers only, never inside a
 * transaction; implemented by one adapter per {@link Backend}.
 *
 * <p>For every method: it is idempotent, so that it may be called again after a crash or a lost answer; it returns when
 * the backend has accepted the call, not when the effect is complete ({@link ChannelObservation.State#STARTING}); it
 * takes at most a few seconds; trouble is a {@link live.onair.kernel.CloudException} and nothing else. An answer that was
 * lost is {@code UNKNOWN_OUTCOME}: the caller describes before it does anything else. An adapter holds no rule of a show
 * and remembers nothing that the backend does not.
 */
public interface ChannelProvisioner {

    /** A start that is nearer is neither armed nor taken back any more. */
    Duration ARMED_AT_LEAST = Duration.ofSeconds(15);

    /** A start that is further ahead is not armed yet. */
    Duration ARMED_AT_MOST = Duration.ofDays(14);

    /**
     * What the channel does now, read from the backend and not from memory. A channel the backend has never seen is
     * {@link ChannelObservation#idle}, not {@code NOT_FOUND}. Changes nothing.
     */
    ChannelObservation describe(String channel);

    /**
     * Makes the channel ready for this run, or brings its prepared or running run to this specification without
     * interrupting it. Creates what is missing. Does not start anything. Never brings a run that is on air back to
     * warm-up by itself: {@link RunSpec#warmUp} says how it should be. A cover that is specified is on before the first picture
     * is sent, where the backend can begin so ({@link RunSpec#cover}); one that is on stays on, whatever is specified.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} while another run of the channel is running or was
     *     interrupted, or if this run has been stopped (a run passes once); {@code INVALID} if the backend cannot make
     *     sense of the specification
     */
    void prepare(RunSpec spec);

    /**
     * Starts the prepared run, or takes up the one that was interrupted. Already running or starting: nothing happens.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run has been stopped (a run passes once) or
     *     another run is running; {@code NOT_FOUND} if it was never prepared
     */
    void start(Run run);

    /**
     * Shows the running run to viewers: warm-up ends, the picture replaces the "soon" slate within seconds. Already so:
     * nothing happens.
     *
     * @param spec the run's specification; {@link RunSpec#warmUp} is taken as false
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running
     */
    void goOnAir(RunSpec spec);

    /**
     * Puts the start of the running, warming-up run ahead into the backend's own schedule: at that instant viewers see it
     * as after {@link #goOnAir}, whether or not somebody calls then. A start that was armed before is replaced. Armed so
     * already: nothing happens. Where there is no schedule ({@link ChannelPlanner#hasSchedule}) nothing can be armed.
     *
     * @param spec the run's specification; {@link RunSpec#warmUp} is not looked at
     * @param start by the console's clock, from {@link #ARMED_AT_LEAST} to {@link #ARMED_AT_MOST} ahead
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running, is on air already, or the start
     *     that was armed before is too near to be taken back; {@code INVALID} for another instant, and where there is no
     *     schedule
     */
    default void arm(RunSpec spec, Instant start) {
        throw new CloudException(CloudFault.INVALID, "this backend has no schedule of its own");
    }

    /**
     * Viewers of the running run see the "soon" slate, and no armed start ends that: it is taken back; if it has happened,
     * the slate is sent again within seconds. So already: nothing happens.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running, or the armed start is too near to
     *     be taken back and has not happened yet; {@code INVALID} where there is no schedule
     */
    default void disarm(Run run) {
        throw new CloudException(CloudFault.INVALID, "this backend has no schedule of its own");
    }

    /**
     * Stops the run for good and completes its recording; a run that was prepared and never started is finished as
     * well. A start that is armed goes with it. Already stopped, or not the channel's run any more: nothing happens.
     */
    void stop(Run run);

    /**
     * Puts the emergency slate on, or takes it off; viewers see it within seconds. Already so: nothing happens.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running
     */
    void slate(Run run, boolean on);

    /**
     * Blurs what viewers of the running run see beyond recognition and mutes what they hear, or no longer; they get it within seconds,
     * and so does the recording. It lasts through a lost input, another input and a resumed run, and ends with the run. The emergency
     * slate goes before it. What could not be blurred is never shown as it is: a slate stands there, and {@link
     * Cover.Blurring#FAILS} says so. Already so: nothing happens. Where a picture cannot be blurred ({@link ChannelPlanner#blurs}) the caller
     * puts the slate on instead.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running; {@code INVALID} where a picture cannot be
     *     blurred; {@code EXHAUSTED} while the backend blurs as many others as it may
     */
    default void blur(Run run, boolean on) {
        throw new CloudException(CloudFault.INVALID, "this backend cannot blur a picture");
    }

    /**
     * Takes away what the backend keeps for this channel, but for recordings: nothing of it is paid for any more. May take
     * long, as a backend does it part by part; called again it goes on. A channel the backend has never seen: nothing
     * happens.
     *
     * @return whether nothing is left; false to be asked again
     * @throws live.onair.kernel.CloudException {@code CONFLICT} while a run of the channel is running or starting
     */
    boolean remove(String channel);

    /**
     * Sends this input of the running run from now on; viewers see it within seconds, without a slate between. By hand: the
     * other input takes over only if this one is lost. Sent already: nothing happens.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running or the input has no picture;
     *     {@code INVALID} where the backend has one input
     */
    default void switchInput(Run run, Input to) {
        throw new CloudException(CloudFault.INVALID, "this backend has one input");
    }

    /** What has been recorded of the show; empty if nothing has. Changes nothing. */
    Optional<Recording> recording(String show);

    /**
     * Lets viewers play the complete recording as a replay, or no longer; a replay that is shown already gets the picture
     * that is asked for. Already so: nothing happens. Switching off what does not exist: nothing happens. A picture that
     * cannot be drawn keeps no replay back: the last picture stands in.
     *
     * @param thumbnail position in media time whose picture stands for the replay, null for the last picture; not looked
     *     at when switching off
     * @throws live.onair.kernel.CloudException {@code NOT_FOUND} when there is nothing to publish; {@code CONFLICT}
     *     while it is still being recorded; {@code INVALID} for a position outside the recording
     */
    void publishRecording(String show, boolean on, @Nullable Duration thumbnail);
}
