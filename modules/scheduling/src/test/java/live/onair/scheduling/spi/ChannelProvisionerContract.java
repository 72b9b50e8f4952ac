package live.onair.scheduling.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter of a streaming backend does. An adapter's test extends it and says which backend it is. */
public abstract class ChannelProvisionerContract {

    private ChannelProvisioner port;
    private String channel;
    private String show;

    /** The adapter under test, with a backend behind it. */
    protected abstract ChannelProvisioner port();

    /** Who foretells its replays. */
    protected abstract ReplayPlanner replayPlanner();

    /** Lets the backend's time pass. */
    protected abstract void letPass(Duration time);

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

    /** Whether the backend has a schedule of its own. */
    protected boolean hasSchedule() {
        return false;
    }

    /** Whether the backend can blur a picture that is sent. */
    protected boolean blurs() {
        return false;
    }

    /** What time it is for the backend and for who calls it. */
    protected Instant now() {
        return Instant.now();
    }

    @BeforeEach
    void freshNames() {
        port = port();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        channel = "CH-" + unique;
        show = "SH-" + unique;
    }

    private Run run(int number) {
        return new Run(channel, show + ":" + number, show);
    }

    private RunSpec spec(int number, boolean warmUp) {
        return new RunSpec(
                run(number),
                new RunSpec.Feed(feed(), null, null, "계약 시험"),
                null,
                true,
                Duration.ofSeconds(60),
                new RunSpec.Slates("곧 시작합니다", "다시 연결하고 있습니다", "방송이 끝났습니다", "잠시 쉬어 갑니다"),
                warmUp);
    }

    private void reaches(State state) {
        await().atMost(patience()).until(() -> port.describe(channel).state() == state);
    }

    /** A backend that has something to make first is asked again until it has, as its caller does. */
    private void ready(int number) {
        await().atMost(patience()).until(() -> {
            port.prepare(spec(number, true));
            return port.describe(channel).state() == State.READY;
        });
    }

    private void startWarm() {
        ready(1);
        port.start(run(1));
        reaches(State.RUNNING);
        pictureComes(channel);
    }

