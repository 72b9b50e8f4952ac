package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.IvsOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.LastLook;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ivs.model.CreateChannelRequest;
import software.amazon.awssdk.services.ivs.model.CreateChannelResponse;
import software.amazon.awssdk.services.ivs.model.CreateStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.CreateStreamKeyResponse;
import software.amazon.awssdk.services.ivs.model.DeleteStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.GetStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.ListStreamKeysRequest;

/**
 * The stream key of a channel on IVS. IVS keeps one key a channel and makes it itself: a new one is the old one deleted and
 * another created. The question's id is in the tags of the key that it made, so a question that is asked again finds it.
 */
@Singleton
@Backend("ivs")
class IvsIngestKeys implements IngestKeys {

    private final AwsCalls calls;
    private final IvsReading reading;

    @Inject
    IvsIngestKeys(AwsCalls calls, IvsReading reading) {
        this.calls = calls;
        this.reading = reading;
    }

    /** A key: its ARN and the question that made it, empty for none of ours. */
    record Key(String arn, String order) {}

    /** What there is: the channel's ARN, null for no channel, and its keys. */
    record Seen(@Nullable String channel, List<Key> keys) {}

    @Override
    public List<Door> doors(String channel) {
        return reading.channel(channel)
                .map(found ->
                        List.of(new Door(Input.A, "rtmps://" + found.channel().ingestEndpoint() + ":443/app/")))
                .orElseGet(List::of);
    }

    @Override
    public String renew(Order order) {
        mustBeA(order.input());
        Seen seen = see(order.channel());
        boolean made = seen.keys().stream().anyMatch(key -> key.order().equals(order.id()));
        if (!made && seen.channel() != null && reading.stream(seen.channel()).isPresent()) {
            throw new CloudException(
                    CloudFault.CONFLICT, "an encoder sends to " + order.channel() + " with the key that would end");
        }
        course(calls.settings(), order.channel(), order.id()).walk(seen, calls);
        return reveal(order)
                .orElseThrow(() -> new CloudException(CloudFault.UNKNOWN_OUTCOME, "the new key is not seen yet"));
    }

    @Override
    public Optional<String> reveal(Order order) {
        mustBeA(order.input());
        return see(order.channel()).keys().stream()
                .findFirst()
                .map(key -> calls.send(
                                IvsOperations.GET_STREAM_KEY,
                                GetStreamKeyRequest.builder().arn(key.arn()).build())
                        .streamKey()
                        .value())
                .map(order.seal()::close);
    }

    private static void mustBeA(Input input) {
        if (input != Input.A) {
            throw new CloudException(CloudFault.INVALID, "a channel on IVS has one input");
        }
    }

    private Seen see(String channel) {
        String arn =
                reading.channel(channel).map(found -> found.channel().arn()).orElse(null);
        return arn == null ? new Seen(null, List.of()) : new Seen(arn, keys(arn));
    }

    private List<Key> keys(String arn) {
        return calls
                .send(
                        IvsOperations.LIST_STREAM_KEYS,
                        ListStreamKeysRequest.builder().channelArn(arn).build())
                .streamKeys()
                .stream()
                .map(key -> new Key(key.arn(), key.tags().getOrDefault(IvsNames.KEY_ORDER, "")))
                .toList();
    }

    /** What {@link #renew} would call; a question that is not asked yet has no id. */
    Plan plan(String channel, Input input, List<String> shows, LastLook<Seen> looks) {
        mustBeA(input);
        LastLook.Look<Seen> look = looks.at(channel, () -> see(channel), new Seen(null, List.of()));
        return course(calls.settings(), channel, "<question>").plan(look.seen(), shows, look.at());
    }

    /** The way to a channel whose one key was made for this question. Pure. */
    static AwsCourse<Seen> course(AwsSettings settings, String channel, String question) {
        return new AwsCourse<>(seen -> next(settings, channel, question, seen), IvsIngestKeys::after, seen -> seen);
    }

    private static Optional<AwsStep> next(AwsSettings settings, String channel, String question, Seen seen) {
        if (seen.channel() == null) {
            return Optional.of(IvsRequests.createIdleChannel(settings, channel));
        }
        for (Key key : seen.keys()) {
            if (!key.order().equals(question)) {
                return Optional.of(IvsRequests.deleteKey(key.arn()));
            }
        }
        return seen.keys().isEmpty()
                ? Optional.of(
                        IvsRequests.createKey(settings, channel, seen.channel(), Map.of(IvsNames.KEY_ORDER, question)))
                : Optional.empty();
    }

    /** A channel is made with a key that no question asked for. */
    private static Seen after(Seen seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof CreateChannelRequest made) {
            return answer instanceof CreateChannelResponse there
                    ? new Seen(
                            there.channel().arn(),
                            List.of(new Key(there.streamKey().arn(), "")))
                    : new Seen("<arn of " + made.name() + ">", List.of(new Key("<its first key>", "")));
        }
        List<Key> keys = new ArrayList<>(seen.keys());
        if (request instanceof DeleteStreamKeyRequest gone) {
            keys.removeIf(key -> key.arn().equals(gone.arn()));
        } else if (request instanceof CreateStreamKeyRequest made) {
            String arn = answer instanceof CreateStreamKeyResponse there
                    ? there.streamKey().arn()
                    : "<new key>";
            keys.add(new Key(arn, made.tags().getOrDefault(IvsNames.KEY_ORDER, "")));
        }
        return new Seen(seen.channel(), keys);
    }
}
