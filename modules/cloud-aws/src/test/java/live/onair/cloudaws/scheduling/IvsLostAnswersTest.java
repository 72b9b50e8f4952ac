package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import live.onair.awsstub.AwsStub;
import live.onair.kernel.CloudException;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import org.junit.jupiter.api.Test;

/**
 * Whatever answers are lost on the way of a show, there is one channel with one key, and its run passes once. In full under
 * {@code ./onair prove lost-answers}.
 */
class IvsLostAnswersTest {

    private static final int MOST_STEPS = 200;
    private static final int SIZE = Integer.getInteger("onair.proof.size", 25);
    private static final long SEED = Long.getLong("onair.proof.seed", 11);

    @Test
    void lost_answers_double_nothing() {
        int lost = 0;
        try (AwsStub stub = IvsBench.start(SEED)) {
            stub.faults().on("*", "*").share(0.3).atMost(Integer.MAX_VALUE).replyLost();
            for (int i = 0; i < SIZE; i++) {
                IvsBench bench = new IvsBench(stub);
                walk(bench);
                assertThat(bench.made("CreateChannel")).hasSize(1);
                lost += (int)
                        stub.calls().stream().filter(call -> call.status() == 0).count();
                stub.forgetCalls();
            }
            assertThat(stub.leftBehind())
                    .as("a channel and a key each, and the configuration that they share")
                    .hasSize(2 * SIZE + 1);
        }
        System.out.printf(
                "PROOF|lost-answers|%d|%d|%d shows on IVS, %d answers lost: one channel and one key each, each run once%n",
                SIZE, SEED, SIZE, lost);
        assertThat(lost).isGreaterThan(5 * SIZE);
    }

    @Test
    void half_of_all_calls_throttled_costs_at_most_three_times_the_calls() {
        try (AwsStub stub = IvsBench.start(5)) {
            walk(new IvsBench(stub));
            stub.forgetCalls();
            for (int i = 0; i < 3; i++) {
                walk(new IvsBench(stub));
            }
            int clean = stub.calls().size();
            stub.forgetCalls();
            stub.faults().on("*", "*").share(0.5).atMost(Integer.MAX_VALUE).throttled();
            for (int i = 0; i < 3; i++) {
                walk(new IvsBench(stub));
            }
            assertThat(stub.calls()).hasSizeBetween(clean + clean / 2, 3 * clean);
        }
    }

    /** As the caller does it: look, take one step, and after any trouble look again. */
    private static void walk(IvsBench bench) {
        IvsChannelProvisioner ivs = bench.ivs();
        for (int i = 0; i < MOST_STEPS; i++) {
            try {
                ChannelObservation seen = ivs.describe(bench.own);
                if (seen.state() == State.FINISHED) {
                    return;
                }
                step(bench, ivs, seen);
            } catch (CloudException e) {
                assertThat(e.fault().isRetried()).as(e.getMessage()).isTrue();
            }
        }
        throw new AssertionError("the run does not come to its end");
    }

    private static void step(IvsBench bench, IvsChannelProvisioner ivs, ChannelObservation seen) {
        switch (seen.state()) {
            case IDLE -> ivs.prepare(bench.spec(null, true, true));
            case READY -> ivs.start(bench.run);
            default -> {
                if (seen.warmUp()) {
                    ivs.goOnAir(bench.spec(null, true, true));
                } else if (!seen.slateForced()) {
                    ivs.slate(bench.run, true);
                } else {
                    ivs.stop(bench.run);
                }
            }
        }
    }
}
