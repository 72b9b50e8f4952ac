package live.onair.planning;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Facts;
import org.jspecify.annotations.Nullable;

/** What is planned of a show, without its time: taken from a show, written down, read back, and set to a time. */
final class Plans {

    private Plans() {}

    /** All that is planned of a show, at another time. */
    static Shows.Schedule copy(ShowRows.Show show, Instant start, Instant end) {
        ShowRows.Named studio = show.studio();
        return new Shows.Schedule(
                show.title(),
                show.description(),
                show.channel().id(),
                studio == null ? "" : studio.id(),
                show.hosts().stream().map(ShowRows.Named::id).toList(),
                start,
                end,
                show.feed(),
                show.reconnectSeconds(),
                show.slates(),
                show.tier(),
                show.replay().wanted(),
                show.replay().delay().toSeconds());
    }

    /** The same plan at a time. */
    static Shows.Schedule at(Shows.Schedule plan, @Nullable Instant start, @Nullable Instant end) {
        return new Shows.Schedule(
                plan.title(),
                plan.description(),
                plan.channel(),
                plan.studio(),
                plan.hosts(),
                start,
                end,
                plan.feed(),
                plan.reconnectSeconds(),
                plan.slates(),
                plan.tier(),
                plan.replay(),
                plan.replayDelaySeconds());
    }

    /** The same plan, with another title or channel where one is given. */
    static Shows.Schedule with(Shows.Schedule plan, @Nullable String title, @Nullable String channel) {
        return new Shows.Schedule(
                title == null || title.isBlank() ? plan.title() : title,
                plan.description(),
                channel == null || channel.isBlank() ? plan.channel() : channel,
                plan.studio(),
                plan.hosts(),
                plan.start(),
                plan.end(),
                plan.feed(),
                plan.reconnectSeconds(),
                plan.slates(),
                plan.tier(),
                plan.replay(),
                plan.replayDelaySeconds());
    }

    static String write(Shows.Schedule plan) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "title", plan.title());
        put(facts, "description", plan.description());
        put(facts, "channel", plan.channel());
        put(facts, "studio", plan.studio());
        put(facts, "hosts", plan.hosts() == null ? null : String.join(",", plan.hosts()));
        put(facts, "reconnectSeconds", plan.reconnectSeconds());
        put(facts, "tier", plan.tier());
        put(facts, "replay", plan.replay());
        put(facts, "replayDelaySeconds", plan.replayDelaySeconds());
        Shows.Feed feed = plan.feed();
        if (feed != null && feed.source() != null) {
            put(facts, "source", feed.source().name());
            put(facts, "replayOf", feed.replayOf());
            put(facts, "file", feed.file());
        }
        Shows.Slates slates = plan.slates();
        if (slates != null) {
            put(facts, "soon", slates.soon());
            put(facts, "reconnect", slates.reconnect());
            put(facts, "ended", slates.ended());
            put(facts, "emergency", slates.emergency());
        }
        return Facts.write(facts);
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    static Shows.Schedule read(String json) {
        Map<String, String> facts = Facts.read(json);
        String hosts = facts.get("hosts");
        String source = facts.get("source");
        String tier = facts.get("tier");
        String reconnect = facts.get("reconnectSeconds");
        String replay = facts.get("replay");
        String delay = facts.get("replayDelaySeconds");
        return new Shows.Schedule(
                facts.get("title"),
                facts.get("description"),
                facts.get("channel"),
                facts.get("studio"),
                hosts == null ? null : hosts.isEmpty() ? List.of() : List.of(hosts.split(",")),
                null,
                null,
                source == null
                        ? null
                        : new Shows.Feed(Shows.Source.valueOf(source), facts.get("replayOf"), facts.get("file")),
                reconnect == null ? null : Integer.valueOf(reconnect),
                new Shows.Slates(facts.get("soon"), facts.get("reconnect"), facts.get("ended"), facts.get("emergency")),
                tier == null ? null : Integer.valueOf(tier),
                replay == null ? null : Boolean.valueOf(replay),
                delay == null ? null : Long.valueOf(delay));
    }
}
