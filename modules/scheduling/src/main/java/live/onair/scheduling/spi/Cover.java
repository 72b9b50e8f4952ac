package live.onair.scheduling.spi;

import java.util.List;
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

    /** After that deed. */
    public Cover after(Deed deed) {
        return switch (deed) {
            case SLATE_ON, SLATE_OFF -> new Cover(deed == Deed.SLATE_ON, blur);
            case BLUR_ON, BLUR_OFF -> new Cover(slate, deed == Deed.BLUR_ON);
            default -> this;
        };
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
     * Does it at the backend of this run. Where a blur is refused, by a backend older than we are, say, the slate is put before
     * the picture until it is not.
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
            if (refused.fault() == CloudFault.NOT_FOUND || refused.fault() == CloudFault.INVALID) {
                at.slate(run, true);
            }
            throw refused;
        }
    }
}
