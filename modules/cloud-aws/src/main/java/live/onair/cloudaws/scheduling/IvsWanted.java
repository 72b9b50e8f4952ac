package live.onair.cloudaws.scheduling;

import java.util.Map;
import java.util.TreeMap;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsTags;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import org.jspecify.annotations.Nullable;

/** What a channel on IVS should be for a run. */
record IvsWanted(AwsSettings settings, RunSpec spec) {

    /** Refuses what IVS cannot do. */
    IvsWanted {
        if (spec.feed().kind() != FeedKind.INPUT) {
            throw new CloudException(
                    CloudFault.INVALID,
                    "IVS makes no picture of its own: a show on it is sent by an encoder, not from "
                            + spec.feed().kind());
        }
        if (spec.record() && settings.bucket().isEmpty()) {
            throw new CloudException(
                    CloudFault.INVALID, "IVS records into a bucket: set onair.aws.bucket, or do not record the show");
        }
    }

    Run run() {
        return spec.run();
    }

    String name() {
        return IvsNames.channel(settings, run().channel());
    }

    /** Whether it plays only with a signed token. */
    boolean closed() {
        return spec.privateKey() != null;
    }

    /** Whether what is recorded is the show's: what was only rehearsed is not. */
    boolean isTaped() {
        return spec.record() && !closed();
    }

    /** The tags of the channel; what a running run has gone through is kept. */
    Map<String, String> tags(IvsSeen.@Nullable Channel channel, @Nullable String session) {
        Map<String, String> before = channel != null && channel.isOf(run()) ? channel.tags() : Map.of();
        Map<String, String> tags = new TreeMap<>(AwsTags.ofChannel(settings, run().channel()));
        tags.put(AwsTags.RUN, run().id());
        tags.put(AwsTags.SHOW, run().show());
        tags.put(AwsTags.RUN_STATE, before.getOrDefault(AwsTags.RUN_STATE, "ready"));
        tags.put(IvsNames.ON_AIR, spec.warmUp() ? "no" : "yes");
        tags.put(IvsNames.SLATE, before.getOrDefault(IvsNames.SLATE, "off"));
        tags.put(IvsNames.RECONNECT, Long.toString(spec.reconnect().toSeconds()));
        tags.put(
                IvsNames.SESSION_BEFORE,
                before.getOrDefault(IvsNames.SESSION_BEFORE, session == null ? "none" : session));
        return tags;
    }
}
