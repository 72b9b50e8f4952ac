package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an origin offers is named for each pathway: the same variants, each with its own address and its own group of sounds. */
class LadderTest {

    private static final String THERE = "https://kr.cdn.test/out/v1/onair/ch/live/hls.m3u8";

    private final Ladder ladder = Ladder.of(FakeProbe.OFFERED).orElseThrow();

    @Test
    void each_variant_is_named_with_its_address_and_the_groups_of_its_pathway() {
        assertThat(ladder.variants("domestic", THERE, UnaryOperator.identity()))
                .containsExactly(
                        "#EXT-X-STREAM-INF:BANDWIDTH=5605600,AVERAGE-BANDWIDTH=5605600,RESOLUTION=1280x720,"
                                + "CODECS=\"avc1.640020,mp4a.40.2\",AUDIO=\"aac-domestic\",CLOSED-CAPTIONS=\"cc-domestic\","
                                + "PATHWAY-ID=\"domestic\",STABLE-VARIANT-ID=\"v0\"",
                        "https://kr.cdn.test/out/v1/onair/ch/live/hls_1.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1205600,RESOLUTION=640x360,CODECS=\"avc1.4D401E,mp4a.40.2\","
                                + "AUDIO=\"aac-domestic\",CLOSED-CAPTIONS=NONE,PATHWAY-ID=\"domestic\",STABLE-VARIANT-ID=\"v1\"",
                        "https://kr.cdn.test/out/v1/onair/ch/live/low/hls_2.m3u8?part=1");
        assertThat(ladder.variants().get(1).at(THERE)).endsWith("/live/low/hls_2.m3u8?part=1");
    }

    @Test
    void each_rendition_is_in_a_group_of_its_pathway_and_its_address_is_signed() {
        assertThat(ladder.renditions("global", THERE, address -> address + "?token=1"))
                .containsExactly(
                        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac-global\",NAME=\"한국어, 기본\",LANGUAGE=\"ko\",DEFAULT=YES,"
                                + "AUTOSELECT=YES,URI=\"https://kr.cdn.test/out/v1/onair/ch/live/hls_3.m3u8?token=1\","
                                + "STABLE-RENDITION-ID=\"r0\"",
                        "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc-global\",NAME=\"cc1\",INSTREAM-ID=\"CC1\","
                                + "STABLE-RENDITION-ID=\"r1\"");
    }

    @Test
    void a_variant_is_called_by_its_picture_and_its_rate_and_by_its_path_where_neither_is_told() {
        assertThat(ladder.variants())
                .extracting(Ladder.Variant::label)
                .containsExactly("1280x720 · 5.6 Mbps", "640x360 · 1.2 Mbps");
        assertThat(label("BANDWIDTH=96000")).isEqualTo("96 kbps");
        assertThat(label("RESOLUTION=640x360")).isEqualTo("640x360");
        assertThat(label("BANDWIDTH=fast,RESOLUTION=\"big\""))
                .as("no query is part of it: it may be a signature")
                .isEqualTo("low/hls_2.m3u8");
    }

    private static String label(String attributes) {
        return Ladder.of("#EXTM3U\n#EXT-X-STREAM-INF:" + attributes + "\nlow/hls_2.m3u8?token=secret\n")
                .orElseThrow()
                .variants()
                .get(0)
                .label();
    }

    @Test
    void what_was_kept_as_a_text_is_the_same_again() {
        assertThat(Ladder.of(ladder.text())).contains(ladder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>not found</html>",
                "#EXTM3U\n#EXTINF:2.0,\n1.ts\n",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttps://itself.cdn.test/a.m3u8\n",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n//itself.cdn.test/a.m3u8\n",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n/out/a.m3u8\n",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na b.m3u8\n",
                "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",URI=\"/a.m3u8\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n",
                "#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n"
            })
    void anything_else_and_what_does_not_lie_below_is_none(String text) {
        assertThat(Ladder.of(text)).isEmpty();
    }

    @Test
    void a_broken_attribute_list_breaks_nothing_else() {
        Ladder odd = Ladder.of("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,,=x,CODECS=\"a\n a.m3u8 \n")
                .orElseThrow();
        assertThat(odd.variants("a", THERE, UnaryOperator.identity()))
                .containsAll(List.of("https://kr.cdn.test/out/v1/onair/ch/live/a.m3u8"));
    }
}
