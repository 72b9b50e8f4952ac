package live.onair.cloudaws.scheduling;

import java.time.Clock;
import java.time.Duration;
import live.onair.awsstub.AwsStub;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.ChannelProvisionerContract;
import live.onair.scheduling.spi.ReplayPlanner;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The port's contract, kept by IVS with what stands for AWS. */
class IvsChannelProvisionerTest extends ChannelProvisionerContract {

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
    protected ChannelProvisioner port() {
        return bench.ivs();
    }

    @Override
    protected ReplayPlanner replayPlanner() {
        BucketTexts bucket = new BucketTexts(bench.calls);
        IvsRecordings recordings = new IvsRecordings(bench.calls, bucket, Clock.systemUTC());
        return new BucketReplayPlanner.OfIvs(bench.calls, bucket, recordings, Clock.systemUTC());
    }

    @Override
    protected FeedKind feed() {
        return FeedKind.INPUT;
    }

    @Override
    protected void pictureComes(String channel) {
        bench.pictureComes(channel);
    }

    @Override
    protected void letPass(Duration time) {
        IvsBench.letPass(time);
    }
}
