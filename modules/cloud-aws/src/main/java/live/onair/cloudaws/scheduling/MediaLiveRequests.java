package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.RtmpTargets.RtmpTarget;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.FailoverCondition;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputCodec;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputMaximumBitrate;
import software.amazon.awssdk.services.medialive.model.InputPreference;
import software.amazon.awssdk.services.medialive.model.InputResolution;
import software.amazon.awssdk.services.medialive.model.InputSourceEndBehavior;
import software.amazon.awssdk.services.medialive.model.InputSourceRequest;
import software.amazon.awssdk.services.medialive.model.InputSpecification;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;

/** The calls that make and change a channel on MediaLive. */
final class MediaLiveRequests {

    /** The first part of the addresses that encoders push to. */
    static final String APPLICATION = "onair";

    private final MediaLiveWanted wanted;

    MediaLiveRequests(MediaLiveWanted wanted) {
        this.wanted = wanted;
    }

    AwsStep securityGroup() {
        return new AwsStep.Send<>(
                MediaLiveOperations.CREATE_SECURITY_GROUP,
                CreateInputSecurityGroupRequest.builder()
                        .whitelistRules(wanted.settings().encoders().stream()
                                .map(cidr -> InputWhitelistRuleCidr.builder()
                                        .cidr(cidr)
                                        .build())
                                .toList())
                        .tags(AwsTags.shared(wanted.settings()))
                        .build(),
                "input security group of " + wanted.settings().env(),
                "medialive DeleteInputSecurityGroup");
    }

    AwsStep input(Slot slot, MediaLiveSeen seen) {
        CreateInputRequest.Builder input = CreateInputRequest.builder()
                .name(wanted.inputName(slot))
                .requestId(wanted.token(slot.word()))
                .tags(AwsTags.ofChannel(wanted.settings(), wanted.channel()));
        if (slot.isPushed()) {
            input.type(InputType.RTMP_PUSH)
                    .inputSecurityGroups(
                            Objects.requireNonNull(seen.securityGroup()).id())
                    .destinations(pushTo(slot, "a"), pushTo(slot, "b"));
        } else {
            input.type(slot == Slot.REPLAY ? InputType.URL_PULL : InputType.MP4_FILE)
                    .roleArn(wanted.settings().access())
                    .sources(pullFrom(slot));
        }
        return new AwsStep.Send<>(
                MediaLiveOperations.CREATE_INPUT,
                input.build(),
                "input " + wanted.inputName(slot),
                "medialive DeleteInput");
    }

    /** Each pipeline of the input listens to another key. */
    UpdateInputRequest newKey(Slot slot, String input, int pipelines) {
        List<InputDestinationRequest> both = List.of(pushTo(slot, "a"), pushTo(slot, "b"));
        return UpdateInputRequest.builder()
                .inputId(input)
                .destinations(both.subList(0, Math.min(pipelines, both.size())))
                .build();
    }

    /** An RTMP push address is an application, the same for all, and an instance, which is the key. */
    private InputDestinationRequest pushTo(Slot slot, String pipeline) {
        String key = slot == Slot.B ? wanted.backupKey() : wanted.key();
        return InputDestinationRequest.builder()
                .streamName(APPLICATION + "/" + key + "-" + pipeline)
                .build();
    }

    private List<InputSourceRequest> pullFrom(Slot slot) {
        return wanted.sources(slot).stream()
                .map(url -> InputSourceRequest.builder().url(url).build())
                .toList();
    }

