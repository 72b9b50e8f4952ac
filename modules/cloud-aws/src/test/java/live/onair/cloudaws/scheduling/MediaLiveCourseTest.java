package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.Pipelines;
import live.onair.scheduling.spi.RunSpec;
import org.junit.jupiter.api.Test;

/** What a press would do on MediaLive, told without an account. */
class MediaLiveCourseTest {

    private static final MediaLiveWanted WANTED = wanted(1, "<stream key>");
    private static final MediaPackageRequests PACK = new MediaPackageRequests(WANTED.settings(), "CH-01", "");

    private static MediaLiveWanted wanted(int run, String key) {
        return new MediaLiveWanted(AwsAtHand.settings(URI.create("http://localhost:1")), Wanted.run("CH-01", run), key);
    }

    private static List<String> calls(Plan plan) {
        return plan.calls().stream()
                .map(call -> call.service() + " " + call.operation())
                .toList();
    }

    /** The state at the end of a way. */
    private static MediaLiveSeen prepared() {
        return new MediaLiveSeen(
                new MediaLiveSeen.SecurityGroup("1", "IN_USE", List.of("11")),
                Map.of(
                        Slot.SOON, new MediaLiveSeen.Input("10", "ATTACHED", WANTED.sources(Slot.SOON)),
                        Slot.A, new MediaLiveSeen.Input("11", "ATTACHED", List.of()),
                        Slot.EMERGENCY, new MediaLiveSeen.Input("12", "ATTACHED", WANTED.sources(Slot.EMERGENCY))),
                new MediaLiveSeen.Packaging(
                        "arn:aws:mediapackagev2:ap-northeast-2:111122223333:channelGroup/onair-test",
                        List.of("onair-test-CH-01"),
                        true,
                        true),
                channel("IDLE", WANTED.tags()),
                List.of(),
                List.of());
    }

    private static Channel channel(String state, Map<String, String> tags) {
        return new Channel(
                "7",
                "arn:aws:medialive:ap-northeast-2:111122223333:channel:7",
                state,
                tags,
                List.of("soon", "a", "emergency"),
                WANTED.places(),
                null,
                List.of("soon", "soon"),
                List.of(),
                Pipelines.ONE);
    }

    @Test
    void in_an_empty_account_everything_is_made_in_the_order_that_aws_asks_for() {
        Plan plan = MediaLiveCourse.prepare(WANTED).plan(MediaLiveSeen.nothing(), List.of("SH-10001"), null);
        assertThat(calls(plan))
                .containsExactly(
                        "mediapackagev2 CreateChannelGroup",
                        "mediapackagev2 CreateChannel",
                        "mediapackagev2 CreateOriginEndpoint",
                        "mediapackagev2 PutOriginEndpointPolicy",
                        "medialive CreateInputSecurityGroup",
                        "medialive CreateInput",
                        "medialive CreateInput",
                        "medialive CreateInput",
                        "medialive CreateChannel");
        assertThat(plan.calls().get(3).request())
                .as("before anything is made it is shown who will be let in")
                .contains("cloudfront.amazonaws.com", "aws:SourceAccount", "<account>:channelGroup/onair-test/")
                .doesNotContain("*");
        assertThat(plan.calls().get(8).request())
                .contains("<input soon>", "<input a>", "onair:run", "SH-10001:1")
                .contains("s3ssl://onair-test/onair/test/shows/SH-10001/1/0/live");
        assertThat(plan.permissions()).contains("iam:PassRole", "medialive:CreateChannel", "medialive:CreateTags");
    }

    @Test
    void the_same_plan_has_the_same_hash_whenever_and_another_has_another() {
        Plan plan = MediaLiveCourse.prepare(WANTED).plan(MediaLiveSeen.nothing(), List.of("SH-10001"), null);
        Plan later = MediaLiveCourse.prepare(WANTED).plan(MediaLiveSeen.nothing(), List.of("SH-10001"), Instant.EPOCH);
        Plan other = MediaLiveCourse.prepare(wanted(2, "<stream key>"))
                .plan(MediaLiveSeen.nothing(), List.of("SH-10001"), null);
        assertThat(later.hash()).isEqualTo(plan.hash()).hasSize(64);
        assertThat(other.hash()).isNotEqualTo(plan.hash());
    }

