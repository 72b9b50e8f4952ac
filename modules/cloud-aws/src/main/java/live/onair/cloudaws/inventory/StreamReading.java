package live.onair.cloudaws.inventory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.inventory.AccountReading.Found;
import live.onair.cloudaws.inventory.AccountReading.Names;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.spi.Resource;
import software.amazon.awssdk.services.ivs.model.ChannelSummary;
import software.amazon.awssdk.services.ivs.model.ListChannelsRequest;
import software.amazon.awssdk.services.ivs.model.ListChannelsResponse;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsRequest;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsResponse;
import software.amazon.awssdk.services.ivs.model.RecordingConfigurationSummary;
import software.amazon.awssdk.services.ivs.model.StreamSummary;
import software.amazon.awssdk.services.kinesisvideo.model.ListStreamsRequest;
import software.amazon.awssdk.services.kinesisvideo.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesisvideo.model.ListTagsForStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.StreamInfo;

/** What IVS and Kinesis Video Streams hold of ours. */
final class StreamReading {

    private final AwsCalls calls;
    private final AccountReading reading;

    StreamReading(AwsCalls calls, AccountReading reading) {
        this.calls = calls;
        this.reading = reading;
    }

    List<Resource> all() {
        Set<String> sending = everyStream().map(StreamSummary::channelArn).collect(Collectors.toSet());
        List<ChannelSummary> channels = everyChannel();
        Set<String> recordings = channels.stream()
                .map(ChannelSummary::recordingConfigurationArn)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.of(
                        channels.stream().flatMap(c -> meant(c, sending.contains(c.arn()))),
                        configurations()
                                .filter(r -> reading.isMeant(r.name(), r.tags()))
                                .map(r -> configuration(r, recordings.contains(r.arn()))),
                        monitors().map(this::monitor))
                .flatMap(all -> all)
                .toList();
    }

    /** The channel, if it is one of ours. */
    Stream<Resource> meant(ChannelSummary c, boolean live) {
        return reading.isMeant(c.name(), c.tags()) ? Stream.of(channel(c, live)) : Stream.empty();
    }

    /** What encoders send, to our channels and to everybody's. */
    Stream<StreamSummary> everyStream() {
        return AwsPages.all(
                        token -> calls.send(
                                InventoryOperations.LIST_LIVE,
                                software.amazon.awssdk.services.ivs.model.ListStreamsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        software.amazon.awssdk.services.ivs.model.ListStreamsResponse::nextToken)
                .flatMap(page -> page.streams().stream());
    }

    /** Ours and everybody's. */
    List<ChannelSummary> everyChannel() {
        return AwsPages.all(
                        token -> calls.send(
                                IvsOperations.LIST_CHANNELS,
                                ListChannelsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListChannelsResponse::nextToken)
                .flatMap(page -> page.channels().stream())
                .toList();
    }

    private Resource channel(ChannelSummary c, boolean live) {
        String name = String.valueOf(c.name());
        Found found = new Found(
                "ivs",
                "channel",
                new Names(c.arn(), c.arn(), name),
                live ? "LIVE" : "OFFLINE",
                live,
                Billing.WHILE_RUNNING);
        return reading.resource(found, c.tags(), reading.channel(name, c.tags()), null);
    }

    private Stream<RecordingConfigurationSummary> configurations() {
        return AwsPages.all(
                        token -> calls.send(
                                IvsOperations.LIST_CONFIGURATIONS,
                                ListRecordingConfigurationsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        ListRecordingConfigurationsResponse::nextToken)
                .flatMap(page -> page.recordingConfigurations().stream());
    }

    private Resource configuration(RecordingConfigurationSummary r, boolean used) {
        Found found = new Found(
                "ivs",
                "recording",
                new Names(r.arn(), r.arn(), String.valueOf(r.name())),
                r.stateAsString(),
                false,
                Billing.NEVER);
        return reading.resource(found, r.tags(), r.tags().get(AwsTags.CHANNEL), used ? r.arn() : null);
    }

    private Stream<StreamInfo> monitors() {
        return AwsPages.all(
                        token -> calls.send(
                                InventoryOperations.LIST_STREAMS,
                                ListStreamsRequest.builder()
                                        .maxResults(AccountReading.PAGE)
                                        .nextToken(token)
                                        .streamNameCondition(name -> name.comparisonOperator("BEGINS_WITH")
                                                .comparisonValue(reading.prefix() + "-"))
                                        .build()),
                        ListStreamsResponse::nextToken)
                .flatMap(page -> page.streamInfoList().stream());
    }

    /** It costs what it keeps. */
    private Resource monitor(StreamInfo s) {
        Map<String, String> tags = calls.send(
                        InventoryOperations.LIST_TAGS,
                        ListTagsForStreamRequest.builder()
                                .streamARN(s.streamARN())
                                .build())
                .tags();
        Found found = new Found(
                "kinesisvideo",
                "stream",
                new Names(s.streamARN(), s.version(), s.streamName()),
                s.statusAsString(),
                false,
                Billing.ALWAYS);
        return reading.resource(found, tags, reading.channel(s.streamName(), tags), null);
    }
}