    AwsStep source(Slot slot, MediaLiveSeen.Input input) {
        return new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_INPUT,
                UpdateInputRequest.builder()
                        .inputId(input.id())
                        .sources(pullFrom(slot))
                        .build(),
                "input " + wanted.inputName(slot),
                "medialive UpdateInput");
    }

    AwsStep channel(MediaLiveSeen seen) {
        return new AwsStep.Send<>(
                MediaLiveOperations.CREATE_CHANNEL,
                CreateChannelRequest.builder()
                        .name(wanted.name())
                        .requestId(wanted.token("channel"))
                        .channelClass(
                                wanted.settings().standard() ? ChannelClass.STANDARD : ChannelClass.SINGLE_PIPELINE)
                        .roleArn(wanted.settings().access())
                        .inputSpecification(SPECIFICATION)
                        .inputAttachments(attachments(seen))
                        .destinations(destinations())
                        .encoderSettings(MediaLiveEncoding.of(wanted))
                        .tags(wanted.tags())
                        .build(),
                "channel " + wanted.name(),
                "medialive DeleteChannel");
    }

    AwsStep reconfigured(MediaLiveSeen seen, Channel channel) {
        return new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_CHANNEL,
                UpdateChannelRequest.builder()
                        .channelId(channel.id())
                        .name(wanted.name())
                        .roleArn(wanted.settings().access())
                        .inputSpecification(SPECIFICATION)
                        .inputAttachments(attachments(seen))
                        .destinations(destinations())
                        .encoderSettings(MediaLiveEncoding.of(wanted))
                        .build(),
                "channel " + wanted.name(),
                "medialive UpdateChannel");
    }

    private static final InputSpecification SPECIFICATION = InputSpecification.builder()
            .codec(InputCodec.AVC)
            .resolution(InputResolution.HD)
            .maximumBitrate(InputMaximumBitrate.MAX_20_MBPS)
            .build();

    private List<InputAttachment> attachments(MediaLiveSeen seen) {
        return wanted.slots().stream().map(slot -> attachment(slot, seen)).toList();
    }

    private InputAttachment attachment(Slot slot, MediaLiveSeen seen) {
        InputAttachment.Builder attachment = InputAttachment.builder()
                .inputAttachmentName(slot.word())
                .inputId(idOf(slot, seen))
                .inputSettings(settings -> settings.sourceEndBehavior(loops(slot)));
        MediaLiveWanted.Pair pair = wanted.pair();
        if (slot == Slot.A && pair != null) {
            attachment.automaticInputFailoverSettings(failover -> failover.secondaryInputId(idOf(Slot.B, seen))
                    .inputPreference(
                            pair.returns()
                                    ? InputPreference.PRIMARY_INPUT_PREFERRED
                                    : InputPreference.EQUAL_INPUT_PREFERENCE)
                    .errorClearTimeMsec(pair.clearMs())
                    .failoverConditions(FailoverCondition.builder()
                            .failoverConditionSettings(on ->
                                    on.inputLossSettings(loss -> loss.inputLossThresholdMsec(MediaLiveWanted.LOSS_MS)))
                            .build()));
        }
        return attachment.build();
    }

    private static String idOf(Slot slot, MediaLiveSeen seen) {
        return Objects.requireNonNull(seen.inputs().get(slot)).id();
    }

    /** Slates and the test picture go on for ever; a file is shown once. */
    private InputSourceEndBehavior loops(Slot slot) {
        boolean once = slot.isPushed()
                || slot == Slot.REPLAY
                || (slot == Slot.FILE && wanted.spec().feed().file() != null);
        return once ? InputSourceEndBehavior.CONTINUE : InputSourceEndBehavior.LOOP;
    }

    private List<OutputDestination> destinations() {
        List<OutputDestination> all = new ArrayList<>();
        all.add(OutputDestination.builder()
                .id(MediaLiveEncoding.PACKAGE)
                .mediaPackageSettings(MediaPackageOutputDestinationSettings.builder()
                        .channelGroup(wanted.settings().name())
                        .channelName(wanted.name())
                        .build())
                .build());
        List<String> recordings = wanted.recordings();
        if (!recordings.isEmpty()) {
            all.add(OutputDestination.builder()
                    .id(MediaLiveEncoding.RECORDING)
                    .settings(recordings.stream()
                            .map(url ->
                                    OutputDestinationSettings.builder().url(url).build())
                            .toList())
                    .build());
        }
        wanted.targets()
                .forEach(target -> all.add(destination(target, wanted.settings().standard())));
        return all;
    }

    /** A channel with two pipelines sends twice, and each stream needs a server of its own. */
    static OutputDestination destination(RtmpTarget target, boolean standard) {
        Stream<String> urls =
                standard ? Stream.of(target.url(), String.valueOf(target.backup())) : Stream.of(target.url());
        return OutputDestination.builder()
                .id(target.word())
                .settings(urls.map(url -> OutputDestinationSettings.builder()
                                .url(url)
                                .streamName(target.key())
                                .build())
                        .toList())
                .build();
    }

    List<String> attachmentWords() {
        return wanted.slots().stream().map(Slot::word).toList();
    }
}
