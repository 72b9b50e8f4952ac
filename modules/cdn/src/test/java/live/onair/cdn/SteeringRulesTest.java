package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.SteeringFiles.Played;
import live.onair.cdn.spi.FakeProbe;
import live.onair.cdn.spi.FakeSigner;
import live.onair.cdn.spi.Ladder;
import live.onair.scheduling.OnAirList;
import org.junit.jupiter.api.Test;

/**
 * What players read keeps the rules of draft-pantos-hls-rfc8216bis (sections 4.4.6.1, 4.4.6.2, 4.4.6.6 and 7.1) in every state that a
 * policy and moves can reach. The rules are written here once more, from the draft.
 */
class SteeringRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"\\r\\n]*\"|[^\",\\s]+)(?:,|$)");

    private static final Played EDGES = new Played(show(true, "/live/SH-1/index.m3u8"), null);
    private static final Played ORIGIN = new Played(
            show(false, "/out/v1/onair/ch/live/hls.m3u8"),
            Ladder.of(FakeProbe.OFFERED).orElseThrow());

    private static LiveShow show(boolean onEdges, String path) {
        return new LiveShow("SH-1", "시험", 1, new OnAirList.Watched(onEdges, path, null, false, true));
    }

    private static final Set<String> QUOTED = Set.of(
            "AUDIO",
            "CHANNELS",
            "CHARACTERISTICS",
            "CLOSED-CAPTIONS",
            "CODECS",
            "GROUP-ID",
            "INSTREAM-ID",
            "LANGUAGE",
            "NAME",
            "PATHWAY-ID",
            "SERVER-URI",
            "STABLE-RENDITION-ID",
            "STABLE-VARIANT-ID",
            "SUBTITLES",
            "URI",
            "VIDEO");

    private static Cdn cdn(String id) {
        return cdn(id, "/v1");
    }

    private static Cdn cdn(String id, String path) {
        return new Cdn(
                id,
                id,
                Audience.GLOBAL,
                List.of(),
                "https://" + id + ".cdn.test" + path,
                null,
                null,
                List.of(),
                TokenScheme.NONE,
                null,
                List.of(),
                false,
                1,
                "park",
                Instant.EPOCH);
    }

    private static List<Cdn> cdns(List<String> ids) {
        return ids.stream().map(SteeringRulesTest::cdn).toList();
    }

    private static Map<String, String> attributes(String line) {
        String text = line.substring(line.indexOf(':') + 1);
        Map<String, String> found = new LinkedHashMap<>();
        Matcher next = ATTRIBUTE.matcher(text);
        int end = 0;
        while (end < text.length() && next.find(end) && next.start() == end) {
            assertThat(found.put(next.group(1), next.group(2).replace("\"", "")))
                    .as("an attribute twice in " + line)
                    .isNull();
            boolean none = next.group().startsWith("CLOSED-CAPTIONS=NONE");
            if (!none && QUOTED.contains(next.group(1)) || next.group(2).startsWith("\"")) {
                assertThat(next.group(2)).as(line).startsWith("\"").endsWith("\"");
                assertThat(QUOTED).as("a quoted string: " + line).contains(next.group(1));
            }
            end = next.end();
        }
        assertThat(end).as("an attribute list: " + line).isEqualTo(text.length());
        return found;
    }

    /** The pathways of a multivariant playlist. */
    private static Set<String> playlist(String text) {
        String[] lines = text.split("\n", -1);
        assertThat(lines[0]).isEqualTo("#EXTM3U");
        assertThat(lines[lines.length - 1]).isEmpty();
        Set<String> groups = new HashSet<>();
        Map<String, Set<String>> variants = new LinkedHashMap<>();
        List<Map<String, String>> steering = new ArrayList<>();
        for (int i = 1; i < lines.length - 1; i++) {
            String line = lines[i];
            if (line.startsWith("#EXT-X-CONTENT-STEERING:")) {
                steering.add(attributes(line));
            } else if (line.startsWith("#EXT-X-MEDIA:")) {
                Map<String, String> media = attributes(line);
                assertThat(media).containsKeys("TYPE", "GROUP-ID", "NAME");
                assertThat(media.get("STABLE-RENDITION-ID")).matches("[A-Za-z0-9+/=._-]+");
                assertThat(groups.add(media.get("GROUP-ID")))
                        .as("a group of one")
                        .isTrue();
            } else if (line.startsWith("#EXT-X-STREAM-INF:")) {
                Map<String, String> variant = attributes(line);
                assertThat(variant.get("BANDWIDTH")).matches("[1-9]\\d*");
                assertThat(variant.get("STABLE-VARIANT-ID")).matches("[A-Za-z0-9+/=._-]+");
                assertThat(groups).contains(variant.get("AUDIO"));
                assertThat(URI.create(lines[i + 1]).isAbsolute()).isTrue();
                assertThat(variants.computeIfAbsent(variant.get("PATHWAY-ID"), pathway -> new HashSet<>())
                                .add(variant.get("STABLE-VARIANT-ID")))
                        .as("once in its pathway")
                        .isTrue();
            }
        }
        assertThat(steering).hasSize(1);
        assertThat(steering.get(0)).containsKey("SERVER-URI");
        assertThat(variants).containsKey(steering.get(0).get("PATHWAY-ID"));
        assertThat(variants.keySet()).allMatch(id -> id.matches("[A-Za-z0-9._-]+"));
        assertThat(new HashSet<>(variants.values()))
                .as("the same variants in each pathway")
                .hasSize(1);
        return variants.keySet();
    }

    private static void manifest(String text, Set<String> known) throws IOException {
        List<String> priority = new ArrayList<>();
        JSON.readTree(text).path("PATHWAY-PRIORITY").forEach(id -> priority.add(id.asText()));
        assertThat(pathways(text, known)).containsAll(priority);
    }

    /** What a player knows after it has read a manifest; what it does not know it passes over. */
    private static Set<String> pathways(String text, Set<String> known) throws IOException {
        JsonNode manifest = JSON.readTree(text);
        assertThat(manifest.path("VERSION").intValue()).isEqualTo(1);
        assertThat(manifest.path("TTL").isInt()).isTrue();
        assertThat(manifest.path("TTL").intValue()).isPositive();
        assertThat(URI.create(manifest.path("RELOAD-URI").asText("no such")).getPath())
                .isNotEmpty();
        Set<String> ids = new HashSet<>(known);
        for (JsonNode clone : manifest.path("PATHWAY-CLONES")) {
            if (ids.contains(clone.path("ID").asText())) {
                continue; // players that have it ignore the clone
            }
            assertThat(ids).contains(clone.path("BASE-ID").asText());
            assertThat(clone.path("URI-REPLACEMENT").path("HOST").asText()).isNotEmpty();
            ids.add(clone.path("ID").asText());
        }
        List<String> priority = new ArrayList<>();
        manifest.path("PATHWAY-PRIORITY").forEach(id -> priority.add(id.asText()));
        assertThat(priority).isNotEmpty().doesNotHaveDuplicates();
        return ids;
    }

    /**
     * A steering document for DASH, by ETSI TS 103 998: the same members, service locations for pathways, and clones that differ in host or
     * parameters only.
     */
    private static void dash(String text) throws IOException {
        JsonNode document = JSON.readTree(text);
        assertThat(document.fieldNames())
                .toIterable()
                .isSubsetOf("VERSION", "TTL", "RELOAD-URI", "PATHWAY-PRIORITY", "PATHWAY-CLONES");
        assertThat(document.path("VERSION").isInt()).isTrue();
        for (JsonNode location : document.path("PATHWAY-PRIORITY")) {
            assertThat(location.asText()).as("a service location").matches("[^\\s]+");
        }
        for (JsonNode clone : document.path("PATHWAY-CLONES")) {
            assertThat(clone.fieldNames()).toIterable().containsExactlyInAnyOrder("BASE-ID", "ID", "URI-REPLACEMENT");
            assertThat(clone.path("ID").asText())
                    .isNotEqualTo(clone.path("BASE-ID").asText());
            assertThat(clone.path("URI-REPLACEMENT").fieldNames()).toIterable().isSubsetOf("HOST", "PARAMS");
        }
    }

    @Test
    void every_state_that_can_be_reached_keeps_the_rules() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<String, Integer> first = SharesTest.weights(random);
            Shares shares = SharesTest.after(SharesTest.weights(random), SharesTest.moves(random));
            List<String> buckets = shares.buckets(Shares.of(first).buckets(List.of()));
            for (int i = 0; i < 100; i += 9) {
                List<Cdn> order = cdns(shares.order(buckets.get(i)));
                List<Cdn> named = cdns(shares.named(buckets.get(i)));
                Set<String> now =
                        playlist(SteeringFiles.playlist(EDGES, SteeringFiles.manifestName(i), named, new FakeSigner()));
                assertThat(now)
                        .as("who begins now can be led to each")
                        .isEqualTo(shares.percent().keySet());
                assertThat(playlist(SteeringFiles.playlist(ORIGIN, "7.json", named, new FakeSigner())))
                        .isEqualTo(now);
                assertThat(List.copyOf(now)).as("the first is the own").startsWith(buckets.get(i));
                String text = SteeringFiles.manifest(
                        SteeringFiles.manifestName(i), 5, order, cdns(List.copyOf(first.keySet())), new FakeSigner());
                manifest(text, now);
                dash(text);
                manifest(text, first.keySet());
            }
        }
    }

    /** CDNs of two paths, some of them signed, told of at whole addresses: not each of them can be told as a clone. */
    @Test
    void signed_cdns_of_several_paths_at_whole_addresses_keep_the_rules_as_well() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<String, Cdn> all = new LinkedHashMap<>();
            FakeSigner signer = new FakeSigner();
            List<String> signed = new ArrayList<>();
            for (String id : List.of("a", "b", "c", "d")) {
                all.put(id, cdn(id, random.nextInt(3) == 0 ? "/v2" : "/v1"));
                if (random.nextInt(3) == 0) {
                    signed.add(id);
                }
            }
            signer.signsFor(signed.toArray(String[]::new));
            Map<String, Integer> first = SharesTest.weights(random);
            Shares shares = SharesTest.after(SharesTest.weights(random), SharesTest.moves(random));
            List<String> buckets = shares.buckets(Shares.of(first).buckets(List.of()));
            int bucket = random.nextInt(100);
            String address = "https://steering.test/SH-1/default/" + SteeringFiles.manifestName(bucket);
            List<Cdn> named =
                    shares.named(buckets.get(bucket)).stream().map(all::get).toList();
            List<Cdn> order =
                    shares.order(buckets.get(bucket)).stream().map(all::get).toList();
            Set<String> now = playlist(SteeringFiles.playlist(EDGES, address, named, signer));
            assertThat(playlist(SteeringFiles.playlist(ORIGIN, address, named, signer)))
                    .isEqualTo(now);
            String text = SteeringFiles.manifest(
                    address,
                    random.nextBoolean() ? 5 : 10,
                    order,
                    first.keySet().stream().map(all::get).toList(),
                    signer);
            assertThat(JSON.readTree(text).path("RELOAD-URI").asText()).isEqualTo(address);
            manifest(text, now);
            dash(text);
            Set<String> known = pathways(text, first.keySet());
            for (Cdn one : order) {
                boolean clones = !signer.signs(one.id())
                        && first.keySet().stream()
                                .anyMatch(base -> !signer.signs(base)
                                        && all.get(base)
                                                .baseUrl()
                                                .endsWith(one.baseUrl()
                                                        .substring(one.baseUrl().length() - 3)));
                assertThat(known.contains(one.id()))
                        .as("led to %s, seed %d", one.id(), seed)
                        .isEqualTo(first.containsKey(one.id()) || clones);
            }
        }
    }

    @Test
    void a_cdn_that_came_later_is_told_as_a_clone_where_only_hosts_differ() throws IOException {
        Cdn late = cdn("late");
        String text =
                SteeringFiles.manifest("3.json", 10, List.of(late, cdn("a")), cdns(List.of("a")), new FakeSigner());
        assertThat(JSON.readTree(text).path("PATHWAY-CLONES"))
                .isEqualTo(JSON.readTree(
                        "[{\"BASE-ID\":\"a\",\"ID\":\"late\",\"URI-REPLACEMENT\":{\"HOST\":\"late.cdn.test\"}}]"));
        assertThat(SteeringFiles.manifest("3.json", 10, List.of(cdn("a")), cdns(List.of("a")), new FakeSigner()))
                .doesNotContain("CLONES");
        manifest(
                SteeringFiles.manifest(
                        "3.json", 10, cdns(List.of("late", "z")), cdns(List.of("a", "z")), new FakeSigner()),
                Set.of("z"));
        FakeSigner signs = new FakeSigner();
        signs.signsFor("late");
        assertThat(SteeringFiles.manifest("3.json", 10, List.of(late, cdn("a")), cdns(List.of("a")), signs))
                .as("an address that is signed for one host is none of another")
                .doesNotContain("CLONES");
    }
}
