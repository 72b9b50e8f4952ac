package live.onair.shops.spi;

import java.time.Duration;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** Why a shop's catalogue could not be read. */
public final class ShopTrouble extends CloudException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is; each says whether another try can help. */
    public enum Kind {
        /** The name leads into our own network. */
        ADDRESS(CloudFault.INVALID),
        /** Nobody knows the name. */
        NAME(CloudFault.UNAVAILABLE),
        /** Nobody answers there. */
        CONNECT(CloudFault.UNAVAILABLE),
        /** No certificate of that name. */
        TLS(CloudFault.INVALID),
        /** The answer does not come, or does not end. */
        TIMEOUT(CloudFault.UNAVAILABLE),
        /** The connection was cut while the answer came. */
        CUT(CloudFault.UNAVAILABLE),
        /** The shop does not let us in. */
        DENIED(CloudFault.DENIED),
        /** We ask too often. */
        THROTTLED(CloudFault.THROTTLED),
        /** Something in the shop is broken. */
        BROKEN_SHOP(CloudFault.UNAVAILABLE),
        /** The shop no longer knows where we were. */
        CURSOR(CloudFault.NOT_FOUND),
        /** The answer says no, for a reason of its own. */
        REFUSED(CloudFault.INVALID),
        /** The answer is larger than any page is. */
        TOO_LARGE(CloudFault.INVALID),
        /** The answer is nothing that the format knows. */
        UNREADABLE(CloudFault.INVALID);

        private final CloudFault fault;

        Kind(CloudFault fault) {
            this.fault = fault;
        }
    }

    private final Kind kind;
    private final @Nullable Duration pause;

    /** Trouble with what exactly was seen. */
    public ShopTrouble(Kind kind, String detail) {
        this(kind, detail, null);
    }

    /** Trouble after which the shop wants to be left alone for a while. */
    public ShopTrouble(Kind kind, String detail, @Nullable Duration pause) {
        super(kind.fault, detail);
        this.kind = kind;
        this.pause = pause;
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** How long the shop wants to be left alone; empty where it does not say. */
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
