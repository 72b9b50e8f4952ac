package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.scheduling.IvsBench.fails;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.AwsStub;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import live.onair.scheduling.spi.TimedMetadata;
import live.onair.scheduling.spi.TimedMetadata.Mark;
import live.onair.scheduling.spi.TimedMetadataContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of timed marks, kept by IVS with what stands for AWS. */
class IvsTimedMetadataTest extends TimedMetadataContract {

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

    @BeforeEach
    void well() {
        stub.faults().clear();
    }

    @Override
    protected TimedMetadata port() {
        return new IvsTimedMetadata(
                bench.calls, new IvsReading(bench.calls, new BucketTexts(bench.calls)), Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner channels() {
        return bench.ivs();
    }

    @Override
    protected FeedKind feed() {
        return FeedKind.INPUT;
    }

    @Override
    protected void pictureComes(String channel) {
        bench.pictureComes(channel);
    }

    /** A page acts on a mark when it meets its id for the first time, and not on what is no mark. */
    @Override
    protected List<Mark> met(Run run) {
        Map<String, Mark> met = new LinkedHashMap<>();
        for (String text : stub.ivs().metadata(bench.arn(run.channel()))) {
            try (var reader = Json.createReader(new StringReader(text))) {
                JsonObject mark = reader.readObject();
                if (mark.containsKey("id")) {
                    met.putIfAbsent(
                            mark.getString("id"),
                            new Mark(
                                    mark.getString("id"),
                                    mark.getString("kind"),
                                    mark.getJsonObject("data").toString(),
                                    null));
                }
            }
        }
        return new ArrayList<>(met.values());
    }

    @Test
    void a_mark_without_an_encoder_waits_for_one() {
        bench.ready(bench.spec(null, false, true));
        bench.ivs().start(bench.run);
        Mark mark = new Mark("m-1", "pin", "{}", null);
        fails(CloudFault.CONFLICT, () -> port().put(bench.run, mark));
        bench.pictureComes();
        port().put(bench.run, mark);
        assertThat(met(bench.run)).containsExactly(mark);
    }

    @Test
    void a_lost_answer_is_told_and_the_mark_is_met_once_all_the_same() {
        bench.ready(bench.spec(null, false, true));
        bench.ivs().start(bench.run);
        bench.pictureComes();
        stub.faults().on("ivs", "PutMetadata").atMost(1).replyLost();
        Mark mark = new Mark("m-2", "pin", "{}", null);
        fails(CloudFault.UNKNOWN_OUTCOME, () -> port().put(bench.run, mark));
        port().put(bench.run, mark);
        assertThat(met(bench.run)).containsExactly(mark);
    }
}
