package live.onair.identity;

import static live.onair.identity.People.PASSWORD;
import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class SigningInTest {

    private static final String WRONG = "not this one, sorry";

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    Heard heard;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    @Inject
    UserTransaction transaction;

    private Actor md;
    private Actor admin;

    @BeforeEach
    void somePeople() {
        clock.set(FakeClock.START);
        sql.run("delete from identity.session");
        md = people.some("md", Role.MERCHANDISER);
        admin = people.some("admin", Role.ADMIN);
        sql.run("update identity.account set failed = 0, locked_until = null, disabled = false");
        heard.clear();
    }

    private Outcome<SignIn.SignedIn> knock(String login, String password) {
        return signIn.withPassword(login, password, "192.0.2.7", "Test Browser");
    }

    private String enter(String login) {
        return knock(login, PASSWORD).orThrow().sessionId();
    }

    @Test
    void the_right_password_lets_in_whatever_the_case_of_the_login() {
        SignIn.SignedIn in = knock(" MD ", PASSWORD).orThrow();
        assertThat(in.actor()).isEqualTo(md);
        assertThat(in.toString()).doesNotContain(in.sessionId());
        assertThat(sessions.find(in.sessionId())).contains(md);
        assertThat(heard.kinds()).containsExactly("identity.SignedIn");
        assertThat(heard.actors()).containsExactly(md);
    }

    @Test
    void it_works_where_nobody_acts_yet() throws Exception {
        ExecutorService door = Executors.newSingleThreadExecutor();
        door.submit(() -> {
                    assertThat(Acting.current()).isEmpty();
                    String session = enter("md");
                    assertThat(sessions.touch(session)).contains(md);
                    sessions.end(session);
                    assertThat(sessions.find(session)).isEmpty();
                    assertThatThrownBy(() -> sessions.mine()).isInstanceOf(NotAllowedException.class);
                    assertThat(Acting.current()).isEmpty();
                })
                .get();
        door.shutdown();
        assertThat(heard.kinds()).containsExactly("identity.SignedIn", "identity.SignedOut");
    }

    @Test
    void no_secret_is_kept_in_clear_or_told() {
        String session = enter("md");
        knock("md", WRONG);
        assertThat(sql.column("select s::text from identity.session s").toString())
                .doesNotContain(session);
        assertThat(sql.column("select a::text from identity.account a").toString())
                .doesNotContain(PASSWORD);
        assertThat(accounts.seed(new Accounts.Create("dear", "데모", Set.of(Role.OPS), "ko"), PASSWORD, false)
                        .login())
                .isEqualTo("dear");
        assertThat(sql.one("select password from identity.account where login_key = 'dear'"))
                .startsWith("pbkdf2-sha512$210000$");
        assertThat(heard.all().toString())
                .doesNotContain(session)
                .doesNotContain(PASSWORD)
                .doesNotContain(WRONG);
    }

    @Test
    void a_demo_persons_password_that_was_drawn_by_chance_costs_little_and_opens() {
        String drawn = "0f1e2d3c4b5a69788796a5b4";
        accounts.seed(new Accounts.Create("drawn", "데모", Set.of(Role.OPS), "ko"), drawn, true);
        assertThat(sql.one("select password from identity.account where login_key = 'drawn'"))
                .startsWith("pbkdf2-sha512$1000$");
        assertThat(knock("drawn", drawn).isDone()).isTrue();
        assertThat(codes(knock("drawn", WRONG))).containsExactly("SIGN_IN_FAILED");
    }

    @Test
    void unknown_wrong_locked_and_disabled_get_the_same_answer() {
        people.some("locked", Role.OPS);
        people.some("disabled", Role.OPS);
        sql.run("update identity.account set locked_until = '2026-11-23T04:00:00Z' where login_key = 'locked'");
        sql.run("update identity.account set disabled = true where login_key = 'disabled'");
        heard.clear();
        List<Outcome<SignIn.SignedIn>> answers = List.of(
                knock("nobody-here", WRONG),
                knock("md", WRONG),
                knock("locked", PASSWORD),
                knock("disabled", PASSWORD));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.get(0)));
        assertThat(codes(answers.get(0))).containsExactly("SIGN_IN_FAILED");
        assertThat(heard.all())
                .extracting(
                        event -> ((IdentityEvent.SignInFailed) event).cause().name())
                .containsExactly("UNKNOWN", "WRONG", "LOCKED", "DISABLED");
        assertThat(heard.all().toString()).doesNotContain("nobody-here");
    }

    @Test
    void unknown_takes_as_long_as_wrong() {
        accounts.seed(new Accounts.Create("dear", "데모", Set.of(Role.OPS), "ko"), PASSWORD, false);
        long wrong = Math.min(nanos("dear"), nanos("dear"));
        long unknown = Math.min(nanos("nobody-here"), nanos("nobody-here"));
        assertThat((double) unknown / wrong).as("unknown / wrong").isBetween(0.5, 2.0);
    }

    /** Time of the processor, not of the clock: a busy machine must not decide. */
    private long nanos(String login) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        knock(login, WRONG);
        return threads.getCurrentThreadCpuTime() - started;
    }

    @Test
    void five_wrong_passwords_lock_for_a_quarter_of_an_hour_even_against_the_right_one() {
        for (int i = 0; i < 5; i++) {
            knock("md", WRONG);
        }
        assertThat(heard.kinds()).contains("identity.LockedOut");
        assertThat(knock("md", PASSWORD).isDone()).isFalse();
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(knock("md", PASSWORD).isDone()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(knock("md", PASSWORD).isDone()).isTrue();
    }

    @Test
    void a_right_password_in_between_starts_the_count_anew() {
        for (int i = 0; i < 4; i++) {
            knock("md", WRONG);
        }
        assertThat(knock("md", PASSWORD).isDone()).isTrue();
        knock("md", WRONG);
        assertThat(knock("md", PASSWORD).isDone()).isTrue();
    }

    @Test
    void a_try_counts_whatever_becomes_of_the_callers_transaction() throws Exception {
        transaction.begin();
        knock("md", WRONG);
        transaction.rollback();
        assertThat(sql.one("select failed from identity.account where login_key = 'md'"))
                .isEqualTo("1");
        assertThat(heard.kinds()).containsExactly("identity.SignInFailed");
    }

    @Test
    void tries_at_the_same_time_are_all_counted() throws Exception {
        ExecutorService guessers = Executors.newFixedThreadPool(4);
        List<Future<Outcome<SignIn.SignedIn>>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tries.add(guessers.submit(() -> knock("md", WRONG)));
        }
        for (Future<Outcome<SignIn.SignedIn>> one : tries) {
            assertThat(one.get().isDone()).isFalse();
        }
        guessers.shutdown();
        assertThat(sql.one("select failed from identity.account where login_key = 'md'"))
                .isEqualTo("4");
    }

    @Test
    void an_administrator_unlocks_before_the_time() {
        for (int i = 0; i < 5; i++) {
            knock("md", WRONG);
        }
        assertThat(by(admin, () -> accounts.find(md.id())).orElseThrow().lockedUntil())
                .contains(FakeClock.START.plus(Duration.ofMinutes(15)));
        assertThat(by(admin, () -> accounts.unlock(md.id())).isDone()).isTrue();
        assertThat(knock("md", PASSWORD).isDone()).isTrue();
        assertThatThrownBy(() -> by(md, () -> accounts.unlock(md.id()))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void an_idle_session_ends_and_touching_keeps_it() {
        String session = enter("md");
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.touch(session)).contains(md);
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(session)).contains(md);
        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.find(session)).as("looking is not using").isEmpty();
        assertThat(sessions.touch(session)).as("too late").isEmpty();
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        String session = enter("md");
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(sessions.touch(session)).isPresent();
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.touch(session)).isEmpty();
    }

    @Test
    void one_ends_ones_own_session_and_an_administrator_anybodys() {
        String first = enter("md");
        String second = enter("md");
        Actor ops = people.some("ops", Role.OPS);
        List<IdentityRows.Session> mine = by(md, () -> sessions.mine());
        assertThat(mine).hasSize(2).allMatch(s -> s.address().equals("192.0.2.7"));
        String firstId = Ids.digest(first);
        assertThat(codes(by(ops, () -> sessions.revoke(firstId)))).containsExactly("NO_SUCH_SESSION");
        assertThat(by(md, () -> sessions.revoke(firstId)).isDone()).isTrue();
        assertThat(sessions.find(first)).isEmpty();
        assertThat(by(admin, () -> sessions.revoke(Ids.digest(second))).isDone())
                .isTrue();
        assertThat(sessions.find(second)).isEmpty();
        assertThat(codes(by(md, () -> sessions.revoke(firstId)))).containsExactly("NO_SUCH_SESSION");
        assertThatThrownBy(() -> by(ops, () -> sessions.all())).isInstanceOf(NotAllowedException.class);
        assertThat(by(admin, () -> sessions.all())).isEmpty();
    }

    @Test
    void a_disabled_person_is_out_at_once_and_changed_roles_count_at_once() {
        String session = enter("md");
        by(admin, () -> accounts.setRoles(md.id(), Set.of(Role.MODERATOR)).orThrow());
        assertThat(sessions.find(session).orElseThrow().roles()).containsExactly(Role.MODERATOR);
        by(admin, () -> accounts.disable(md.id()).orThrow());
        assertThat(sessions.find(session)).isEmpty();
        assertThat(knock("md", PASSWORD).isDone()).isFalse();
        by(admin, () -> accounts.enable(md.id()).orThrow());
        assertThat(sessions.find(session)).isEmpty();
        assertThat(knock("md", PASSWORD).isDone()).isTrue();
        by(admin, () -> accounts.setRoles(md.id(), Set.of(Role.MERCHANDISER)).orThrow());
    }

    @Test
    void an_unknown_session_is_nobody() {
        assertThat(sessions.find("x")).isEmpty();
        assertThat(sessions.touch("")).isEqualTo(Optional.empty());
    }
}
