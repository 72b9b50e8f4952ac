package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.MediaLiveOperations;
import software.amazon.awssdk.services.ivs.model.ListChannelsRequest;
import software.amazon.awssdk.services.ivs.model.ListChannelsResponse;

/** The channels of this installation that an account holds, known by their tags. */
@Singleton
class AwsRoster {

    private static final Set<String> OPEN = Set.of("ready", "started");
    private static final int PAGE = 100;

    private final AwsCalls calls;

    @Inject
    AwsRoster(AwsCalls calls) {
        this.calls = calls;
    }

    /** A channel: its id, its ARN, and whether it has a run that is not over. */
    record Entry(String channel, String arn, boolean hasRun) {}

    /** What a list tells of a channel. */
    private record Listed(String arn, Map<String, String> tags) {}

    /** Those of a backend. */
    List<Entry> of(String backend) {
        Stream<Listed> listed = backend.equals("ivs") ? onIvs() : onMediaLive();
        return listed.filter(
                        of -> of.tags().containsKey(AwsTags.CHANNEL) && AwsTags.isOurs(calls.settings(), of.tags()))
                .map(of -> new Entry(
                        String.valueOf(of.tags().get(AwsTags.CHANNEL)),
                        of.arn(),
                        OPEN.contains(of.tags().getOrDefault(AwsTags.RUN_STATE, ""))))
                .toList();
    }

    private Stream<Listed> onIvs() {
        return AwsPages.all(
                        token -> calls.send(
                                IvsOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.channels().stream())
                .map(of -> new Listed(of.arn(), of.tags()));
    }

    private Stream<Listed> onMediaLive() {
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_CHANNELS,
                                software.amazon.awssdk.services.medialive.model.ListChannelsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        software.amazon.awssdk.services.medialive.model.ListChannelsResponse::nextToken)
                .flatMap(page -> page.channels().stream())
                .map(of -> new Listed(of.arn(), of.tags()));
    }
}
