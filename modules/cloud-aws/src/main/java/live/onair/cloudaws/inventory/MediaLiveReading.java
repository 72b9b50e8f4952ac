package live.onair.cloudaws.inventory;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.inventory.AccountReading.Found;
import live.onair.cloudaws.inventory.AccountReading.Names;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.spi.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;

/**
 * What MediaLive holds of ours. An idle channel and an idle push input cost something too, an idle pull input does not
 * (its guide, "Pricing in MediaLive").
 */
final class MediaLiveReading {

    private static final String SERVICE = "medialive";
    private static final Set<String> ENCODES = Set.of("STARTING", "RUNNING", "RECOVERING");
    private static final String GONE = "DELETED";

    private final AwsCalls calls;
    private final AccountReading reading;

    MediaLiveReading(AwsCalls calls, AccountReading reading) {
        this.calls = calls;
        this.reading = reading;
    }

    List<Resource> all() {
        return Stream.of(channels(), inputs(), securityGroups())
                .flatMap(List::stream)
                .toList();
    }

    private List<Resource> channels() {
        return everyChannel().flatMap(this::meant).toList();
    }

    /** Ours and everybody's. */
    Stream<ChannelSummary> everyChannel() {
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.channels().stream())
                .filter(c -> !GONE.equals(c.stateAsString()));
    }

    /** The channel, if it is one of ours. */
    Stream<Resource> meant(ChannelSummary c) {
        return reading.isMeant(c.name(), c.tags()) ? Stream.of(channel(c)) : Stream.empty();
    }

    private Resource channel(ChannelSummary c) {
        String name = String.valueOf(c.name());
        Found found = new Found(
                SERVICE,
                "channel",
                new Names(c.arn(), c.id(), name),
                c.stateAsString(),
                ENCODES.contains(c.stateAsString()),
                Billing.ALWAYS);
        return reading.resource(found, c.tags(), reading.channel(name, c.tags()), null);
    }

    private List<Resource> inputs() {
        return everyInput().flatMap(this::meant).toList();
    }

    /** Ours and everybody's. */
    Stream<Input> everyInput() {
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_INPUTS,
                                ListInputsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListInputsResponse::nextToken)
                .flatMap(page -> page.inputs().stream())
                .filter(i -> !GONE.equals(i.stateAsString()));
    }

    /** The input, if it is one of ours. */
    Stream<Resource> meant(Input i) {
        return reading.isMeant(i.name(), i.tags()) ? Stream.of(input(i)) : Stream.empty();
    }

    /** Whether it is one that encoders push to. */
    static boolean isPush(Input i) {
        return String.valueOf(i.typeAsString()).endsWith("PUSH");
    }

    private Resource input(Input i) {
        String name = String.valueOf(i.name());
        Found found = new Found(
                SERVICE,
                "input",
                new Names(i.arn(), i.id(), name),
                i.stateAsString(),
                false,
                isPush(i) ? Billing.ALWAYS : Billing.WHILE_RUNNING);
        @Nullable String channel = reading.channel(name, i.tags());
        boolean tagged = i.tags().containsKey(AwsTags.CHANNEL);
        // without the tag it is in the name, which ends with the slot
        @Nullable String whose = channel == null || tagged ? channel : channel.replaceFirst("-[^-]+$", "");
        return reading.resource(
                found,
                i.tags(),
                whose,
                i.attachedChannels().stream().findFirst().orElse(null));
    }

    private List<Resource> securityGroups() {
        return everyGroup().flatMap(this::meant).toList();
    }

    /** Ours and everybody's. */
    Stream<InputSecurityGroup> everyGroup() {
        return AwsPages.all(
                        token -> calls.send(
                                MediaLiveOperations.LIST_SECURITY_GROUPS,
                                ListInputSecurityGroupsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListInputSecurityGroupsResponse::nextToken)
                .flatMap(page -> page.inputSecurityGroups().stream())
                .filter(g -> !GONE.equals(g.stateAsString()));
    }

    /** The group, if it is one of ours. They have no name. */
    Stream<Resource> meant(InputSecurityGroup g) {
        return reading.isOurs(g.tags()) ? Stream.of(securityGroup(g)) : Stream.empty();
    }

    private Resource securityGroup(InputSecurityGroup g) {
        Found found = new Found(
                SERVICE,
                "security-group",
                new Names(g.arn(), g.id(), "security group " + g.id()),
                g.stateAsString(),
                false,
                Billing.NEVER);
        return reading.resource(
                found,
                g.tags(),
                g.tags().get(AwsTags.CHANNEL),
                g.inputs().stream().findFirst().orElse(null));
    }
}
