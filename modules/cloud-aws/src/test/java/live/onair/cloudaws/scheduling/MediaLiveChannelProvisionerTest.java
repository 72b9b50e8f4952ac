package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.ChannelProvisionerContract;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.ReplayPlanner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import live.onair.testkit.Leave;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port's contract, kept with what stands for AWS, and what only MediaLive has. */
class MediaLiveChannelProvisionerTest extends ChannelProvisionerContract {

    private static AwsStub stub;
    private static AwsCalls calls;
    private static BucketTexts bucket;

    private final Taped taped = new Taped(real());
    private final String own = "CH-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
        bucket = new BucketTexts(calls);
        AwsAtHand.makeBucket(stub.uri());
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls()).allSatisfy(call -> assertThat(call.problems()).isEmpty());
        stub.close();
    }

    @BeforeEach
    void well() {
        stub.faults().clear();
        stub.forgetCalls();
    }

    private static ChannelProvisioner real() {
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, bucket),
                new RtmpTargets(),
                new Ids(Clock.systemUTC()),
                Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner port() {
        return taped;
    }

    @Override
    protected ReplayPlanner replayPlanner() {
        return new BucketReplayPlanner.OfMediaLive(
                calls, bucket, new MediaLiveRecordings(calls, bucket), Clock.systemUTC());
    }

    @Override
    protected boolean hasSchedule() {
        return true;
    }

    @Override
    protected FeedKind feed() {
        return FeedKind.INPUT;
    }

    @Override
    protected void letPass(Duration time) {
        taped.pictures(time);
    }

    /** What MediaLive's HLS output writes into the bucket while a channel runs and when it stops; the stand-in writes nothing. */
    private static final class Taped implements ChannelProvisioner {

        private final ChannelProvisioner real;
        private final Map<String, Instant> running = new HashMap<>();
        private Duration length = Duration.ZERO;

        Taped(ChannelProvisioner real) {
            this.real = real;
        }

        void pictures(Duration time) {
            length = time;
            running.keySet().forEach(run -> write(run, false));
        }

        private void write(String run, boolean end) {
            String folder = "onair/test/shows/" + run.replace(':', '/') + "/";
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:4\n#EXT-X-TARGETDURATION:6\n");
            text.append("#EXT-X-PROGRAM-DATE-TIME:").append(running.get(run)).append('\n');
            for (long left = length.toMillis(), i = 0; left > 0; left -= 2_000, i++) {
                text.append("#EXTINF:%.3f,\nlive_720p_%05d.ts\n".formatted(Math.min(2_000, left) / 1_000.0, i));
            }
            for (String pipeline : List.of("0", "1")) {
                put(folder + pipeline + "/live.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=3000000\nlive_720p.m3u8\n");
                put(folder + pipeline + "/live_720p.m3u8", text + (end ? "#EXT-X-ENDLIST\n" : ""));
            }
        }

        private static void put(String key, String text) {
            BucketTexts.course(bucket.bucket(), key, text).walk(Optional.empty(), calls);
        }

        @Override
        public ChannelObservation describe(String channel) {
            return real.describe(channel);
        }

        @Override
        public void prepare(RunSpec spec) {
            real.prepare(spec);
        }

        @Override
        public void start(Run run) {
            real.start(run);
            running.putIfAbsent(run.id(), Instant.parse("2026-11-26T10:00:00Z"));
        }

        @Override
        public void goOnAir(RunSpec spec) {
            real.goOnAir(spec);
        }

        @Override
        public void stop(Run run) {
            real.stop(run);
            if (running.containsKey(run.id()) && !length.isZero()) {
                write(run.id(), true);
            }
        }

        @Override
        public void slate(Run run, boolean on) {
            real.slate(run, on);
        }

        @Override
        public void arm(RunSpec spec, Instant start) {
            real.arm(spec, start);
        }

        @Override
        public void disarm(Run run) {
            real.disarm(run);
        }

        @Override
        public boolean remove(String channel) {
            return real.remove(channel);
        }

        @Override
        public Optional<Recording> recording(String show) {
            return real.recording(show);
        }

        @Override
        public void publishRecording(String show, boolean on, @Nullable Duration thumbnail) {
            real.publishRecording(show, on, thumbnail);
        }
    }

    private Run run(int number) {
        return Wanted.run(own, number).run();
    }

    private void started() {
        taped.prepare(Wanted.run(own, 1));
        await().until(() -> taped.describe(own).state() == State.READY);
        taped.start(run(1));
        await().until(() -> taped.describe(own).state() == State.RUNNING);
    }

    private String id() {
        return new MediaLiveSight(calls, Clock.systemUTC())
                .channel("onair-test-" + own)
                .orElseThrow()
                .id();
    }

    private void removed() {
        taped.stop(run(1));
        await().atMost(patience()).until(() -> taped.remove(own));
    }

    @Test
    void a_whole_life_leaves_nothing_behind() {
        started();
        taped.goOnAir(Wanted.run(own, 1));
        removed();
        assertThat(stub.calls("medialive", "CreateChannel")).hasSize(1);
        assertThat(new MediaLiveSight(calls, Clock.systemUTC()).all(own).inputs())
                .isEmpty();
        assertThat(new MediaLiveSight(calls, Clock.systemUTC()).channel("onair-test-" + own))
                .isEmpty();
    }

    /** MediaLive takes seconds for a deletion, and a channel on its way out has no schedule any more. */
    @Test
    void a_channel_that_takes_its_time_to_go_is_waited_for() {
        try (AwsStub slow =
                AwsStub.start(Manner.quick().changingIn(Duration.ofMillis(900)).withQuotasTimes(AwsAtHand.HASTE))) {
            AwsCalls there = AwsAtHand.hasty(AwsAtHand.settings(slow.uri()));
            ChannelProvisioner port = new MediaLiveChannelProvisioner(
                    there,
                    new MediaLiveRecordings(there, new BucketTexts(there)),
                    new RtmpTargets(),
                    new Ids(Clock.systemUTC()),
                    Clock.systemUTC());
            await().atMost(patience()).until(() -> {
                port.prepare(Wanted.run(own, 1));
                return port.describe(own).state() == State.READY;
            });
            await().atMost(patience()).until(() -> port.remove(own));
            assertThat(slow.calls("medialive", "DescribeSchedule")).anyMatch(call -> call.status() == 404);
            assertThat(slow.leftBehind()).isEmpty();
        }
    }

    @Test
    void lost_answers_make_nothing_twice() {
        for (String operation : List.of(
                "medialive CreateInput", "medialive CreateChannel", "medialive StartChannel", "medialive CreateTags")) {
            stub.faults()
                    .on(operation.split(" ")[0], operation.split(" ")[1])
                    .atMost(1)
                    .replyLost();
        }
        await().atMost(patience()).until(() -> {
            try {
                taped.prepare(Wanted.run(own, 1));
                return taped.describe(own).state() == State.READY;
            } catch (CloudException e) {
                assertThat(e.fault()).isEqualTo(CloudFault.UNKNOWN_OUTCOME);
                return false;
            }
        });
        await().atMost(patience()).until(() -> {
            try {
                taped.start(run(1));
            } catch (CloudException e) {
                assertThat(e.fault()).isIn(CloudFault.UNKNOWN_OUTCOME, CloudFault.CONFLICT);
            }
            return taped.describe(own).state() == State.RUNNING;
        });
        stub.faults().clear();
        MediaLiveSeen seen = new MediaLiveSight(calls, Clock.systemUTC()).all(own);
        assertThat(seen.inputs()).hasSize(3);
        assertThat(stub.calls("medialive", "CreateChannel").stream()
                        .filter(call -> call.problems().isEmpty()))
                .hasSize(1);
        removed();
    }

    @Test
    void half_of_all_calls_throttled_costs_at_most_three_times_the_calls() {
        started();
        removed();
        int clean = stub.calls().size();
        stub.forgetCalls();
        for (String service : List.of("medialive", "mediapackagev2")) {
            stub.faults().on(service, "*").share(0.5).throttled();
        }
        keepTrying(() -> taped.prepare(Wanted.run(own, 2)));
        keepTrying(() -> assertThat(taped.describe(own).state()).isEqualTo(State.READY));
        keepTrying(() -> taped.start(run(2)));
        keepTrying(() -> assertThat(taped.describe(own).state()).isEqualTo(State.RUNNING));
        keepTrying(() -> taped.stop(run(2)));
        keepTrying(() -> assertThat(taped.remove(own)).isTrue());
        assertThat(stub.calls().size()).isLessThanOrEqualTo(3 * clean);
    }

    private void keepTrying(Runnable step) {
        await().atMost(Leave.of(Duration.ofSeconds(60)))
                .ignoreExceptionsMatching(
                        e -> e instanceof CloudException cloud && cloud.fault() == CloudFault.THROTTLED)
                .untilAsserted(step::run);
    }

    @Test
    void one_failed_pipeline_is_degraded_and_not_down() {
        started();
        assertThat(taped.describe(own).pipelines().isDegraded()).isFalse();
        stub.mediaLive().pipelineFails(id(), 1);
        assertThat(taped.describe(own).state()).isEqualTo(State.RUNNING);
        assertThat(taped.describe(own).pipelines()).isEqualTo(new ChannelObservation.Pipelines(1, 2));
        assertThat(taped.describe(own).pipelines().isDegraded()).isTrue();
        stub.mediaLive().pipelineRecovers(id(), 1);
        assertThat(taped.describe(own).pipelines().isDegraded()).isFalse();
        removed();
    }

    @Test
    void a_channel_that_somebody_stopped_is_interrupted_and_taken_up_again() {
        started();
        stub.somebodyElse(
                "medialive",
                "StopChannel",
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("ChannelId", id()));
        await().until(() -> taped.describe(own).state() == State.INTERRUPTED);
        taped.start(run(1));
        await().until(() -> taped.describe(own).state() == State.RUNNING);
        removed();
    }

    @Test
    void what_is_packaged_is_read_by_the_cdns_of_the_own_account_and_by_nobody_else() throws Exception {
        started();
        List<StubCall> opened = stub.calls("mediapackagev2", "PutOriginEndpointPolicy");
        assertThat(opened).hasSize(1);
        JsonNode sent = opened.get(0).input();
        assertThat(sent.path("ChannelName").asText()).isEqualTo("onair-test-" + own);
        assertThat(sent.path("OriginEndpointName").asText()).isEqualTo("live");
        assertThat(sent.has("CdnAuthConfiguration")).as("no header opens it").isFalse();
        JsonNode policy = new ObjectMapper().readTree(sent.path("Policy").asText());
        assertThat(policy.path("Statement")).hasSize(1);
        JsonNode only = policy.path("Statement").get(0);
        String resource = only.path("Resource").asText();
        assertThat(resource)
                .matches("arn:aws:mediapackagev2:ap-northeast-2:\\d{12}:channelGroup/onair-test/channel/onair-test-"
                        + own + "/originEndpoint/live");
        String account = resource.split(":")[4];
        assertThat(only).isEqualTo(new ObjectMapper().readTree("""
                {"Sid": "cdn", "Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"},
                 "Action": ["mediapackagev2:GetObject", "mediapackagev2:GetHeadObject"], "Resource": "%s",
                 "Condition": {"StringEquals": {"aws:SourceAccount": "%s"}}}""".formatted(resource, account)));
        removed();
    }

    @Test
    void everything_that_is_made_is_tagged() {
        started();
        assertThat(stub.calls().stream()
                        .map(StubCall::operation)
                        .filter(operation -> operation.startsWith("Create") && !operation.equals("CreateTags")))
                .isNotEmpty();
        assertThat(stub.calls().stream()
                        .filter(call -> call.operation().startsWith("Create"))
                        .filter(call -> !call.operation().equals("CreateTags")))
                .allSatisfy(call -> assertThat(call.input().toString()).contains("onair:env"));
        removed();
    }
}
