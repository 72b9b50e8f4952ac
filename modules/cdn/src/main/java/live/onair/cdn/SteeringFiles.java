package live.onair.cdn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.Ladder;
import org.jspecify.annotations.Nullable;

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
     * @param manifest address of the bucket's manifest
     * @param order not empty
     */
    static String playlist(Played show, String manifest, List<Cdn> order, AddressSigner signer) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.append("#EXT-X-CONTENT-STEERING:SERVER-URI=\"")
                .append(manifest)
                .append("\",PATHWAY-ID=\"")
                .append(order.get(0).id())
                .append("\"\n");
        Ladder ladder = show.ladder();
        List<String> lines = new ArrayList<>();
        if (ladder == null) {
            order.forEach(cdn -> lines.add(sound(cdn)));
            order.forEach(cdn -> lines.addAll(picture(cdn, show.show(), signer)));
        } else {
            String id = show.show().id();
            order.forEach(cdn -> lines.addAll(ladder.renditions(
                    cdn.id(), live(cdn, show.show()), address -> signer.signed(cdn.id(), id, address))));
            order.forEach(cdn -> lines.addAll(ladder.variants(
                    cdn.id(), live(cdn, show.show()), address -> signer.signed(cdn.id(), id, address))));
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * A show that is played.
     *
     * @param ladder what its origin offers; null for one rendition
     */
    record Played(LiveShow show, @Nullable Ladder ladder) {}

    private static String sound(Cdn cdn) {
        return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio-" + cdn.id()
                + "\",NAME=\"main\",DEFAULT=YES,AUTOSELECT=YES,STABLE-RENDITION-ID=\"audio\"";
    }

    private static List<String> picture(Cdn cdn, LiveShow show, AddressSigner signer) {
        return List.of(
                "#EXT-X-STREAM-INF:BANDWIDTH=" + BANDWIDTH + ",AUDIO=\"audio-" + cdn.id() + "\",PATHWAY-ID=\""
                        + cdn.id() + "\",STABLE-VARIANT-ID=\"main\"",
                live(cdn, show, signer));
    }

    /** The address of a show's playlist at a CDN, signed where it asks for that. */
    static String live(Cdn cdn, LiveShow show, AddressSigner signer) {
        return signer.signed(cdn.id(), show.id(), live(cdn, show));
    }

    /** The same for whoever asks. */
    static String live(Cdn cdn, LiveShow show) {
        return cdn.baseUrl() + show.path();
    }

    /**
     * Where a player of a show reads at a CDN.
     *
     * @param playlist address of a variant's playlist, signed where the CDN asks for that
     * @param rendition which variant it is; null where there is one only
     */
    record Place(String playlist, @Nullable String rendition) {}

    /** The places of all variants of a show at a CDN. */
    static List<Place> places(Cdn cdn, Played show, AddressSigner signer) {
        LiveShow played = show.show();
        Ladder ladder = show.ladder();
        if (ladder == null) {
            return List.of(new Place(live(cdn, played, signer), null));
        }
        boolean one = ladder.variants().size() == 1;
        return ladder.variants().stream()
                .map(variant -> new Place(
                        signer.signed(cdn.id(), played.id(), variant.at(live(cdn, played))),
                        one ? null : variant.label()))
                .toList();
    }

    /**
     * A bucket's steering manifest; the same document is one for DASH by ETSI TS 103 998, whose service locations are the pathways. A CDN that came later than the playlists that are being played is told as a clone of one that is in
     * them, where only their hosts differ and nothing is signed; players that have it ignore the clone.
     *
     * @param address its own
     * @param order not empty
     * @param declared the CDNs that the first playlists named, to be tried now or not
     */
    static String manifest(String address, int ttlSeconds, List<Cdn> order, List<Cdn> declared, AddressSigner signer) {
        ObjectNode manifest = JSON.createObjectNode().put("VERSION", 1).put("TTL", ttlSeconds);
        manifest.put("RELOAD-URI", address);
        ArrayNode priority = manifest.putArray("PATHWAY-PRIORITY");
        order.forEach(cdn -> priority.add(cdn.id()));
        ArrayNode clones = JSON.createArrayNode();
        for (Cdn late : order) {
            if (declared.stream().noneMatch(one -> one.id().equals(late.id()))) {
                // a base that is tried now is in later playlists, too
                Stream.concat(declared.stream().filter(order::contains), declared.stream())
                        .filter(base -> differInHostOnly(base, late))
                        .filter(base -> !signer.signs(base.id()) && !signer.signs(late.id()))
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
