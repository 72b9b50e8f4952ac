package live.onair.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import live.onair.scheduling.Interruptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What hurts the most viewers stands first. */
class ProblemsOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static Problem problem(String kind, @Nullable Integer hurt, @Nullable Integer watching, int minutesAgo) {
        Interruptions.Row row = new Interruptions.Row(
                UUID.randomUUID(),
                kind,
                "SH-1",
                "문제",
                "Trouble",
                "다음",
                "Next",
                hurt,
                Map.of(),
                NOW.minusSeconds(60L * minutesAgo),
                null,
                null,
                null,
                null);
        return new Problem(row, "방송", watching, List.of());
    }

    private static List<Problem> sorted(Problem... problems) {
        return Stream.of(problems).sorted(Problem.MOST_HURT).toList();
    }

    @Test
    void by_viewers_hurt_and_not_by_age() {
        Problem few = problem("CDN_BAD", 12, 500, 30);
        Problem many = problem("CDN_BAD", 300, 400, 1);
        Problem nobody = problem("CDN_BAD", 0, 900, 60);
        assertThat(sorted(few, nobody, many)).containsExactly(many, few, nobody);
    }

    @Test
    void where_nobody_counted_all_who_watch_may_be_hurt_but_not_by_what_is_not_felt_yet() {
        Problem black = problem("BLACK", null, 200, 1);
        Problem counted = problem("CDN_BAD", 150, 200, 20);
        Problem files = problem("CDN_STEERING", null, 900, 90);
        assertThat(sorted(files, counted, black)).containsExactly(black, counted, files);
    }

    @Test
    void of_as_many_what_is_felt_comes_first_and_then_the_oldest() {
        Problem young = problem("CDN_BAD", 0, 0, 1);
        Problem old = problem("CDN_BAD", 0, 0, 9);
        Problem spare = problem("INPUT_B_LOST", null, 40, 50);
        assertThat(sorted(spare, young, old)).containsExactly(old, young, spare);
    }
}
