package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {
    @ParameterizedTest
    @CsvSource({
        "INPUT, true,  false, true,  true,  false, SLATE_EMERGENCY",
        "INPUT, false, true,  true,  true,  false, SLATE_SOON",
        "INPUT, false, false, true,  true,  false, INPUT",
        "INPUT, false, false, false, false, false, SLATE_SOON",
        "INPUT, false, false, false, true,  false, SLATE_RECONNECT",
        "TEST,  false, false, true,  false, false, TEST",
        "TEST,  false, false, false, true,  false, SLATE_RECONNECT",
        "FILE,  false, false, true,  false, false, FILE",
        "FILE,  false, false, true,  true,  true,  SLATE_RECONNECT"
    })
    void viewers_are_given(
            RunSpec.SourceKind source,
            boolean forced,
            boolean warmup,
            boolean delivering,
            boolean seen,
            boolean fileEnded,
            RunSpec.Output expected) {
        assertThat(RunSpec.Output.choose(new RunSpec.Output.Facts(source, forced, warmup, delivering, seen, fileEnded)))
                .isEqualTo(expected);
    }

    @Test
    void ffmpeg_is_understood() {
        assertThat(FfmpegFacts.read("s1-000002.ts,4.021333,6.021333")).isInstanceOf(FfmpegFacts.SegmentDone.class);
        assertThat(FfmpegFacts.read("frame=32")).isEqualTo(new FfmpegFacts.Frames(32));
        assertThat(FfmpegFacts.read("[Parsed_ametadata_3 @ 0x7f8e] lavfi.r128.S=-21.757"))
                .isEqualTo(new FfmpegFacts.Loudness(-21.757));
        assertThat(FfmpegFacts.read("[Parsed_ametadata_3 @ 0x7f8e] frame:13   pts:62400"))
                .isNull();
        assertThat(FfmpegFacts.read("  Stream #0:0: Video: h264 (Constrained Baseline), yuv420p(progressive), 640x360"
                        + " [SAR 1:1 DAR 16:9], 800 kb/s, 30 fps, 30 tbr, 1k tbn"))
                .isEqualTo(new FfmpegFacts.Picture("h264", 640, 360, 30));
        assertThat(FfmpegFacts.read("  Stream #0:1: Audio: aac (LC), 48000 Hz, mono, fltp, 69 kb/s"))
                .isEqualTo(new FfmpegFacts.Sound("aac"));
        assertThat(FfmpegFacts.read("[Parsed_metadata_2 @ 0x7f] lavfi.freezedetect.freeze_start=4.021"))
                .isEqualTo(new FfmpegFacts.Alarm(PictureAlarms.Kind.FREEZE, true));
        assertThat(FfmpegFacts.read("anything else")).isNull();
    }

    @Test
    void a_long_text_is_wrapped_to_the_picture() {
        assertThat(Packs.wrapped("잠시 후 방송이 다시 시작됩니다 조금만 기다려 주십시오\nBack soon")).hasSize(3);
    }
}
