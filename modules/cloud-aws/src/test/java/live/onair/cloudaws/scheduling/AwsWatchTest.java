package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import live.onair.awsstub.AwsStub;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.StreamHealthReports;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console hears of every channel on AWS, and whether there is anybody to ask. */
class AwsWatchTest {

    private static final Duration PATIENCE = Leave.of(Duration.ofSeconds(20));

    /** Writes down what it is told; one channel's news is more than it can bear. */
    private static final class Heard implements StreamHealthReports {
        private final List<ChannelObservation> samples = new CopyOnWriteArrayList<>();
        private final List<String> backends = new CopyOnWriteArrayList<>();
        private final List<String> reachable = new CopyOnWriteArrayList<>();
        private volatile String unbearable = "";

        @Override
        public void report(String backend, ChannelObservation sample) {
            backends.add(backend);
            if (sample.channel().equals(unbearable)) {
                throw new IllegalStateException("cannot write it down");
            }
            samples.add(sample);
        }

        @Override
        public void reachable(String backend, boolean answers) {
            reachable.add(backend + " " + answers);
        }

        @Override
        public void alarms(String backend, List<Alarm> all) {}

        @Override
        public void disk(String backend, long usedBytes, long quotaBytes) {}

        private boolean hears(String channel, State state, boolean connected) {
            return samples.stream()
                    .anyMatch(s -> s.channel().equals(channel)
                            && s.state() == state
                            && s.signal().connected() == connected);
        }
    }

    private final Heard heard = new Heard();
    private AwsStub stub;
    private IvsBench one;
    private AwsWatch watch;

    @BeforeEach
    void start() {
        stub = IvsBench.start();
        one = new IvsBench(stub);
        Clock clock = Clock.systemUTC();
        BucketTexts bucket = new BucketTexts(one.calls);
        watch = new AwsWatch(
                one.calls,
                new AwsRoster(one.calls),
                one.ivs(),
                new MediaLiveChannelProvisioner(
                        one.calls,
                        new MediaLiveRecordings(one.calls, bucket),
                        new RtmpTargets(),
                        new Ids(clock),
                        clock),
                heard,
                false);
    }

    @AfterEach
    void stop() {
        watch.stop();
        stub.close();
    }

    @Test
    void an_encoder_that_comes_and_goes_is_heard_of() {
        one.ready(one.spec(null, false, true));
        one.ivs().start(one.run);
        watch.start();
        await().atMost(PATIENCE).until(() -> heard.hears(one.own, State.RUNNING, false));
        one.pictureComes();
        await().atMost(PATIENCE).until(() -> heard.hears(one.own, State.RUNNING, true));
        assertThat(heard.reachable).containsExactlyInAnyOrder("ivs true", "medialive true");
    }

    @Test
    void a_channel_whose_report_fails_does_not_silence_the_others_and_what_rests_is_not_asked_each_time() {
        IvsBench other = new IvsBench(stub);
        one.ready(one.spec(null, false, true));
        other.ready(other.spec(null, false, true));
        heard.unbearable = one.own;
        watch.look("ivs");
        assertThat(heard.samples).extracting(ChannelObservation::channel).containsExactly(other.own);
        assertThat(heard.backends).containsOnly("ivs");
        other.ivs().stop(other.run);
        watch.look("ivs");
        assertThat(heard.samples).as("it is over").hasSize(1);
    }

    @Test
    void news_of_a_channel_of_ours_make_it_be_looked_at_at_once_and_of_others_nothing() {
        one.ready(one.spec(null, false, true));
        one.ivs().start(one.run);
        watch.happened("ivs", "arn:aws:ivs:ap-northeast-2:111122223333:channel/somebodyElse1");
        watch.happened("ivs", one.arn());
        await().atMost(PATIENCE).until(() -> heard.hears(one.own, State.RUNNING, false));
        assertThat(heard.samples).extracting(ChannelObservation::channel).containsOnly(one.own);
    }

    @Test
    void a_backend_that_does_not_answer_is_told_once_and_is_told_when_it_does_again() {
        stub.faults().on("ivs", "ListChannels").expired();
        watch.look("ivs");
        watch.look("ivs");
        watch.look("medialive");
        assertThat(heard.reachable).containsExactly("ivs false", "medialive true");
        stub.faults().clear();
        watch.look("ivs");
        assertThat(heard.reachable).containsExactly("ivs false", "medialive true", "ivs true");
    }

    /** Two installations in one account do not see one another. */
    @Test
    void what_is_not_ours_is_not_reported() {
        stub.somebodyElse(
                "ivs",
                "CreateChannel",
                new ObjectMapper()
                        .createObjectNode()
                        .put("name", "onair-test-theirs")
                        .set(
                                "tags",
                                new ObjectMapper()
                                        .createObjectNode()
                                        .put("onair:env", "production")
                                        .put("onair:channel", "CH-77")));
        watch.look("ivs");
        assertThat(heard.samples).isEmpty();
        assertThat(heard.reachable).containsExactly("ivs true");
    }
}
