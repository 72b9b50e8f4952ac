package live.onair.cdn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.spi.AddressSigner;

/**
 * The texts that viewers' players read: multivariant playlists and steering manifests as draft-pantos-hls-rfc8216bis, sections
 * 4.4.6.6 and 7.1, has them.
 */
final class SteeringFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an encoder may send at most: of one rendition players need it for nothing but the rules. */
    private static final int BANDWIDTH = 8_000_000;

    private SteeringFiles() {}

    /** The address of a bucket's manifest, below its branch. */
    static String manifestName(int bucket) {
        return bucket + ".json";
    }

    /** The address of a bucket's multivariant playlist, below its branch. */
    static String playlistName(int bucket) {
        return bucket + ".m3u8";
    }

    /**
     * A bucket's multivariant playlist: one pathway for each CDN in the order in which they are tried, which is what players without
     * steering go by.
     *
     * @param order not empty
     */
    static String playlist(String show, int bucket, List<Cdn> order, AddressSigner signer) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.append("#EXT-X-CONTENT-STEERING:SERVER-URI=\"")
                .append(manifestName(bucket))
                .append("\",PATHWAY-ID=\"")
                .append(order.get(0).id())
                .append("\"\n");
        for (Cdn cdn : order) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio-")
                    .append(cdn.id())
                    .append("\",NAME=\"main\",DEFAULT=YES,AUTOSELECT=YES,STABLE-RENDITION-ID=\"audio\"\n");
        }
        for (Cdn cdn : order) {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                    .append(BANDWIDTH)
                    .append(",AUDIO=\"audio-")
                    .append(cdn.id())
                    .append("\",PATHWAY-ID=\"")
                    .append(cdn.id())
                    .append("\",STABLE-VARIANT-ID=\"main\"\n")
                    .append(live(cdn, show, signer))
                    .append('\n');
        }
        return text.toString();
    }

    /** The address of a show's media playlist at a CDN, signed where it asks for that. */
    static String live(Cdn cdn, String show, AddressSigner signer) {
        return signer.signed(cdn.id(), show, live(cdn, show));
    }

    /** The same for whoever asks. */
    static String live(Cdn cdn, String show) {
        return cdn.baseUrl() + "/live/" + show + "/index.m3u8";
    }

    /**
     * A bucket's steering manifest; the same document is one for DASH by ETSI TS 103 998, whose service locations are the pathways. A CDN that came later than the playlists that are being played is told as a clone of one that is in
     * them, where only their hosts differ; players that have it ignore the clone.
     *
     * @param order not empty
     * @param declared the CDNs that the first playlists named
     */
    static String manifest(int bucket, int ttlSeconds, List<Cdn> order, List<String> declared) {
        ObjectNode manifest = JSON.createObjectNode().put("VERSION", 1).put("TTL", ttlSeconds);
        manifest.put("RELOAD-URI", manifestName(bucket));
        ArrayNode priority = manifest.putArray("PATHWAY-PRIORITY");
        order.forEach(cdn -> priority.add(cdn.id()));
        ArrayNode clones = JSON.createArrayNode();
        for (Cdn late : order) {
            if (!declared.contains(late.id())) {
                order.stream()
                        .filter(base -> declared.contains(base.id()) && differInHostOnly(base, late))
                        .findFirst()
                        .ifPresent(base -> clones.addObject()
                                .put("BASE-ID", base.id())
                                .put("ID", late.id())
                                .putObject("URI-REPLACEMENT")
                                .put("HOST", URI.create(late.baseUrl()).getAuthority()));
            }
        }
        if (!clones.isEmpty()) {
            manifest.set("PATHWAY-CLONES", clones);
        }
        return manifest.toString();
    }

    private static boolean differInHostOnly(Cdn one, Cdn other) {
        URI base = URI.create(one.baseUrl());
        URI late = URI.create(other.baseUrl());
        return base.getScheme().equals(late.getScheme()) && base.getPath().equals(late.getPath());
    }

    /** By which branch a viewer finds the way: the first that fits, in this order. */
    static String branches(List<Branch> branches) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode rows = document.putArray("branches");
        for (Branch branch : branches) {
            ObjectNode row = rows.addObject().put("id", branch.id());
            Map<String, String> terms = new TreeMap<>();
            if (branch.country() != null) {
                terms.put("country", branch.country());
            }
            if (branch.isp() != null) {
                terms.put("isp", branch.isp());
            }
            if (branch.device() != null) {
                terms.put("device", branch.device().name());
            }
            terms.forEach(row::put);
        }
        return document.toString();
    }
}
