package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.MediaLiveOperations.DELETE_CHANNEL;
import static live.onair.cloudaws.MediaLiveOperations.DELETE_INPUT;
import static live.onair.cloudaws.MediaLiveOperations.DELETE_SECURITY_GROUP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Input;
import live.onair.cloudaws.scheduling.MediaLiveSeen.SecurityGroup;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupRequest;

/**
 * Takes away what there is of a channel, in the order that MediaLive asks for: the channel when it is idle, an input when
 * it is detached, the security group when no input uses it; then packaging from the inside out.
 */
final class MediaLiveRemoval {

    private MediaLiveRemoval() {}

    static Optional<AwsStep> next(MediaLiveSeen seen, MediaPackageRequests pack, String name) {
        return channel(seen.channel()).or(() -> inputs(seen)).or(() -> packaging(seen.packaging(), pack, name));
    }

    private static Optional<AwsStep> channel(@Nullable Channel channel) {
        if (channel == null || channel.is("DELETED")) {
            return Optional.empty();
        }
        return channel.isAtRest() ? Optional.of(delete(channel)) : Optional.of(await("channel", channel.state()));
    }

    private static AwsStep delete(Channel channel) {
        return new AwsStep.Send<>(
                DELETE_CHANNEL,
                DeleteChannelRequest.builder().channelId(channel.id()).build(),
                "channel " + channel.id(),
                "medialive CreateChannel");
    }

    private static Optional<AwsStep> inputs(MediaLiveSeen seen) {
        Map<Slot, Input> left = new TreeMap<>(seen.inputs());
        left.values().removeIf(input -> input.state().equals("DELETED"));
        for (Input input : left.values()) {
            if (input.state().equals("DETACHED")) {
                return Optional.of(delete(input));
            }
        }
        return left.entrySet().stream()
                .findFirst()
                .map(first ->
                        await("input " + first.getKey().word(), first.getValue().state()))
                .or(() -> securityGroup(seen.securityGroup()));
    }

    static AwsStep delete(Input input) {
        return new AwsStep.Send<>(
                DELETE_INPUT,
                DeleteInputRequest.builder().inputId(input.id()).build(),
                "input " + input.id(),
                "medialive CreateInput");
    }

    private static Optional<AwsStep> securityGroup(@Nullable SecurityGroup group) {
        if (group == null || group.state().equals("DELETED") || !group.inputs().isEmpty()) {
            return Optional.empty();
        }
        if (!group.state().equals("IDLE")) {
            return Optional.of(await("input security group", group.state()));
        }
        return Optional.of(new AwsStep.Send<>(
                DELETE_SECURITY_GROUP,
                DeleteInputSecurityGroupRequest.builder()
                        .inputSecurityGroupId(group.id())
                        .build(),
                "input security group " + group.id(),
                "medialive CreateInputSecurityGroup"));
    }

    private static Optional<AwsStep> packaging(MediaLiveSeen.Packaging seen, MediaPackageRequests pack, String name) {
        if (seen.endpoint()) {
            return Optional.of(pack.deleteEndpoint());
        }
        if (seen.channels().contains(name)) {
            return Optional.of(pack.deleteChannel());
        }
        return seen.group() != null && seen.channels().equals(List.of())
                ? Optional.of(pack.deleteGroup())
                : Optional.empty();
    }

    private static AwsStep await(String what, String state) {
        return new AwsStep.Await(what + ": " + state);
    }
}
