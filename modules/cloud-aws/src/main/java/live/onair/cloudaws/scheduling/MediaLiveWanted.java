package live.onair.cloudaws.scheduling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.RtmpTargets.RtmpTarget;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a channel on MediaLive should be for a run.
 *
 * @param settings where
 * @param spec the run
 * @param key the part of the push address that only the encoder knows; a placeholder when a plan is shown
 * @param backupKey that of the second input
 * @param targets where its programme is sent as well; none for a rehearsal
 */
record MediaLiveWanted(AwsSettings settings, RunSpec spec, String key, String backupKey, List<RtmpTarget> targets) {

    /** How long nothing may come of the input that is sent before the other one takes over; MediaLive's least is 100 ms. */
    static final int LOSS_MS = 1_000;
    /** How long an input must be well to count as well, where no return asks for longer. */
    private static final int CLEAR_MS = 5_000;

    /** The inputs that are attached to a channel; each is an attachment of the same word. */
    enum Slot {
        /** The slate before the first picture; the channel starts on it, so it stands first. */
        SOON,
        /** Where the encoder pushes. */
        A,
        /** Where the backup's encoder pushes. */
        B,
        /** The slate somebody puts on. */
        EMERGENCY,
        /** A file in the bucket, or the test picture there. */
        FILE,
        /** The recording of a show. */
        REPLAY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether an encoder pushes to it. */
        boolean isPushed() {
            return this == A || this == B;
        }

        /** The slot of an input of the channel. */
        static Slot of(Input input) {
            return input == Input.A ? A : B;
        }
    }

    /**
     * Two inputs of which MediaLive itself sends the one that is well.
     *
     * @param returns whether A is sent again when it is well; MediaLive lets nobody switch by hand then
     * @param clearMs how long an input must be well to count as well
     */
    record Pair(boolean returns, int clearMs) {}

    /** What is wanted of a channel with one input, or as a plan shows it. */
    MediaLiveWanted(AwsSettings settings, RunSpec spec, String key) {
        this(settings, spec, key, key, List.of());
    }

    /** The same, sent to these as well. */
    MediaLiveWanted with(List<RtmpTarget> others) {
        return new MediaLiveWanted(settings, spec, key, backupKey, others);
    }

    /** Refuses what cannot be made without a bucket. */
    MediaLiveWanted {
        if (settings.bucket().isEmpty()) {
            throw new CloudException(
                    CloudFault.INVALID, "MediaLive needs onair.aws.bucket for its slates and recordings");
        }
        targets = spec.privateKey() == null ? List.copyOf(targets) : List.of();
    }

    Run run() {
        return spec.run();
    }

    String channel() {
        return run().channel();
    }

    /** Name of the channel, and the beginning of the names of its parts. */
    String name() {
        return settings.nameOf(channel());
    }

    String inputName(Slot slot) {
        return name() + "-" + slot.word();
    }

    /** What the channel sends when it is on air. */
    Slot feed() {
        return switch (spec.feed().kind()) {
            case INPUT -> Slot.A;
            case TEST -> Slot.FILE;
            case FILE -> spec.feed().file() != null ? Slot.FILE : Slot.REPLAY;
        };
    }

    /** The inputs that this run needs, in the order in which they are attached. */
    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(List.of(Slot.SOON, Slot.A));
        if (spec.failover().second()) {
            slots.add(Slot.B);
        }
        slots.add(Slot.EMERGENCY);
        if (feed() != Slot.A) {
            slots.add(feed());
        }
        return slots;
    }

    /** How MediaLive switches between both inputs; null when it does not. */
    @Nullable
    Pair pair() {
        RunSpec.Failover rules = spec.failover();
        if (!rules.second() || !rules.automatic()) {
            return null;
        }
        Duration back = rules.returnAfter();
        return new Pair(back != null, back == null ? CLEAR_MS : (int) back.toMillis());
    }

    /** Whether a switch is made ready for beforehand: MediaLive does so by itself for both inputs of a pair. */
    boolean prepares() {
        return spec.failover().second() && pair() == null;
    }

    /** Where a pulled input reads, once for each pipeline; empty for one that is pushed to. */
    List<String> sources(Slot slot) {
        if (slot.isPushed()) {
            return List.of();
        }
        return Collections.nCopies(
                settings.standard() ? 2 : 1, "s3ssl://" + settings.bucket() + "/onair/" + path(slot));
    }

    private String path(Slot slot) {
        return switch (slot) {
            case SOON, EMERGENCY, A, B -> "slates/" + slot.word() + ".mp4";
            case FILE ->
                "files/"
                        + (spec.feed().file() == null ? "test.mp4" : spec.feed().file());
            case REPLAY -> settings.env() + "/shows/" + spec.feed().replayOf() + "/live.m3u8";
        };
    }

    /** Addresses of the pipelines' recordings, as a channel's destinations are seen; empty when nothing is kept. */
    List<String> recordings() {
        if (!spec.record()) {
            return List.of();
        }
        String kind = spec.privateKey() == null ? "/shows/" : "/rehearsals/";
        String number = run().id().substring(run().id().lastIndexOf(':') + 1);
        String folder =
                "s3ssl://" + settings.bucket() + "/onair/" + settings.env() + kind + run().show() + "/" + number;
        return settings.standard() ? List.of(folder + "/0/live", folder + "/1/live") : List.of(folder + "/0/live");
    }

    /** Where its outputs go but for the packager, as a channel's are seen: recordings, and the words of targets. */
    List<String> places() {
        return Stream.concat(recordings().stream(), targets.stream().map(RtmpTarget::word))
                .toList();
    }

    Ladder ladder() {
        return ladder(settings);
    }

    static Ladder ladder(AwsSettings settings) {
        return Ladder.valueOf(settings.ladder().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Tags of the channel before its run starts. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>(AwsTags.ofChannel(settings, channel()));
        tags.put(AwsTags.RUN, run().id());
        tags.put(AwsTags.SHOW, run().show());
        tags.put(AwsTags.RUN_STATE, "ready");
        return tags;
    }

    /** The same token for the same thing of the same run, so that a call that is repeated makes nothing twice. */
    String token(String what) {
        return (name() + "-" + what + "-" + run().id()).replace(':', '-');
    }
}
