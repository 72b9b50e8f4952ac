package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class AutomaticLifeTest {

    @Inject
    Stage stage;

    @Test
    void an_approved_show_goes_on_air_and_ends_by_itself_and_its_replay_plays() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        Instant start = stage.show(id).startsAt();
        stage.passUntil(start.minusSeconds(61));
        assertThat(stage.state(id)).isEqualTo(ShowState.APPROVED);
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        assertThat(stage.backend.describe(channel).warmUp()).isTrue();
        stage.passUntil(start);
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.backend.describe(channel).warmUp()).isFalse();
        stage.passUntil(start.plus(Duration.ofHours(1)));
        assertThat(stage.passed(id))
                .containsExactly(
                        ShowState.IN_REVIEW,
                        ShowState.APPROVED,
                        ShowState.STANDBY,
                        ShowState.ON_AIR,
                        ShowState.ENDED,
                        ShowState.REPLAY);
        assertThat(stage.backend.calls())
                .filteredOn(call -> call.contains(channel))
                .isEqualTo(List.of("start " + channel + " " + id + ":1", "stop " + channel + " " + id + ":1"));
        assertThat(stage.backend.recording(id).orElseThrow().published()).isTrue();
        assertThat(stage.show(id).replay().length()).isEqualTo(Duration.ofHours(1));
        stage.eachStateOnce(id);
    }
}
