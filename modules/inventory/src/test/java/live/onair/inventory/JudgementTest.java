package live.onair.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.InventoryRows.Cause;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.InventoryRows.Verdict;
import live.onair.inventory.Judgement.ShowOn;
import live.onair.inventory.Judgement.Wanted;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    private static Wanted wanted(ShowOn... shows) {
        return new Wanted(Map.of("CH-1", "ivs"), Set.of("CH-OLD"), List.of(shows), NOW);
    }

    private static ShowOn show(ShowState state, Duration startsIn, @Nullable Duration endedAgo) {
        return new ShowOn("SH-1", "CH-1", state, NOW.plus(startsIn), endedAgo == null ? null : NOW.minus(endedAgo));
    }

    private static Resource encoder(@Nullable String channel, boolean running) {
        return new Resource(
                "arn:1",
                "medialive",
                "channel",
                "1",
                "onair-test-" + channel,
                running ? "RUNNING" : "IDLE",
                running,
                Billing.ALWAYS,
                true,
                channel,
                null,
                Map.of());
    }

    private static void is(Judgement judged, Verdict verdict, Cause cause) {
        assertThat(judged).isEqualTo(new Judgement(verdict, cause));
    }

    @Test
    void what_runs_is_wanted_while_a_show_is_on_air_rehearses_or_stands_by() {
        for (ShowState state : List.of(ShowState.ON_AIR, ShowState.REHEARSAL, ShowState.STANDBY)) {
            Judgement judged = Judgement.of(encoder("CH-1", true), wanted(show(state, Duration.ZERO, null)));
            is(judged, Verdict.WANTED, Cause.SHOW_RUNS);
        }
    }

    private static Resource alarm(String channel, String show) {
        return new Resource(
                "arn:a", "cloudwatch", "alarm", "a", "a", "OK", false, Billing.ALWAYS, true, channel, show, Map.of());
    }

    @Test
    void an_alarm_is_wanted_beside_its_show_and_an_orphan_after_it() {
        Resource alarm = alarm("CH-1", "SH-1");
        Duration hour = Duration.ofHours(1);
        is(Judgement.of(alarm, wanted(show(ShowState.STANDBY, hour, null))), Verdict.WANTED, Cause.SHOW_WATCHED);
        is(
                Judgement.of(alarm, wanted(show(ShowState.ENDED, hour.negated(), Duration.ofSeconds(30)))),
                Verdict.WANTED,
                Cause.SHOW_WATCHED);
        Wanted over = wanted(show(ShowState.ENDED, hour.negated(), Duration.ofMinutes(5)));
        is(Judgement.of(alarm, over), Verdict.ORPHAN, Cause.SHOW_OVER);
        is(Judgement.of(alarm, wanted()), Verdict.ORPHAN, Cause.SHOW_OVER);
        is(Judgement.of(alarm("CH-NONE", "SH-1"), wanted()), Verdict.ORPHAN, Cause.CHANNEL_UNKNOWN);
        assertThat(Judgement.deed(alarm, Judgement.of(alarm, over))).isEqualTo(Remedy.REMOVE);
    }

    @Test
    void an_alarm_that_an_earlier_show_left_goes_also_while_another_show_runs() {
        Wanted another = wanted(show(ShowState.ON_AIR, Duration.ZERO, null));
        Resource left = alarm("CH-1", "SH-0");
        is(Judgement.of(left, another), Verdict.ORPHAN, Cause.SHOW_OVER);
        assertThat(Judgement.hindrance(left, another)).isEmpty();
    }

    @Test
    void a_monitor_is_wanted_and_needs_nothing_that_channels_share() {
        Wanted monitors = new Wanted(Map.of("MON-1", "kinesis"), Set.of(), List.of(), NOW);
        is(Judgement.of(encoder("MON-1", true), monitors), Verdict.WANTED, Cause.MONITOR);
        is(Judgement.of(encoder("MON-2", true), monitors), Verdict.ORPHAN, Cause.CHANNEL_UNKNOWN);
        is(Judgement.of(encoder(null, true), monitors), Verdict.ORPHAN, Cause.NOBODY_USES);
    }

    @Test
    void what_runs_without_a_show_runs_idle_and_can_be_stopped() {
        Resource encoder = encoder("CH-1", true);
        Wanted approved = wanted(show(ShowState.APPROVED, Duration.ofMinutes(10), null));
        for (Wanted wanted : List.of(wanted(), approved)) {
            Judgement judged = Judgement.of(encoder, wanted);
            is(judged, Verdict.IDLE_RUNNING, Cause.NO_SHOW);
            assertThat(Judgement.deed(encoder, judged)).isEqualTo(Remedy.STOP);
        }
    }

    @Test
    void a_channel_that_has_just_ended_has_two_minutes_to_stop() {
        Resource encoder = encoder("CH-1", true);
        is(
                Judgement.of(encoder, wanted(show(ShowState.ENDED, Duration.ofHours(-1), Duration.ofSeconds(90)))),
                Verdict.WANTED,
                Cause.CHANNEL_RESTS);
        is(
                Judgement.of(encoder, wanted(show(ShowState.ENDED, Duration.ofHours(-1), Duration.ofSeconds(121)))),
                Verdict.IDLE_RUNNING,
                Cause.NO_SHOW);
    }

    @Test
    void an_encoder_that_should_run_and_does_not_has_drifted() {
        Judgement judged = Judgement.of(encoder("CH-1", false), wanted(show(ShowState.ON_AIR, Duration.ZERO, null)));
        is(judged, Verdict.DRIFTED, Cause.NOT_RUNNING);
        assertThat(Judgement.deed(encoder("CH-1", false), judged)).isNull();
        is(Judgement.of(encoder("CH-1", false), wanted()), Verdict.WANTED, Cause.CHANNEL_RESTS);
    }

    @Test
    void what_nobody_here_knows_is_an_orphan_and_can_be_removed() {
        is(Judgement.of(encoder("CH-X", true), wanted()), Verdict.ORPHAN, Cause.CHANNEL_UNKNOWN);
        Judgement archived = Judgement.of(encoder("CH-OLD", false), wanted());
        is(archived, Verdict.ORPHAN, Cause.CHANNEL_ARCHIVED);
        assertThat(Judgement.deed(encoder("CH-OLD", false), archived)).isEqualTo(Remedy.REMOVE);
    }

    @Test
    void what_is_shared_is_wanted_as_long_as_a_channel_is_left() {
        is(Judgement.of(encoder(null, false), wanted()), Verdict.WANTED, Cause.SHARED);
        Wanted nothing = new Wanted(Map.of(), Set.of(), List.of(), NOW);
        is(Judgement.of(encoder(null, false), nothing), Verdict.ORPHAN, Cause.NOBODY_USES);
    }

    @Test
    void what_nobody_here_knows_and_does_not_carry_our_tag_is_shown_and_never_touched() {
        Resource bare = FakeAccount.untagged("onair-test-CH-1", "CH-1");
        is(Judgement.of(bare, wanted()), Verdict.DRIFTED, Cause.UNTAGGED);
        Resource lost = FakeAccount.untagged("onair-test-CH-X", "CH-X");
        Judgement judged = Judgement.of(lost, wanted());
        is(judged, Verdict.ORPHAN, Cause.UNTAGGED);
        assertThat(Judgement.deed(lost, judged)).isNull();
    }

    @Test
    void what_has_the_name_of_a_channel_in_use_may_be_adopted_unless_another_installation_has_tagged_it() {
        Resource bare = FakeAccount.untagged("onair-test-CH-1", "CH-1");
        assertThat(Judgement.deed(bare, Judgement.of(bare, wanted()))).isEqualTo(Remedy.ADOPT);
        Resource others = bare.tagged(Map.of("onair:env", "production"));
        assertThat(Judgement.deed(others, Judgement.of(others, wanted()))).isNull();
        Resource packaging = new Resource(
                "arn:p",
                "mediapackagev2",
                "channel",
                "p",
                "p",
                "",
                false,
                Billing.WHILE_RUNNING,
                false,
                "CH-1",
                "arn:g",
                Map.of());
        assertThat(Judgement.deed(packaging, Judgement.of(packaging, wanted()))).isNull();
    }

    private static List<String> obstacle(Resource thing, Resource... beside) {
        return Judgement.obstacle(thing, List.of(beside), wanted()).map(Reason::code).stream()
                .toList();
    }

    @Test
    void what_lies_on_another_backend_than_its_channel_is_not_adopted() {
        Resource bare = FakeAccount.untagged("onair-test-CH-1", "CH-1");
        assertThat(obstacle(bare, bare)).isEmpty();
        Wanted elsewhere = new Wanted(Map.of("CH-1", "medialive"), Set.of(), List.of(), NOW);
        assertThat(Judgement.obstacle(bare, List.of(bare), elsewhere))
                .map(Reason::code)
                .contains("OTHER_BACKEND");
        assertThat(Judgement.obstacle(monitor("arn:m", false), List.of(), elsewhere))
                .as("monitors are every backend's")
                .isEmpty();
    }

    @Test
    void what_has_a_twin_that_is_ours_is_not_adopted() {
        Resource bare = FakeAccount.untagged("onair-test-CH-1", "CH-1");
        assertThat(obstacle(bare, bare, FakeAccount.encoder("renamed", "CH-1", false)))
                .containsExactly("TWIN");
        assertThat(obstacle(bare, FakeAccount.encoder("onair-test-CH-2", "CH-2", false), encoder("CH-1", false)))
                .isEmpty();
        Resource monitor = monitor("arn:m", false);
        assertThat(obstacle(monitor, bare, monitor("arn:n", false))).isEmpty();
        assertThat(obstacle(monitor, monitor("arn:n", true))).containsExactly("TWIN");
    }

    private static Resource monitor(String arn, boolean ours) {
        return new Resource(
                arn, "kinesisvideo", "stream", "1", "monitor", "", false, Billing.ALWAYS, ours, "CH-1", null, Map.of());
    }

    @Test
    void nothing_of_a_channel_is_touched_while_a_show_runs_or_in_the_quarter_of_an_hour_before_it() {
        Resource encoder = encoder("CH-1", true);
        assertThat(Judgement.hindrance(encoder, wanted(show(ShowState.ON_AIR, Duration.ZERO, null))))
                .map(Reason::code)
                .contains("SHOW_LIVE");
        assertThat(Judgement.hindrance(encoder, wanted(show(ShowState.APPROVED, Duration.ofMinutes(15), null))))
                .map(Reason::code)
                .contains("SHOW_SOON");
        assertThat(Judgement.hindrance(encoder, wanted(show(ShowState.APPROVED, Duration.ofMinutes(16), null))))
                .isEmpty();
        assertThat(Judgement.hindrance(encoder, wanted(show(ShowState.ENDED, Duration.ofHours(-1), null))))
                .isEmpty();
    }
}
