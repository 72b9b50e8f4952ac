package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.Serving;
import live.onair.scheduling.spi.StreamHealthReports;
import live.onair.scheduling.spi.StreamHealthReports.AlarmState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class SignalTest {

    /** A kind of alarm that a room above brings. */
    private enum Above implements Interruptions.Kind {
        SOLD_OUT;

        @Override
        public Interruptions.AlarmWords words() {
            return new Interruptions.AlarmWords("품절", "Sold out", "다음 상품으로 넘기세요", "Go on to the next product");
        }
    }

    @Inject
    Stage stage;

    @Inject
    EventsTest.Ear ear;

    private String channel;
    private String id;

    @BeforeEach
    void a_show_on_air() {
        stage.clean();
        stage.sql.run("delete from scheduling.interruption");
        channel = stage.channel();
        id = stage.approved(channel, Shows.Feed.INPUT);
        stage.backend.connect(channel);
        stage.passUntil(stage.show(id).startsAt());
        stage.report(channel);
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_lost_encoder_is_a_fault_and_an_alarm_until_it_is_back() {
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
        stage.backend.disconnect(channel);
        stage.report(channel);
        assertThat(stage.show(id).health()).isEqualTo(Health.FAULT);
        assertThat(stage.alarms()).containsExactly("INPUT_LOST");
        stage.backend.connect(channel);
        stage.report(channel);
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void one_failed_pipeline_is_a_warning_and_an_alarm_and_the_show_goes_on() {
        List<String> before = stage.backend.calls();
        stage.backend.pipelines(channel, new ChannelObservation.Pipelines(1, 2));
        stage.report(channel);
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.show(id).health()).isEqualTo(Health.WARN);
        assertThat(stage.alarms()).containsExactly("PIPELINE_DOWN");
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.backend.calls()).as("no slate, no stop").isEqualTo(before);
        assertThat(stage.backend.describe(channel).slateForced()).isFalse();
        assertThat(ShowRows.alarm("PIPELINE_DOWN", Locale.KOREAN)).contains("방송은 계속됩니다");
        assertThat(ShowRows.alarm("PIPELINE_DOWN", Locale.ENGLISH)).contains("goes on");
        assertThat(ShowRows.alarm("OF_ANOTHER_ROOM", Locale.KOREAN)).isEqualTo("OF_ANOTHER_ROOM");
        stage.backend.pipelines(channel, new ChannelObservation.Pipelines(2, 2));
        stage.report(channel);
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void where_a_backend_lets_a_show_be_played_is_told_once_and_again_when_it_changes() {
        for (String address :
                List.of("https://one.example/a.m3u8", "https://one.example/a.m3u8", "https://two.example/a.m3u8")) {
            stage.clock.advance(Duration.ofSeconds(1));
            Serving serving = new Serving(address, 1_204, "Ingest Bitrate");
            stage.reports.report("local", stage.backend.describe(channel).served(serving));
            Channels.Signal signal = stage.channels.find(channel).orElseThrow().signal();
            assertThat(signal.serving().playback()).isEqualTo(address);
            assertThat(signal.serving().viewers()).isEqualTo(1_204);
            assertThat(signal.serving().brokenLimit()).isEqualTo("Ingest Bitrate");
        }
        assertThat(ear.of(id)).filteredOn("show.PlaybackFound"::equals).hasSize(2);
        for (String path : List.of("/out/v1/a/hls.m3u8", "/out/v1/a/hls.m3u8")) {
            stage.clock.advance(Duration.ofSeconds(1));
            stage.reports.report("local", stage.backend.describe(channel).served(Serving.below(path)));
        }
        assertThat(ear.of(id)).filteredOn("show.PlaybackFound"::equals).hasSize(3);
        stage.clock.advance(Duration.ofSeconds(1));
        stage.report(channel);
        assertThat(stage.channels.find(channel).orElseThrow().signal().serving().viewers())
                .as("where it is not told nothing is made up")
                .isNull();
    }

    @Test
    void an_alarm_of_the_backend_that_rings_is_one_of_the_show_and_goes_with_it() {
        String run = id + ":" + stage.show(id).airtime().run().replaceAll(".*:", "");
        stage.reports.alarms("local", List.of(ring(run, AlarmState.OK), ring("SH-0:1", AlarmState.RINGS)));
        assertThat(stage.alarms()).as("one of another run").isEmpty();
        stage.reports.alarms("local", List.of(ring(run, AlarmState.RINGS)));
        assertThat(stage.alarms()).containsExactly("CLOUD_ALARM");
        assertThat(stage.channels.alarms(channel))
                .extracting(ShowRows.CloudAlarm::kind, ShowRows.CloudAlarm::state)
                .containsExactly(tuple("NO_PICTURE", ShowRows.CloudAlarm.AlarmState.RINGS));
        stage.reports.alarms("medialive", List.of(ring(run, AlarmState.OK)));
        assertThat(stage.alarms()).as("the channel lives elsewhere").containsExactly("CLOUD_ALARM");
        assertThat(ShowRows.alarm("CLOUD_ALARM", Locale.KOREAN)).contains("알람");
        stage.reports.alarms("local", List.of());
        assertThat(stage.alarms()).isEmpty();
        assertThat(stage.channels.alarms(channel)).isEmpty();
    }

    private StreamHealthReports.Alarm ring(String run, AlarmState state) {
        return new StreamHealthReports.Alarm(channel, run, "NO_PICTURE", "0", state, stage.clock.instant());
    }

    @Test
    void a_black_picture_counts_after_five_seconds() {
        stage.backend.black(channel, stage.clock.instant().minusSeconds(5));
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();
        stage.clock.advance(Duration.ofSeconds(1));
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("BLACK");
        assertThat(stage.show(id).health()).isEqualTo(Health.WARN);
        stage.backend.black(channel, null);
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void a_sound_that_is_too_loud_counts_after_five_seconds() {
        stage.backend.loud(channel, stage.clock.instant().minusSeconds(5));
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();
        stage.clock.advance(Duration.ofSeconds(1));
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("LOUD");
        assertThat(ShowRows.alarm("LOUD", Locale.KOREAN)).contains("너무 큽니다");
        stage.backend.loud(channel, null);
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void a_value_older_than_ten_seconds_is_unknown_and_never_an_old_green() {
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
        stage.clock.advance(Duration.ofMillis(1));
        assertThat(stage.show(id).health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void an_older_sample_does_not_overwrite_a_newer_one() {
        ChannelObservation before = stage.backend.describe(channel);
        stage.clock.advance(Duration.ofSeconds(1));
        stage.backend.disconnect(channel);
        stage.report(channel);
        stage.reports.report("local", before);
        assertThat(stage.channels.find(channel).orElseThrow().signal().connected())
                .isFalse();
    }

    @Test
    void a_sample_of_a_channel_nobody_knows_is_dropped() {
        stage.reports.report("local", ChannelObservation.idle("CH-none", stage.clock.instant()));
        assertThat(stage.sql.one("select count(*) from scheduling.channel_health where channel_id = 'CH-none'"))
                .isEqualTo("0");
    }

    @Test
    void a_sample_of_a_backend_on_which_the_channel_does_not_live_is_dropped() {
        stage.clock.advance(Duration.ofSeconds(1));
        stage.reports.report("ivs", ChannelObservation.idle(channel, stage.clock.instant()));
        assertThat(stage.channels.find(channel).orElseThrow().signal().connected())
                .isTrue();
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
    }

    @Test
    void the_backends_clock_may_be_an_hour_off() {
        ChannelObservation now = stage.backend.describe(channel);
        Instant later = now.at().plus(Duration.ofHours(1));
        stage.reports.report(
                "local",
                new ChannelObservation(
                        channel,
                        now.run(),
                        now.show(),
                        now.state(),
                        now.warmUp(),
                        now.slateForced(),
                        now.output(),
                        now.signal(),
                        false,
                        false,
                        0,
                        later));
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
        stage.clock.advance(Duration.ofSeconds(30));
        stage.report(channel);
        assertThat(stage.show(id).health()).as("set back again").isEqualTo(Health.OK);
    }

    @Test
    void the_end_of_a_show_ends_its_alarms() {
        stage.backend.disconnect(channel);
        stage.report(channel);
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(id, id, "끝")))
                .orThrow();
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void a_backend_without_room_or_answer_raises_one_alarm_each() {
        stage.reports.disk("local", 91, 100);
        stage.reports.disk("local", 92, 100);
        assertThat(stage.alarms()).containsExactly("DISK_NEAR_FULL");
        stage.reports.disk("local", 100, 100);
        assertThat(stage.alarms()).containsExactly("DISK_FULL");
        stage.reports.disk("local", 10, 100);
        stage.reports.reachable("local", false);
        assertThat(stage.alarms()).containsExactly("MEDIA_DOWN");
        stage.reports.reachable("local", true);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void a_backend_that_answers_does_not_hide_another_that_does_not() {
        stage.reports.reachable("ivs", false);
        stage.reports.reachable("medialive", false);
        stage.reports.reachable("local", true);
        stage.reports.reachable("medialive", true);
        assertThat(stage.interruptions.open())
                .singleElement()
                .satisfies(row -> assertThat(row.facts()).containsEntry("backend", "ivs"));
        stage.reports.reachable("ivs", true);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void the_worst_alarm_comes_first_and_one_is_open_per_kind_and_show() {
        stage.interruptions.open(Above.SOLD_OUT, id, OptionalInt.of(3), Map.of("sku", "A"));
        stage.clock.advance(Duration.ofSeconds(1));
        stage.interruptions.open(Above.SOLD_OUT, null, OptionalInt.of(900), Map.of());
        stage.interruptions.open(Above.SOLD_OUT, id, OptionalInt.empty(), Map.of("sku", "B"));
        stage.reports.reachable("local", false);
        assertThat(stage.interruptions.open())
                .extracting(Interruptions.Row::viewersHurt)
                .containsExactly(900, 3, null);
        assertThat(stage.interruptions.of(id)).singleElement().satisfies(row -> {
            assertThat(row.facts()).containsEntry("sku", "B");
            assertThat(row.ko()).isEqualTo("품절");
            assertThat(row.since()).isEqualTo(stage.clock.instant().minusSeconds(1));
        });
        stage.interruptions.close(Above.SOLD_OUT, id);
        stage.interruptions.close(Above.SOLD_OUT, id);
        assertThat(stage.interruptions.open()).hasSize(2);
    }

    @Test
    void an_acknowledged_alarm_stays_open_while_its_cause_lasts() {
        stage.backend.disconnect(channel);
        stage.report(channel);
        Interruptions.Row alarm = stage.interruptions.open().get(0);
        Interruptions.Row taken = Stage.as(Stage.MODERATOR, () -> stage.interruptions.acknowledge(alarm.id(), "보고 있음"))
                .orThrow();
        assertThat(taken.closedAt()).isNull();
        assertThat(taken.acknowledgedBy()).isEqualTo("jung");
        stage.backend.connect(channel);
        stage.report(channel);
        assertThat(Stage.as(Stage.MODERATOR, () -> stage.interruptions.acknowledge(alarm.id(), ""))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.NO_SUCH_INTERRUPTION);
    }
}
