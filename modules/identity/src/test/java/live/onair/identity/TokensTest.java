package live.onair.identity;

import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class TokensTest {

    private static final Instant IN_A_MONTH = FakeClock.START.plus(Duration.ofDays(30));

    @Inject
    Tokens tokens;

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

    private Actor md;
    private Actor admin;

    @BeforeEach
    void somePeople() {
        clock.set(FakeClock.START);
        sql.run("update identity.account set roles = 'MERCHANDISER,MODERATOR' where login_key = 'md'");
        md = people.some("md", Role.MERCHANDISER, Role.MODERATOR);
        admin = people.some("admin", Role.ADMIN);
        sql.run("update identity.account set disabled = false");
        sql.run("delete from identity.token");
        heard.clear();
    }

    private Tokens.Issued issued(Role... roles) {
        return by(md, () -> tokens.issue("편성 연동", Set.of(roles), IN_A_MONTH)).orThrow();
    }

    @Test
    void a_token_acts_as_its_owner_with_its_own_roles_and_is_kept_as_a_hash() throws Exception {
        Tokens.Issued issued = issued(Role.MERCHANDISER);
        assertThat(issued.clear()).matches("onair_[0-9a-f]{64}");
        assertThat(issued.toString()).doesNotContain(issued.clear());
        ExecutorService door = Executors.newSingleThreadExecutor();
        Actor actor = door.submit(() -> {
                    assertThat(Acting.current()).isEmpty();
                    return tokens.check(issued.clear()).orElseThrow();
                })
                .get();
        door.shutdown();
        assertThat(actor).isEqualTo(new Actor(md.id(), md.name(), Set.of(Role.MERCHANDISER), Actor.Source.API));
        assertThat(sql.column("select t::text from identity.token t").toString())
                .doesNotContain(issued.clear());
        assertThat(heard.kinds()).containsExactly("identity.TokenIssued");
        assertThat(heard.all().toString()).doesNotContain(issued.clear());
    }

    @Test
    void nobody_gives_a_token_more_than_they_have() {
        assertThat(codes(by(md, () -> tokens.issue("x", Set.of(Role.MERCHANDISER, Role.ADMIN), IN_A_MONTH))))
                .containsExactly("ROLE_NOT_YOURS");
        assertThat(codes(by(md, () -> tokens.issue("x", Set.of(), IN_A_MONTH)))).containsExactly("ROLES_MISSING");
        assertThat(codes(by(md, () -> tokens.issue(" ", Set.of(Role.MERCHANDISER), IN_A_MONTH))))
                .containsExactly("NAME_MISSING");
        assertThat(codes(tokens.issue("x", Set.of(Role.OPS), IN_A_MONTH)))
                .as("Onair itself has no account")
                .containsExactly("NO_SUCH_ACCOUNT");
    }

    @Test
    void a_token_cannot_make_tokens() {
        Actor machine = tokens.check(issued(Role.MERCHANDISER).clear()).orElseThrow();
        assertThat(codes(by(machine, () -> tokens.issue("child", Set.of(Role.MERCHANDISER), IN_A_MONTH))))
                .containsExactly("NEEDS_SIGN_IN");
    }

    @Test
    void a_token_must_end_within_a_year() {
        for (Instant end : Set.of(
                FakeClock.START, FakeClock.START.plus(Duration.ofDays(365)).plusMillis(1))) {
            assertThat(codes(by(md, () -> tokens.issue("x", Set.of(Role.MODERATOR), end))))
                    .containsExactly("EXPIRY_UNUSABLE");
        }
        assertThat(by(md, () -> tokens.issue("x", Set.of(Role.MODERATOR), FakeClock.START.plus(Duration.ofDays(365))))
                        .isDone())
                .isTrue();
    }

    @Test
    void an_expired_token_is_nobody() {
        String clear = issued(Role.MODERATOR).clear();
        clock.set(IN_A_MONTH.minusMillis(1));
        assertThat(tokens.check(clear)).isPresent();
        clock.set(IN_A_MONTH);
        assertThat(tokens.check(clear)).isEmpty();
    }

    @Test
    void a_revoked_token_is_nobody_and_only_owner_and_administrator_revoke() {
        Tokens.Issued first = issued(Role.MODERATOR);
        Tokens.Issued second = issued(Role.MODERATOR);
        Actor ops = people.some("ops", Role.OPS);
        assertThat(codes(by(ops, () -> tokens.revoke(first.token().id())))).containsExactly("NO_SUCH_TOKEN");
        assertThat(by(md, () -> tokens.revoke(first.token().id())).isDone()).isTrue();
        assertThat(tokens.check(first.clear())).isEmpty();
        assertThat(codes(by(md, () -> tokens.revoke(first.token().id())))).containsExactly("NO_SUCH_TOKEN");
        assertThat(by(admin, () -> tokens.revoke(second.token().id())).orThrow().revokedAt())
                .contains(FakeClock.START);
        assertThat(tokens.check(second.clear())).isEmpty();
    }

    @Test
    void a_token_never_has_more_than_its_owner_has_now() {
        String clear = issued(Role.MERCHANDISER, Role.MODERATOR).clear();
        by(
                admin,
                () -> accounts.setRoles(md.id(), Set.of(Role.MODERATOR, Role.OPS))
                        .orThrow());
        assertThat(tokens.check(clear).orElseThrow().roles()).containsExactly(Role.MODERATOR);
        by(admin, () -> accounts.setRoles(md.id(), Set.of(Role.OPS)).orThrow());
        assertThat(tokens.check(clear)).isEmpty();
    }

    @Test
    void the_token_of_a_disabled_person_is_nobody() {
        String clear = issued(Role.MERCHANDISER).clear();
        by(admin, () -> accounts.disable(md.id()).orThrow());
        assertThat(tokens.check(clear)).isEmpty();
    }

    @Test
    void use_is_noted_once_a_minute() {
        Tokens.Issued issued = issued(Role.MODERATOR);
        tokens.check(issued.clear());
        clock.advance(Duration.ofSeconds(59));
        tokens.check(issued.clear());
        assertThat(by(md, () -> tokens.mine()).get(0).lastUsed()).contains(FakeClock.START);
        clock.advance(Duration.ofSeconds(2));
        tokens.check(issued.clear());
        assertThat(by(md, () -> tokens.mine()).get(0).lastUsed()).contains(FakeClock.START.plusSeconds(61));
    }

    @Test
    void nonsense_is_nobody() {
        assertThat(tokens.check("")).isEmpty();
        assertThat(tokens.check("onair_")).isEmpty();
        assertThat(tokens.check("onair_" + "0".repeat(64))).isEmpty();
        assertThat(tokens.check("onair_" + "0".repeat(100_000))).isEmpty();
    }

    @Test
    void lists_are_ones_own_and_all_for_those_in_charge() {
        issued(Role.MODERATOR);
        assertThat(by(md, () -> tokens.mine())).hasSize(1);
        assertThat(by(admin, () -> tokens.mine())).isEmpty();
        assertThat(by(admin, () -> tokens.all())).hasSize(1);
        assertThatThrownBy(() -> by(md, () -> tokens.all())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void seeding_is_for_onair_alone() {
        Tokens.Issued seeded = tokens.seed(md.id(), "demo", Set.of(Role.MERCHANDISER), IN_A_MONTH);
        assertThat(tokens.check(seeded.clear())).isPresent();
        assertThatThrownBy(() -> by(admin, () -> tokens.seed(md.id(), "demo", Set.of(Role.MERCHANDISER), IN_A_MONTH)))
                .isInstanceOf(NotAllowedException.class);
    }
}
