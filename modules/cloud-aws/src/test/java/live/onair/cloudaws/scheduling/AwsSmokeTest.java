package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsSettings;
import org.junit.jupiter.api.Test;

/** The suite that an owner runs on a real account, run on what stands for one. */
class AwsSmokeTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private AwsSmoke smoke(AwsStub stub, Duration patience) {
        AwsAtHand.makeBucket(stub.uri());
        AwsSettings settings = AwsSmoke.of(Map.of(
                "ONAIR_AWS_ENDPOINT", stub.uri().toString(),
                "ONAIR_AWS_BUCKET", "onair-test",
                "ONAIR_AWS_ACCESS", "arn:aws:iam::111122223333:role/onair-media"));
        return new AwsSmoke(settings, new PrintStream(told, true, StandardCharsets.UTF_8), patience);
    }

    @Test
    void it_passes_where_all_is_well_and_leaves_nothing_behind() {
        try (AwsStub stub = AwsStub.start(Manner.quick())) {
            AwsSmoke smoke = smoke(stub, Duration.ofSeconds(40));
            smoke.tell("medialive");
            assertThat(stub.leftBehind()).isEmpty();
            assertThat(smoke.all(List.of("medialive", "ivs")))
                    .as(told::toString)
                    .isTrue();
            assertThat(stub.leftBehind()).isEmpty();
            assertThat(told.toString(StandardCharsets.UTF_8))
                    .contains("plan medialive", "medialive start: ok", "ivs remove: ok", "SMOKE passed");
        }
    }

    @Test
    void it_fails_in_words_and_takes_away_what_it_made() {
        try (AwsStub stub = AwsStub.start(Manner.quick())) {
            AwsSmoke smoke = smoke(stub, Duration.ofSeconds(4));
            stub.faults().on("medialive", "StartChannel").throttled();
            assertThat(smoke.all(List.of("medialive"))).isFalse();
            assertThat(told.toString(StandardCharsets.UTF_8))
                    .contains("medialive start: FAILED", "THROTTLED", "SMOKE failed");
            assertThat(stub.leftBehind()).isEmpty();
        }
    }
}
