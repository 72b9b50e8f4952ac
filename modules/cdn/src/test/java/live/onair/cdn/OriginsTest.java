package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.spi.FakeProbe;
import live.onair.cdn.spi.FakePurger;
import live.onair.cdn.spi.FakeSecondStore;
import live.onair.testkit.RoomTest;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A show whose pictures the CDNs have from its backend: what that offers is read first, and named for each CDN. */
@RoomTest
class OriginsTest extends CdnStage {

    private static final String PATH = "/out/v1/onair-test/onair-test-ch/live/hls.m3u8";

    @Inject
    Purges purges;

    @Inject
    FakePurger purger;

    @Inject
    FakeSecondStore second;

    @AfterEach
    void all_channels_are_ours() {
        probe.offers(null);
        store.liesBelow(null);
        second.is(false, false);
        sql.run("update scheduling.resource set backend = 'local' where kind = 'CHANNEL'");
    }

    /** On air by a backend of another kind, which is the CDNs' origin. */
    private String ofAnOrigin() {
        String show = onAir();
        sql.run(
                "update scheduling.resource set backend = 'medialive' where id = (select channel_id from scheduling.show"
                        + " where id = '" + show + "')");
        sql.run("update scheduling.channel_health set origin_path = '" + PATH + "' where show_id = '" + show + "'");
        return show;
    }

    @Test
    void it_is_steered_once_its_origin_offers_something_and_all_of_that_is_named_for_each_cdn() {
        policy(70);
        String show = ofAnOrigin();
        pass(Duration.ofSeconds(4));
        store.remove(show);
        sql.run("delete from cdn.object");
        rounds.begin();
        pass(Duration.ofSeconds(4));
        assertThat(store.of(show)).as("nobody knows yet what to name").isEmpty();
        probe.offers(FakeProbe.OFFERED);
        pass(Duration.ofSeconds(8));
        String playlist = String.valueOf(store.of(show).get("default/7.m3u8"));
        assertThat(playlist)
                .contains(
                        "\nhttps://kr.cdn.test/out/v1/onair-test/onair-test-ch/live/hls_1.m3u8\n",
                        "\nhttps://kr.cdn.test/out/v1/onair-test/onair-test-ch/live/low/hls_2.m3u8?part=1\n",
                        "\nhttps://world.cdn.test/out/v1/onair-test/onair-test-ch/live/hls_1.m3u8\n",
                        "GROUP-ID=\"aac-domestic\"",
                        "GROUP-ID=\"aac-global\"");
        Map<String, Long> stable = playlist.lines()
                .filter(line -> line.startsWith("#EXT-X-STREAM-INF:"))
                .map(line -> line.replaceAll(".*STABLE-VARIANT-ID=", ""))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(stable).isEqualTo(Map.of("\"v0\"", 2L, "\"v1\"", 2L));
    }

    @Test
    void each_look_is_at_all_variants_and_a_purge_takes_the_folder_of_its_origin() {
        policy(70);
        probe.offers(FakeProbe.OFFERED);
        String show = ofAnOrigin();
        rounds.begin();
        pass(Duration.ofSeconds(4));
        probe.asked();
        pass(Duration.ofSeconds(12));
        assertThat(probe.asked())
                .contains(
                        "https://kr.cdn.test/out/v1/onair-test/onair-test-ch/live/hls_1.m3u8",
                        "https://kr.cdn.test/out/v1/onair-test/onair-test-ch/live/low/hls_2.m3u8?part=1",
                        "https://world.cdn.test/out/v1/onair-test/onair-test-ch/live/hls_1.m3u8");
        purger.needs(0, null);
        ops(() -> purges.ask("domestic", show));
        pass(Duration.ofSeconds(2));
        assertThat(purger.asked()).isEqualTo(List.of(show, "/out/v1/onair-test/onair-test-ch/live"));
        sql.run("update scheduling.channel_health set origin_path = null");
        purger.needs(0, null);
        ops(() -> purges.ask("domestic", show));
        pass(Duration.ofSeconds(2));
        assertThat(purger.asked())
                .as("when it is over, too")
                .isEqualTo(List.of(show, "/out/v1/onair-test/onair-test-ch/live"));
    }

