package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import live.onair.cdn.latency.LiveLatency;
import live.onair.cdn.latency.LiveLatency.Latency;
import live.onair.cdn.latency.LiveLatency.LatencyField;
import live.onair.cdn.latency.LiveLatency.LatencyMap;
import live.onair.cdn.spi.WatchingReports.Told;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** How far behind viewers are is a map by CDN, country and network. */
@RoomTest
class LatencyTest extends CdnStage {

    @Inject
    LiveLatency latency;

    /** {@code viewers} are behind by less than {@code seconds} each, all of them at one place. */
    private void told(String show, String cdn, String country, String isp, int... seconds) {
        List<Long> behind = new ArrayList<>(Collections.nCopies(60, 0L));
        for (int one : seconds) {
            behind.set(one - 1, behind.get(one - 1) + 1);
        }
        reports.tells(new Told(
                clock.instant().minusSeconds(12),
                show,
                cdn,
                country,
                isp,
                seconds.length,
                0,
                0,
                10_000,
                0,
                0,
                0,
                1_000,
                1_000,
                0,
                behind,
                NOT_BY_STEPS,
                0,
                0));
    }

    private LatencyMap map(String show) {
        return as(OPS, () -> latency.map(show));
    }

    @Test
    void who_is_abroad_sees_a_moment_later_and_that_is_forgotten_after_a_minute() {
        policy(50);
        String show = onAir();
        assertThat(map(show).all()).as("nobody told").isNull();
        told(show, "domestic", "KR", "KT", 6, 6, 6, 6, 6, 6, 6, 7, 7, 7);
        told(show, "global", "US", "", 11, 11, 12, 12, 12, 12, 12, 12, 13, 14);
        told(show, "global", "JP", "");
        pass(Duration.ofSeconds(6));
        assertThat(map(show).fields())
                .containsExactly(
                        new LatencyField("domestic", "KR", "KT", new Latency(10, 6, 6, 7)),
                        new LatencyField("global", "US", "", new Latency(10, 11, 12, 14)));
        assertThat(map(show).all()).isEqualTo(new Latency(20, 6, 7, 13));
        assertThat(as(OPS, () -> latency.map(null)).all()).isEqualTo(map(show).all());
        assertThat(map("SH-0").all()).isNull();
        pass(Duration.ofSeconds(90));
        assertThat(map(show).all()).isNull();
    }
}
