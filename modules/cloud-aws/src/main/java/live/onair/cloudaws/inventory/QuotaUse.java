package live.onair.cloudaws.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.inventory.spi.Quota;
import live.onair.inventory.spi.Resource;
import software.amazon.awssdk.services.ivs.model.ChannelSummary;
import software.amazon.awssdk.services.ivs.model.StreamSummary;

/** Counts what there is in the whole account of what has a quota: ours and everybody's, and whose ours are. */
final class QuotaUse {

    private final AwsCalls calls;
    private final AccountReading reading;
    private final Map<String, Use> uses = new HashMap<>();

    QuotaUse(AwsCalls calls) {
        this.calls = calls;
        this.reading = new AccountReading(calls);
    }

    /**
     * How much there is.
     *
     * @param holders whose those are that are ours
     */
    record Use(long count, List<String> holders) {}

    /** By word of the quota. */
    Map<String, Use> all() {
        mediaLive();
        mediaPackage();
        ivs();
        return uses;
    }

    private void put(String word, long count, Stream<Resource> ours) {
        List<String> holders = ours.map(thing -> thing.channel() == null ? Quota.SHARED : thing.channel())
                .toList();
        uses.put(word, new Use(count, holders));
    }

    private void mediaLive() {
        MediaLiveReading mediaLive = new MediaLiveReading(calls, reading);
        var channels = mediaLive.everyChannel().toList();
        put("medialive.channel", channels.size(), channels.stream().flatMap(mediaLive::meant));
        var inputs = mediaLive.everyInput().filter(MediaLiveReading::isPush).toList();
        put("medialive.push-input", inputs.size(), inputs.stream().flatMap(mediaLive::meant));
        var groups = mediaLive.everyGroup().toList();
        put("medialive.security-group", groups.size(), groups.stream().flatMap(mediaLive::meant));
    }

    /** The quota of channels is that of a group: of ours. */
    private void mediaPackage() {
        MediaPackageReading packaging = new MediaPackageReading(calls, reading);
        List<Resource> ours = packaging.all();
        put(
                "mediapackagev2.group",
                packaging.everyGroup(),
                ours.stream().filter(thing -> thing.kind().equals("group")));
        List<Resource> channels =
                ours.stream().filter(thing -> thing.kind().equals("channel")).toList();
        put("mediapackagev2.channel", channels.size(), channels.stream());
    }

    private void ivs() {
        StreamReading streams = new StreamReading(calls, reading);
        List<ChannelSummary> channels = streams.everyChannel();
        put("ivs.channel", channels.size(), channels.stream().flatMap(c -> streams.meant(c, false)));
        Map<String, Resource> ours = new HashMap<>();
        channels.stream().flatMap(c -> streams.meant(c, true)).forEach(thing -> ours.put(thing.arn(), thing));
        List<StreamSummary> live = streams.everyStream().toList();
        put(
                "ivs.stream",
                live.size(),
                live.stream()
                        .map(StreamSummary::channelArn)
                        .filter(ours::containsKey)
                        .map(ours::get));
        long viewers = live.stream()
                .map(StreamSummary::viewerCount)
                .filter(count -> count != null && count > 0)
                .mapToLong(Long::longValue)
                .sum();
        put("ivs.viewer", viewers, Stream.empty());
    }
}
