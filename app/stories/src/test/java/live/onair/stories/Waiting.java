package live.onair.stories;

import java.time.Duration;
import java.time.Instant;
import live.onair.testkit.Leave;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for something to be so, never longer than said. */
final class Waiting {

    private Waiting() {}

    static void until(Instant moment) {
        Duration left = Duration.between(Instant.now(), moment);
        if (!left.isNegative() && !left.isZero()) {
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(left.plus(Leave.of(Duration.ofSeconds(5))))
                    .until(() -> !Instant.now().isBefore(moment));
        }
    }

    /** Waits for the assertion to hold; gives how long that took since then. */
    static Duration forThat(Instant since, Duration atMost, ThrowingRunnable assertion) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(150))
                .atMost(Leave.of(atMost))
                .untilAsserted(assertion);
        return Duration.between(since, Instant.now());
    }

    /** Looks once a second. */
    static void calmly(Duration atMost, ThrowingRunnable assertion) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Leave.of(atMost))
                .untilAsserted(assertion);
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
