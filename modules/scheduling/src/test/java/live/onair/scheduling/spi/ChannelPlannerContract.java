package live.onair.scheduling.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.testkit.Leave;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every planner keeps to. An adapter's test extends it and says how its backend goes away. */
public abstract class ChannelPlannerContract {

    private ChannelPlanner port;
    private ChannelProvisioner channels;
    private Run run;

    /** The adapter under test, with a backend behind it. */
    protected abstract ChannelPlanner port();

    /** The same backend's channels. */
    protected abstract ChannelProvisioner channels();

    /** From now on the backend does not answer the planner, or it does again. */
    protected abstract void away(boolean gone);

    /** How long an accepted call may take to show. */
    protected Duration patience() {
        return Leave.of(Duration.ofSeconds(15));
    }

    @BeforeEach
    void freshNames() {
        port = port();
        channels = channels();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        run = new Run("CH-" + unique, "SH-" + unique + ":1", "SH-" + unique);
    }

    private RunSpec spec(@Nullable String key) {
        return new RunSpec(
                run,
                new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, "계획 시험"),
                key,
                true,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                false);
    }

    private Plan plan(Deed... deeds) {
        return port.plan(spec(null), List.of(deeds));
    }

    private void runs() {
        await().atMost(patience()).until(() -> {
            channels.prepare(spec(null));
            return channels.describe(run.channel()).state() == State.READY;
        });
        channels.start(run);
        await().atMost(patience()).until(() -> channels.describe(run.channel()).state() == State.RUNNING);
    }

    @Test
    void a_plan_changes_nothing_names_its_calls_and_is_the_same_each_time() {
        Plan first = plan(Deed.PREPARE, Deed.START);
        Plan again = plan(Deed.PREPARE, Deed.START);
        assertThat(first.calls()).isNotEmpty();
        assertThat(first.calls()).allSatisfy(call -> {
            assertThat(call.service()).isNotBlank();
            assertThat(call.operation()).isNotBlank();
            assertThat(call.resource()).isNotBlank();
        });
        assertThat(first.shows()).containsExactly(run.show());
        assertThat(first.seenAt()).isNotNull();
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(channels.describe(run.channel()).state()).isEqualTo(State.IDLE);
    }

    @Test
    void what_is_so_already_needs_no_call_and_what_is_not_has_another_plan() {
        runs();
        Plan on = plan(Deed.SLATE_ON);
        assertThat(on.calls()).isNotEmpty();
        assertThat(plan(Deed.SLATE_OFF).isEmpty()).isTrue();
        assertThat(plan(Deed.STOP).hash()).isNotEqualTo(on.hash());
        channels.slate(run, true);
        await().atMost(patience()).until(() -> plan(Deed.SLATE_ON).isEmpty());
        assertThat(plan(Deed.SLATE_OFF).calls()).isNotEmpty();
        channels.stop(run);
        await().atMost(patience()).until(() -> plan(Deed.STOP).isEmpty());
    }

    @Test
    void a_blur_is_planned_like_a_slate_and_refused_where_a_picture_cannot_be_blurred() {
        runs();
        if (!port.blurs()) {
            for (Deed deed : List.of(Deed.BLUR_ON, Deed.BLUR_OFF)) {
                assertThatThrownBy(() -> plan(deed))
                        .isInstanceOfSatisfying(
                                CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
            }
            channels.stop(run);
            return;
        }
        Plan on = plan(Deed.BLUR_ON);
        assertThat(on.calls()).isNotEmpty();
        assertThat(on.hash()).isNotEqualTo(plan(Deed.SLATE_ON).hash());
        assertThat(plan(Deed.BLUR_OFF).isEmpty()).isTrue();
        channels.blur(run, true);
        await().atMost(patience()).until(() -> plan(Deed.BLUR_ON).isEmpty());
        assertThat(plan(Deed.BLUR_OFF).calls()).isNotEmpty();
        channels.stop(run);
    }

    @Test
    void while_the_backend_is_away_it_plans_from_what_was_seen_last() {
        runs();
        Plan before = plan(Deed.SLATE_ON);
        away(true);
        try {
            Plan meanwhile = plan(Deed.SLATE_ON);
            assertThat(meanwhile.hash()).isEqualTo(before.hash());
            assertThat(meanwhile.seenAt()).isEqualTo(before.seenAt());
        } finally {
            away(false);
        }
        channels.stop(run);
    }

    @Test
    void what_was_never_seen_is_planned_as_if_there_were_nothing() {
        Plan seen = plan(Deed.PREPARE, Deed.START);
        run = new Run(run.channel() + "x", run.show() + ":2", run.show());
        away(true);
        try {
            Plan never = plan(Deed.PREPARE, Deed.START);
            assertThat(never.seenAt()).isNull();
            assertThat(never.calls()).hasSizeGreaterThanOrEqualTo(seen.calls().size());
        } finally {
            away(false);
        }
    }

    @Test
    void no_secret_stands_in_it() {
        String key = "secret-" + UUID.randomUUID();
        Plan plan = port.plan(spec(key), List.of(Deed.PREPARE, Deed.START));
        assertThat(plan.calls()).isNotEmpty();
        assertThat(plan.toString()).doesNotContain(key);
    }

    @Test
    void a_new_key_is_planned_the_same_each_time_and_changes_nothing_also_while_the_backend_is_away() {
        Plan first = port.newKey(run.channel(), Input.A, List.of(run.show()));
        assertThat(first.calls()).isNotEmpty();
        assertThat(first.shows()).containsExactly(run.show());
        assertThat(first.seenAt()).isNotNull();
        assertThat(port.newKey(run.channel(), Input.A, List.of(run.show())).hash())
                .isEqualTo(first.hash());
        assertThat(port.newKey(run.channel(), Input.A, List.of()).hash()).isNotEqualTo(first.hash());
        assertThat(channels.describe(run.channel()).state()).isEqualTo(State.IDLE);
        away(true);
        try {
            assertThat(port.newKey(run.channel(), Input.A, List.of(run.show())).hash())
                    .isEqualTo(first.hash());
            assertThat(port.newKey(run.channel() + "x", Input.A, List.of()).calls())
                    .as("never seen: as if there were nothing")
                    .isNotEmpty();
        } finally {
            away(false);
        }
    }
}
