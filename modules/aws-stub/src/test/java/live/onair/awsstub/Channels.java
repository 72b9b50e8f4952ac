package live.onair.awsstub;

import java.util.Map;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputSettings;
import software.amazon.awssdk.services.medialive.model.TimecodeConfigSource;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/** A small MediaLive channel that sends to MediaPackage v2. */
final class Channels {

    private Channels() {}

    static CreateChannelRequest.Builder of(ChannelClass kind, String inputId, int bitrate) {
        return with(
                kind,
                bitrate,
                OutputSettings.builder().mediaPackageOutputSettings(m -> {}).build(),
                InputAttachment.builder()
                        .inputAttachmentName("main")
                        .inputId(inputId)
                        .build());
    }

    static CreateChannelRequest.Builder with(
            ChannelClass kind, int bitrate, OutputSettings settings, InputAttachment... attachments) {
        OutputGroup group = OutputGroup.builder()
                .outputGroupSettings(
                        g -> g.mediaPackageGroupSettings(m -> m.destination(d -> d.destinationRefId("pkg"))))
                .outputs(Output.builder()
                        .outputName("720")
                        .videoDescriptionName("v720")
                        .audioDescriptionNames("a1")
                        .outputSettings(settings)
                        .build())
                .build();
        EncoderSettings encoder = EncoderSettings.builder()
                .timecodeConfig(t -> t.source(TimecodeConfigSource.SYSTEMCLOCK))
                .audioDescriptions(AudioDescription.builder()
                        .name("a1")
                        .audioSelectorName("default")
                        .build())
                .videoDescriptions(VideoDescription.builder()
                        .name("v720")
                        .codecSettings(c -> c.h264Settings(h -> h.bitrate(bitrate)))
                        .build())
                .outputGroups(group)
                .build();
        return CreateChannelRequest.builder()
                .name("channel")
                .channelClass(kind)
                .roleArn("arn:aws:iam::111122223333:role/MediaLiveAccessRole")
                .inputAttachments(attachments)
                .destinations(OutputDestination.builder()
                        .id("pkg")
                        .mediaPackageSettings(MediaPackageOutputDestinationSettings.builder()
                                .channelGroup("onair")
                                .channelName("ch1")
                                .build())
                        .build())
                .encoderSettings(encoder)
                .tags(Map.of("onair:env", "test"));
    }
}
