package live.onair.games;

import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.Play;
import live.onair.games.GameRows.Verification;
import live.onair.games.GameRows.Watched;
import live.onair.games.GameRows.Winner;
import live.onair.games.Games.GameTerms;
import live.onair.games.Plays.ContactWish;
import live.onair.games.Winners.Entrant;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.pins.Stall;
import live.onair.sql.Statements;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.Test;

/** Quizzes, draws and rewards for watching: who wins is drawn as was promised, can be drawn again, and is reached once. */
@RoomTest
class WinnersTest {

    @Inject
    Stall stall;

    @Inject
    Games games;

    @Inject
    Plays plays;

    @Inject
    Winners winners;

    @Inject
    FakeClock clock;

    @Inject
    WorkRunner runner;

    @Inject
    Statements sql;

    private String cream() {
        return stall.product(stall.seller(), "가 크림", 10_000, 10);
    }

    static GameTerms quiz(Integer winners) {
        return new GameTerms(
                GameKind.QUIZ,
                "SPF는?",
                List.of("30", "50", "15"),
                List.of(2),
                "데모 쿠션",
                winners,
                null,
                60,
                null,
                null,
                null);
    }

    static GameTerms draw(int winners, boolean once) {
        return new GameTerms(GameKind.DRAW, "데모 추첨", null, null, "데모 세트", winners, null, null, null, null, once);
    }

    static GameTerms watching(Integer winners) {
        return new GameTerms(GameKind.WATCH, "5분 시청", null, null, "데모 적립금", winners, 5, null, null, null, null);
    }

    private Game open(String show, GameTerms terms) {
        Game game = done(() -> games.add(show, terms));
        return done(() -> games.open(show, game.id()));
    }

    private Outcome<Play> play(Game game, String viewer, Integer choice) {
        return as(Actor.VIEWER, () -> plays.enter(game.id(), viewer, choice));
    }

    private void crowd(Game game, int many) {
        IntStream.range(0, many)
                .forEach(i -> play(game, "viewer-%04d".formatted(i), null).orThrow());
    }

    private void told(Game game) {
        done(() -> games.close(game.show(), game.id()));
        done(() -> games.settle(game.show(), game.id()));
    }

    private List<Winner> winners(Game game) {
        return done(() -> winners.of(game.show(), game.id())).winners();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(why -> why.code()).toList();
    }

    @Test
    void a_quiz_takes_no_answer_after_its_time_and_all_who_are_right_win() {
        String show = stall.onAir(cream());
        Game game = open(show, quiz(null));
        assertThat(game.course().seed()).as("nobody's before the result").isNull();
        play(game, "viewer-0001", 2).orThrow();
        play(game, "viewer-0002", 1).orThrow();
        play(game, "viewer-0003", 2).orThrow();
        assertThat(play(game, "viewer-0001", 2).orThrow().won())
                .as("not told yet")
                .isNull();
        assertThat(codes(play(game, "viewer-0001", 1))).containsExactly("HAVE_PLAYED");
        assertThat(refused(() -> games.settle(show, game.id()))).containsExactly("NOT_CLOSED");
        clock.advance(Duration.ofSeconds(61));
        assertThat(codes(play(game, "viewer-0004", 2)))
                .as("before anybody has closed it")
                .containsExactly("CLOSED");
        runner.runDue();
        done(() -> games.settle(show, game.id()));
        assertThat(refused(() -> games.settle(show, game.id()))).containsExactly("AS_IT_IS");
        assertThat(winners(game)).hasSize(2);
        assertThat(as(Actor.VIEWER, () -> plays.mine(game.id(), "viewer-0003"))
                        .orThrow()
                        .won())
                .isTrue();
        assertThat(as(Actor.VIEWER, () -> plays.mine(game.id(), "viewer-0002"))
                        .orThrow()
                        .won())
                .isFalse();
        assertThat(codes(as(Actor.VIEWER, () -> plays.mine(game.id(), "viewer-0009"))))
                .containsExactly("NOT_WON");
    }

