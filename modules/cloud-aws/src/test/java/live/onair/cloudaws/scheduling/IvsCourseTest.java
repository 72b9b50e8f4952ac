package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.cloudaws.scheduling.IvsSeen.Configuration;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import org.junit.jupiter.api.Test;

/** Every press on an IVS channel can be shown before it is made, without an account. */
class IvsCourseTest {

    private static final AwsSettings SETTINGS = AwsAtHand.settings(URI.create("http://nowhere"));
    private static final Run RUN = new Run("CH-01", "SH-10001:2", "SH-10001");
    private static final String ARN = "arn:aws:ivs:ap-northeast-2:111122223333:channel/abcdefghijkl";
    private static final Configuration READY = new Configuration("arn:recording", "ACTIVE");

    private static RunSpec spec(boolean record, boolean warmUp) {
        return new RunSpec(
                RUN,
                new RunSpec.Feed(FeedKind.INPUT, null, null, ""),
                null,
                record,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                warmUp);
    }

    private static IvsSeen seen(boolean live, Set<String> marks, String runState) {
        Map<String, String> tags = new IvsWanted(SETTINGS, spec(true, true)).tags(null, null);
        Channel channel = new Channel(ARN, false, READY.arn(), tags).tagged(Map.of("onair:run-state", runState));
        return new IvsSeen(channel, true, READY, false, null, live, marks, false);
    }

    private static List<String> calls(AwsCourse<IvsSeen> course, IvsSeen seen) {
        Plan plan = course.plan(seen, List.of(RUN.show()), Instant.EPOCH);
        return plan.calls().stream().map(Plan.Call::operation).toList();
    }

    @Test
    void in_an_empty_account_the_way_begins_with_the_recording_configuration() {
        AwsCourse<IvsSeen> prepare = IvsCourse.prepare(new IvsWanted(SETTINGS, spec(true, true)));
        Plan plan = prepare.plan(IvsSeen.nothing(), List.of(RUN.show()), null);
        assertThat(plan.calls())
                .extracting(Plan.Call::operation)
                .containsExactly("CreateRecordingConfiguration", "CreateChannel");
        assertThat(plan.calls().get(1).request()).contains("<arn of onair-test>");
        assertThat(plan.calls().get(1).rollback()).isEqualTo("ivs DeleteChannel");
        assertThat(plan.permissions()).contains("ivs:CreateChannel", "ivs:TagResource", "iam:CreateServiceLinkedRole");
        assertThat(prepare.plan(IvsSeen.nothing(), List.of(RUN.show()), Instant.EPOCH)
                        .hash())
                .isEqualTo(plan.hash());
    }

    @Test
    void what_is_ready_needs_nothing_and_another_run_needs_its_tags() {
        IvsWanted wanted = new IvsWanted(SETTINGS, spec(true, true));
        assertThat(calls(IvsCourse.prepare(wanted), seen(false, Set.of(), "ready")))
                .isEmpty();
        Run next = new Run("CH-01", "SH-10002:1", "SH-10002");
        RunSpec other = spec(true, true);
        IvsWanted another = new IvsWanted(
                SETTINGS, new RunSpec(next, other.feed(), null, true, Duration.ofSeconds(30), other.slates(), true));
        assertThat(calls(IvsCourse.prepare(another), seen(false, Set.of(), "stopped")))
                .containsExactly("TagResource");
    }

    @Test
    void going_on_air_marks_the_recording_tells_the_players_and_says_so_last() {
        AwsCourse<IvsSeen> onAir = IvsCourse.goOnAir(SETTINGS, spec(true, true));
        assertThat(calls(onAir, seen(true, Set.of(), "started")))
                .containsExactly("PutObject", "PutMetadata", "TagResource");
        assertThat(calls(onAir, seen(false, Set.of("on-air"), "started"))).containsExactly("TagResource");
    }

    @Test
    void a_stop_cuts_the_encoder_off_before_it_says_that_it_is_over() {
        AwsCourse<IvsSeen> stop = IvsCourse.stop(SETTINGS, RUN);
        assertThat(calls(stop, seen(true, Set.of("on-air"), "started")))
                .containsExactly("StopStream", "PutObject", "TagResource");
        assertThat(calls(stop, seen(false, Set.of(), "started"))).containsExactly("TagResource");
        assertThat(calls(stop, seen(false, Set.of(), "stopped"))).isEmpty();
    }

    @Test
    void what_is_shared_goes_with_the_last_channel_only() {
        IvsSeen stopped = seen(false, Set.of(), "stopped");
        assertThat(calls(IvsCourse.remove(), stopped)).containsExactly("DeleteChannel", "DeleteRecordingConfiguration");
        assertThat(calls(IvsCourse.remove(), stopped.sharing(true))).containsExactly("DeleteChannel");
    }

    @Test
    void a_plan_names_no_moment_so_that_its_hash_stands_until_it_is_carried_out() {
        AwsCourse<IvsSeen> onAir = IvsCourse.goOnAir(SETTINGS, spec(true, true));
        Plan plan = onAir.plan(seen(true, Set.of(), "started"), List.of(), Instant.EPOCH);
        assertThat(plan.calls())
                .allSatisfy(call -> assertThat(call.request()).doesNotContainPattern("20\\d\\d-\\d\\d-\\d\\dT"));
    }
}
