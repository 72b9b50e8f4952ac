package live.onair.cloudaws.scheduling;

import java.time.Clock;
import live.onair.awsstub.AwsStub;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelPlannerContract;
import live.onair.scheduling.spi.ChannelProvisioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of plans, kept by IVS with what stands for AWS. */
class IvsPlannerTest extends ChannelPlannerContract {

    private static AwsStub stub;

    private final IvsBench bench = new IvsBench(stub);

    @BeforeAll
    static void start() {
        stub = IvsBench.start();
    }

    @AfterAll
    static void stop() {
        IvsBench.stop(stub);
    }

    @Override
    protected ChannelPlanner port() {
        return new IvsPlanner(
                bench.calls, new IvsReading(bench.calls, new BucketTexts(bench.calls)), Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner channels() {
        return bench.ivs();
    }

    @Override
    protected void away(boolean gone) {
        if (gone) {
            stub.faults().on("*", "*").expired();
        } else {
            stub.faults().clear();
        }
    }
}
