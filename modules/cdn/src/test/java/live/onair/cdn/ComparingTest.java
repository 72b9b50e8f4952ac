package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import live.onair.cdn.Comparing.Minute;
import live.onair.cdn.Quality.Comparison;
import live.onair.cdn.Quality.Measure;
import org.junit.jupiter.api.Test;

/** Two CDNs are told apart where they differ, and are not where only their viewers do. */
class ComparingTest {

    private static final int MINUTES = 60;

    /** Minutes of a CDN at a place in which a part of the time stands still, with bursts as they are in life. */
    private static void minutes(List<Minute> told, Random random, String place, String cdn, double part, int viewers) {
        for (int minute = 0; minute < MINUTES; minute++) {
            double whole = viewers * (50_000 + random.nextInt(20_000));
            double burst = random.nextInt(5) == 0 ? 4 * part : part / 4;
            told.add(new Minute(place, cdn, minute, whole * burst * random.nextDouble() * 2, whole));
        }
    }

    private static Comparison compared(List<Minute> told) {
        return Comparing.of(Measure.STALLED, "a", "b", told);
    }

    @Test
    void of_two_that_are_alike_about_one_in_twenty_is_told_apart() {
        int apart = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            List<Minute> told = new ArrayList<>();
            Random random = new Random(seed);
            minutes(told, random, "KR/KT", "a", 0.01, 40);
            minutes(told, random, "KR/KT", "b", 0.01, 60);
            minutes(told, random, "KR/SKT", "a", 0.02, 20);
            minutes(told, random, "KR/SKT", "b", 0.02, 10);
            apart += compared(told).significant() ? 1 : 0;
        }
        assertThat(apart / 2_000.0).isBetween(0.02, 0.08);
    }

    @Test
    void of_two_that_differ_most_are_told_apart_and_the_interval_has_the_truth() {
        int apart = 0;
        int within = 0;
        for (int seed = 0; seed < 500; seed++) {
            List<Minute> told = new ArrayList<>();
            Random random = new Random(seed);
            minutes(told, random, "KR/KT", "a", 0.03, 40);
            minutes(told, random, "KR/KT", "b", 0.01, 60);
            Comparison one = compared(told);
            apart += one.significant() && one.difference() > 0 ? 1 : 0;
            within += one.low() <= 2.0 && one.high() >= 2.0 ? 1 : 0;
        }
        assertThat(apart / 500.0).isGreaterThan(0.8);
        assertThat(within / 500.0).isGreaterThan(0.9);
    }

    @Test
    void one_that_serves_the_worse_network_is_not_the_worse_cdn() {
        List<Minute> told = new ArrayList<>();
        Random random = new Random(7);
        minutes(told, random, "KR/good", "a", 0.002, 10);
        minutes(told, random, "KR/good", "b", 0.002, 90);
        minutes(told, random, "KR/bad", "a", 0.05, 90);
        minutes(told, random, "KR/bad", "b", 0.05, 10);
        assertThat(compared(told).significant()).isFalse();
    }

    @Test
    void too_little_says_nothing() {
        List<Minute> told = new ArrayList<>();
        for (int minute = 0; minute < 4; minute++) {
            told.add(new Minute("KR/KT", "a", minute, 10, 1_000));
            told.add(new Minute("KR/KT", "b", minute, 900, 1_000));
        }
        Comparison none = compared(told);
        assertThat(none.difference()).isNull();
        assertThat(none.minutes()).isEqualTo(4);
        assertThat(none.significant()).isFalse();
        assertThat(compared(List.of()).minutes()).isZero();
    }

    @Test
    void students_quantiles_are_those_of_the_tables() {
        assertThat(Comparing.student(4)).isCloseTo(2.776, within(0.06));
        assertThat(Comparing.student(10)).isCloseTo(2.228, within(0.01));
        assertThat(Comparing.student(30)).isCloseTo(2.042, within(0.01));
    }
}
