package live.onair.scheduling.spi;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import org.jspecify.annotations.Nullable;

/**
 * What keeps viewers from the picture. Both may be wanted at a time: then they see the slate, and the blurred picture once it is
 * taken away.
 *
 * @param slate the emergency slate stands before it
 * @param blur it is blurred, and nothing is heard
 */
public record Cover(boolean slate, boolean blur) {

    /** Nothing. */
    public static final Cover NONE = new Cover(false, false);

    private static final Set<CloudFault> REFUSALS =
            EnumSet.of(CloudFault.NOT_FOUND, CloudFault.INVALID, CloudFault.EXHAUSTED);

    /** What becomes of a blur. */
    public enum Blurring {
        /** None is wanted of the backend. */
        NONE,
        /** Viewers see the picture blurred, or will as soon as there is one. */
        WORKS,
        /** The backend does not get it done, now or a few seconds ago: viewers see a slate instead, never the picture. */
        FAILS
    }

    /** After that deed. */
    public Cover after(Deed deed) {
        return switch (deed) {
            case SLATE_ON, SLATE_OFF -> new Cover(deed == Deed.SLATE_ON, blur);
            case BLUR_ON, BLUR_OFF -> new Cover(slate, deed == Deed.BLUR_ON);
            default -> this;
        };
    }

    /** After these deeds. */
    public Cover after(List<Deed> deeds) {
        Cover then = this;
        for (Deed deed : deeds) {
            then = then.after(deed);
        }
        return then;
    }

    /** The same on a backend that blurs or does not: where it does not, the slate stands for the blur. */
    public Cover on(boolean blurs) {
        return blurs ? this : new Cover(slate || blur, false);
    }

    /** What a backend has to do for these deeds: a slate that stands for both stays until neither is wanted. */
    public List<Deed> deeds(List<Deed> wanted, boolean blurs) {
        return wanted.stream().flatMap(deed -> deeds(deed, blurs).stream()).toList();
    }

    private List<Deed> deeds(Deed deed, boolean blurs) {
        Cover then = after(deed).on(blurs);
        return switch (deed) {
            case BLUR_ON -> List.of(blurs ? deed : Deed.SLATE_ON);
            case BLUR_OFF -> blurs ? List.of(deed) : then.slate() ? List.of() : List.of(Deed.SLATE_OFF);
            case SLATE_OFF -> then.slate() ? List.of() : List.of(deed);
            default -> List.of(deed);
        };
    }

    /**
     * What is still to be done to a channel that is seen like this; null when it is so. One cover comes before the other goes: what
     * is to be hidden is not seen in between.
     */
    public @Nullable Deed missing(ChannelObservation seen) {
        if (slate && !seen.slateForced()) {
            return Deed.SLATE_ON;
        }
        if (blur != seen.blurred()) {
            return blur ? Deed.BLUR_ON : Deed.BLUR_OFF;
        }
        return slate == seen.slateForced() ? null : Deed.SLATE_OFF;
    }

    /**
     * Starts the prepared run, or takes it up again. What is to be before its picture may have become so after it was prepared: it
     * is said once more, so that no picture goes ahead of it. Where a picture cannot be blurred, a run cannot begin covered either.
     */
    public static void begin(ChannelProvisioner at, RunSpec spec, boolean blurs) {
        if (blurs && !spec.cover().equals(NONE)) {
            at.prepare(spec);
        }
        at.start(spec.run());
    }

    /**
     * Does it at the backend of this run. Where a blur is refused, by a backend that is older than we are, say, or blurs as many
     * as it can, the slate is put before the picture until it is not.
     */
    public static void carryOut(Deed deed, ChannelProvisioner at, Run run) {
        switch (deed) {
            case BLUR_ON -> blurOrSlate(at, run);
            case BLUR_OFF -> at.blur(run, false);
            default -> at.slate(run, deed == Deed.SLATE_ON);
        }
    }

    private static void blurOrSlate(ChannelProvisioner at, Run run) {
        try {
            at.blur(run, true);
        } catch (CloudException refused) {
            if (REFUSALS.contains(refused.fault())) {
                at.slate(run, true);
            }
            throw refused;
        }
    }
}