    @Test
    void answers_that_make_no_sense_are_refused() {
        String show = stall.draft(cream());
        GameTerms none =
                new GameTerms(GameKind.QUIZ, "?", List.of("1", "2"), List.of(), "경품", 1, null, null, null, null, null);
        assertThat(refused(() -> games.add(show, none))).containsExactly("RIGHT");
        GameTerms both = new GameTerms(
                GameKind.QUIZ, "?", List.of("1", "2"), List.of(1, 2), "", 101, null, null, null, null, null);
        assertThat(refused(() -> games.add(show, both))).containsExactly("PRIZE", "ALL_RIGHT", "WINNERS");
        GameTerms nobody = new GameTerms(GameKind.DRAW, "추첨", null, null, "경품", null, null, null, null, null, null);
        assertThat(refused(() -> games.add(show, nobody))).containsExactly("WINNERS");
        GameTerms never = new GameTerms(GameKind.WATCH, "시청", null, null, "경품", null, 0, null, null, null, null);
        assertThat(refused(() -> games.add(show, never))).containsExactly("MINUTES");
    }

    @Test
    void a_draw_is_promised_by_its_digest_and_can_be_drawn_again_by_anybody() {
        Game game = open(stall.onAir(cream()), draw(3, false));
        assertThat(game.course().commitment()).hasSize(64);
        crowd(game, 40);
        told(game);
        List<String> tags = winners(game).stream().map(Winner::tag).toList();
        assertThat(tags).hasSize(3).doesNotHaveDuplicates();
        Verification again = done(() -> winners.verify(game.show(), game.id()));
        assertThat(again.holds()).isTrue();
        assertThat(again.recomputed()).isEqualTo(tags);
        // as somebody outside does it: seed and numbers only
        List<String> all = sql.list("select tag from games.entry where game_id = ?", row -> row.text("tag"), game.id());
        assertThat(Drawing.order(again.seed(), all).subList(0, 3)).isEqualTo(tags);
        assertThat(live.onair.kernel.Ids.digest(again.seed()))
                .isEqualTo(game.course().commitment());
        sql.run(
                "insert into games.entry (game_id, viewer, tag, at) values (?, 'viewer-late', 'LATE', now())",
                game.id());
        assertThat(done(() -> winners.verify(game.show(), game.id())).entrantsKept())
                .as("somebody came after the end")
                .isFalse();
    }

    @Test
    void who_cannot_be_reached_is_followed_by_the_next_and_stays_in_the_list() {
        Game game = open(stall.onAir(cream()), draw(2, false));
        crowd(game, 4);
        String out = Drawing.tag(game.id(), "viewer-0000");
        assertThat(refused(() -> winners.exclude(game.show(), game.id(), new Entrant(out, "짧다"))))
                .containsExactly("REASON");
        assertThat(refused(() -> winners.exclude(game.show(), game.id(), new Entrant("0000000000", "없는 번호입니다"))))
                .containsExactly("NO_TAG");
        done(() -> winners.exclude(game.show(), game.id(), new Entrant(out, "우리 직원입니다")));
        told(game);
        String first = winners(game).get(0).tag();
        assertThat(refused(() -> winners.exclude(game.show(), game.id(), new Entrant(first, "발표한 뒤입니다"))))
                .containsExactly("SETTLED");
        done(() -> winners.redraw(game.show(), game.id(), new Entrant(first, "연락이 되지 않음")));
        assertThat(winners(game)).hasSize(3);
        assertThat(winners(game).get(0).why()).isEqualTo("연락이 되지 않음");
        assertThat(winners(game)).extracting(Winner::tag).doesNotContain(out).doesNotHaveDuplicates();
        assertThat(refused(() -> winners.redraw(game.show(), game.id(), new Entrant(first, "연락이 되지 않음"))))
                .containsExactly("NO_WINNER");
        assertThat(done(() -> winners.verify(game.show(), game.id())).holds()).isTrue();
        String second = winners(game).get(1).tag();
        assertThat(refused(() -> winners.redraw(game.show(), game.id(), new Entrant(second, "연락이 되지 않음"))))
                .containsExactly("NOBODY_LEFT");
        assertThat(winners(game).get(1).replacedAt()).as("nothing has changed").isNull();
    }

