package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.jspecify.annotations.Nullable;

/** What is agreed about a show: everything that is planned, nothing that happens. */
record Terms(
        String title,
        String description,
        String channel,
        @Nullable String studio,
        List<String> hosts,
        TimeWindow window,
        Shows.Feed feed,
        int reconnectSeconds,
        Shows.Slates slates,
        int tier,
        boolean replay,
        long replayDelaySeconds) {

    /**
     * What takes an approval away. The source counts as well: who approved an encoder has not approved a file.
     */
    private static final Set<String> MATERIAL =
            Set.of("title", "channel", "studio", "hosts", "start", "end", "source", "replayOf", "file");

    Terms {
        hosts = List.copyOf(hosts);
    }

    Terms at(TimeWindow other) {
        return new Terms(
                title,
                description,
                channel,
                studio,
                hosts,
                other,
                feed,
                reconnectSeconds,
                slates,
                tier,
                replay,
                replayDelaySeconds);
    }

    Terms on(String otherChannel) {
        return new Terms(
                title,
                description,
                otherChannel,
                studio,
                hosts,
                window,
                feed,
                reconnectSeconds,
                slates,
                tier,
                replay,
                replayDelaySeconds);
    }

    Terms in(String otherStudio) {
        return new Terms(
                title,
                description,
                channel,
                otherStudio,
                hosts,
                window,
                feed,
                reconnectSeconds,
                slates,
                tier,
                replay,
                replayDelaySeconds);
    }

    Duration replayDelay() {
        return Duration.ofSeconds(replayDelaySeconds);
    }

    /** The agreed fields as texts, in the order people read them. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("start", window.start().toString());
        fields.put("end", window.end().toString());
        fields.put("channel", channel);
        fields.put("studio", orEmpty(studio));
        fields.put("hosts", String.join(", ", hosts));
        fields.put("source", feed.source().name());
        fields.put("replayOf", orEmpty(feed.replayOf()));
        fields.put("file", orEmpty(feed.file()));
        fields.put("description", description);
        fields.put("reconnectSeconds", String.valueOf(reconnectSeconds));
        fields.put("slates.soon", orEmpty(slates.soon()));
        fields.put("slates.reconnect", orEmpty(slates.reconnect()));
        fields.put("slates.ended", orEmpty(slates.ended()));
        fields.put("slates.emergency", orEmpty(slates.emergency()));
        fields.put("tier", String.valueOf(tier));
        fields.put("replay", String.valueOf(replay));
        fields.put("replayDelaySeconds", String.valueOf(replayDelaySeconds));
        return fields;
    }

    /** Which fields differ, with what they were before; in the order people read them. */
    static List<ShowRows.Difference> differences(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(now -> !now.getValue().equals(before.getOrDefault(now.getKey(), "")))
                .map(now -> new ShowRows.Difference(
                        now.getKey(),
                        before.getOrDefault(now.getKey(), ""),
                        now.getValue(),
                        MATERIAL.contains(now.getKey())))
                .toList();
    }

    /** A field's text as people in Seoul read it. */
    static String words(String field, @Nullable String value) {
        return value != null && (field.equals("start") || field.equals("end"))
                ? Reservations.words(Instant.parse(value))
                : orEmpty(value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    RunSpec.Feed asFeed() {
        return new RunSpec.Feed(RunSpec.FeedKind.valueOf(feed.source().name()), feed.file(), feed.replayOf(), title);
    }

    /** As the show runs in this state: a rehearsal is private and not kept, a show that stands by shows its slate. */
    RunSpec spec(Run run, ShowState state, @Nullable String privateKey) {
        return new RunSpec(
                run,
                asFeed(),
                privateKey,
                state != ShowState.REHEARSAL,
                Duration.ofSeconds(reconnectSeconds()),
                asSlates(),
                state == ShowState.STANDBY);
    }

    /** Empty words let the backend choose. */
    RunSpec.Slates asSlates() {
        return new RunSpec.Slates(
                orEmpty(slates.soon()),
                orEmpty(slates.reconnect()),
                orEmpty(slates.ended()),
                orEmpty(slates.emergency()));
    }

    /** A change, a move or a slide as a change of fields. A move without an end keeps the length. */
    Shows.Change changeOf(Bookings.Item item) {
        if (item instanceof Shows.Move move) {
            Instant start = move.start();
            Instant end = move.end() != null || start == null ? move.end() : start.plus(window.length());
            return new Shows.Change(move.id(), move.version(), plan(move.channel(), start, end));
        }
        if (item instanceof Bookings.Slide slide) {
            TimeWindow slid = window.shifted(slide.by());
            return new Shows.Change(slide.id(), null, plan(null, slid.start(), slid.end()));
        }
        return (Shows.Change) item;
    }

    private static Shows.Schedule plan(@Nullable String channel, @Nullable Instant start, @Nullable Instant end) {
        return new Shows.Schedule(null, null, channel, null, null, start, end, null, null, null, null, null, null);
    }

    /** Whether a new window may start here: a minute of leave for who types "now". */
    static boolean isPast(Instant start, Instant now) {
        return start.isBefore(now.minusSeconds(60));
    }
}
