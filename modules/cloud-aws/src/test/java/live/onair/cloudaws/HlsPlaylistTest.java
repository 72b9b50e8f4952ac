package live.onair.cloudaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cloudaws.HlsPlaylist.Segment;
import live.onair.scheduling.spi.Recording.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the pictures of a media playlist were made. */
class HlsPlaylistTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void a_stretch_ends_at_a_discontinuity_and_the_next_one_has_its_own_date() {
        HlsPlaylist read = HlsPlaylist.read("""
                #EXTM3U
                #EXT-X-DISCONTINUITY-SEQUENCE:3
                #EXT-X-PROGRAM-DATE-TIME:2026-11-27T19:00:00+09:00
                #EXTINF:6.0,
                a.ts
                #EXTINF:5.5,
                b.ts
                #EXT-X-DISCONTINUITY
                #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:01:00.250Z
                #EXTINF:6.0,
                c.ts
                """);

        assertThat(read.spans())
                .containsExactly(
                        new Span(BEGIN, Duration.ofMillis(11_500)),
                        new Span(BEGIN.plusMillis(60_250), Duration.ofSeconds(6)));
        assertThat(read.segments()).extracting(Segment::first).containsExactly(true, false, true);
        assertThat(read.length()).isEqualTo(Duration.ofMillis(17_500));
        assertThat(read.ended()).isFalse();
    }

    @Test
    void what_comes_after_a_discontinuity_without_a_date_is_left_out() {
        HlsPlaylist read = HlsPlaylist.read("""
                #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00Z
                #EXTINF:6,
                a.ts
                #EXT-X-DISCONTINUITY
                #EXTINF:6,
                unknown.ts
                #EXT-X-ENDLIST
                """);

        assertThat(read.segments()).extracting(Segment::uri).containsExactly("a.ts");
        assertThat(read.ended()).isTrue();
    }

    @Test
    void a_date_in_the_middle_of_a_stretch_dates_what_stands_before_it_too() {
        HlsPlaylist read = HlsPlaylist.read("""
                #EXTINF:6,
                a.ts
                #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:06Z
                #EXTINF:6,
                b.ts
                """);

        assertThat(read.spans()).containsExactly(new Span(BEGIN, Duration.ofSeconds(12)));
    }

    @Test
    void where_the_start_is_told_it_runs_on_without_a_gap_whatever_its_own_dates_say() {
        HlsPlaylist read = HlsPlaylist.read("""
                #EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00Z
                #EXTINF:6,
                a.ts
                #EXT-X-DISCONTINUITY
                #EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00Z
                #EXTINF:4,
                b.ts
                """, BEGIN);

        assertThat(read.spans()).containsExactly(new Span(BEGIN, Duration.ofSeconds(10)));
    }

    @Test
    void each_segment_keeps_what_has_to_stand_before_it() {
        HlsPlaylist read = HlsPlaylist.read("""
                #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00Z
                #EXT-X-MAP:URI="one.mp4",BYTERANGE="10@0"
                #EXTINF:6,
                a.m4s
                #EXT-X-MAP:URI="two.mp4"
                #EXTINF:6,
                b.m4s
                """);

        assertThat(read.segments()).extracting(Segment::init).isEqualTo(List.of("one.mp4", "two.mp4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-6", "1e300", "six", ""})
    void a_length_that_cannot_be_moves_nothing_else(String length) {
        HlsPlaylist read = HlsPlaylist.read("#EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00Z\n#EXTINF:" + length
                + ",\nbroken.ts\n#EXTINF:6,\na.ts\n");

        assertThat(read.segments()).extracting(Segment::uri).containsExactly("a.ts");
        assertThat(read.spans()).containsExactly(new Span(BEGIN, Duration.ofSeconds(6)));
    }
}