    private void showFor(Duration time) {
        startWarm();
        port.goOnAir(spec(1, true));
        await().atMost(patience()).until(() -> !port.describe(channel).warmUp());
        letPass(time);
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void a_channel_nobody_has_used_is_idle() {
        ChannelObservation seen = port.describe(channel);
        assertThat(seen.state()).isEqualTo(State.IDLE);
        assertThat(seen.run()).isNull();
        assertThat(seen.at()).isAfter(Instant.EPOCH);
    }

    @Test
    void preparing_makes_ready_and_starts_nothing_however_often() {
        ready(1);
        ready(1);
        ChannelObservation seen = port.describe(channel);
        assertThat(seen.isOf(run(1))).isTrue();
        assertThat(seen.show()).isEqualTo(show);
    }

    @Test
    void starting_twice_starts_once_and_warms_up() {
        startWarm();
        port.start(run(1));
        ChannelObservation seen = port.describe(channel);
        assertThat(seen.state()).isEqualTo(State.RUNNING);
        assertThat(seen.warmUp()).isTrue();
    }

    @Test
    void a_run_that_was_never_prepared_does_not_start() {
        fails(CloudFault.NOT_FOUND, () -> port.start(run(1)));
    }

    @Test
    void going_on_air_ends_the_warm_up_and_may_be_repeated() {
        startWarm();
        port.goOnAir(spec(1, true));
        port.goOnAir(spec(1, true));
        await().atMost(patience()).until(() -> !port.describe(channel).warmUp());
    }

    @Test
    void the_slate_goes_on_and_off() {
        startWarm();
        port.slate(run(1), true);
        port.slate(run(1), true);
        await().atMost(patience()).until(() -> port.describe(channel).slateForced());
        port.slate(run(1), false);
        await().atMost(patience()).until(() -> !port.describe(channel).slateForced());
    }

    @Test
    void a_picture_is_blurred_and_shown_again_beside_the_slate_or_the_backend_says_that_it_cannot() {
        startWarm();
        if (!blurs()) {
            fails(CloudFault.INVALID, () -> port.blur(run(1), true));
            fails(CloudFault.INVALID, () -> port.blur(run(1), false));
            assertThat(port.describe(channel).blurred()).isFalse();
            return;
        }
        port.blur(run(1), true);
        port.blur(run(1), true);
        await().atMost(patience()).until(() -> port.describe(channel).blurred());
        assertThat(port.describe(channel).slateForced()).isFalse();
        port.goOnAir(spec(1, true));
        port.slate(run(1), true);
        await().atMost(patience()).until(() -> port.describe(channel).slateForced());
        port.slate(run(1), false);
        await().atMost(patience()).until(() -> !port.describe(channel).slateForced());
        assertThat(port.describe(channel).blurred()).isTrue();
        port.blur(run(1), false);
        port.blur(run(1), false);
        await().atMost(patience()).until(() -> !port.describe(channel).blurred());
    }

    @Test
    void a_blur_needs_a_running_run_and_ends_with_it() {
        CloudFault none = blurs() ? CloudFault.CONFLICT : CloudFault.INVALID;
        fails(none, () -> port.blur(run(1), true));
        if (!blurs()) {
            return;
        }
        startWarm();
        port.blur(run(1), true);
        await().atMost(patience()).until(() -> port.describe(channel).blurred());
        port.stop(run(1));
        reaches(State.FINISHED);
        fails(none, () -> port.blur(run(1), true));
        ready(2);
        port.start(run(2));
        await().atMost(patience())
                .until(() -> port.describe(channel).isOf(run(2))
                        && port.describe(channel).state() == State.RUNNING);
        assertThat(port.describe(channel).blurred()).isFalse();
    }

    @Test
    void a_run_begins_with_what_is_specified_before_its_picture_and_no_specification_takes_it_away() {
        if (!blurs()) {
            return;
        }
        RunSpec plain = spec(1, true);
        port.prepare(plain);
        port.prepare(plain.with(new Cover(false, true)));
        port.prepare(plain);
        port.start(run(1));
        reaches(State.RUNNING);
        assertThat(port.describe(channel).blur()).isEqualTo(Cover.Blurring.WORKS);
        assertThat(port.describe(channel).slateForced()).isFalse();
        port.goOnAir(plain.with(new Cover(true, false)));
        await().atMost(patience()).until(() -> port.describe(channel).slateForced());
        assertThat(port.describe(channel).blurred()).isTrue();
        port.stop(run(1));
        reaches(State.FINISHED);
        port.prepare(spec(2, true));
        assertThat(port.describe(channel).blurred()).isFalse();
        assertThat(port.describe(channel).slateForced()).isFalse();
    }

    @Test
    void a_run_passes_once() {
        startWarm();
        port.stop(run(1));
        port.stop(run(1));
        reaches(State.FINISHED);
        fails(CloudFault.CONFLICT, () -> port.start(run(1)));
        fails(CloudFault.CONFLICT, () -> port.prepare(spec(1, true)));
        assertThat(port.describe(channel).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_run_that_was_only_prepared_can_be_stopped() {
        ready(1);
        port.stop(run(1));
        fails(CloudFault.CONFLICT, () -> port.start(run(1)));
    }

    @Test
    void stopping_what_is_not_the_channels_run_stops_nothing() {
        startWarm();
        port.stop(run(7));
        assertThat(port.describe(channel).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void another_run_waits_until_the_first_is_stopped() {
        startWarm();
        fails(CloudFault.CONFLICT, () -> port.prepare(spec(2, true)));
        assertThat(port.describe(channel).isOf(run(1))).isTrue();
        port.stop(run(1));
        reaches(State.FINISHED);
        ready(2);
        port.start(run(2));
        await().atMost(patience()).until(() -> port.describe(channel).isOf(run(2)));
        reaches(State.RUNNING);
    }

    @Test
    void a_channel_is_taken_away_when_it_does_nothing_and_can_be_made_again() {
        gone();
        startWarm();
        fails(CloudFault.CONFLICT, () -> port.remove(channel));
        port.stop(run(1));
        reaches(State.FINISHED);
        gone();
        gone();
        ready(2);
        assertThat(port.describe(channel).isOf(run(2))).isTrue();
        port.stop(run(2));
        gone();
    }

    private void gone() {
        await().atMost(patience()).until(() -> port.remove(channel));
    }

    @Test
    void a_slate_needs_a_running_run() {
        fails(CloudFault.CONFLICT, () -> port.slate(run(1), true));
        ready(1);
        fails(CloudFault.CONFLICT, () -> port.slate(run(1), true));
    }

    @Test
    void going_on_air_needs_a_running_run() {
        fails(CloudFault.CONFLICT, () -> port.goOnAir(spec(1, true)));
        ready(1);
        fails(CloudFault.CONFLICT, () -> port.goOnAir(spec(1, true)));
        assertThat(port.describe(channel).warmUp()).isTrue();
    }

    private Instant inAnHour() {
        return now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    }

    private void isArmedFor(Instant start) {
        await().atMost(patience())
                .until(() -> Objects.equals(start, port.describe(channel).armedFor()));
    }

    /** Whether the rest of a test is about a schedule; a backend that has none says so, here. */
    private boolean schedules() {
        startWarm();
        if (!hasSchedule()) {
            fails(CloudFault.INVALID, () -> port.arm(spec(1, true), inAnHour()));
            fails(CloudFault.INVALID, () -> port.disarm(run(1)));
            assertThat(port.describe(channel).armedFor()).isNull();
            assertThat(port.describe(channel).warmUp()).isTrue();
        }
        return hasSchedule();
    }

    @Test
    void an_armed_start_is_told_may_be_moved_and_is_taken_back() {
        if (!schedules()) {
            return;
        }
        isArmedFor(null);
        Instant start = inAnHour();
        port.arm(spec(1, true), start);
        port.arm(spec(1, true), start);
        isArmedFor(start);
        port.arm(spec(1, true), start.plusSeconds(60));
        isArmedFor(start.plusSeconds(60));
        port.disarm(run(1));
        port.disarm(run(1));
        isArmedFor(null);
        assertThat(port.describe(channel).warmUp()).isTrue();
    }

    @Test
    void only_a_start_from_fifteen_seconds_to_fourteen_days_ahead_is_armed_and_only_of_a_running_run() {
        CloudFault none = hasSchedule() ? CloudFault.CONFLICT : CloudFault.INVALID;
        fails(none, () -> port.arm(spec(1, true), inAnHour()));
        fails(none, () -> port.disarm(run(1)));
        if (!schedules()) {
            return;
        }
        fails(CloudFault.INVALID, () -> port.arm(spec(1, true), now().plusSeconds(14)));
        fails(
                CloudFault.INVALID,
                () -> port.arm(spec(1, true), now().plus(Duration.ofDays(14).plusSeconds(60))));
        fails(CloudFault.CONFLICT, () -> port.arm(spec(7, true), inAnHour()));
        isArmedFor(null);
    }

    @Test
    void going_on_air_by_hand_takes_the_armed_start_along() {
        if (!schedules()) {
            return;
        }
        port.arm(spec(1, true), inAnHour());
        port.goOnAir(spec(1, true));
        await().atMost(patience()).until(() -> !port.describe(channel).warmUp());
        isArmedFor(null);
        fails(CloudFault.CONFLICT, () -> port.arm(spec(1, true), inAnHour()));
        port.disarm(run(1));
        await().atMost(patience()).until(() -> port.describe(channel).warmUp());
        port.goOnAir(spec(1, true));
        await().atMost(patience()).until(() -> !port.describe(channel).warmUp());
    }

    @Test
    void a_start_that_is_armed_does_not_outlive_its_run() {
        if (!schedules()) {
            return;
        }
        port.arm(spec(1, true), inAnHour());
        port.stop(run(1));
        reaches(State.FINISHED);
        ready(2);
        port.start(run(2));
        await().atMost(patience())
                .until(() -> port.describe(channel).isOf(run(2))
                        && port.describe(channel).state() == State.RUNNING);
        isArmedFor(null);
    }

    @Test
    void what_is_still_being_recorded_is_not_shown_as_a_replay() {
        showFor(Duration.ofSeconds(3));
        fails(CloudFault.CONFLICT, () -> port.publishRecording(show, true, null));
        port.stop(run(1));
        reaches(State.FINISHED);
        await().atMost(patience()).untilAsserted(() -> port.publishRecording(show, true, null));
        assertThat(port.recording(show).orElseThrow().published()).isTrue();
    }

    @Test
    void what_was_on_air_is_recorded_and_can_be_shown_and_hidden() {
        assertThat(port.recording(show)).isEmpty();
        showFor(Duration.ofSeconds(5));
        port.stop(run(1));
        reaches(State.FINISHED);
        await().atMost(patience())
                .until(() -> port.recording(show).filter(Recording::complete).isPresent());
        Recording recording = port.recording(show).orElseThrow();
        assertThat(recording.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
        assertThat(recording.published()).isFalse();
        ReplayPlanner plans = replayPlanner();
        Plan plan = plans.plan(show, true, null);
        assertThat(plan.calls()).hasSize(1);
        assertThat(plan.shows()).containsExactly(show);
        assertThat(plans.plan(show, true, null).hash()).isEqualTo(plan.hash());
        assertThat(plans.plan(show, true, Duration.ofSeconds(1)).hash()).isNotEqualTo(plan.hash());
        assertThat(plans.plan(show, false, null).calls()).isEmpty();
        port.publishRecording(show, true, null);
        port.publishRecording(show, true, null);
        assertThat(port.recording(show).orElseThrow().published()).isTrue();
        assertThat(plans.plan(show, true, null).calls()).as("it is so already").isEmpty();
        assertThat(plans.plan(show, false, null).calls()).hasSize(1);
        port.publishRecording(show, false, null);
        assertThat(port.recording(show).orElseThrow().published()).isFalse();
    }

    @Test
    void the_picture_of_a_replay_is_chosen_chosen_anew_and_given_up() {
        recorded(Duration.ofSeconds(5));
        for (Duration position : Arrays.asList(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO, null)) {
            port.publishRecording(show, true, position);
            Recording shown = port.recording(show).orElseThrow();
            assertThat(shown.published()).isTrue();
            assertThat(shown.thumbnail()).isEqualTo(position);
        }
    }

    @Test
    void a_picture_outside_the_recording_is_refused_and_nothing_is_shown() {
        recorded(Duration.ofSeconds(3));
        Duration length = port.recording(show).orElseThrow().length();
        fails(CloudFault.INVALID, () -> port.publishRecording(show, true, length.plusSeconds(1)));
        fails(CloudFault.INVALID, () -> port.publishRecording(show, true, Duration.ofSeconds(-1)));
        assertThat(port.recording(show).orElseThrow().published()).isFalse();
        port.publishRecording(show, false, length.plusSeconds(1));
    }

    private void recorded(Duration time) {
        showFor(time);
        port.stop(run(1));
        reaches(State.FINISHED);
        await().atMost(patience())
                .until(() -> port.recording(show).filter(Recording::complete).isPresent());
    }

    @Test
    void what_does_not_exist_cannot_be_shown_and_is_hidden_already() {
        port.publishRecording(show, false, null);
        fails(CloudFault.NOT_FOUND, () -> port.publishRecording(show, true, null));
        assertThat(replayPlanner().plan(show, false, null).calls()).isEmpty();
        fails(CloudFault.NOT_FOUND, () -> replayPlanner().plan(show, true, null));
    }
}
