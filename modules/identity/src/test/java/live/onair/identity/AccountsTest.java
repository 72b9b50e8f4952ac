package live.onair.identity;

import static live.onair.identity.People.PASSWORD;
import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@RoomTest
class AccountsTest {

    private static final String FRESH = "아주 긴 새 비밀번호 하나";

    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    People people;

    @Inject
    Heard heard;

    @Inject
    Sql sql;

    private Actor admin;

    @BeforeEach
    void somebody() {
        admin = people.some("admin", Role.ADMIN);
        sql.run("update identity.account set disabled = false, roles = 'ADMIN' where login_key = 'admin'");
        sql.run("update identity.account set disabled = true where login_key <> 'admin'");
        heard.clear();
    }

    private boolean letsIn(String login, String password) {
        return signIn.withPassword(login, password, "", "").isDone();
    }

    private static Accounts.Create wanted(String login) {
        return new Accounts.Create(login, "데모 운영 담당", Set.of(Role.OPS), "ko");
    }

    @Test
    void a_new_account_gets_a_generated_password_that_works_once_shown() {
        Accounts.WithPassword made =
                by(admin, () -> accounts.create(wanted("new.ops"))).orThrow();
        assertThat(made.password()).matches("[0-9a-f]{5}(-[0-9a-f]{5}){3}");
        assertThat(made.toString()).doesNotContain(made.password());
        assertThat(letsIn("new.ops", made.password())).isTrue();
        assertThat(heard.kinds()).startsWith("identity.AccountCreated");
        assertThat(heard.all().toString()).doesNotContain(made.password());
    }

    @Test
    void unusable_wishes_are_refused() {
        by(admin, () -> accounts.create(wanted("taken")).orThrow());
        assertThat(codes(by(admin, () -> accounts.create(wanted("TAKEN"))))).containsExactly("LOGIN_TAKEN");
        assertThat(codes(by(admin, () -> accounts.create(wanted("a b"))))).containsExactly("LOGIN_UNUSABLE");
        assertThat(codes(by(admin, () -> accounts.create(new Accounts.Create("x1", " ", Set.of(Role.OPS), "ko")))))
                .containsExactly("NAME_MISSING");
        assertThat(codes(by(admin, () -> accounts.create(new Accounts.Create("x1", "x", Set.of(), "ko")))))
                .containsExactly("ROLES_MISSING");
        assertThat(codes(by(admin, () -> accounts.disable("nobody")))).containsExactly("NO_SUCH_ACCOUNT");
        assertThat(codes(by(admin, () -> accounts.setRoles("nobody", Set.of(Role.OPS)))))
                .containsExactly("NO_SUCH_ACCOUNT");
    }

    @Test
    void the_last_administrator_stays() {
        assertThat(codes(by(admin, () -> accounts.disable(admin.id())))).containsExactly("LAST_ADMIN");
        assertThat(codes(by(admin, () -> accounts.setRoles(admin.id(), Set.of(Role.OPS)))))
                .containsExactly("LAST_ADMIN");
        assertThat(by(admin, () -> accounts.setRoles(admin.id(), Set.of(Role.ADMIN, Role.OPS)))
                        .isDone())
                .isTrue();
        Actor second = people.some("second-admin", Role.ADMIN);
        by(admin, () -> accounts.enable(second.id()).orThrow());
        assertThat(by(admin, () -> accounts.disable(admin.id())).isDone()).isTrue();
        assertThat(codes(by(second, () -> accounts.disable(second.id()))))
                .as("a disabled administrator does not count")
                .containsExactly("LAST_ADMIN");
    }

    @Test
    void two_administrators_who_disable_each_other_at_once_leave_one() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            Actor second = people.some("other-admin", Role.ADMIN);
            sql.run("update identity.account set disabled = login_key not in ('admin', 'other-admin')");
            List<Future<Outcome<IdentityRows.Account>>> answers = new ArrayList<>();
            answers.add(both.submit(() -> by(admin, () -> accounts.disable(second.id()))));
            answers.add(both.submit(() -> by(second, () -> accounts.disable(admin.id()))));
            int done = 0;
            for (Future<Outcome<IdentityRows.Account>> answer : answers) {
                done += answer.get().isDone() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        both.shutdown();
    }

    private Actor inside(String login) {
        Actor somebody = people.some(login, Role.OPS);
        sql.run("update identity.account set disabled = false where login_key = '" + login + "'");
        return somebody;
    }

    @Test
    void a_reset_password_replaces_the_old_one_and_ends_the_sessions() {
        Actor ops = inside("forgetful");
        String session =
                signIn.withPassword("forgetful", PASSWORD, "", "").orThrow().sessionId();
        String fresh =
                by(admin, () -> accounts.resetPassword(ops.id())).orThrow().password();
        assertThat(sessions.find(session)).isEmpty();
        assertThat(letsIn("forgetful", PASSWORD)).isFalse();
        assertThat(letsIn("forgetful", fresh)).isTrue();
    }

    @Test
    void one_changes_ones_own_password_and_only_the_kept_session_goes_on() {
        Actor ops = inside("careful");
        String here = signIn.withPassword("careful", PASSWORD, "", "").orThrow().sessionId();
        String there =
                signIn.withPassword("careful", PASSWORD, "", "").orThrow().sessionId();
        assertThat(by(ops, () -> accounts.changePassword(PASSWORD, FRESH, Optional.of(here)))
                        .isDone())
                .isTrue();
        assertThat(sessions.find(here)).isPresent();
        assertThat(sessions.find(there)).isEmpty();
        assertThat(letsIn("careful", FRESH)).isTrue();
        assertThat(heard.all().toString()).doesNotContain(FRESH);
    }

