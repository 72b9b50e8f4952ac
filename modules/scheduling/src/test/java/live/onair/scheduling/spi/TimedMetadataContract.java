package live.onair.scheduling.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.TimedMetadata.Mark;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backend does that carries marks. An adapter's test extends it and says what viewers meet. */
public abstract class TimedMetadataContract {

    private TimedMetadata port;
    private ChannelProvisioner channels;
    private Run run;

    /** The adapter under test, with a backend behind it. */
    protected abstract TimedMetadata port();

    /** The same backend's channels. */
    protected abstract ChannelProvisioner channels();

    /** The marks that a viewer of this run meets, in their order, each as often as a viewer's page would act on it. */
    protected abstract List<Mark> met(Run run);

    /** How long an accepted call may take to show. */
    protected Duration patience() {
        return Leave.of(Duration.ofSeconds(15));
    }

    /** Where the picture of the runs comes from: what the backend can do without anybody beside. */
    protected RunSpec.FeedKind feed() {
        return RunSpec.FeedKind.TEST;
    }

    /** The outside world does its part once a run runs: an encoder begins to send, where one is needed. */
    protected void pictureComes(String channel) {}

    @BeforeEach
    void freshNames() {
        port = port();
        channels = channels();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        run = new Run("CH-" + unique, "SH-" + unique + ":1", "SH-" + unique);
    }

    private static Mark mark(String kind, String text) {
        return new Mark(UUID.randomUUID().toString(), kind, "{\"text\":\"" + text + "\"}", null);
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private void prepare() {
        RunSpec spec = new RunSpec(
                run,
                new RunSpec.Feed(feed(), null, null, "표시 시험"),
                null,
                true,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                false);
        await().atMost(patience()).until(() -> {
            channels.prepare(spec);
            return channels.describe(run.channel()).state() == State.READY;
        });
    }

    private void start() {
        prepare();
        channels.start(run);
        reaches(State.RUNNING);
        pictureComes(run.channel());
    }

    private void reaches(State state) {
        await().atMost(patience()).until(() -> channels.describe(run.channel()).state() == state);
    }

    private void meets(Mark... marks) {
        await().atMost(patience()).untilAsserted(() -> assertThat(met(run)).containsExactly(marks));
    }

    @Test
    void a_mark_is_met_with_its_kind_and_all_that_it_carries() {
        start();
        Mark mark = mark("pin", "니트 \\\"가을\\\" 1+1, 50 % 할인");
        Instant before = channels.describe(run.channel()).at();
        Instant at = port.put(run, mark);
        assertThat(at)
                .isBetween(
                        before.minusSeconds(5),
                        channels.describe(run.channel()).at().plusSeconds(5));
        meets(mark);
    }

    @Test
    void one_that_is_put_again_is_met_once() {
        start();
        Mark mark = mark("notice", "10분 뒤에 마감합니다");
        port.put(run, mark);
        port.put(run, mark);
        Mark other = mark("notice", "10분 뒤에 마감합니다");
        port.put(run, other);
        port.put(run, mark);
        meets(mark, other);
    }

    @Test
    void the_largest_mark_is_carried_whole() {
        start();
        String id = UUID.randomUUID().toString();
        Mark bare = new Mark(id, "mark", "{\"text\":\"\"}", null);
        String text = "a".repeat((TimedMetadata.MOST_BYTES - bare.bytes()) % 3)
                + "가".repeat((TimedMetadata.MOST_BYTES - bare.bytes()) / 3);
        Mark large = new Mark(id, "mark", "{\"text\":\"" + text + "\"}", null);
        assertThat(large.text().getBytes(StandardCharsets.UTF_8)).hasSize(TimedMetadata.MOST_BYTES);
        port.put(run, large);
        meets(large);
    }

    @Test
    void marks_are_met_in_the_order_in_which_they_were_put() {
        start();
        Mark first = mark("pin", "하나");
        Mark second = mark("mark", "둘");
        Instant one = port.put(run, first);
        Instant two = port.put(run, second);
        assertThat(two).isAfterOrEqualTo(one);
        meets(first, second);
    }

    @Test
    void a_mark_needs_a_running_run() {
        prepare();
        fails(CloudFault.CONFLICT, () -> port.put(run, mark("pin", "이르다")));
        channels.start(run);
        reaches(State.RUNNING);
        Run other = new Run(run.channel(), run.show() + ":7", run.show());
        assertThatThrownBy(() -> port.put(other, mark("pin", "다른 송출")))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.fault()).isIn(CloudFault.CONFLICT, CloudFault.NOT_FOUND));
        channels.stop(run);
        reaches(State.FINISHED);
        fails(CloudFault.CONFLICT, () -> port.put(run, mark("pin", "늦다")));
    }

    @Test
    void a_channel_nobody_has_used_carries_nothing() {
        assertThatThrownBy(() -> port.put(run, mark("pin", "없다")))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.fault()).isIn(CloudFault.CONFLICT, CloudFault.NOT_FOUND));
    }
}
