package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import software.amazon.awssdk.services.medialive.model.InputDestination;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;

/**
 * The stream names of a channel's push inputs on MediaLive: the instance in them is the key. MediaLive keeps what it is
 * given, so a question that is asked again gives it another one, and only that one is let in. While the channel is not
 * idle its inputs are left alone.
 */
@Singleton
@Backend("medialive")
class MediaLiveIngestKeys implements IngestKeys {

    /** An address: the server with the application that all inputs of ours have, and the instance. */
    private static final Pattern ADDRESS =
            Pattern.compile("(rtmp://[^/]+/(?:" + MediaLiveRequests.APPLICATION + "(?=/))?)/?(.+)");

    private static final int PAGE = 100;

    private static final Set<String> GONE = Set.of("DELETED", "DELETING");

    private final AwsCalls calls;
    private final MediaLiveSight sight;
    private final Ids ids;

    @Inject
    MediaLiveIngestKeys(AwsCalls calls, Ids ids, Clock clock) {
        this.calls = calls;
        this.sight = new MediaLiveSight(calls, clock);
        this.ids = ids;
    }

    @Override
    public List<Door> doors(String channel) {
        Map<Slot, software.amazon.awssdk.services.medialive.model.Input> inputs = inputs(channel);
        List<Door> doors = new ArrayList<>();
        for (Input input : Input.values()) {
            var found = inputs.get(Slot.of(input));
            if (found != null) {
                found.destinations()
                        .forEach(to -> doors.add(new Door(input, address(to).group(1))));
            }
        }
        return doors;
    }

    @Override
    public Optional<String> reveal(Order order) {
        return input(order)
                .map(input -> input.destinations().stream()
                        .map(to -> address(to).group(2))
                        .collect(Collectors.joining("\n")))
                .map(order.seal()::close);
    }

    private static Matcher address(InputDestination to) {
        Matcher address = ADDRESS.matcher(to.url());
        if (!address.matches()) {
            throw new CloudException(CloudFault.INVALID, "an address that is not MediaLive's");
        }
        return address;
    }

    @Override
    public String renew(Order order) {
        sight.channel(calls.settings().nameOf(order.channel()))
                .filter(channel -> !channel.is("IDLE"))
                .ifPresent(channel -> {
                    throw new CloudException(
                            CloudFault.CONFLICT,
                            order.channel() + " is " + channel.state()
                                    + ": the inputs of a channel are changed while it is idle");
                });
        MediaLiveWanted wanted = wanted(order.channel(), order.id(), ids.secret(16));
        Slot slot = Slot.of(order.input());
        input(order)
                .ifPresentOrElse(
                        input -> newKey(wanted, slot, input).by(calls),
                        () -> MediaLiveCourse.push(wanted, slot).walk(sight.all(order.channel()), calls));
        return reveal(order)
                .orElseThrow(() -> new CloudException(CloudFault.UNKNOWN_OUTCOME, "the input is not seen yet"));
    }

    private static AwsStep.Send<?, ?, ?> newKey(
            MediaLiveWanted wanted, Slot slot, software.amazon.awssdk.services.medialive.model.Input input) {
        return new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_INPUT,
                new MediaLiveRequests(wanted)
                        .newKey(slot, input.id(), input.destinations().size()),
                "input " + input.name(),
                null);
    }

    /** What there is of an input: itself, or what it would be made beside. */
    record Seen(Optional<software.amazon.awssdk.services.medialive.model.Input> input, MediaLiveSeen beside) {}

    /** What {@link #renew} would call; a key that is not made yet has no name. */
    Plan plan(String channel, Input input, List<String> shows, LastLook<Seen> looks) {
        MediaLiveWanted wanted = wanted(channel, "<question>", "<key>");
        Slot slot = Slot.of(input);
        LastLook.Look<Seen> look = looks.at(
                channel + " " + slot, () -> see(channel, slot), new Seen(Optional.empty(), MediaLiveSeen.nothing()));
        return look.seen()
                .input()
                .map(there -> new Plan(List.of(newKey(wanted, slot, there).asPlanned()), shows, look.at()))
                .orElseGet(() ->
                        MediaLiveCourse.push(wanted, slot).plan(look.seen().beside(), shows, look.at()));
    }

    private Seen see(String channel, Slot slot) {
        Optional<software.amazon.awssdk.services.medialive.model.Input> found =
                Optional.ofNullable(inputs(channel).get(slot));
        return new Seen(found, found.isPresent() ? MediaLiveSeen.nothing() : sight.all(channel));
    }

    /** The channel for a run of which nothing counts but its encoder; nothing of it lies in a bucket. */
    private MediaLiveWanted wanted(String channel, String question, String key) {
        RunSpec spec = new RunSpec(
                new Run(channel, question, "none"),
                new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, ""),
                null,
                false,
                Duration.ZERO,
                new RunSpec.Slates("", "", "", ""),
                false);
        return new MediaLiveWanted(calls.settings().withBucket("none"), spec, key);
    }

    private Optional<software.amazon.awssdk.services.medialive.model.Input> input(Order order) {
        return Optional.ofNullable(inputs(order.channel()).get(Slot.of(order.input())));
    }

    private Map<Slot, software.amazon.awssdk.services.medialive.model.Input> inputs(String channel) {
        Map<Slot, software.amazon.awssdk.services.medialive.model.Input> found = new EnumMap<>(Slot.class);
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
                .filter(input -> !GONE.contains(input.stateAsString()))
                .forEach(input -> Stream.of(Slot.A, Slot.B)
                        .filter(slot -> (calls.settings().nameOf(channel) + "-" + slot.word()).equals(input.name()))
                        .forEach(slot -> found.put(slot, input)));
        return found;
    }
}
