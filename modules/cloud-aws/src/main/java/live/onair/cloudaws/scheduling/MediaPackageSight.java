package live.onair.cloudaws.scheduling;

import java.util.List;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.MediaPackageOperations;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Packaging;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsResponse;

/** Reads what MediaPackage holds for a channel. */
final class MediaPackageSight {

    private static final int PAGE = 100;

    private final AwsCalls calls;

    MediaPackageSight(AwsCalls calls) {
        this.calls = calls;
    }

    Packaging of(String name) {
        String group = calls.settings().name();
        var found = calls.find(
                MediaPackageOperations.GET_GROUP,
                GetChannelGroupRequest.builder().channelGroupName(group).build());
        if (found.isEmpty()) {
            return new Packaging(null, List.of(), false, false);
        }
        List<String> channels = AwsPages.all(
                        token -> calls.send(
                                MediaPackageOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .channelGroupName(group)
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.items().stream())
                .map(item -> item.channelName())
                .toList();
        boolean endpoint = channels.contains(name) && hasEndpoint(group, name);
        return new Packaging(found.get().arn(), channels, endpoint, endpoint && hasPolicy(group, name));
    }

    private boolean hasEndpoint(String group, String name) {
        return calls.find(
                        MediaPackageOperations.GET_ENDPOINT,
                        GetOriginEndpointRequest.builder()
                                .channelGroupName(group)
                                .channelName(name)
                                .originEndpointName(MediaPackageRequests.ENDPOINT)
                                .build())
                .isPresent();
    }

    private boolean hasPolicy(String group, String name) {
        return calls.find(
                        MediaPackageOperations.GET_POLICY,
                        GetOriginEndpointPolicyRequest.builder()
                                .channelGroupName(group)
                                .channelName(name)
                                .originEndpointName(MediaPackageRequests.ENDPOINT)
                                .build())
                .isPresent();
    }
}
