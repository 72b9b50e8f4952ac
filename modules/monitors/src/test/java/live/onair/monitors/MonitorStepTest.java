package live.onair.monitors;

import static live.onair.monitors.MonitorStep.GONE;
import static live.onair.monitors.MonitorStep.KEEP;
import static live.onair.monitors.MonitorStep.REMOVE;
import static live.onair.monitors.MonitorStep.REST;
import static live.onair.monitors.MonitorStep.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.monitors.spi.MonitorStreams.Monitor;
import live.onair.monitors.spi.MonitorStreams.State;
import org.junit.jupiter.api.Test;

class MonitorStepTest {

    private static Optional<Monitor> seen(State state, int hours) {
        return Optional.of(new Monitor("MON-1", state, Duration.ofHours(hours), Instant.EPOCH, "arn", "v1"));
    }

    @Test
    void what_is_wanted_is_made_and_then_left_alone() {
        assertThat(MonitorStep.next(false, false, 24, Optional.empty())).isEqualTo(KEEP);
        assertThat(MonitorStep.next(false, false, 24, seen(State.CREATING, 24))).isEqualTo(WAIT);
        assertThat(MonitorStep.next(false, false, 24, seen(State.ACTIVE, 24))).isEqualTo(REST);
        assertThat(MonitorStep.next(false, false, 48, seen(State.ACTIVE, 24))).isEqualTo(KEEP);
    }

    @Test
    void what_somebody_else_has_changed_is_not_written_over_without_a_press() {
        assertThat(MonitorStep.next(false, true, 24, seen(State.ACTIVE, 1))).isEqualTo(REST);
        assertThat(MonitorStep.next(false, true, 24, Optional.empty())).isEqualTo(REST);
    }

    @Test
    void what_is_to_go_goes() {
        assertThat(MonitorStep.next(true, false, 24, seen(State.ACTIVE, 24))).isEqualTo(REMOVE);
        assertThat(MonitorStep.next(true, false, 24, seen(State.UPDATING, 24))).isEqualTo(REMOVE);
        assertThat(MonitorStep.next(true, false, 24, seen(State.REMOVING, 24))).isEqualTo(WAIT);
        assertThat(MonitorStep.next(true, false, 24, Optional.empty())).isEqualTo(GONE);
    }
}
