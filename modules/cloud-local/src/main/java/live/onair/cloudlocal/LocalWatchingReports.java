package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import live.onair.cdn.spi.WatchingReports;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** What viewers' players have told the media process; whoever reads for the first time in a demo is told of yesterday, too. */
@Singleton
class LocalWatchingReports implements WatchingReports {

    private final MediaControl media;
    private final DemoYesterday yesterday;

    @Inject
    LocalWatchingReports(MediaControl media, DemoYesterday yesterday) {
        this.media = media;
        this.yesterday = yesterday;
    }

    @Override
    public boolean isHere() {
        return media.isEnabled();
    }

    @Override
    public Page since(long from) {
        JsonNode page = media.get("/v1/watching?from=" + from)
                .orElseThrow(() ->
                        new CloudException(CloudFault.UNAVAILABLE, "the media process tells nothing of watching"));
        List<Told> told = new ArrayList<>(from == 0 ? yesterday.told() : List.of());
        page.path("cells").forEach(cell -> told.add(told(cell)));
        List<Asked> asked = new ArrayList<>();
        page.path("orders").forEach(row -> asked.add(asked(row)));
        return new Page(page.path("next").asLong(), told, asked);
    }

    private static Asked asked(JsonNode row) {
        return new Asked(
                Instant.ofEpochSecond(row.path("slot").asLong()),
                row.path("show").asText(),
                row.path("branch").asText(),
                row.path("pathway").asText(),
                row.path("asked").asInt(),
                row.path("elsewhere").asInt(),
                row.path("seconds").asInt());
    }

    private static Told told(JsonNode cell) {
        List<Long> behind = new ArrayList<>();
        cell.path("behind").forEach(viewers -> behind.add(viewers.asLong()));
        SortedMap<Integer, Long> begun = new TreeMap<>();
        cell.path("begun")
                .forEach(step -> begun.put(
                        step.path("withinMillis").asInt(), step.path("starts").asLong()));
        return new Told(
                Instant.ofEpochSecond(cell.path("slot").asLong()),
                cell.path("show").asText(),
                cell.path("pathway").asText(),
                cell.path("country").asText(),
                cell.path("isp").asText(),
                cell.path("viewers").asInt(),
                cell.path("starts").asInt(),
                cell.path("startMillis").asLong(),
                cell.path("playedMillis").asLong(),
                cell.path("stalledMillis").asLong(),
                cell.path("failed").asInt(),
                cell.path("elsewhere").asInt(),
                cell.path("bytes").asLong(),
                cell.path("kbps").asLong(),
                cell.path("shownKbits").asLong(),
                behind,
                begun,
                cell.path("stood").asInt(),
                cell.path("failing").asInt());
    }
}
