package live.onair.monitors.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.monitors.spi.MonitorStreams.Monitor;
import live.onair.monitors.spi.MonitorStreams.Session;
import live.onair.monitors.spi.MonitorStreams.State;
import live.onair.monitors.spi.MonitorStreams.Window;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backend with monitors does. An adapter's test extends it. */
public abstract class MonitorStreamsContract {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private MonitorStreams port;
    private String id;

    /** The adapter under test, with a backend behind it. */
    protected abstract MonitorStreams port();

    /** A camera begins to send to this monitor. */
    protected abstract void cameraSends(String id);

    /** What this address plays; fails if it plays nothing. */
    protected abstract void plays(Session session);

    /** How long an accepted call may take to show. */
    protected Duration patience() {
        return Leave.of(Duration.ofSeconds(15));
    }

    @BeforeEach
    void freshName() {
        port = port();
        id = "MON-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private void kept(Duration retention) {
        await().atMost(patience())
                .ignoreExceptionsMatching(MonitorStreamsContract::isBusy)
                .until(() -> {
                    port.keep(id, retention);
                    return port.describe(id)
                            .filter(m ->
                                    m.state() == State.ACTIVE && m.retention().equals(retention))
                            .isPresent();
                });
    }

    private static boolean isBusy(Throwable trouble) {
        return trouble instanceof CloudException e && e.fault() == CloudFault.CONFLICT;
    }

    @Test
    void what_was_not_made_is_not_there() {
        assertThat(port.describe(id)).isEmpty();
        fails(CloudFault.NOT_FOUND, () -> port.open(id, null, HOUR));
        port.remove(id);
    }

    @Test
    void a_monitor_is_made_once_with_its_retention() {
        kept(DAY);
        Monitor made = port.describe(id).orElseThrow();
        port.keep(id, DAY);
        assertThat(port.describe(id)).contains(made);
        assertThat(made.id()).isEqualTo(id);
        assertThat(made.since())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void its_retention_grows_and_shrinks() {
        kept(DAY);
        kept(DAY.multipliedBy(3));
        kept(HOUR);
    }

    @Test
    void a_retention_that_makes_no_sense_is_refused_and_nothing_is_made() {
        for (Duration wrong :
                new Duration[] {Duration.ZERO, Duration.ofMinutes(90), HOUR.negated(), Duration.ofDays(3_651)}) {
            fails(CloudFault.INVALID, () -> port.keep(id, wrong));
        }
        assertThat(port.describe(id)).isEmpty();
    }

    @Test
    void what_is_sent_can_be_looked_at_for_as_long_as_the_session_lasts() {
        kept(HOUR);
        fails(CloudFault.NOT_FOUND, () -> port.open(id, null, HOUR));
        cameraSends(id);
        Session session = port.open(id, null, Duration.ofMinutes(10));
        assertThat(session.until())
                .isBetween(Instant.now().plusSeconds(540), Instant.now().plusSeconds(660));
        plays(session);
        Instant now = Instant.now();
        plays(port.open(id, new Window(now.minusSeconds(60), now), Duration.ofMinutes(10)));
    }

    @Test
    void a_session_that_is_too_short_or_too_long_is_refused() {
        kept(HOUR);
        cameraSends(id);
        fails(CloudFault.INVALID, () -> port.open(id, null, Duration.ofMinutes(4)));
        fails(CloudFault.INVALID, () -> port.open(id, null, Duration.ofHours(13)));
    }

    @Test
    void it_is_taken_away_however_often_and_can_be_made_again() {
        kept(HOUR);
        port.remove(id);
        port.remove(id);
        await().atMost(patience()).until(() -> port.describe(id), Optional::isEmpty);
        port.remove(id);
        kept(DAY);
    }
}
