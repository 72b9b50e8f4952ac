package live.onair.simulcast.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.simulcast.spi.SimulcastOutputs.Output;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.State;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastPlanner.Named;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backend does about simulcast, also one that sends nowhere else. An adapter's test extends it. */
public abstract class SimulcastOutputsContract {

    private SimulcastOutputs port;
    private SimulcastPlanner planner;
    private Programme programme;

    /** The adapter under test, with a backend behind it. */
    protected abstract SimulcastOutputs port();

    /** Its planner. */
    protected abstract SimulcastPlanner planner();

    /** A show on a channel of its own that could be started. */
    protected abstract Programme prepared();

    /** The show goes on air. */
    protected abstract void airs(Programme programme);

    /** The show is over. */
    protected abstract void ends(Programme programme);

    /** A target that takes what is sent there. */
    protected abstract Target elsewhere(String id, int version);

    /** How long an accepted call may take to show. */
    protected Duration patience() {
        return Leave.of(Duration.ofSeconds(30));
    }

    @BeforeEach
    void aShow() {
        port = port();
        planner = planner();
        programme = prepared();
    }

    private boolean sends() {
        return planner.offer() != Offer.NONE;
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private void until(Callable<Boolean> so) {
        await().atMost(patience()).pollInterval(Duration.ofMillis(100)).until(so);
    }

    private boolean are(State state, int version) {
        List<Output> seen = port.describe(programme);
        return seen.size() == 1 && seen.get(0).state() == state && seen.get(0).version() == version;
    }

    @Test
    void what_was_never_told_has_no_outputs_and_none_may_be_wanted_anywhere() {
        assertThat(port.describe(programme)).isEmpty();
        port.put(programme, List.of());
        assertThat(port.describe(programme)).isEmpty();
    }

    @Test
    void an_output_waits_for_the_show_sends_with_it_and_ends_with_it_or_is_refused_where_there_is_none() {
        Target target = elsewhere("TG-ONE", 1);
        if (!sends()) {
            fails(CloudFault.INVALID, () -> port.put(programme, List.of(target)));
            assertThat(port.describe(programme)).isEmpty();
            return;
        }
        port.put(programme, List.of(target));
        assertThat(are(State.WAITING, 1)).isTrue();
        airs(programme);
        until(() -> are(State.SENDING, 1));
        port.put(programme, List.of(target));
        assertThat(are(State.SENDING, 1)).isTrue();
        ends(programme);
        until(() -> port.describe(programme).stream().noneMatch(one -> one.state() == State.SENDING));
        port.put(programme, List.of());
        assertThat(port.describe(programme)).isEmpty();
    }

    @Test
    void before_the_show_what_is_told_last_counts() {
        if (!sends()) {
            return;
        }
        port.put(programme, List.of(elsewhere("TG-ONE", 1), elsewhere("TG-TWO", 1)));
        assertThat(port.describe(programme)).hasSize(2);
        port.put(programme, List.of(elsewhere("TG-ONE", 2)));
        assertThat(are(State.WAITING, 2)).isTrue();
    }

    @Test
    void while_the_show_runs_outputs_change_at_once_or_not_at_all() {
        if (!sends()) {
            return;
        }
        port.put(programme, List.of(elsewhere("TG-ONE", 1)));
        airs(programme);
        until(() -> are(State.SENDING, 1));
        if (planner.offer() == Offer.FROM_START) {
            fails(CloudFault.CONFLICT, () -> port.put(programme, List.of(elsewhere("TG-TWO", 1))));
            assertThat(are(State.SENDING, 1)).isTrue();
        } else {
            port.put(programme, List.of(elsewhere("TG-ONE", 2)));
            until(() -> are(State.SENDING, 2));
            port.put(programme, List.of());
            until(() -> port.describe(programme).isEmpty());
        }
        ends(programme);
    }

    @Test
    void a_plan_shows_the_calls_without_a_key_and_is_the_same_for_the_same_wish() {
        Target target = elsewhere("TG-ONE", 1);
        Named named = new Named(target.id(), target.version(), target.address(), target.backup());
        Plan plan = planner.plan(programme, List.of(named));
        assertThat(plan.calls().isEmpty()).isEqualTo(!sends());
        assertThat(plan.hash())
                .isEqualTo(planner.plan(programme, List.of(named)).hash());
        assertThat(plan.calls()).allSatisfy(call -> {
            assertThat(call.request()).contains(target.address()).doesNotContain(target.key());
            assertThat(call.request()).contains("<key>");
        });
        if (sends()) {
            assertThat(plan.hash())
                    .isNotEqualTo(planner.plan(programme, List.of()).hash());
        }
    }
}
