package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
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

    /** A channel: its id, and whether it has a run that is not over. */
    record Entry(String channel, boolean hasRun) {}

    /** Those of a backend. */
    List<Entry> of(String backend) {
        return backend.equals("ivs") ? onIvs() : onMediaLive();
    }

    private List<Entry> onIvs() {
        List<Entry> found = new ArrayList<>();
        AwsPages.all(
                        token -> calls.send(
                                IvsOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .forEach(page -> page.channels().forEach(channel -> add(found, channel.tags())));
        return found;
    }

    private List<Entry> onMediaLive() {
        List<Entry> found = new ArrayList<>();
        AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_CHANNELS,
                                software.amazon.awssdk.services.medialive.model.ListChannelsRequest.builder()
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()),
                        software.amazon.awssdk.services.medialive.model.ListChannelsResponse::nextToken)
                .forEach(page -> page.channels().forEach(channel -> add(found, channel.tags())));
        return found;
    }

    private void add(List<Entry> found, Map<String, String> tags) {
        String channel = tags.get(AwsTags.CHANNEL);
        if (channel != null && AwsTags.isOurs(calls.settings(), tags)) {
            found.add(new Entry(channel, OPEN.contains(tags.getOrDefault(AwsTags.RUN_STATE, ""))));
        }
    }
}
