package live.onair.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How old a page is that says that nothing is wrong. */
class LastSeenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    private static LastSeen seen(long... secondsAgo) {
        return LastSeen.of(Arrays.stream(secondsAgo).mapToObj(NOW::minusSeconds).toList(), NOW);
    }

    @Test
    void it_is_as_old_as_the_oldest_of_what_it_rests_on() {
        assertThat(seen(1, 14, 2).at()).isEqualTo(NOW.minusSeconds(14));
        assertThat(seen(1, 14, 2).words()).isEqualTo("14초째 새로 본 것이 없습니다");
    }

    @Test
    void ten_seconds_are_still_lately() {
        assertThat(seen(10).isOld()).isFalse();
        assertThat(seen(10).words()).isEqualTo("19:59:50 확인");
        assertThat(seen(11).isOld()).isTrue();
    }

    @Test
    void where_there_is_nothing_to_be_seen_it_is_of_now() {
        assertThat(LastSeen.of(List.of(), NOW)).isEqualTo(new LastSeen(NOW, NOW));
        assertThat(seen().words()).isEqualTo("20:00:00 확인");
    }
}
