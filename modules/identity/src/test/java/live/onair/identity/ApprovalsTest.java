package live.onair.identity;

import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.identity.IdentityRows.ApprovalState;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class ApprovalsTest {

    private static final String KIND = "failover.run";
    private static final Actor ASKER = person("asker", Role.OPS);
    private static final Actor COLLEAGUE = person("colleague", Role.OPS);
    private static final Actor ADMIN = person("admin", Role.ADMIN);
    private static final Actor MODERATOR = person("moderator", Role.MODERATOR);

    @Inject
    Approvals approvals;

    @Inject
    Heard heard;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private static Actor person(String id, Role role) {
        return new Actor(id, "데모 " + id, Set.of(role), Actor.Source.UI);
    }

    @BeforeEach
    void empty() {
        clock.set(FakeClock.START);
        sql.run("delete from identity.approval");
        heard.clear();
    }

    private String asked(String digest) {
        return by(ASKER, () -> approvals.ask(KIND, "seoul", digest, "훈련"))
                .orThrow()
                .id();
    }

    private Outcome<IdentityRows.Approval> consume(String digest) {
        return by(ASKER, () -> approvals.consume(KIND, "seoul", digest));
    }

    @Test
    void a_second_person_says_yes_and_it_is_used_once() {
        String id = asked("d1");
        assertThat(codes(consume("d1"))).containsExactly("APPROVAL_MISSING");
        IdentityRows.Approval approved =
                by(COLLEAGUE, () -> approvals.approve(id, "확인함")).orThrow();
        assertThat(approved.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approved.decidedByName()).contains("데모 colleague");
        assertThat(consume("d1").orThrow().state()).isEqualTo(ApprovalState.CONSUMED);
        assertThat(codes(consume("d1"))).containsExactly("APPROVAL_USED");
        assertThat(heard.kinds()).containsExactly("approval.Asked", "approval.Approved", "approval.Consumed");
    }

    @Test
    void who_asks_does_not_decide_by_whatever_door() {
        String id = asked("d1");
        Actor byToken = new Actor("asker", "other name", Set.of(Role.OPS, Role.ADMIN), Actor.Source.API);
        for (Actor same : List.of(ASKER, byToken)) {
            assertThat(codes(by(same, () -> approvals.approve(id, "me too")))).containsExactly("SAME_PERSON");
            assertThat(codes(by(same, () -> approvals.refuse(id, "no")))).containsExactly("SAME_PERSON");
        }
        assertThat(codes(consume("d1"))).containsExactly("APPROVAL_MISSING");
    }

    @Test
    void only_peers_and_administrators_decide_and_never_the_program_itself() {
        String id = asked("d1");
        assertThat(codes(by(MODERATOR, () -> approvals.approve(id, "x")))).containsExactly("NOT_AN_APPROVER");
        assertThat(codes(approvals.approve(id, "x"))).containsExactly("NOT_AN_APPROVER");
        assertThatThrownBy(() -> by(person("auditor", Role.AUDITOR), () -> approvals.approve(id, "x")))
                .isInstanceOf(NotAllowedException.class);
        assertThat(by(ADMIN, () -> approvals.approve(id, "x")).isDone()).isTrue();
    }

    @Test
    void a_room_may_name_who_decides() {
        Approvals.Ask ask = new Approvals.Ask(KIND, "busan", "d", "훈련", Set.of(Role.MODERATOR), Duration.ofMinutes(5));
        String id = by(ASKER, () -> approvals.ask(ask)).orThrow().id();
        assertThat(codes(by(ADMIN, () -> approvals.approve(id, "x")))).containsExactly("NOT_AN_APPROVER");
        assertThat(by(MODERATOR, () -> approvals.approve(id, "x")).isDone()).isTrue();
    }

    @Test
    void a_yes_to_something_else_is_no_yes() {
        String id = asked("d1");
        by(COLLEAGUE, () -> approvals.approve(id, "")).orThrow();
        assertThat(codes(consume("d2"))).containsExactly("APPROVAL_OTHER_CONTENT");
        assertThat(codes(by(ASKER, () -> approvals.consume("other.kind", "seoul", "d1"))))
                .containsExactly("APPROVAL_MISSING");
        assertThat(codes(by(ASKER, () -> approvals.consume(KIND, "busan", "d1"))))
                .containsExactly("APPROVAL_MISSING");
        assertThat(consume("d1").isDone())
                .as("the refusals above used nothing up")
                .isTrue();
    }

    @Test
    void a_yes_expires_with_the_request() {
        String id = asked("d1");
        by(COLLEAGUE, () -> approvals.approve(id, "")).orThrow();
        clock.advance(Duration.ofHours(24));
        assertThat(codes(consume("d1"))).containsExactly("APPROVAL_EXPIRED");
        clock.advance(Duration.ofMillis(-1));
        assertThat(consume("d1").isDone()).isTrue();
    }

    @Test
    void an_expired_request_is_no_longer_decided_or_listed() {
        String id = asked("d1");
        assertThat(by(COLLEAGUE, () -> approvals.open())).hasSize(1);
        clock.advance(Duration.ofHours(24));
        assertThat(by(COLLEAGUE, () -> approvals.open())).isEmpty();
        assertThat(codes(by(COLLEAGUE, () -> approvals.approve(id, "")))).containsExactly("APPROVAL_EXPIRED");
        assertThat(by(COLLEAGUE, () -> approvals.find(id)).orElseThrow().state())
                .isEqualTo(ApprovalState.EXPIRED);
    }

    @Test
    void a_no_needs_a_reason_and_is_final() {
        String id = asked("d1");
        assertThat(codes(by(COLLEAGUE, () -> approvals.refuse(id, " ")))).containsExactly("REASON_MISSING");
        assertThat(by(COLLEAGUE, () -> approvals.refuse(id, "지금은 방송 중")).isDone())
                .isTrue();
        assertThat(codes(by(ADMIN, () -> approvals.approve(id, "")))).containsExactly("ALREADY_DECIDED");
        assertThat(codes(consume("d1"))).containsExactly("APPROVAL_MISSING");
        assertThat(codes(by(COLLEAGUE, () -> approvals.approve("nothing", "")))).containsExactly("NO_SUCH_APPROVAL");
    }

    @Test
    void asking_the_same_again_gives_the_open_request() {
        String id = asked("d1");
        assertThat(asked("d1")).isEqualTo(id);
        assertThat(asked("d2")).isNotEqualTo(id);
        assertThat(codes(by(ASKER, () -> approvals.ask(KIND, "seoul", "d3", " "))))
                .containsExactly("REASON_MISSING");
    }

    @Test
    void of_acts_at_the_same_time_one_uses_the_yes() throws Exception {
        String id = asked("d1");
        by(COLLEAGUE, () -> approvals.approve(id, "")).orThrow();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Outcome<IdentityRows.Approval>>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(threads.submit(() -> consume("d1")));
        }
        int done = 0;
        for (Future<Outcome<IdentityRows.Approval>> one : tries) {
            done += one.get().isDone() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(done).isEqualTo(1);
    }
}
