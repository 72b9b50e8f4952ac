package live.onair.games;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameEnd;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Play;
import live.onair.games.Games.GameTerms;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.pins.Stall;
import live.onair.scheduling.Lifecycle;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** A poll is written before the show, opened on air, voted in by thousands, and closes by hand, by its time or with the show. */
@RoomTest
class PollsTest {

    @Inject
    Stall stall;

    @Inject
    Games games;

    @Inject
    Plays plays;

    @Inject
    Lifecycle lifecycle;

    private String cream() {
        return stall.product(stall.seller(), "가 크림", 10_000, 10);
    }

    static GameTerms poll(boolean changeable, Integer seconds, String... choices) {
        return new GameTerms(
                GameKind.POLL, "어느 색?", List.of(choices), null, null, null, null, seconds, changeable, true, null);
    }

    private Game open(String show, GameTerms terms) {
        Game game = done(() -> games.add(show, terms));
        return done(() -> games.open(show, game.id()));
    }

    private Outcome<Play> vote(Game game, String viewer, Integer choice) {
        return as(Actor.VIEWER, () -> plays.enter(game.id(), viewer, choice));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(why -> why.code()).toList();
    }

    private Game now(Game game) {
        return as(PLANNER, () -> games.of(game.show())).stream()
                .filter(one -> one.id().equals(game.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void terms_that_make_no_sense_are_refused_by_name() {
        String show = stall.draft(cream());
        assertThat(refused(() -> games.add(
                        show, new GameTerms(null, "?", null, null, null, null, null, null, null, null, null))))
                .containsExactly("KIND");
        assertThat(refused(() -> games.add(show, poll(false, 4, "빨강")))).containsExactly("CHOICES", "SECONDS");
        assertThat(refused(() -> games.add(show, poll(false, null, "빨강", "빨강"))))
                .containsExactly("CHOICES");
        assertThat(refused(() -> games.add(show, poll(false, null, "빨강", "<b>파랑</b>"))))
                .containsExactly("CHOICES");
        assertThat(refused(() -> games.add(show, poll(false, null, "1", "2", "3", "4", "5", "6", "7"))))
                .containsExactly("CHOICES");
        assertThat(refused(() -> games.add("SH-0", poll(false, null, "빨강", "파랑"))))
                .containsExactly("NO_SHOW");
        assertThatThrownBy(() -> as(Stall.MODERATOR, () -> games.add(show, poll(false, null, "빨강", "파랑"))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(as(PLANNER, () -> games.of(show))).isEmpty();
    }

    @Test
    void two_hundred_at_once_have_one_vote_each() throws Exception {
        Game game = open(stall.onAir(cream()), poll(false, null, "빨강", "파랑", "초록"));
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Outcome<Play>>> votes = new ArrayList<>();
            IntStream.range(0, 400).forEach(i -> votes.add(() -> vote(game, "viewer-" + i % 200, i % 200 % 3 + 1)));
            for (Future<Outcome<Play>> vote : crowd.invokeAll(votes)) {
                assertThat(vote.get().isDone()).as(codes(vote.get()).toString()).isTrue();
            }
        } finally {
            crowd.shutdown();
        }
        assertThat(as(PLANNER, () -> games.tally(game.id())).entries()).isEqualTo(200);
        assertThat(as(PLANNER, () -> games.tally(game.id())).counts()).containsExactly(67L, 67L, 66L);
    }

    @Test
    void a_vote_stands_unless_the_poll_lets_it_change() {
        String show = stall.onAir(cream());
        Game fixed = open(show, poll(false, null, "빨강", "파랑"));
        assertThat(vote(fixed, "viewer-0001", 1).orThrow().choice()).isEqualTo(1);
        assertThat(vote(fixed, "viewer-0001", 1).isDone())
                .as("once more is the same")
                .isTrue();
        assertThat(codes(vote(fixed, "viewer-0001", 2))).containsExactly("HAVE_PLAYED");
        assertThat(codes(vote(fixed, "viewer-0002", 3))).containsExactly("CHOICE");
        assertThat(codes(vote(fixed, "viewer-0002", null))).containsExactly("CHOICE");
        assertThat(codes(vote(fixed, "<script>", 1))).containsExactly("VIEWER");
        Game free = open(show, poll(true, null, "빨강", "파랑"));
        vote(free, "viewer-0001", 1).orThrow();
        assertThat(vote(free, "viewer-0001", 2).orThrow().choice()).isEqualTo(2);
        assertThat(as(PLANNER, () -> games.tally(free.id())).counts()).containsExactly(0L, 1L);
    }

    @Test
    void it_is_opened_on_air_and_once_and_closes_by_itself_when_its_time_is_over() {
        String show = stall.approved(cream());
        Game game = done(() -> games.add(show, poll(false, 60, "빨강", "파랑")));
        assertThat(codes(vote(game, "viewer-0001", 1))).containsExactly("NO_GAME");
        assertThat(refused(() -> games.open(show, game.id()))).containsExactly("NOT_NOW");
        stall.pass(Duration.ofMinutes(121));
        done(() -> games.open(show, game.id()));
        assertThat(refused(() -> games.open(show, game.id()))).containsExactly("AS_IT_IS");
        assertThat(refused(() -> games.remove(game.id()))).containsExactly("RUNS");
        assertThat(refused(() -> games.change(game.id(), new Games.GameChange(null, poll(true, 60, "빨강", "파랑")))))
                .containsExactly("BEGUN");
        vote(game, "viewer-0001", 1).orThrow();
        stall.pass(Duration.ofSeconds(61));
        assertThat(now(game).course().end()).isEqualTo(GameEnd.TIME);
        assertThat(now(game).course().entries()).isEqualTo(1);
        assertThat(codes(vote(game, "viewer-0002", 1))).containsExactly("CLOSED");
        assertThat(refused(() -> games.open(show, game.id()))).containsExactly("ONCE");
        assertThat(refused(() -> games.settle(show, game.id()))).containsExactly("NO_WINNERS");
        done(() -> games.remove(game.id()));
        assertThat(as(PLANNER, () -> games.of(show))).isEmpty();
        done(() -> games.restore(game.id()));
        assertThat(now(game).course().entries()).isEqualTo(1);
    }

    @Test
    void with_the_show_all_of_them_close_and_what_was_chosen_stays() {
        String show = stall.onAir(cream());
        Game game = open(show, poll(false, null, "빨강", "파랑"));
        vote(game, "viewer-0001", 2).orThrow();
        as(PLANNER, () -> lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stall.work();
        assertThat(now(game).state()).isEqualTo(GameState.CLOSED);
        assertThat(now(game).course().end()).isEqualTo(GameEnd.SHOW_OVER);
        assertThat(as(PLANNER, () -> games.tally(game.id())).counts()).containsExactly(0L, 1L);
        assertThat(refused(() -> games.add(show, poll(false, null, "빨강", "파랑"))))
                .containsExactly("OVER");
    }
}
