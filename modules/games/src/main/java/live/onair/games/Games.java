package live.onair.games;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameEnd;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.Turnout;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Polls, quizzes, draws and rewards for watching: written before the show, run on air, their results told. */
@Singleton
@Transactional
@Guarded
public class Games {

    private final GameBook book;
    private final GameShelf shelf;
    private final GameRun run;
    private final Settling settling;

    @Inject
    Games(GameBook book, GameShelf shelf, GameRun run, Settling settling) {
        this.book = book;
        this.shelf = shelf;
        this.run = run;
        this.settling = settling;
    }

    /**
     * All that is said of a game; what its kind has no use for is not looked at.
     *
     * @param question 1 to 120 characters; of a draw what it is called
     * @param choices two to six, of a poll and a quiz
     * @param right which choices are right, counted from 1
     * @param winners how many are drawn, 1 to 100; null for all who are right or watched long enough
     * @param minutes how long one has to watch
     * @param seconds how long it stays open, 5 to 7,200; null until it is closed
     * @param changeable whether a vote can change, null for no
     * @param live whether viewers see the counts meanwhile, null for yes
     * @param once whether one wins once a show, null for no
     */
    public record GameTerms(
            @Nullable GameKind kind,
            @Nullable String question,
            @Nullable List<String> choices,
            @Nullable List<Integer> right,
            @Nullable String prize,
            @Nullable Integer winners,
            @Nullable Integer minutes,
            @Nullable Integer seconds,
            @Nullable Boolean changeable,
            @Nullable Boolean live,
            @Nullable Boolean once) {}

    /**
     * A change: what is said from now on, all of it.
     *
     * @param version the version that was read, null not to look
     */
    public record GameChange(@Nullable Integer version, GameTerms terms) {}

    /** The games of a show, in the order in which they were written. */
    @AllowedTo
    public List<Game> of(String show) {
        return shelf.of(show);
    }

    /** Those that viewers have seen, the newest first. */
    @AllowedTo
    public List<Game> shown(String show) {
        return shelf.shown(show);
    }

    /** How many took part in each game of a show, and what they chose. */
    @AllowedTo
    public List<Turnout> tallies(String show) {
        return shelf.of(show).stream().map(shelf::tally).toList();
    }

    /** How many took part in this one; nothing is counted for a game that there is not. */
    @AllowedTo
    public Turnout tally(String id) {
        return shelf.find(id).map(shelf::tally).orElseGet(() -> new Turnout(id, 0, List.of()));
    }

    /** Writes one; viewers do not see it yet. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.add", ko = "이벤트 추가", en = "Add a game")
    public Outcome<Game> add(String show, GameTerms terms) {
        return book.add(show, terms);
    }

    /** Writes one anew that was not opened yet. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.change", ko = "이벤트 고치기", en = "Change the game")
    public Outcome<Game> change(String id, GameChange wanted) {
        return book.change(id, wanted);
    }

    /** Takes one away that is not open; it can be put back. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.remove", ko = "이벤트 지우기", en = "Remove the game")
    public Outcome<Game> remove(String id) {
        return shelf.remove(id);
    }

    /** Puts one back that was taken away. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.restore", ko = "이벤트 되살리기", en = "Put the game back")
    public Outcome<Game> restore(String id) {
        return shelf.restore(id);
    }

    /** Lets viewers of a show on air take part, from now on for as long as it says. Once only. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.open", ko = "이벤트 열기", en = "Open the game")
    public Outcome<Game> open(String show, String id) {
        return run.open(show, id, null);
    }

    /** Lets nobody take part any more. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.close", ko = "마감", en = "Close the game")
    public Outcome<Game> close(String show, String id) {
        return run.close(show, id, GameEnd.HAND);
    }

    /** Tells the right answer and who won. It cannot be taken back. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "games.settle", ko = "결과 발표", en = "Tell the result", danger = Action.Danger.CAREFUL)
    public Outcome<Game> settle(String show, String id) {
        return settling.settle(show, id);
    }
}
