package live.onair.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonTest {

    private enum Sample implements Refusal {
        TAKEN("{holder}이(가) 쓰고 있습니다.", "{holder} holds it.");

        private final String ko;
        private final String en;

        Sample(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        @Override
        public String ko() {
            return ko;
        }

        @Override
        public String en() {
            return en;
        }
    }

    @Test
    void a_sentence_names_its_facts_in_the_readers_language() {
        Reason reason = Sample.TAKEN.with("holder", "SH-10001");
        assertThat(reason.sentence(Locale.KOREAN)).isEqualTo("SH-10001이 쓰고 있습니다.");
        assertThat(reason.sentence(Locale.ENGLISH)).isEqualTo("SH-10001 holds it.");
        assertThat(reason.sentence(Locale.GERMAN))
                .as("Korean is the house language")
                .startsWith("SH-10001이");
    }

    @Test
    void an_instant_is_told_as_the_clocks_of_seoul_show_it() {
        Reason reason = Sample.TAKEN.with("holder", Instant.parse("2026-11-30T06:25:46Z"));
        assertThat(reason.sentence(Locale.KOREAN)).startsWith("2026-11-30 15:25");
        assertThat(reason.sentence(Locale.ENGLISH)).startsWith("2026-11-30 15:25 KST holds");
    }

    @Test
    void a_refused_outcome_keeps_its_reasons_through_map_and_then() {
        Outcome<Integer> refused = Outcome.refused(Sample.TAKEN.with("holder", "x"));
        assertThat(refused.map(n -> n + 1).why()).hasSize(1);
        assertThat(refused.then(n -> Outcome.done("never")).isDone()).isFalse();
        assertThatThrownBy(refused::orThrow).hasMessageContaining("x holds it.");
    }

    @Test
    void windows_are_half_open() {
        Instant noon = Instant.parse("2026-11-23T03:00:00Z");
        TimeWindow first = TimeWindow.of(noon, Duration.ofHours(1));
        TimeWindow second = first.shifted(Duration.ofHours(1));
        assertThat(first.overlaps(second)).isFalse();
        assertThat(first.contains(first.end())).isFalse();
        assertThatThrownBy(() -> new TimeWindow(noon, noon)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acting_gives_the_thread_back_to_who_was_before() {
        Actor one = new Actor("a", "하나", Set.of(Role.OPS), Actor.Source.UI);
        try (Acting outer = Acting.as(one, "r1")) {
            assertThat(outer).isNotNull();
            Acting.call(Actor.ONAIR, () -> {
                assertThat(Acting.actor()).isEqualTo(Actor.ONAIR);
                assertThat(Acting.requestId()).contains("r1");
                return true;
            });
            assertThat(Acting.actor()).isEqualTo(one);
        }
        assertThat(Acting.current()).isEmpty();
    }
}
