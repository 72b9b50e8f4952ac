package live.onair.cloudaws.scheduling;

import live.onair.cloudaws.AwsSettings;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Run;

/** What things of ours are called on IVS and in the bucket, and the tags that only IVS's channels have. */
final class IvsNames {

    /** Whether viewers are shown the run: {@code yes} or {@code no}. */
    static final String ON_AIR = "onair:on-air";
    /** Whether the emergency slate is on: {@code on} or {@code off}. */
    static final String SLATE = "onair:slate";
    /** How many seconds a lost input may stay away. */
    static final String RECONNECT = "onair:reconnect";
    /** The channel's latest stream session before the run; later ones are the run's. */
    static final String SESSION_BEFORE = "onair:session-before";

    /** On a stream key: the question that made it. */
    static final String KEY_ORDER = "onair:key-order";

    private IvsNames() {}

    /**
     * Name of the channel: IVS keeps no token that would make creating it idempotent, so it is found by this.
     *
     * @throws CloudException {@code INVALID} if IVS cannot take it
     */
    static String channel(AwsSettings settings, String channel) {
        String name = settings.nameOf(channel);
        if (!name.matches("[a-zA-Z0-9-_]{1,128}")) {
            throw new CloudException(
                    CloudFault.INVALID, "a channel on IVS is named with letters, digits, - and _ only: " + channel);
        }
        return name;
    }

    /** Folder in the bucket with the marks of the show's runs. */
    static String runs(AwsSettings settings, String show) {
        return "onair/" + settings.env() + "/ivs/" + show + "/";
    }

    /** Folder in the bucket with the marks of the run; it names the channel of IVS, below which the recordings lie. */
    static String marks(AwsSettings settings, Run run, IvsSeen.Channel channel) {
        return runs(settings, run.show()) + run.id().replace(':', '.') + "/" + channel.account() + "/" + channel.id()
                + "/";
    }
}
