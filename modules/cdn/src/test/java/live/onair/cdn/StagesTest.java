package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Quality.SentTo;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.cdn.spi.FakeProbe;
import live.onair.cdn.spi.WatchingReports.Asked;
import live.onair.cdn.spi.WatchingReports.Told;
import live.onair.scheduling.Interruptions;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** A move goes from stage to stage by itself, and stops when what receives the viewers is not well. */
@RoomTest
class StagesTest extends CdnStage {

    private static final int PAUSE = 20;

    private ViewerMove begin(String show) {
        MoveTerms terms = new MoveTerms("domestic", "global", show, null, 5, PAUSE);
        String plan = ops(() -> steering.plan(terms)).hash();
        return ops(() -> steering.move(terms, plan, "시험"));
    }

    private ViewerMove now(ViewerMove move) {
        return steering.moves().stream()
                .filter(one -> one.number() == move.number())
                .findFirst()
                .orElseThrow();
    }

    private List<String> alarms(String show) {
        return interruptions.of(show).stream()
                .filter(alarm -> alarm.closedAt() == null)
                .map(Interruptions.Row::kind)
                .toList();
    }

    @Test
    void it_goes_on_by_itself_while_all_is_well() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        pass(Duration.ofSeconds(PAUSE - 4));
        assertThat(now(move).percent()).isEqualTo(5);
        pass(Duration.ofSeconds(8));
        assertThat(now(move).percent()).isEqualTo(25);
        assertThat(served(show, "global")).isEqualTo(25);
        pass(Duration.ofSeconds(PAUSE + 4));
        assertThat(now(move).percent()).isEqualTo(100);
        assertThat(served(show, "domestic")).isZero();
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void it_stops_where_it_is_when_the_receiving_cdn_is_late_and_goes_on_only_by_hand() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        pass(Duration.ofSeconds(PAUSE + 4));
        probe.sees("https://world.cdn.test", () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(10));
        assertThat(now(move).stopped()).isEqualTo("global:LATE");
        assertThat(alarms(show)).contains("MOVE_STOPPED");
        probe.isWell();
        pass(Duration.ofSeconds(3 * PAUSE));
        assertThat(now(move).percent()).as("stays at its stage").isEqualTo(25);
        assertThat(served(show, "global")).isEqualTo(25);
        ops(() -> steering.stage(move.number(), 100, null));
        assertThat(now(move).stopped()).isNull();
        assertThat(now(move).advanceSeconds()).as("by hand from now on").isNull();
        assertThat(alarms(show)).doesNotContain("MOVE_STOPPED");
    }

    @Test
    void it_stops_when_those_who_were_moved_tell_that_their_pictures_stand_still() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        Instant slot = clock.instant().minusSeconds(5);
        reports.tells(told(slot, show, "global", 5_000, 0, 0));
        pass(Duration.ofSeconds(10));
        assertThat(now(move).stopped()).isEqualTo("global:VIEWERS");
        ops(() -> steering.undo(move.number()));
        assertThat(alarms(show)).doesNotContain("MOVE_STOPPED");
    }

    @Test
    void it_stops_when_answers_do_not_come_to_those_who_were_moved() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        failing(show, 7);
        pass(Duration.ofSeconds(6));
        assertThat(now(move).stopped())
                .as("fewer than one for two viewers, and two")
                .isNull();
        failing(show, 8);
        pass(Duration.ofSeconds(6));
        assertThat(now(move).stopped()).isEqualTo("global:VIEWERS");
    }

    /** Ten viewers at one place, for ten seconds each: how long their pictures stood still, what did not come, and who is elsewhere. */
    private static Told told(Instant slot, String show, String cdn, int stalled, int failed, int elsewhere) {
        return new Told(
                slot,
                show,
                cdn,
                "KR",
                "KT",
                10,
                0,
                0,
                100_000 - stalled,
                stalled,
                failed,
                elsewhere,
                1_000,
                50_000,
                0,
                List.of(),
                NOT_BY_STEPS,
                0,
                0);
    }

    /** Ten viewers whose pictures never stand still miss so many answers. */
    private void failing(String show, int answers) {
        reports.tells(told(clock.instant().minusSeconds(12), show, "global", 0, answers, 0));
    }

    @Test
    void a_pause_that_cannot_be_is_refused() {
        policy(100);
        assertThat(refused(() -> steering.plan(new MoveTerms("domestic", "global", null, null, 5, 3))))
                .containsExactly("RANGE");
        assertThat(refused(() -> steering.plan(new MoveTerms("domestic", "global", null, null, 5, 9_999))))
                .containsExactly("RANGE");
    }

    @Test
    void it_stops_when_players_do_not_stay_where_they_are_sent() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        Instant slot = clock.instant().minusSeconds(5);
        for (int back = 0; back < 3; back++) {
            reports.tells(told(slot.minusSeconds(10L * back), show, "domestic", 0, 0, 9));
        }
        pass(Duration.ofSeconds(10));
        assertThat(now(move).stopped()).isEqualTo("global:LEFT");
    }

    /** So many players whom their order sends to that CDN, whatever page they are on. */
    private void ask(String show, String cdn, int players, int elsewhere) {
        for (int back = 0; back < 3; back++) {
            reports.tells(new Asked(
                    clock.instant().minusSeconds(10L * back + 11),
                    show,
                    "default",
                    cdn,
                    players * 2,
                    elsewhere * 2,
                    players * 10));
        }
    }

    @Test
    void it_stops_when_bare_players_say_that_they_are_not_where_they_were_sent() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        ask(show, "domestic", 9, 9);
        ask(show, "global", 9, 3);
        pass(Duration.ofSeconds(6));
        assertThat(now(move).stopped()).as("a third, and who is sent elsewhere").isNull();
        ask(show, "domestic", 9, 9);
        ask(show, "global", 30, 13);
        pass(Duration.ofSeconds(6));
        assertThat(now(move).stopped()).isEqualTo("global:LEFT");
        assertThat(as(OPS, quality::sent))
                .filteredOn(one -> one.show().equals(show) && one.cdn().equals("domestic"))
                .containsExactly(new SentTo(show, "default", "domestic", 9, 9));
    }

    @Test
    void two_players_alone_stop_nothing_and_nobody_is_counted_twice() {
        policy(100);
        String show = onAir();
        pass(Duration.ofSeconds(10));
        ViewerMove move = begin(show);
        ask(show, "global", 2, 2);
        for (int back = 0; back < 3; back++) {
            reports.tells(told(clock.instant().minusSeconds(10L * back + 11), show, "domestic", 0, 0, 2));
        }
        pass(Duration.ofSeconds(PAUSE - 6));
        assertThat(now(move).stopped()).isNull();
    }
}
