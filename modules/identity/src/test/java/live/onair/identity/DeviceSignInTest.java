package live.onair.identity;

import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.identity.DeviceSignIn.Told;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class DeviceSignInTest {

    private static final String ADDRESS = "192.0.2.7";

    @Inject
    DeviceSignIn devices;

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
        md = people.some("md", Role.MERCHANDISER);
        admin = people.some("admin", Role.ADMIN);
        sql.run("update identity.account set disabled = false, locale = 'ko'");
        sql.run("update identity.account set roles = 'MERCHANDISER' where login_key = 'md'");
        sql.run("delete from identity.token");
        sql.run("delete from identity.device_sign_in");
        sql.run("delete from identity.device_try");
        heard.clear();
    }

    private DeviceSignIn.Begun begun() {
        return devices.begin("studio-pc", ADDRESS).orThrow();
    }

    private Told told(DeviceSignIn.Begun begun) {
        return devices.poll(begun.deviceCode()).told();
    }

    private void approve(DeviceSignIn.Begun begun) {
        by(md, () -> devices.approve(begun.userCode())).orThrow();
    }

    @Test
    void a_device_that_somebody_allows_gets_a_token_of_theirs_once() throws Exception {
        ExecutorService door = Executors.newSingleThreadExecutor();
        DeviceSignIn.Begun begun = door.submit(() -> {
                    assertThat(Acting.current()).isEmpty();
                    DeviceSignIn.Begun codes = begun();
                    assertThat(told(codes)).isEqualTo(Told.AUTHORIZATION_PENDING);
                    return codes;
                })
                .get();
        DeviceSignIn.Asked asked = by(md, () -> devices.asked(begun.userCode())).orThrow();
        assertThat(asked)
                .isEqualTo(new DeviceSignIn.Asked(
                        "studio-pc", ADDRESS, FakeClock.START, FakeClock.START.plus(Duration.ofMinutes(10))));
        approve(begun);
        clock.advance(begun.interval());
        DeviceSignIn.Polled polled =
                door.submit(() -> devices.poll(begun.deviceCode())).get();
        door.shutdown();
        assertThat(polled.told()).isEqualTo(Told.TOKEN);
        Tokens.Issued issued = polled.token().orElseThrow();
        assertThat(issued.token().name()).isEqualTo("명령줄 · studio-pc");
        assertThat(issued.token().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
        assertThat(tokens.check(issued.clear()))
                .contains(new Actor(md.id(), md.name(), Set.of(Role.MERCHANDISER), Actor.Source.API));
        assertThat(by(md, () -> tokens.mine()))
                .extracting(IdentityRows.Token::id)
                .containsExactly(issued.token().id());
        clock.advance(begun.interval());
        assertThat(devices.poll(begun.deviceCode()))
                .isEqualTo(new DeviceSignIn.Polled(Told.INVALID_GRANT, Optional.empty()));
        assertThat(heard.kinds()).containsExactly("identity.DeviceAllowed", "identity.TokenIssued");
        assertThat(heard.actors()).extracting(Actor::id).containsExactly(md.id(), md.id());
    }

    @Test
    void only_hashes_of_the_codes_are_kept_and_no_code_is_told() {
        DeviceSignIn.Begun begun = begun();
        approve(begun);
        String kept =
                sql.column("select d::text from identity.device_sign_in d").toString();
        assertThat(kept)
                .contains("studio-pc")
                .doesNotContain(begun.deviceCode())
                .doesNotContain(begun.userCode())
                .doesNotContain(begun.userCode().replace("-", ""));
        assertThat(begun.toString()).doesNotContain(begun.deviceCode()).doesNotContain(begun.userCode());
        assertThat(heard.all().toString()).doesNotContain(begun.userCode());
    }

    @Test
    void codes_have_letters_that_nobody_mistakes_and_are_taken_as_people_type_them() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            seen.add(devices.begin("studio-pc", ADDRESS).orThrow().userCode());
        }
        assertThat(seen)
                .hasSize(40)
                .allSatisfy(code -> assertThat(code).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"));
        String code = seen.iterator().next();
        for (String typed :
                List.of(code.toLowerCase(Locale.ROOT), code.replace("-", ""), " " + code.replace("-", " ") + " ")) {
            assertThat(by(md, () -> devices.asked(typed)).isDone()).as(typed).isTrue();
        }
    }

    @Test
    void who_asks_too_often_is_told_so_and_has_to_wait_longer_from_then_on() {
        DeviceSignIn.Begun begun = begun();
        assertThat(told(begun)).isEqualTo(Told.AUTHORIZATION_PENDING);
        clock.advance(Duration.ofMillis(4_999));
        assertThat(told(begun)).isEqualTo(Told.SLOW_DOWN);
        clock.advance(Duration.ofSeconds(5));
        assertThat(told(begun)).isEqualTo(Told.SLOW_DOWN);
        clock.advance(Duration.ofSeconds(15));
        assertThat(told(begun)).isEqualTo(Told.AUTHORIZATION_PENDING);
    }

    @Test
    void a_device_that_is_sent_away_stays_away() {
        DeviceSignIn.Begun begun = begun();
        by(md, () -> devices.deny(begun.userCode())).orThrow();
        assertThat(told(begun)).isEqualTo(Told.ACCESS_DENIED);
        assertThat(codes(by(md, () -> devices.approve(begun.userCode())))).containsExactly("NO_SUCH_DEVICE");
        assertThat(told(begun)).isEqualTo(Told.ACCESS_DENIED);
        assertThat(heard.kinds()).containsExactly("identity.DeviceDenied");
    }

    @Test
    void after_ten_minutes_it_is_over_also_when_it_was_allowed() {
        DeviceSignIn.Begun late = begun();
        DeviceSignIn.Begun idle = begun();
        clock.set(FakeClock.START.plus(Duration.ofMinutes(10)).minusMillis(1));
        approve(late);
        assertThat(told(idle)).isEqualTo(Told.AUTHORIZATION_PENDING);
        clock.set(FakeClock.START.plus(Duration.ofMinutes(10)));
        assertThat(told(late)).isEqualTo(Told.EXPIRED_TOKEN);
        assertThat(told(idle)).isEqualTo(Told.EXPIRED_TOKEN);
        assertThat(codes(by(md, () -> devices.approve(idle.userCode())))).containsExactly("NO_SUCH_DEVICE");
        clock.advance(Duration.ofMinutes(61));
        begun();
        assertThat(told(late)).as("forgotten").isEqualTo(Told.INVALID_GRANT);
        assertThat(sql.column("select id from identity.device_sign_in")).hasSize(1);
        assertThat(devices.poll("nonsense").told()).isEqualTo(Told.INVALID_GRANT);
    }

    @Test
    void five_wrong_codes_make_a_pause_of_ten_minutes_for_that_person_alone() {
        DeviceSignIn.Begun begun = begun();
        for (int i = 0; i < 4; i++) {
            assertThat(codes(by(md, () -> devices.approve("BBBB-BBBB")))).containsExactly("NO_SUCH_DEVICE");
        }
        assertThat(by(md, () -> devices.asked(begun.userCode())).isDone())
                .as("a right one still, and it makes no room")
                .isTrue();
        assertThat(codes(by(md, () -> devices.asked("BBBB-BBBB")))).containsExactly("NO_SUCH_DEVICE");
        assertThat(codes(by(md, () -> devices.approve(begun.userCode())))).containsExactly("TOO_MANY_CODES");
        assertThat(by(admin, () -> devices.asked(begun.userCode())).isDone()).isTrue();
        clock.advance(Duration.ofMinutes(9));
        assertThat(codes(by(md, () -> devices.asked("BBBB-BBBB")))).containsExactly("TOO_MANY_CODES");
        clock.advance(Duration.ofMinutes(1));
        DeviceSignIn.Begun again = begun();
        assertThat(by(md, () -> devices.approve(again.userCode())).isDone()).isTrue();
    }

    @Test
    void a_hundred_questions_at_once_get_one_token() throws Exception {
        DeviceSignIn.Begun begun = begun();
        approve(begun);
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<Told>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(many.submit(() -> told(begun)));
        }
        int given = 0;
        for (Future<Told> answer : answers) {
            given += answer.get() == Told.TOKEN ? 1 : 0;
        }
        many.shutdown();
        assertThat(given).isEqualTo(1);
        assertThat(by(md, () -> tokens.mine())).hasSize(1);
    }

    @Test
    void a_token_cannot_allow_a_device_and_nobody_passes_on_more_than_they_have_left() {
        DeviceSignIn.Begun begun = begun();
        Actor machine = new Actor(md.id(), md.name(), md.roles(), Actor.Source.API);
        assertThat(codes(by(machine, () -> devices.approve(begun.userCode())))).containsExactly("NEEDS_SIGN_IN");
        assertThat(codes(devices.approve(begun.userCode())))
                .as("Onair itself has no account")
                .containsExactly("NO_SUCH_ACCOUNT");
        approve(begun);
        by(admin, () -> accounts.setRoles(md.id(), Set.of(Role.OPS)).orThrow());
        assertThat(told(begun)).isEqualTo(Told.ACCESS_DENIED);
        DeviceSignIn.Begun other = begun();
        approve(other);
        by(admin, () -> accounts.disable(md.id()).orThrow());
        assertThat(told(other)).isEqualTo(Told.ACCESS_DENIED);
        assertThat(sql.column("select id from identity.token")).isEmpty();
    }

    @Test
    void strangers_can_neither_fill_the_list_nor_write_what_they_like() {
        for (int i = 0; i < 50; i++) {
            devices.begin("pc " + i, ADDRESS).orThrow();
        }
        assertThat(codes(devices.begin("one too many", ADDRESS))).containsExactly("TOO_MANY_DEVICES");
        DeviceSignIn.Begun other = devices.begin("a\u202eb\n\tc\u0000" + "가".repeat(100), "192.0.2.8")
                .orThrow();
        String name = by(md, () -> devices.asked(other.userCode())).orThrow().name();
        assertThat(name).startsWith("a b c ").hasSize(60).doesNotContainPattern("\\p{C}");
        clock.advance(Duration.ofMinutes(10));
        assertThat(devices.begin(" ", ADDRESS).isDone()).isTrue();
    }
}
