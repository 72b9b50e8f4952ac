package live.onair.cloudaws.monitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsService;
import live.onair.cloudaws.AwsSettings;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.monitors.spi.MonitorStreams;
import live.onair.monitors.spi.MonitorStreamsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port's contract, kept by Kinesis Video Streams with what stands for AWS. */
class KvsMonitorsTest extends MonitorStreamsContract {

    private static final String PLAYLIST = "http://127.0.0.1/monitor/live.m3u8";

    private static AwsStub stub;
    private static AwsSettings settings;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick());
        stub.video().plays(PLAYLIST);
        settings = withoutAddressForSessions(AwsAtHand.settings(stub.uri()));
    }

    /** As on AWS: where sessions are opened is asked for each stream. */
    private static AwsSettings withoutAddressForSessions(AwsSettings all) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        endpoints.putAll(all.endpoints());
        endpoints.remove(AwsService.KINESISVIDEOARCHIVEDMEDIA);
        return new AwsSettings(
                true,
                all.region(),
                "",
                "",
                all.env(),
                false,
                "",
                "",
                all.encoders(),
                all.standard(),
                all.ladder(),
                all.timeout(),
                endpoints);
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    @BeforeEach
    void well() {
        stub.faults().clear();
        stub.forgetCalls();
    }

    private static AwsCalls calls() {
        return AwsAtHand.calls(settings);
    }

    @Override
    protected MonitorStreams port() {
        return new KvsMonitors(calls(), Clock.systemUTC());
    }

    @Override
    protected void cameraSends(String channel) {
        stub.video().producerConnects("onair-test-" + channel);
    }

    @Override
    protected void plays(MonitorStreams.Session session) {
        assertThat(session.url()).hasToString(PLAYLIST);
    }

    private static void keepBravely(String channel, Duration retention) {
        try {
            new KvsMonitors(calls(), Clock.systemUTC()).keep(channel, retention);
        } catch (CloudException e) {
            assertThat(e.fault()).isEqualTo(CloudFault.UNKNOWN_OUTCOME);
        }
    }

    @Test
    void a_lost_answer_makes_no_second_stream() {
        stub.faults().on("kinesisvideo", "CreateStream").atMost(1).replyLost();
        keepBravely("CH-lost", Duration.ofHours(2));
        keepBravely("CH-lost", Duration.ofHours(2));
        assertThat(stub.calls("kinesisvideo", "CreateStream")).hasSize(1);
        JsonNode made = stub.calls("kinesisvideo", "CreateStream").get(0).input();
        assertThat(made.path("StreamName").asText()).isEqualTo("onair-test-CH-lost");
        assertThat(made.path("Tags").path("onair:channel").asText()).isEqualTo("CH-lost");
    }

    @Test
    void a_session_is_opened_at_the_streams_own_address() {
        MonitorStreams monitors = port();
        monitors.keep("CH-own", Duration.ofHours(2));
        cameraSends("CH-own");
        monitors.open("CH-own", null, Duration.ofMinutes(5));
        assertThat(stub.calls("kinesisvideo", "GetDataEndpoint")
                        .get(0)
                        .input()
                        .path("APIName")
                        .asText())
                .isEqualTo("GET_HLS_STREAMING_SESSION_URL");
        assertThat(stub.calls("kinesis-video-archived-media", "GetHLSStreamingSessionURL"))
                .hasSize(1);
    }

    @Test
    void a_name_that_cannot_be_is_refused_before_anything_is_asked() {
        assertThatThrownBy(() -> port().keep("채널", Duration.ofHours(2)))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
    }

    @Test
    void a_press_is_shown_first_with_the_way_it_takes() {
        KvsCourse.Seen seen = new KvsCourse.Seen("arn:monitor", "ACTIVE", "v1", 24);
        Plan more = KvsCourse.keep(settings, "CH-01", 48).plan(Optional.of(seen), List.of(), null);
        assertThat(more.calls()).hasSize(1);
        assertThat(more.calls().get(0).request())
                .contains("INCREASE_DATA_RETENTION")
                .contains("24")
                .contains("v1");
        Plan less = KvsCourse.keep(settings, "CH-01", 1).plan(Optional.of(seen), List.of(), null);
        assertThat(less.calls().get(0).rollback())
                .as("what has been thrown away does not come back")
                .isNull();
        Plan fresh = KvsCourse.keep(settings, "CH-01", 1).plan(Optional.empty(), List.of(), null);
        assertThat(fresh.calls()).extracting(Plan.Call::operation).containsExactly("CreateStream");
    }
}
