package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.Verdict.Seen;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.cdn.spi.FakeProbe;
import org.junit.jupiter.api.Test;

/** What looks come to, and when a CDN is trusted again. */
class VerdictTest {

    private static final SteeringRule RULE = new SteeringRule(true, 1_500, 20, 3, 50, 5, 0);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration ASKED = Duration.ofMinutes(5);

    /** The playlist came, the piece of the picture did not. */
    private static final Look CUT = new Look(0, 550, null, Duration.ofSeconds(4));

    /** So many looks, two seconds apart, newest first; by how many seconds ago. */
    private static List<Seen> looks(int many, IntFunction<Look> ago) {
        List<Seen> looks = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            looks.add(new Seen(NOW.minusSeconds(2L * i), ago.apply(2 * i)));
        }
        return looks;
    }

    private static boolean again(List<Seen> looks) {
        return Verdict.isHealthyAgain(looks, RULE, ASKED, NOW);
    }

    @Test
    void a_playlist_without_its_pictures_is_slow_and_not_dead() {
        assertThat(Verdict.of(looks(8, ago -> CUT), RULE)).isEqualTo(CdnState.LATE);
        assertThat(Verdict.of(looks(5, ago -> CUT), RULE)).isEqualTo(CdnState.LATE);
        assertThat(Verdict.of(looks(4, ago -> CUT), RULE)).isEqualTo(CdnState.UNSURE);
        assertThat(Verdict.of(looks(8, ago -> ago > 12 ? CUT : FakeProbe.LOST), RULE))
                .as("it was cut off once, and gives nothing since")
                .isEqualTo(CdnState.DEAD);
    }

    @Test
    void late_answers_count_when_there_were_as_many_in_a_row_as_the_rule_asks() {
        assertThat(Verdict.of(looks(10, ago -> ago < 4 ? FakeProbe.LATE : FakeProbe.WELL), RULE))
                .as("two")
                .isEqualTo(CdnState.UNSURE);
        assertThat(Verdict.of(looks(10, ago -> ago < 6 ? FakeProbe.LATE : FakeProbe.WELL), RULE))
                .as("three")
                .isEqualTo(CdnState.LATE);
        assertThat(Verdict.of(looks(10, ago -> ago == 4 ? FakeProbe.WELL : FakeProbe.LATE), RULE))
                .as("not in a row")
                .isEqualTo(CdnState.UNSURE);
    }

    @Test
    void what_never_came_is_slow_among_late_answers_and_nothing_else() {
        assertThat(Verdict.of(looks(5, ago -> ago % 4 == 0 ? FakeProbe.LOST : FakeProbe.LATE), RULE))
                .isEqualTo(CdnState.LATE);
        assertThat(Verdict.of(looks(5, ago -> ago == 4 ? FakeProbe.LATE : FakeProbe.LOST), RULE))
                .isEqualTo(CdnState.UNSURE);
        assertThat(Verdict.of(looks(7, ago -> FakeProbe.LOST), RULE))
                .as("seven lost ones may be chance")
                .isEqualTo(CdnState.UNSURE);
    }

    @Test
    void well_again_is_only_who_was_well_for_the_whole_time() {
        assertThat(again(looks(170, ago -> FakeProbe.WELL))).isTrue();
        assertThat(again(looks(140, ago -> FakeProbe.WELL))).as("not so long").isFalse();
        assertThat(again(looks(170, ago -> ago > 8 ? FakeProbe.LOST : FakeProbe.WELL)))
                .as("dead until eight seconds ago")
                .isFalse();
        assertThat(again(looks(170, ago -> ago == 280 ? CUT : FakeProbe.WELL))).isFalse();
        assertThat(again(looks(170, ago -> ago == 280 ? FakeProbe.LATE : FakeProbe.WELL)))
                .isFalse();
    }

    @Test
    void a_lost_look_here_and_there_is_forgiven_and_a_cdn_that_comes_and_goes_is_not() {
        assertThat(again(looks(170, ago -> ago % 100 == 50 ? FakeProbe.LOST : FakeProbe.WELL)))
                .isTrue();
        assertThat(again(looks(170, ago -> ago % 100 < 4 && ago > 90 ? FakeProbe.LOST : FakeProbe.WELL)))
                .isFalse();
        assertThat(again(looks(170, ago -> ago % 10 == 4 ? FakeProbe.LOST : FakeProbe.WELL)))
                .isFalse();
    }

    @Test
    void a_dead_one_whose_few_looks_took_long_is_not_well_because_they_were_few() {
        List<Seen> few = new ArrayList<>(looks(5, ago -> FakeProbe.WELL));
        for (int i = 0; i < 60; i++) {
            few.add(new Seen(NOW.minusSeconds(400 + 7L * i), FakeProbe.LOST));
        }
        assertThat(again(few)).isFalse();
    }
}
