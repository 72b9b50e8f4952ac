package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Instance;
import java.util.List;
import live.onair.kernel.Plan;

/**
 * Foretells what a backend's {@link ChannelProvisioner} and its {@link IngestKeys} would call. Outgoing port: never called inside a transaction;
 * implemented by one adapter per {@link Backend}, from the same pure functions that do it.
 *
 * <p>It changes nothing. It looks before it plans; while the backend cannot be asked (no connection, no credentials) it
 * plans from what it saw last, and if it never saw anything, for a backend in which there is nothing yet.
 */
public interface ChannelPlanner {

    /** What a {@link ChannelProvisioner} does. */
    enum Deed {
        /** {@link ChannelProvisioner#prepare}. */
        PREPARE,
        /** {@link ChannelProvisioner#start}. */
        START,
        /** {@link ChannelProvisioner#goOnAir}. */
        GO_ON_AIR,
        /** {@link ChannelProvisioner#slate}, on. */
        SLATE_ON,
        /** {@link ChannelProvisioner#slate}, off. */
        SLATE_OFF,
        /** {@link ChannelProvisioner#blur}, on; only where {@link ChannelPlanner#blurs}. */
        BLUR_ON,
        /** {@link ChannelProvisioner#blur}, off; only where {@link ChannelPlanner#blurs}. */
        BLUR_OFF,
        /** {@link ChannelProvisioner#disarm}. */
        DISARM,
        /** {@link ChannelProvisioner#stop}. */
        STOP,
        /** {@link ChannelProvisioner#switchInput}, to the first. */
        INPUT_A,
        /** {@link ChannelProvisioner#switchInput}, to the second. */
        INPUT_B
    }

    /**
     * The calls of these deeds, one after another, each as it would be when the one before has had its effect. What is so
     * already needs no call. Secrets and what only the moment of the call knows stand in angle brackets: the same state
     * and the same wish give the same plan.
     *
     * @throws live.onair.kernel.CloudException {@code INVALID} if the backend cannot make sense of the specification, or does not
     *     do such a deed
     */
    Plan plan(RunSpec spec, List<Deed> deeds);

    /**
     * The calls of a new key for an input, as {@link IngestKeys#renew} makes them, or, where the console makes the keys, as it
     * tells the backend of one. Keys and questions stand in angle brackets.
     *
     * @param shows those that are touched
     * @throws live.onair.kernel.CloudException {@code INVALID} for an input that the backend does not have
     */
    Plan newKey(String channel, Input input, List<String> shows);

    /** Whether the backend has a schedule of its own, which holds a start while nobody calls. Always the same. */
    default boolean hasSchedule() {
        return false;
    }

    /** Whether the backend can blur a picture that is sent; where it cannot, the slate stands for it. Always the same. */
    default boolean blurs() {
        return false;
    }

    /** Whether this backend can; one that is not known cannot. */
    static boolean blurs(Instance<ChannelPlanner> planners, String backend) {
        Instance<ChannelPlanner> found = planners.select(new Backend.Named(backend));
        return found.isResolvable() && found.get().blurs();
    }

    /** Whether this backend has; one that is not known has none. */
    static boolean hasSchedule(Instance<ChannelPlanner> planners, String backend) {
        Instance<ChannelPlanner> found = planners.select(new Backend.Named(backend));
        return found.isResolvable() && found.get().hasSchedule();
    }
}
