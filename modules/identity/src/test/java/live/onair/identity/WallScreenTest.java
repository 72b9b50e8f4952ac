package live.onair.identity;

import static live.onair.identity.People.PASSWORD;
import static live.onair.identity.People.by;
import static live.onair.identity.People.codes;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R11: a wall screen stays signed in, and whoever walks by can look and do nothing. */
@RoomTest
class WallScreenTest {

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    People people;

    @Inject
    Heard heard;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private Actor ops;
    private Actor other;

    @BeforeEach
    void somePeople() {
        clock.set(FakeClock.START);
        sql.run("delete from identity.session");
        ops = people.some("wall-ops", Role.OPS);
        other = people.some("wall-other", Role.OPS);
        heard.clear();
    }

    private String enter(String login) {
        return signIn.withPassword(login, PASSWORD, "192.0.2.9", "Wall Browser")
                .orThrow()
                .sessionId();
    }

    @Test
    void a_day_and_a_night_later_it_is_still_signed_in_and_carries_no_role() {
        String wall = enter("wall-ops");
        String desk = enter("wall-ops");
        assertThat(by(ops, () -> sessions.wall(wall)).orThrow().wall()).isTrue();
        clock.advance(Duration.ofHours(24));
        assertThat(sessions.find(desk)).isEmpty();
        Actor onWall = sessions.find(wall).orElseThrow();
        assertThat(onWall.id()).isEqualTo(ops.id());
        assertThat(onWall.roles()).isEmpty();
        clock.advance(Duration.ofDays(29));
        assertThat(sessions.find(wall)).isPresent();
        enter("wall-other");
        assertThat(sessions.find(wall)).as("not swept with the old ones").isPresent();
        clock.advance(Duration.ofDays(29));
        assertThat(sessions.find(wall)).as("seen, not touched, all the time").isPresent();
        clock.advance(Duration.ofDays(31));
        assertThat(sessions.find(wall)).as("not seen for a month").isEmpty();
        assertThat(heard.kinds()).contains("identity.WallScreenMade");
    }

    @Test
    void it_is_ones_own_to_make_and_ends_like_any_sign_in() {
        String wall = enter("wall-ops");
        assertThat(codes(by(other, () -> sessions.wall(wall)))).containsExactly("NO_SUCH_SESSION");
        assertThat(sessions.find(wall).orElseThrow().roles()).containsExactly(Role.OPS);
        String id = by(ops, () -> sessions.wall(wall)).orThrow().id();
        assertThat(by(ops, sessions::mine))
                .singleElement()
                .satisfies(s -> assertThat(s.wall()).isTrue());
        by(ops, () -> sessions.revoke(id)).orThrow();
        assertThat(sessions.find(wall)).isEmpty();
    }
}
