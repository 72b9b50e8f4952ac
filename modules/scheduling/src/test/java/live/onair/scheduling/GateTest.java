package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Outcome;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class GateTest {

    @Inject
    Stage stage;

    @BeforeEach
    void clean() {
        stage.clean();
        stage.sql.run("delete from scheduling.gate_rule");
        stage.sql.run("delete from scheduling.gate_check");
        stage.sql.run("delete from scheduling.gate_kind where code <> 'stream'");
    }

    private void register(Gate.Guards guards, boolean required) {
        stage.gate.register(new Gate.Check("products", "상품", "Products", guards, required, "shows/{show}/products"));
    }

    private void report(String id, Gate.Verdict verdict, Duration validFor) {
        stage.gate.report(new Gate.Report(
                id, "products", verdict, Map.of("count", 0), validFor == null ? null : stage.in(validFor)));
    }

    private Gate.Row row(String id) {
        return stage.gate.of(id).stream()
                .filter(r -> r.code().equals("products"))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<ShowRows.Show> approve(String id) {
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(id, null, null));
        return Stage.as(Stage.SECOND, () -> stage.lifecycle.approve(id, null, null));
    }

    @Test
    void a_missing_or_expired_report_is_red_if_required_and_a_warning_if_not() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        register(Gate.Guards.APPROVED, true);
        assertThat(row(id).verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(row(id).reportedAt()).isNull();
        report(id, Gate.Verdict.GREEN, Duration.ofSeconds(10));
        assertThat(row(id).verdict()).isEqualTo(Gate.Verdict.GREEN);
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(row(id)).satisfies(r -> {
            assertThat(r.verdict()).isEqualTo(Gate.Verdict.RED);
            assertThat(r.expired()).isTrue();
            assertThat(r.fixRoute()).isEqualTo("shows/" + id + "/products");
        });
        register(Gate.Guards.APPROVED, false);
        assertThat(row(id).verdict()).isEqualTo(Gate.Verdict.WARN);
        assertThat(row(id).holdsBack()).isFalse();
    }

    @Test
    void red_before_approval_refuses_it_and_names_the_check() {
        register(Gate.Guards.APPROVED, true);
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Outcome<ShowRows.Show> refused = approve(id);
        assertThat(refused.why().get(0).sentence(Locale.KOREAN)).contains("상품");
        report(id, Gate.Verdict.WARN, null);
        approve(id).orThrow();
    }

    @Test
    void what_a_show_does_not_have_is_not_in_its_way() {
        register(Gate.Guards.APPROVED, true);
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        report(id, Gate.Verdict.NOT_APPLICABLE, null);
        approve(id).orThrow();
    }

    @Test
    void an_administrator_decides_per_tier_and_the_rooms_next_start_does_not_undo_it() {
        register(Gate.Guards.APPROVED, true);
        Stage.as(Stage.ADMIN, () -> stage.gate.require("products", 2, false)).orThrow();
        register(Gate.Guards.APPROVED, true);
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        approve(id).orThrow();
        assertThat(Stage.as(Stage.ADMIN, () -> stage.gate.require("nothing", 2, false))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.NO_SUCH_CHECK);
    }

    @Test
    void a_check_of_a_room_above_holds_the_start_and_its_last_report_lets_it_go() {
        register(Gate.Guards.ON_AIR, true);
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        report(id, Gate.Verdict.RED, null);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(60));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        assertThat(stage.interruptions.of(id).get(0).facts()).containsEntry("checks", "products");
        stage.loseWork();
        report(id, Gate.Verdict.GREEN, null);
        stage.runner.runDue();
        assertThat(stage.state(id))
                .as("started by the report, not by a later look")
                .isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void what_turns_red_after_the_approval_holds_the_start_until_somebody_says_why_not() {
        register(Gate.Guards.BOTH, true);
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        assertThat(approve(id).why()).isNotEmpty();
        report(id, Gate.Verdict.GREEN, null);
        Stage.as(Stage.SECOND, () -> stage.lifecycle.approve(id, null, null)).orThrow();
        report(id, Gate.Verdict.RED, null);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(60));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        Stage.as(Stage.ADMIN, () -> stage.lifecycle.overrideGate(id, "법무 확인 완료"))
                .orThrow();
        stage.runner.runDue();
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void an_approval_s_own_check_does_not_hold_the_start() {
        register(Gate.Guards.APPROVED, true);
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        report(id, Gate.Verdict.GREEN, null);
        approve(id).orThrow();
        report(id, Gate.Verdict.RED, null);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(1));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_report_that_clears_nothing_puts_no_work() {
        register(Gate.Guards.ON_AIR, true);
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        report(id, Gate.Verdict.GREEN, null);
        stage.loseWork();
        report(id, Gate.Verdict.GREEN, null);
        assertThat(stage.runner.runDue()).isZero();
        assertThat(stage.gate.openShows()).contains(id);
    }

    @Test
    void asked_for_a_time_it_says_how_far_each_show_is_and_only_a_reported_check_blocks() {
        register(Gate.Guards.APPROVED, true);
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        ShowRows.Show show = stage.show(id);
        Gate.Standing unknown =
                stage.gate.standings(show.startsAt(), show.endsAt()).get(0);
        assertThat(unknown.show()).isEqualTo(id);
        assertThat(unknown.checks()).isEqualTo(2);
        assertThat(unknown.blockedKo()).as("nobody has reported yet").isNull();
        report(id, Gate.Verdict.RED, null);
        Gate.Standing blocked =
                stage.gate.standings(show.startsAt(), show.endsAt()).get(0);
        assertThat(blocked.blockedKo()).isEqualTo("상품");
        assertThat(blocked.blockedEn()).isEqualTo("Products");
        report(id, Gate.Verdict.GREEN, null);
        assertThat(stage.gate.standings(show.startsAt(), show.endsAt()).get(0).ready())
                .isEqualTo(unknown.ready() + 1);
        assertThat(stage.gate.standings(show.endsAt(), show.endsAt().plusSeconds(60)))
                .isEmpty();
    }
}
