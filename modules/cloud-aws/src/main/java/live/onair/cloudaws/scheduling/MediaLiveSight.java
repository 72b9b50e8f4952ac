package live.onair.cloudaws.scheduling;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Alert;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Input;
import live.onair.cloudaws.scheduling.MediaLiveSeen.SecurityGroup;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.scheduling.spi.ChannelObservation.Pipelines;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelAlertState;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.DescribeChannelRequest;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleRequest;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleResponse;
import software.amazon.awssdk.services.medialive.model.InputSource;
import software.amazon.awssdk.services.medialive.model.ListAlertsRequest;
import software.amazon.awssdk.services.medialive.model.ListAlertsResponse;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/** Reads what an account holds for a channel: by name, page by page. */
final class MediaLiveSight {

    /** The most that MediaLive gives at once is more; pages of this size are answered quickly. */
    private static final int PAGE = 100;

    private final AwsCalls calls;
    private final Clock clock;
    /** MediaLive's id by the channel's name, so that it is not searched for each time; checked by each look. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    MediaLiveSight(AwsCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** All there is for a channel. */
    MediaLiveSeen all(String channel) {
        String name = calls.settings().nameOf(channel);
        Channel found = channel(name).orElse(null);
        MediaLiveSeen seen = new MediaLiveSeen(
                securityGroup(), inputs(name), new MediaPackageSight(calls).of(name), found, List.of(), List.of());
        return found == null ? seen : withSchedule(seen, found.id());
    }

    /** MediaLive's channel alone, and its schedule. */
    MediaLiveSeen channelOnly(String channel) {
        return channel(calls.settings().nameOf(channel)).map(this::withSchedule).orElseGet(MediaLiveSeen::nothing);
    }

    /** A channel that has just been seen, and its schedule. */
    MediaLiveSeen withSchedule(Channel found) {
        return withSchedule(MediaLiveSeen.nothing().with(found), found.id());
    }

    private MediaLiveSeen withSchedule(MediaLiveSeen seen, String id) {
        return MediaLiveSwitches.scheduled(seen, actions(id), clock.instant());
    }

    /** MediaLive's channel of this name; empty when there is none. */
    Optional<Channel> channel(String name) {
        String id = known.get(name);
        Optional<Channel> found = id == null ? Optional.empty() : described(id);
        if (found.isEmpty()) {
            found = searched(name);
        }
        found.ifPresentOrElse(c -> known.put(name, c.id()), () -> known.remove(name));
        return found;
    }

    private Optional<Channel> searched(String name) {
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.channels().stream())
                .filter(summary -> name.equals(summary.name()) && AwsTags.isOurs(calls.settings(), summary.tags()))
                .findFirst()
                .flatMap(summary -> described(summary.id()));
    }

    /** A channel by MediaLive's id; empty when it is gone. */
    private Optional<Channel> described(String id) {
        return calls.find(
                        MediaLiveOperations.DESCRIBE_CHANNEL,
                        DescribeChannelRequest.builder().channelId(id).build())
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
                MediaLiveEffects.places(c.destinations()),
                MediaLiveEffects.pair(c.inputAttachments()),
                told(c, PipelineDetail::activeInputAttachmentName),
                told(c, PipelineDetail::activeInputSwitchActionName),
                pipelines(c));
    }

    private static Pipelines pipelines(DescribeChannelResponse channel) {
        Integer running = channel.pipelinesRunningCount();
        return running == null
                ? Pipelines.ONE
                : new Pipelines(running, channel.channelClass() == ChannelClass.STANDARD ? 2 : 1);
    }

    private static List<String> told(DescribeChannelResponse channel, Function<PipelineDetail, String> what) {
        return channel.pipelineDetails().stream()
                .map(what)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is wrong with a running channel now; with two inputs what was wrong, too, because switches are told by it. */
    List<Alert> alerts(Channel channel) {
        String which = channel.hasBackup() ? "ALL" : "SET";
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_ALERTS,
                                ListAlertsRequest.builder()
                                        .channelId(channel.id())
                                        .stateFilter(which)
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListAlertsResponse::nextToken)
                .flatMap(page -> page.alerts().stream())
                .map(MediaLiveSight::read)
                .toList();
    }

    private static Alert read(ChannelAlert alert) {
        return new Alert(
                String.valueOf(alert.alertType()),
                String.valueOf(alert.message()),
                alert.state() == ChannelAlertState.CLEARED,
                alert.setTimestamp(),
                alert.clearedTimestamp());
    }

    /** A channel's schedule actions; none once the channel is being deleted, because its schedule goes first. */
    private List<ScheduleAction> actions(String id) {
        return AwsPages.all(
                        token -> calls.find(
                                        MediaLiveOperations.DESCRIBE_SCHEDULE,
                                        DescribeScheduleRequest.builder()
                                                .channelId(id)
                                                .maxResults(PAGE)
                                                .nextToken(token)
                                                .build())
                                .orElseGet(
                                        () -> DescribeScheduleResponse.builder().build()),
                        DescribeScheduleResponse::nextToken)
                .flatMap(page -> page.scheduleActions().stream())
                .sorted(Comparator.comparing(ScheduleAction::actionName))
                .toList();
    }

    private @Nullable SecurityGroup securityGroup() {
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_SECURITY_GROUPS,
                                ListInputSecurityGroupsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListInputSecurityGroupsResponse::nextToken)
                .flatMap(page -> page.inputSecurityGroups().stream())
                .filter(group -> AwsTags.isOurs(calls.settings(), group.tags()))
                .filter(group -> !"DELETED".equals(group.stateAsString()))
                .findFirst()
                .map(group -> new SecurityGroup(group.id(), group.stateAsString(), group.inputs()))
                .orElse(null);
    }

    private Map<Slot, Input> inputs(String name) {
        Map<Slot, Input> found = new EnumMap<>(Slot.class);
        AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_INPUTS,
                                ListInputsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListInputsResponse::nextToken)
                .flatMap(page -> page.inputs().stream())
                .filter(input -> AwsTags.isOurs(calls.settings(), input.tags()))
                .filter(input -> !"DELETED".equals(input.stateAsString()))
                .forEach(input -> slot(name, input.name())
                        .ifPresent(slot -> found.put(
                                slot,
                                new Input(
                                        input.id(),
                                        input.stateAsString(),
                                        input.sources().stream()
                                                .map(InputSource::url)
                                                .toList()))));
        return found;
    }

    /** The slot of an input of this channel; empty for another's, and for one that somebody else has named. */
    private static Optional<Slot> slot(String channel, @Nullable String input) {
        return Arrays.stream(Slot.values())
                .filter(slot -> (channel + "-" + slot.word()).equals(input))
                .findFirst();
    }
}
