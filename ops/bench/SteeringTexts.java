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

/**
 * What {@code ./onair bench steering} publishes, by the code that publishes it on air: the playlists and manifests of a show whose
 * viewers are spread by weights. Arguments: show, seconds between two looks of a player, file to write.
 */
public final class SteeringTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> WEIGHTS = Map.of("domestic", 57, "global", 31, "reserve", 12);

    private SteeringTexts() {}

    public static void main(String[] args) throws Exception {
        Shares shares = Shares.of(WEIGHTS);
        List<String> buckets = shares.buckets(List.of());
        List<String> declared = List.copyOf(new TreeMap<>(WEIGHTS).keySet());
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode objects = whole.putObject("objects");
        for (int i = 0; i < buckets.size(); i++) {
            List<Cdn> order = shares.order(buckets.get(i)).stream().map(SteeringTexts::cdn).toList();
            objects.put(
                    "default/" + SteeringFiles.manifestName(i),
                    SteeringFiles.manifest(i, Integer.parseInt(args[1]), order, declared));
            objects.put("default/" + SteeringFiles.playlistName(i), SteeringFiles.playlist(args[0], i, order));
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