    @Test
    void a_variant_that_one_cdn_does_not_have_makes_that_cdn_bad() {
        policy(70);
        probe.offers(FakeProbe.OFFERED);
        probe.sees("https://kr.cdn.test/out/v1/onair-test/onair-test-ch/live/low", () -> FakeProbe.LOST);
        String show = ofAnOrigin();
        rounds.begin();
        pass(Duration.ofSeconds(40));
        assertThat(as(OPS, cdns::health))
                .filteredOn(look -> look.show().equals(show))
                .extracting(CdnLook::cdn, CdnLook::state)
                .containsExactlyInAnyOrder(
                        Assertions.tuple("domestic", CdnState.DEAD), Assertions.tuple("global", CdnState.GOOD));
        assertThat(rendition(show, "domestic")).isEqualTo("640x360 · 1.2 Mbps");
    }

    private @Nullable String rendition(String show, String cdn) {
        return as(OPS, cdns::health).stream()
                .filter(look -> look.show().equals(show) && look.cdn().equals(cdn))
                .findFirst()
                .orElseThrow()
                .rendition();
    }

    @Test
    void the_variant_that_is_late_is_named_and_none_where_all_are_lost() {
        policy(70);
        probe.offers(FakeProbe.OFFERED);
        probe.sees("https://kr.cdn.test/out/v1/onair-test/onair-test-ch/live/hls_1", () -> FakeProbe.LATE);
        probe.sees("https://world.cdn.test", () -> FakeProbe.LOST);
        String show = ofAnOrigin();
        rounds.begin();
        pass(Duration.ofSeconds(30));
        assertThat(rendition(show, "domestic")).isEqualTo("1280x720 · 5.6 Mbps");
        assertThat(rendition(show, "global")).isNull();
    }

    @Test
    void of_a_show_with_one_variant_only_none_is_named_however_late_it_is() {
        policy(70);
        probe.sees("https://kr.cdn.test", () -> FakeProbe.LATE);
        String ours = onAir();
        work();
        pass(Duration.ofSeconds(10));
        assertThat(rendition(ours, "domestic")).isNull();
        probe.offers("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=5605600,RESOLUTION=1280x720\nhls_1.m3u8\n");
        String show = ofAnOrigin();
        rounds.begin();
        pass(Duration.ofSeconds(20));
        assertThat(rendition(show, "domestic")).isNull();
    }

    @Test
    void a_store_that_is_out_of_reach_keeps_players_from_no_other_and_has_all_once_it_is_back() {
        second.is(true, true);
        policy(70);
        String show = onAir();
        work();
        assertThat(as(OPS, () -> steering.isSteered(show))).isTrue();
        assertThat(store.of(show)).hasSize(201);
        assertThat(second.of(show)).isEmpty();
        second.is(true, false);
        pass(Duration.ofMinutes(2));
        assertThat(second.of(show)).isEqualTo(store.of(show));
    }

    @Test
    void where_manifests_lie_at_an_address_of_their_own_players_find_them_there_again() {
        store.liesBelow("https://live.onair.test/steering");
        policy(70);
        String show = onAir();
        work();
        String manifest = "https://live.onair.test/steering/" + show + "/default/7.json";
        assertThat(store.of(show).get("default/7.m3u8")).contains("SERVER-URI=\"" + manifest + "\"");
        assertThat(store.of(show).get("default/7.json")).contains("\"RELOAD-URI\":\"" + manifest + "\"");
        store.liesBelow(null);
        rounds.begin();
        work();
        assertThat(store.of(show).get("default/7.m3u8")).contains("SERVER-URI=\"7.json\"");
    }
}
