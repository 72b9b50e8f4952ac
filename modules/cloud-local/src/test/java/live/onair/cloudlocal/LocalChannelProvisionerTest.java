package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.ChannelProvisionerContract;
import live.onair.scheduling.spi.ReplayPlanner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The port's contract, kept with the real media process, and what only this backend has. */
class LocalChannelProvisionerTest extends ChannelProvisionerContract {

    private static final Duration PATIENCE = Leave.of(Duration.ofSeconds(20));

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    @Override
    protected ChannelProvisioner port() {
        return new LocalChannelProvisioner(media.control(), Clock.systemUTC());
    }

    @Override
    protected ReplayPlanner replayPlanner() {
        return new LocalReplayPlanner(port(), Clock.systemUTC());
    }

    @Override
    protected boolean blurs() {
        return true;
    }

    @Override
    protected void letPass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    private static RunSpec spec(String show, int number, @Nullable String privateKey, boolean warmUp) {
        return new RunSpec(
                new Run("CH-" + show, "SH-" + show + ":" + number, "SH-" + show),
                new RunSpec.Feed(RunSpec.FeedKind.TEST, null, null, "시험"),
                privateKey,
                true,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                warmUp);
    }

    private void runs(RunSpec spec) {
        port().prepare(spec);
        port().start(spec.run());
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void the_test_picture_follows_the_slate_when_the_show_goes_on_air() {
        RunSpec spec = spec("air", 1, null, true);
        runs(spec);
        await().atMost(PATIENCE).until(() -> port().describe("CH-air").output() == Output.SLATE_SOON);
        port().goOnAir(spec);
        await().atMost(PATIENCE).until(() -> port().describe("CH-air").output() == Output.TEST);
        port().stop(spec.run());
    }

    @Test
    void a_rehearsal_leaves_nothing_that_could_be_shown_as_a_replay() {
        RunSpec spec = spec("rehearsed", 1, "private-key-of-the-rehearsal", false);
        runs(spec);
        await().atMost(PATIENCE).until(() -> port().describe("CH-rehearsed").seconds() > 0);
        port().stop(spec.run());
        assertThat(port().recording("SH-rehearsed")).isEmpty();
        fails(CloudFault.NOT_FOUND, () -> port().publishRecording("SH-rehearsed", true, null));
    }

    @Test
    void a_run_that_was_interrupted_holds_its_channel_until_it_is_resumed_or_stopped(@TempDir Path other)
            throws Exception {
        RunSpec spec = spec("cut", 1, null, false);
        MediaChild first = new MediaChild(other);
        ChannelProvisioner before = new LocalChannelProvisioner(first.control(), Clock.systemUTC());
        before.prepare(spec);
        before.start(spec.run());
        first.kill();
        fails(CloudFault.UNAVAILABLE, () -> before.describe("CH-cut"));
        try (MediaChild second = new MediaChild(other)) {
            ChannelProvisioner after = new LocalChannelProvisioner(second.control(), Clock.systemUTC());
            assertThat(after.describe("CH-cut").state()).isEqualTo(State.INTERRUPTED);
            RunSpec next = spec("cut", 2, null, false);
            fails(CloudFault.CONFLICT, () -> after.prepare(next));
            after.start(spec.run());
            assertThat(after.describe("CH-cut").state()).isEqualTo(State.RUNNING);
            after.stop(spec.run());
            after.prepare(next);
            assertThat(after.describe("CH-cut").state()).isEqualTo(State.READY);
        }
    }
}
