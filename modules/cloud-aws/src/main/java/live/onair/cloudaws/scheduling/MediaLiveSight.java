package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Input;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Packaging;
import live.onair.cloudaws.scheduling.MediaLiveSeen.SecurityGroup;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.DescribeChannelRequest;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleRequest;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSource;
import software.amazon.awssdk.services.medialive.model.ListAlertsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointRequest;

/** Reads what an account holds for a channel: by name, page by page. */
final class MediaLiveSight {

    private final AwsCalls calls;

    MediaLiveSight(AwsCalls calls) {
        this.calls = calls;
    }

    /** All there is for a channel. */
    MediaLiveSeen all(String channel) {
        String name = MediaLiveWanted.nameOf(calls.settings(), channel);
        Channel found = channel(name).orElse(null);
        return new MediaLiveSeen(
                securityGroup(),
                inputs(name),
                packaging(calls.settings(), name),
                found,
                found == null ? List.of() : actions(found.id()));
    }

    /** MediaLive's channel alone, and its schedule. */
    MediaLiveSeen channelOnly(String channel) {
        Channel found =
                channel(MediaLiveWanted.nameOf(calls.settings(), channel)).orElse(null);
        return MediaLiveSeen.nothing().with(found).withActions(found == null ? List.of() : actions(found.id()));
    }

    Optional<Channel> channel(String name) {
        String token = null;
        do {
            String page = token;
            ListChannelsResponse answer = calls.send(
                    MediaLiveOperations.LIST_CHANNELS,
                    ListChannelsRequest.builder()
                            .maxResults(100)
                            .nextToken(page)
                            .build());
            for (ChannelSummary summary : answer.channels()) {
                if (name.equals(summary.name()) && AwsTags.isOurs(calls.settings(), summary.tags())) {
                    return described(summary.id());
                }
            }
            token = answer.nextToken();
        } while (token != null);
        return Optional.empty();
    }

    /** A channel by MediaLive's id; empty when it is gone. */
    Optional<Channel> described(String id) {
        return unlessGone(() -> calls.send(
                        MediaLiveOperations.DESCRIBE_CHANNEL,
                        DescribeChannelRequest.builder().channelId(id).build()))
                .filter(c -> !c.stateAsString().equals("DELETED"))
                .map(MediaLiveSight::read);
    }

    private static Channel read(DescribeChannelResponse c) {
        return new Channel(
                c.id(),
                c.arn(),
                c.stateAsString(),
                c.tags(),
                MediaLiveEffects.words(c.inputAttachments()),
                MediaLiveEffects.recordings(c.destinations()),
                c.pipelineDetails().stream()
                        .map(PipelineDetail::activeInputAttachmentName)
                        .filter(active -> active != null)
                        .toList(),
                c.pipelinesRunningCount() == null ? 0 : c.pipelinesRunningCount());
    }

    /** What is wrong with a running channel now. */
    List<ChannelAlert> alerts(String id) {
        return calls.send(
                        MediaLiveOperations.LIST_ALERTS,
                        ListAlertsRequest.builder()
                                .channelId(id)
                                .stateFilter("SET")
                                .build())
                .alerts();
    }

    private List<String> actions(String id) {
        List<String> names = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            var answer = calls.send(
                    MediaLiveOperations.DESCRIBE_SCHEDULE,
                    DescribeScheduleRequest.builder()
                            .channelId(id)
                            .maxResults(100)
                            .nextToken(page)
                            .build());
            answer.scheduleActions().stream().map(ScheduleAction::actionName).forEach(names::add);
            token = answer.nextToken();
        } while (token != null);
        return names.stream().sorted().toList();
    }

    private @Nullable SecurityGroup securityGroup() {
        String token = null;
        do {
            String page = token;
            ListInputSecurityGroupsResponse answer = calls.send(
                    MediaLiveOperations.LIST_SECURITY_GROUPS,
                    ListInputSecurityGroupsRequest.builder()
                            .maxResults(100)
                            .nextToken(page)
                            .build());
            for (InputSecurityGroup group : answer.inputSecurityGroups()) {
                if (AwsTags.isOurs(calls.settings(), group.tags()) && !"DELETED".equals(group.stateAsString())) {
                    return new SecurityGroup(group.id(), group.stateAsString(), group.inputs());
                }
            }
            token = answer.nextToken();
        } while (token != null);
        return null;
    }

    private Map<Slot, Input> inputs(String name) {
        Map<Slot, Input> found = new EnumMap<>(Slot.class);
        String token = null;
        do {
            String page = token;
            ListInputsResponse answer = calls.send(
                    MediaLiveOperations.LIST_INPUTS,
                    ListInputsRequest.builder().maxResults(100).nextToken(page).build());
            answer.inputs().stream()
                    .filter(input -> input.name() != null && input.name().startsWith(name + "-"))
                    .filter(input -> AwsTags.isOurs(calls.settings(), input.tags()))
                    .filter(input -> !"DELETED".equals(input.stateAsString()))
                    .forEach(input -> found.put(
                            MediaLiveEffects.slotNamed(input.name()),
                            new Input(
                                    input.id(),
                                    input.stateAsString(),
                                    input.sources().stream()
                                            .map(InputSource::url)
                                            .toList())));
            token = answer.nextToken();
        } while (token != null);
        return found;
    }

    private Packaging packaging(AwsSettings settings, String name) {
        String group = MediaLiveWanted.groupOf(settings);
        var found = unlessGone(() -> calls.send(
                MediaPackageOperations.GET_GROUP,
                GetChannelGroupRequest.builder().channelGroupName(group).build()));
        if (found.isEmpty()) {
            return new Packaging(null, List.of(), false, false);
        }
        List<String> channels = calls
                .send(
                        MediaPackageOperations.LIST_CHANNELS,
                        software.amazon.awssdk.services.mediapackagev2.model.ListChannelsRequest.builder()
                                .channelGroupName(group)
                                .maxResults(100)
                                .build())
                .items()
                .stream()
                .map(item -> item.channelName())
                .toList();
        boolean endpoint = channels.contains(name) && hasEndpoint(group, name);
        return new Packaging(found.get().arn(), channels, endpoint, endpoint && hasPolicy(group, name));
    }

    private boolean hasEndpoint(String group, String name) {
        return unlessGone(() -> calls.send(
                        MediaPackageOperations.GET_ENDPOINT,
                        GetOriginEndpointRequest.builder()
                                .channelGroupName(group)
                                .channelName(name)
                                .originEndpointName(MediaPackageRequests.ENDPOINT)
                                .build()))
                .isPresent();
    }

    private boolean hasPolicy(String group, String name) {
        return unlessGone(() -> calls.send(
                        MediaPackageOperations.GET_POLICY,
                        GetOriginEndpointPolicyRequest.builder()
                                .channelGroupName(group)
                                .channelName(name)
                                .originEndpointName(MediaPackageRequests.ENDPOINT)
                                .build()))
                .isPresent();
    }

    private static <T> Optional<T> unlessGone(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
