package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsTags;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;

/**
 * What a channel on MediaLive should be for a run.
 *
 * @param settings where
 * @param spec the run
 * @param key the part of the push address that only the encoder knows; a placeholder when a plan is shown
 */
record MediaLiveWanted(AwsSettings settings, RunSpec spec, String key) {

    /** The inputs that are attached to a channel; each is an attachment of the same word. */
    enum Slot {
        /** The slate before the first picture; the channel starts on it, so it stands first. */
        SOON,
        /** Where the encoder pushes. */
        A,
        /** The slate somebody puts on. */
        EMERGENCY,
        /** A file in the bucket, or the test picture there. */
        FILE,
        /** The recording of a show. */
        REPLAY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses what cannot be made without a bucket. */
    MediaLiveWanted {
        if (settings.bucket().isEmpty()) {
            throw new CloudException(
                    CloudFault.INVALID, "MediaLive needs onair.aws.bucket for its slates and recordings");
        }
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
        List<Slot> slots = new ArrayList<>(List.of(Slot.SOON, Slot.A, Slot.EMERGENCY));
        if (feed() != Slot.A) {
            slots.add(feed());
        }
        return slots;
    }

    /** Where a pulled input reads, once for each pipeline; empty for the one that is pushed to. */
    List<String> sources(Slot slot) {
        if (slot == Slot.A) {
            return List.of();
        }
        return Collections.nCopies(
                settings.standard() ? 2 : 1, "s3ssl://" + settings.bucket() + "/onair/" + path(slot));
    }

    private String path(Slot slot) {
        return switch (slot) {
            case SOON, EMERGENCY, A -> "slates/" + slot.word() + ".mp4";
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

    Ladder ladder() {
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
