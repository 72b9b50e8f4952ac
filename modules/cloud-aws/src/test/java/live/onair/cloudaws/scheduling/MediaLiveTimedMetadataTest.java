package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import live.onair.scheduling.spi.TimedMetadata;
import live.onair.scheduling.spi.TimedMetadata.Mark;
import live.onair.scheduling.spi.TimedMetadataContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of timed marks, kept by MediaLive's schedule with what stands for AWS. */
class MediaLiveTimedMetadataTest extends TimedMetadataContract {

    private static AwsStub stub;
    private static AwsCalls calls;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls()).allSatisfy(call -> assertThat(call.problems()).isEmpty());
        stub.close();
    }

    @Override
    protected TimedMetadata port() {
        return new MediaLiveTimedMetadata(calls, Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner channels() {
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                new RtmpTargets(),
                new Ids(Clock.systemUTC()),
                Clock.systemUTC());
    }

    @Override
    protected FeedKind feed() {
        return FeedKind.INPUT;
    }

    /** What MediaLive's schedule has put into the outputs. */
    @Override
    protected List<Mark> met(Run run) {
        String id = new MediaLiveSight(calls, Clock.systemUTC())
                .channel("onair-test-" + run.channel())
                .orElseThrow()
                .id();
        List<Mark> met = new ArrayList<>();
        for (JsonNode action : stub.mediaLive().played(id)) {
            JsonNode tag = action.findValue("Id3");
            if (tag != null) {
                met.add(read(tag.asText()));
            }
        }
        return met;
    }

    /** The text behind the description of the one frame; a player reads it the same way. */
    private static Mark read(String base64) {
        String tag = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        assertThat(tag).startsWith("ID3").contains("TXXX", "live.onair.mark");
        try (var reader = Json.createReader(new StringReader(tag.substring(tag.indexOf('{'))))) {
            JsonObject mark = reader.readObject();
            return new Mark(
                    mark.getString("id"),
                    mark.getString("kind"),
                    mark.getJsonObject("data").toString(),
                    null);
        }
    }

    @Test
    void sizes_of_more_than_seven_bits_are_written_as_players_read_them() {
        byte[] tag = Base64.getDecoder().decode(Id3.text("d", "x".repeat(300)));
        int told = (tag[6] << 21) | (tag[7] << 14) | (tag[8] << 7) | tag[9];
        assertThat(told).isEqualTo(tag.length - 10);
        assertThat(tag[8]).isPositive();
        assertThat(tag[9]).isNotNegative();
    }
}