    @Test
    void a_wrong_present_password_counts_towards_the_lock() {
        Actor ops = people.some("guessed", Role.OPS);
        sql.run("update identity.account set disabled = false where login_key = 'guessed'");
        for (int i = 0; i < 5; i++) {
            assertThat(codes(by(ops, () -> accounts.changePassword("wrong guess", FRESH, Optional.empty()))))
                    .containsExactly("PASSWORD_WRONG");
        }
        assertThat(codes(by(ops, () -> accounts.changePassword(PASSWORD, FRESH, Optional.empty()))))
                .as("locked now")
                .containsExactly("PASSWORD_WRONG");
        assertThat(heard.kinds()).contains("identity.LockedOut");
    }

    @Test
    void the_present_password_is_not_a_new_one() {
        Actor ops = people.some("same", Role.OPS);
        assertThat(codes(by(ops, () -> accounts.changePassword(PASSWORD, PASSWORD, Optional.empty()))))
                .containsExactly("PASSWORD_SAME");
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars,PASSWORD_LENGTH",
        "열한글자밖에안되는말요,PASSWORD_LENGTH",
        "New.Person.Login,PASSWORD_IS_LOGIN",
        "Password1234,PASSWORD_COMMON",
        "1Q2W3E4R5T6Y,PASSWORD_COMMON",
        "aaaaaaaaaaaab,PASSWORD_COMMON",
        "ababababababab,PASSWORD_COMMON",
        "열두글자는되는비밀번호요,",
        "correct horse battery,"
    })
    void passwords_that_everybody_tries_first_are_refused(String password, String code) {
        assertThat(PasswordRules.refuse(password, "new.person.login").map(r -> r.code()))
                .isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void the_same_letters_typed_on_another_system_are_the_same_password() {
        Passwords passwords = new Passwords();
        String kept = passwords.hash("비밀번호는한글로", 1000);
        assertThat(passwords.matches(java.text.Normalizer.normalize("비밀번호는한글로", java.text.Normalizer.Form.NFD), kept))
                .isTrue();
        assertThat(passwords.matches("비밀번호는한글러", kept)).isFalse();
        assertThat(passwords.hash("비밀번호는한글로", 1000)).as("salted").isNotEqualTo(kept);
    }

    @Test
    void preferences_are_ones_own() {
        Actor one = people.some("one", Role.OPS);
        Actor other = people.some("other", Role.OPS);
        assertThat(by(one, () -> accounts.preference("theme"))).isEmpty();
        assertThat(by(one, () -> accounts.preference("language"))).contains("ko");
        by(one, () -> accounts.prefer("theme", "dark").orThrow());
        by(one, () -> accounts.prefer("theme", "light").orThrow());
        by(one, () -> accounts.prefer("language", "en").orThrow());
        by(one, () -> accounts.prefer("density", "compact").orThrow());
        assertThat(by(one, () -> accounts.preference("theme"))).contains("light");
        assertThat(by(one, () -> accounts.me()).orElseThrow().locale()).isEqualTo("en");
        assertThat(by(other, () -> accounts.preference("theme"))).isEmpty();
        assertThat(by(other, () -> accounts.preference("language"))).contains("ko");
        assertThat(codes(by(one, () -> accounts.prefer("theme", "pink")))).containsExactly("PREFERENCE_UNUSABLE");
        assertThat(codes(by(one, () -> accounts.prefer("a b", "x")))).containsExactly("PREFERENCE_UNUSABLE");
    }

    @Test
    void the_list_pages_and_finds() {
        for (String login : List.of("list.a", "list.b", "list.c")) {
            people.some(login, Role.MODERATOR);
        }
        IdentityRows.AccountPage page = by(admin, () -> accounts.list("LIST.", Optional.empty(), 2));
        assertThat(page.rows()).extracting(IdentityRows.Account::login).containsExactly("list.a", "list.b");
        IdentityRows.AccountPage rest = by(admin, () -> accounts.list("list.", page.next(), 2));
        assertThat(rest.rows()).extracting(IdentityRows.Account::login).containsExactly("list.c");
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void seeding_is_for_onair_alone_and_leaves_who_is_there() {
        assertThatThrownBy(() -> by(admin, () -> accounts.seed(wanted("sneaky"), PASSWORD, false)))
                .isInstanceOf(NotAllowedException.class);
        IdentityRows.Account first = accounts.seed(wanted("seeded"), PASSWORD, true);
        IdentityRows.Account again = accounts.seed(wanted("SEEDED"), "another password", true);
        assertThat(again).isEqualTo(first);
        assertThat(first.demo()).isTrue();
        assertThat(letsIn("seeded", PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_administrators_manage_people(Role role) {
        Actor somebody = new Actor("x", "x", Set.of(role), Actor.Source.UI);
        assertThat(by(somebody, () -> accounts.people())).isNotEmpty();
        List<Runnable> commands = List.of(
                () -> accounts.create(wanted("denied")),
                () -> accounts.setRoles("nobody", Set.of(Role.OPS)),
                () -> accounts.disable("nobody"),
                () -> accounts.enable("nobody"),
                () -> accounts.resetPassword("nobody"),
                () -> accounts.unlock("nobody"));
        for (Runnable command : commands) {
            Runnable tried = () -> by(somebody, () -> {
                command.run();
                return true;
            });
            if (role == Role.ADMIN) {
                tried.run();
            } else {
                assertThatThrownBy(tried::run).isInstanceOf(NotAllowedException.class);
            }
        }
        if (role != Role.ADMIN && role != Role.AUDITOR) {
            assertThatThrownBy(() -> by(somebody, () -> accounts.list("", Optional.empty(), 1)))
                    .isInstanceOf(NotAllowedException.class);
        }
    }
}
