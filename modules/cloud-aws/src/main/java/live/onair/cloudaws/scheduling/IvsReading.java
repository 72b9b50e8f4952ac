package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.cloudaws.scheduling.IvsSeen.Configuration;
import live.onair.kernel.CloudException;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivs.model.ChannelNotBroadcastingException;
import software.amazon.awssdk.services.ivs.model.ChannelSummary;
import software.amazon.awssdk.services.ivs.model.GetChannelRequest;
import software.amazon.awssdk.services.ivs.model.GetChannelResponse;
import software.amazon.awssdk.services.ivs.model.GetStreamRequest;
import software.amazon.awssdk.services.ivs.model.GetStreamSessionRequest;
import software.amazon.awssdk.services.ivs.model.ListChannelsRequest;
import software.amazon.awssdk.services.ivs.model.ListChannelsResponse;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsRequest;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsResponse;
import software.amazon.awssdk.services.ivs.model.ListStreamKeysRequest;
import software.amazon.awssdk.services.ivs.model.ListStreamSessionsRequest;
import software.amazon.awssdk.services.ivs.model.Stream;
import software.amazon.awssdk.services.ivs.model.StreamSession;
import software.amazon.awssdk.services.ivs.model.StreamSessionSummary;

/** Reads from IVS what it holds of ours. The ARNs it keeps are hints: one that does not lead anywhere is forgotten. */
@Singleton
class IvsReading {

    /** More sessions than a show has; the sessions come with the latest first. */
    private static final int SESSIONS = 50;

    private final AwsCalls calls;
    private final BucketTexts bucket;
    private final Map<String, String> arns = new ConcurrentHashMap<>();

    @Inject
    IvsReading(AwsCalls calls, BucketTexts bucket) {
        this.calls = calls;
        this.bucket = bucket;
    }

    AwsSettings settings() {
        return calls.settings();
    }

    /** The channel of this name, with IVS's answer. */
    Optional<GetChannelResponse> channel(String channel) {
        String name = IvsNames.channel(settings(), channel);
        String hint = arns.get(name);
        if (hint != null) {
            Optional<GetChannelResponse> hinted = calls.find(IvsOperations.GET_CHANNEL, get(hint));
            if (hinted.isPresent()) {
                return hinted;
            }
            arns.remove(name);
        }
        return arn(name).flatMap(found -> {
            arns.put(name, found);
            return calls.find(IvsOperations.GET_CHANNEL, get(found));
        });
    }

    private static GetChannelRequest get(String arn) {
        return GetChannelRequest.builder().arn(arn).build();
    }

    /** Of several with one name, which only a race of two consoles can make, everybody takes the same. */
    private Optional<String> arn(String name) {
        return channels(request -> request.filterByName(name))
                .filter(c -> name.equals(c.name()))
                .map(ChannelSummary::arn)
                .min(Comparator.naturalOrder());
    }

    private java.util.stream.Stream<ChannelSummary> channels(Consumer<ListChannelsRequest.Builder> narrowed) {
        return AwsPages.all(
                        token -> calls.send(
                                IvsOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .applyMutation(narrowed)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.channels().stream());
    }

    static Channel channel(software.amazon.awssdk.services.ivs.model.Channel found) {
        String recording = found.recordingConfigurationArn();
        return new Channel(
                found.arn(), Boolean.TRUE.equals(found.authorized()), recording == null ? "" : recording, found.tags());
    }

    /** The stream that is being sent; empty when there is none. */
    Optional<Stream> stream(String arn) {
        try {
            return Optional.of(
                    calls
                            .send(
                                    IvsOperations.GET_STREAM,
                                    GetStreamRequest.builder().channelArn(arn).build())
                            .stream());
        } catch (CloudException e) {
            if (e.getCause() instanceof ChannelNotBroadcastingException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The channel's stream sessions, the latest first. */
    List<StreamSessionSummary> sessions(String arn) {
        return calls.send(
                        IvsOperations.LIST_STREAM_SESSIONS,
                        ListStreamSessionsRequest.builder()
                                .channelArn(arn)
                                .maxResults(SESSIONS)
                                .build())
                .streamSessions();
    }

    /** What the encoder of this session sends. */
    StreamSession session(String arn, String id) {
        return calls.send(
                        IvsOperations.GET_STREAM_SESSION,
                        GetStreamSessionRequest.builder()
                                .channelArn(arn)
                                .streamId(id)
                                .build())
                .streamSession();
    }

    /** All that a course of a run needs to know. */
    IvsSeen see(Run run, boolean records) {
        IvsSeen seen = see(run.channel()).with(records ? configuration() : null);
        return seen.channel() == null ? seen : seen.marked(marks(run, seen.channel()));
    }

    /** All that taking the channel away needs to know. */
    IvsSeen seeForRemoval(String channel) {
        Configuration configuration = configuration();
        IvsSeen seen = see(channel).with(configuration);
        return configuration == null
                ? seen
                : seen.sharing(isShared(configuration, IvsNames.channel(settings(), channel)));
    }

    private boolean isShared(Configuration configuration, String but) {
        return channels(request -> request.filterByRecordingConfigurationArn(configuration.arn()))
                .anyMatch(c -> !but.equals(c.name()));
    }

    private IvsSeen see(String id) {
        Channel channel = channel(id)
                .map(GetChannelResponse::channel)
                .map(IvsReading::channel)
                .orElse(null);
        if (channel == null) {
            return IvsSeen.nothing();
        }
        List<StreamSessionSummary> sessions = sessions(channel.arn());
        return new IvsSeen(
                channel,
                hasKey(channel.arn()),
                null,
                false,
                sessions.isEmpty() ? null : sessions.get(0).streamId(),
                stream(channel.arn()).isPresent(),
                Set.of(),
                false);
    }

    private boolean hasKey(String arn) {
        return !calls.send(
                        IvsOperations.LIST_STREAM_KEYS,
                        ListStreamKeysRequest.builder().channelArn(arn).build())
                .streamKeys()
                .isEmpty();
    }

    private Set<String> marks(Run run, Channel channel) {
        if (bucket.bucket().isEmpty()) {
            return Set.of();
        }
        String folder = IvsNames.marks(settings(), run, channel);
        return bucket.below(folder).stream()
                .map(entry -> entry.key().substring(folder.length()))
                .collect(Collectors.toSet());
    }

    private @Nullable Configuration configuration() {
        String name = settings().name();
        return AwsPages.all(
                        token -> calls.send(
                                IvsOperations.LIST_CONFIGURATIONS,
                                ListRecordingConfigurationsRequest.builder()
                                        .nextToken(token)
                                        .build()),
                        ListRecordingConfigurationsResponse::nextToken)
                .flatMap(page -> page.recordingConfigurations().stream())
                .filter(found -> name.equals(found.name()))
                .findFirst()
                .map(found -> new Configuration(found.arn(), found.stateAsString()))
                .orElse(null);
    }
}