    @Test
    void what_is_as_it_should_be_needs_no_call() {
        assertThat(MediaLiveCourse.prepare(WANTED)
                        .plan(prepared(), List.of(), Instant.EPOCH)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_next_run_of_a_channel_records_elsewhere_and_forgets_the_schedule() {
        Map<String, String> stopped = new TreeMap<>(WANTED.tags());
        stopped.put(AwsTags.RUN_STATE, "stopped");
        MediaLiveSeen seen = prepared().with(channel("IDLE", stopped)).withActions(List.of("onair-0001-a"), List.of());
        assertThat(calls(MediaLiveCourse.prepare(wanted(2, "")).plan(seen, List.of(), Instant.EPOCH)))
                .containsExactly("medialive UpdateChannel", "medialive DeleteSchedule", "medialive CreateTags");
    }

    @Test
    void starting_writes_down_first_that_it_starts() {
        assertThat(calls(MediaLiveCourse.start("2026-11-26T10:00:00Z").plan(prepared(), List.of(), null)))
                .containsExactly("medialive CreateTags", "medialive StartChannel");
    }

    @Test
    void an_input_is_switched_once_and_every_switch_has_a_name_of_its_own() {
        MediaLiveSeen running = prepared().with(channel("RUNNING", WANTED.tags()));
        Plan air = MediaLiveSwitches.send(Slot.A).plan(running, List.of(), null);
        assertThat(calls(air)).containsExactly("medialive BatchUpdateSchedule");
        assertThat(air.calls().get(0).request()).contains("onair-0001-a");
        MediaLiveSeen onAir = running.withActions(List.of("onair-0001-a"), List.of());
        assertThat(MediaLiveSwitches.send(Slot.A).plan(onAir, List.of(), null).isEmpty())
                .isTrue();
        assertThat(MediaLiveSwitches.send(Slot.EMERGENCY)
                        .plan(onAir, List.of(), null)
                        .calls()
                        .get(0)
                        .request())
                .contains("onair-0002-emergency");
    }

    @Test
    void a_second_input_is_made_before_the_channel_and_paired_with_the_first() {
        MediaLiveWanted two = new MediaLiveWanted(
                WANTED.settings(),
                Wanted.run("CH-01", 1).with(new RunSpec.Failover(true, true, Duration.ofSeconds(20))),
                "<stream key>");
        Plan plan = MediaLiveCourse.prepare(two).plan(MediaLiveSeen.nothing(), List.of("SH-10001"), null);
        assertThat(calls(plan)).filteredOn("medialive CreateInput"::equals).hasSize(4);
        assertThat(plan.calls().get(9).request())
                .contains("<input b>", "PRIMARY_INPUT_PREFERRED", "20000", "1000")
                .doesNotContain("inputPrepareScheduleActions", "InputPrepareScheduleActions");
    }

    @Test
    void a_switch_keeps_its_number_when_aws_has_forgotten_the_first_ones() {
        MediaLiveSeen later = prepared()
                .with(channel("RUNNING", WANTED.tags()))
                .withActions(List.of("onair-mark-x", "onair-0007-emergency"), List.of());
        assertThat(MediaLiveSwitches.send(Slot.A)
                        .plan(later, List.of(), null)
                        .calls()
                        .get(0)
                        .request())
                .contains("onair-0008-a");
    }

    @Test
    void stopping_writes_down_first_that_it_is_over() {
        MediaLiveSeen running = prepared().with(channel("RUNNING", WANTED.tags()));
        assertThat(calls(MediaLiveCourse.stop(Instant.EPOCH).plan(running, List.of(), null)))
                .containsExactly("medialive CreateTags", "medialive StopChannel");
    }

    @Test
    void everything_is_taken_away_from_the_outside_in_and_what_others_use_stays() {
        assertThat(calls(MediaLiveCourse.remove(PACK, "onair-test-CH-01").plan(prepared(), List.of(), null)))
                .containsExactly(
                        "medialive DeleteChannel",
                        "medialive DeleteInput",
                        "medialive DeleteInput",
                        "medialive DeleteInput",
                        "medialive DeleteInputSecurityGroup",
                        "mediapackagev2 DeleteOriginEndpoint",
                        "mediapackagev2 DeleteChannel",
                        "mediapackagev2 DeleteChannelGroup");
        MediaLiveSeen shared = prepared()
                .withSecurityGroup(new MediaLiveSeen.SecurityGroup("1", "IN_USE", List.of("11", "99")))
                .with(new MediaLiveSeen.Packaging("arn", List.of("onair-test-CH-01", "onair-test-CH-02"), true, true));
        assertThat(calls(MediaLiveCourse.remove(PACK, "onair-test-CH-01").plan(shared, List.of(), null)))
                .doesNotContain("medialive DeleteInputSecurityGroup", "mediapackagev2 DeleteChannelGroup")
                .contains("mediapackagev2 DeleteChannel");
    }
}
