package live.onair.cloudaws.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.MediaPackageOperations;
import live.onair.cloudaws.inventory.AccountReading.Found;
import live.onair.cloudaws.inventory.AccountReading.Names;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.spi.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.ChannelListConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelGroupsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelGroupsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.OriginEndpointListConfiguration;

/** What MediaPackage holds of ours: all of it lies in our one channel group, and is ours with it. */
final class MediaPackageReading {

    private final AwsCalls calls;
    private final AccountReading reading;

    MediaPackageReading(AwsCalls calls, AccountReading reading) {
        this.calls = calls;
        this.reading = reading;
    }

    List<Resource> all() {
        GetChannelGroupResponse group = group().orElse(null);
        if (group == null) {
            return List.of();
        }
        boolean ours = reading.isOurs(group.tags());
        List<Resource> found = new ArrayList<>();
        found.add(AccountReading.resource(
                packaging("group", group.arn(), reading.prefix()), group.tags(), ours, null, null));
        for (ChannelListConfiguration c : channels()) {
            @Nullable String channel = reading.channel(c.channelName(), Map.of());
            found.add(AccountReading.resource(
                    packaging("channel", c.arn(), c.channelName()), Map.of(), ours, channel, group.arn()));
            for (OriginEndpointListConfiguration e : endpoints(c.channelName())) {
                String name = c.channelName() + "/" + e.originEndpointName();
                found.add(AccountReading.resource(
                        packaging("endpoint", e.arn(), name), Map.of(), ours, channel, c.arn()));
            }
        }
        return found;
    }

    private Optional<GetChannelGroupResponse> group() {
        return calls.find(
                MediaPackageOperations.GET_GROUP,
                GetChannelGroupRequest.builder()
                        .channelGroupName(reading.prefix())
                        .build());
    }

    private List<ChannelListConfiguration> channels() {
        return AwsPages.all(
                        token -> calls.send(
                                MediaPackageOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .channelGroupName(reading.prefix())
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.items().stream())
                .toList();
    }

    private List<OriginEndpointListConfiguration> endpoints(String channel) {
        return AwsPages.all(
                        token -> calls.send(
                                InventoryOperations.LIST_ENDPOINTS,
                                ListOriginEndpointsRequest.builder()
                                        .channelGroupName(reading.prefix())
                                        .channelName(channel)
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListOriginEndpointsResponse::nextToken)
                .flatMap(page -> page.items().stream())
                .toList();
    }

    /** The channel groups of the whole account. */
    long everyGroup() {
        return AwsPages.all(
                        token -> calls.send(
                                InventoryOperations.LIST_GROUPS,
                                ListChannelGroupsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelGroupsResponse::nextToken)
                .mapToLong(page -> page.items().size())
                .sum();
    }

    /** It has no state, and costs by what goes through it. */
    private static Found packaging(String kind, String arn, String name) {
        return new Found("mediapackagev2", kind, new Names(arn, name, name), "", false, Billing.WHILE_RUNNING);
    }
}
