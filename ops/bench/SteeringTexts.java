package live.onair.cdn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.SteeringFiles.Played;
import live.onair.cdn.spi.AddressSigner;
import live.onair.scheduling.OnAirList.Watched;

/**
 * What {@code ./onair bench steering} publishes, by the code that publishes it on air: the playlists and manifests of a show whose
 * viewers are spread by weights. Arguments: show, seconds between two looks of a player, file to write.
 */
public final class SteeringTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> WEIGHTS = Map.of("domestic", 57, "global", 31, "reserve", 12);

    /** CDNs that ask for nothing. */
    private static final AddressSigner UNSIGNED = new AddressSigner() {
        @Override
        public boolean signs(String cdn) {
            return false;
        }

        @Override
        public String signed(String cdn, String show, String address) {
            return address;
        }
    };

    private SteeringTexts() {}

    public static void main(String[] args) throws Exception {
        Played show = new Played(
                new LiveShow(args[0], "bench", 1, new Watched(true, "/live/" + args[0] + "/index.m3u8", null, false, true)),
                null);
        Shares shares = Shares.of(WEIGHTS);
        List<String> buckets = shares.buckets(List.of());
        List<Cdn> declared =
                new TreeMap<>(WEIGHTS).keySet().stream().map(SteeringTexts::cdn).toList();
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode objects = whole.putObject("objects");
        for (int i = 0; i < buckets.size(); i++) {
            List<Cdn> order = shares.order(buckets.get(i)).stream().map(SteeringTexts::cdn).toList();
            String name = SteeringFiles.manifestName(i);
            objects.put(
                    "default/" + name,
                    SteeringFiles.manifest(name, Integer.parseInt(args[1]), order, declared, UNSIGNED));
            objects.put(
                    "default/" + SteeringFiles.playlistName(i), SteeringFiles.playlist(show, name, order, UNSIGNED));
        }
        objects.put(
                "branches.json",
                SteeringFiles.branches(List.of(new Branch("default", null, null, null, null, WEIGHTS))));
        ObjectNode weights = whole.putObject("weights");
        new TreeMap<>(WEIGHTS).forEach(weights::put);
        Files.writeString(Path.of(args[2]), whole.toString());
    }

    private static Cdn cdn(String id) {
        return new Cdn(
                id,
                id,
                Audience.GLOBAL,
                List.of(),
                "https://" + id + ".cdn.example.com/onair",
                null,
                null,
                List.of(),
                TokenScheme.NONE,
                null,
                List.of(),
                false,
                1,
                "bench",
                Instant.EPOCH);
    }
}
