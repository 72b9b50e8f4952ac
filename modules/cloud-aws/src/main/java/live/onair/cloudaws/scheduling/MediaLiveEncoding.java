package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.List;
import live.onair.cloudaws.RtmpTargets.RtmpTarget;
import software.amazon.awssdk.services.medialive.model.AacCodingMode;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.AuthenticationScheme;
import software.amazon.awssdk.services.medialive.model.CmafId3Behavior;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.FeatureActivationsInputPrepareScheduleActions;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264GopSizeUnits;
import software.amazon.awssdk.services.medialive.model.H264ParControl;
import software.amazon.awssdk.services.medialive.model.H264RateControlMode;
import software.amazon.awssdk.services.medialive.model.HlsMode;
import software.amazon.awssdk.services.medialive.model.HlsProgramDateTime;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputSettings;
import software.amazon.awssdk.services.medialive.model.RtmpOutputCertificateMode;
import software.amazon.awssdk.services.medialive.model.TimecodeConfigSource;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/** How MediaLive encodes a channel: one ladder, sent to MediaPackage and, when it is kept, written to the bucket. */
final class MediaLiveEncoding {

    /** Id of the destination in MediaPackage. */
    static final String PACKAGE = "package";
    /** Id of the destination in the bucket. */
    static final String RECORDING = "recording";

    private static final String SOUND = "sound";
    /** Pictures a second; segments of 2 s hold whole groups of pictures. */
    private static final int FPS = 30;
    /** Seconds after which an output to a target that failed is begun again. */
    private static final int RESTART = 15;
    /** Seconds between two tries to connect to a target. */
    private static final int RETRY = 2;

    private MediaLiveEncoding() {}

    static EncoderSettings of(MediaLiveWanted wanted) {
        Ladder ladder = wanted.ladder();
        List<OutputGroup> groups = new ArrayList<>(List.of(toMediaPackage(ladder)));
        if (!wanted.recordings().isEmpty()) {
            groups.add(toBucket(ladder));
        }
        wanted.targets().forEach(target -> groups.add(toTarget(ladder, target)));
        EncoderSettings.Builder settings = EncoderSettings.builder();
        if (wanted.prepares()) {
            settings.featureActivations(features ->
                    features.inputPrepareScheduleActions(FeatureActivationsInputPrepareScheduleActions.ENABLED));
        }
        return settings.timecodeConfig(timecode -> timecode.source(TimecodeConfigSource.SYSTEMCLOCK))
                .audioDescriptions(sound())
                .videoDescriptions(
                        ladder.rungs().stream().map(MediaLiveEncoding::picture).toList())
                .outputGroups(groups)
                .build();
    }

    private static AudioDescription sound() {
        return AudioDescription.builder()
                .name(SOUND)
                .audioSelectorName("default")
                .codecSettings(codec -> codec.aacSettings(aac -> aac.bitrate((double) Ladder.SOUND)
                        .codingMode(AacCodingMode.CODING_MODE_2_0)
                        .sampleRate(48_000.0)))
                .build();
    }

    private static VideoDescription picture(Ladder.Rung rung) {
        return VideoDescription.builder()
                .name(rung.word())
                .width(rung.width())
                .height(rung.height())
                .codecSettings(codec -> codec.h264Settings(h264 -> h264.rateControlMode(H264RateControlMode.CBR)
                        .bitrate(rung.kbps() * 1_000)
                        .framerateControl(H264FramerateControl.SPECIFIED)
                        .framerateNumerator(FPS)
                        .framerateDenominator(1)
                        .parControl(H264ParControl.SPECIFIED)
                        .parNumerator(1)
                        .parDenominator(1)
                        .gopSize(2.0)
                        .gopSizeUnits(H264GopSizeUnits.SECONDS)))
                .build();
    }

    private static OutputGroup toMediaPackage(Ladder ladder) {
        List<Output> outputs = new ArrayList<>();
        ladder.rungs()
                .forEach(rung -> outputs.add(Output.builder()
                        .outputName("package-" + rung.word())
                        .videoDescriptionName(rung.word())
                        .outputSettings(package_())
                        .build()));
        outputs.add(Output.builder()
                .outputName("package-" + SOUND)
                .audioDescriptionNames(SOUND)
                .outputSettings(package_())
                .build());
        return OutputGroup.builder()
                .name(PACKAGE)
                .outputGroupSettings(group -> group.mediaPackageGroupSettings(settings -> settings.destination(
                                to -> to.destinationRefId(PACKAGE))
                        .mediapackageV2GroupSettings(v2 -> v2.segmentLength(2).id3Behavior(CmafId3Behavior.ENABLED))))
                .outputs(outputs)
                .build();
    }

    private static OutputSettings package_() {
        return OutputSettings.builder()
                .mediaPackageOutputSettings(out -> out.mediaPackageV2DestinationSettings(v2 -> {}))
                .build();
    }

    private static OutputGroup toBucket(Ladder ladder) {
        return OutputGroup.builder()
                .name(RECORDING)
                .outputGroupSettings(
                        group -> group.hlsGroupSettings(hls -> hls.destination(to -> to.destinationRefId(RECORDING))
                                .mode(HlsMode.VOD)
                                .segmentLength(6)
                                .programDateTime(HlsProgramDateTime.INCLUDE)
                                .programDateTimePeriod(60)
                                .hlsCdnSettings(cdn -> cdn.hlsS3Settings(s3 -> {}))))
                .outputs(ladder.rungs().stream()
                        .map(rung -> Output.builder()
                                .outputName("recording-" + rung.word())
                                .videoDescriptionName(rung.word())
                                .audioDescriptionNames(SOUND)
                                .outputSettings(out -> out.hlsOutputSettings(hls -> hls.nameModifier("_" + rung.word())
                                        .hlsSettings(h -> h.standardHlsSettings(s -> s.m3u8Settings(m -> {})))))
                                .build())
                        .toList())
                .build();
    }

    /** The best rendition, to somebody else's server; MediaLive tries again by itself when that hangs up. */
    static OutputGroup toTarget(Ladder ladder, RtmpTarget target) {
        String word = target.word();
        return OutputGroup.builder()
                .name(word)
                .outputGroupSettings(group -> group.rtmpGroupSettings(rtmp ->
                        rtmp.authenticationScheme(AuthenticationScheme.COMMON).restartDelay(RESTART)))
                .outputs(Output.builder()
                        .outputName(word)
                        .videoDescriptionName(ladder.rungs().get(0).word())
                        .audioDescriptionNames(SOUND)
                        .outputSettings(
                                out -> out.rtmpOutputSettings(rtmp -> rtmp.destination(to -> to.destinationRefId(word))
                                        .connectionRetryInterval(RETRY)
                                        .certificateMode(RtmpOutputCertificateMode.VERIFY_AUTHENTICITY)))
                        .build())
                .build();
    }
}