    @Test
    void one_wins_once_in_a_show_where_it_is_so_set() {
        String show = stall.onAir(cream());
        Game first = open(show, draw(1, false));
        Game second = open(show, draw(2, true));
        crowd(first, 2);
        crowd(second, 2);
        told(first);
        told(second);
        String before = sql.one(
                        "select viewer from games.winner where game_id = ?", row -> row.text("viewer"), first.id())
                .orElseThrow();
        assertThat(winners(second)).extracting(Winner::tag).hasSize(1).doesNotContain(Drawing.tag(second.id(), before));
        assertThat(done(() -> winners.verify(show, second.id())).holds()).isTrue();
    }

    private Watched watch(Game game, String viewer) {
        return as(Actor.VIEWER, () -> plays.watch(game.id(), viewer)).orThrow();
    }

    @Test
    void a_page_cannot_claim_more_watching_than_time_has_passed() {
        Game game = open(stall.onAir(cream()), watching(null));
        for (int i = 0; i < 100; i++) {
            assertThat(watch(game, "viewer-0001").seconds()).isZero();
        }
        clock.advance(Duration.ofSeconds(30));
        watch(game, "viewer-0001");
        assertThat(watch(game, "viewer-0001").seconds())
                .as("two pages do not double")
                .isEqualTo(30);
        clock.advance(Duration.ofMinutes(20));
        assertThat(watch(game, "viewer-0001").seconds())
                .as("nobody watched meanwhile")
                .isEqualTo(30);
        assertThat(codes(play(game, "viewer-0001", null))).containsExactly("BY_WATCHING");
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofSeconds(30));
            watch(game, "viewer-0001");
        }
        assertThat(watch(game, "viewer-0001").entered()).isTrue();
        watch(game, "viewer-0002");
        told(game);
        assertThat(winners(game)).hasSize(1);
        assertThat(codes(as(Actor.VIEWER, () -> plays.watch(game.id(), "viewer-0001"))))
                .containsExactly("CLOSED");
    }

    @Test
    void a_winner_leaves_how_to_be_reached_which_is_masked_exported_with_a_reason_and_deleted() {
        Game game = open(stall.onAir(cream()), draw(1, false));
        crowd(game, 1);
        assertThat(codes(leave(game, "viewer-0000", "김데모", "010-1234-5678", true)))
                .containsExactly("NOT_WON");
        told(game);
        assertThat(codes(leave(game, "viewer-0009", "김데모", "010-1234-5678", true)))
                .containsExactly("NOT_WON");
        assertThat(codes(leave(game, "viewer-0000", "김데모", "010-1234-5678", false)))
                .containsExactly("CONSENT");
        assertThat(codes(leave(game, "viewer-0000", "", "010-1234-5678", true))).containsExactly("NAME");
        assertThat(codes(leave(game, "viewer-0000", "김데모", "=1+1", true))).containsExactly("PHONE");
        leave(game, "viewer-0000", "김데모", "010-1234-5678", true).orThrow();
        assertThat(sql.list("select name || phone kept from games.contact", row -> row.text("kept")))
                .as("closed in the database")
                .allMatch(kept -> !kept.contains("데모") && !kept.contains("5678"));
        assertThat(winners(game).get(0).name()).isEqualTo("김*모");
        assertThat(winners(game).get(0).phone()).isEqualTo("***-****-5678");
        assertThat(refused(() -> winners.export(game.show(), game.id(), "짧다"))).containsExactly("REASON");
        assertThatThrownBy(() -> as(Stall.AUDITOR, () -> winners.export(game.show(), game.id(), "경품을 보내려고")))
                .isInstanceOf(NotAllowedException.class);
        Winners.Export export = done(() -> winners.export(game.show(), game.id(), "경품을 보내려고"));
        assertThat(export.winners().get(0).phone()).isEqualTo("01012345678");
        stall.pass(Duration.ofDays(30));
        stall.work();
        assertThat(sql.list("select 1 one from games.contact", row -> row.number("one")))
                .isEmpty();
        assertThat(winners(game).get(0).name()).isNull();
        assertThat(winners(game).get(0).contactAt())
                .as("that it was left is known")
                .isNotNull();
        assertThat(codes(leave(game, "viewer-0000", "김데모", "010-1234-5678", true)))
                .containsExactly("TOO_LATE");
    }

    private Outcome<String> leave(Game game, String viewer, String name, String phone, boolean agreed) {
        return as(Actor.VIEWER, () -> plays.leave(game.id(), new ContactWish(viewer, name, phone, agreed)));
    }
}
