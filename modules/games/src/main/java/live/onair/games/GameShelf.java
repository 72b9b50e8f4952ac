package live.onair.games;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import live.onair.games.GameRows.Course;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameEnd;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Setup;
import live.onair.games.GameRows.Turnout;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** Where games lie; who waits for whom. Works inside the caller's transaction. */
@Singleton
class GameShelf {

    /** So many games has a show. */
    static final int MOST = 30;

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final Event<GameEvent> events;

    @Inject
    GameShelf(Statements sql, Clock clock, Shows shows, Event<GameEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.events = events;
    }

    /** Whoever changes games of a show waits for whoever is taking part, and they for it; those who take part do not wait for each other. */
    void lock(String show) {
        sql.one("select pg_advisory_xact_lock(hashtext('games'), hashtext(?))", row -> true, show);
    }

    /** Nobody changes games of this show until the transaction is over. */
    void share(String show) {
        sql.one("select pg_advisory_xact_lock_shared(hashtext('games'), hashtext(?))", row -> true, show);
    }

    /** The show, behind its lock: one that ends meanwhile has ended before, or closes what is opened now. */
    Outcome<ShowRows.Show> locked(String id) {
        lock(id);
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(GameRefusal.NO_SHOW.with("show", id));
        }
        return show.state().isOver() ? Outcome.refused(GameRefusal.OVER.with()) : Outcome.done(show);
    }

    List<Game> of(String show) {
        return sql.list(
                "select * from games.game where show_id = ? and removed_at is null order by id", GameShelf::read, show);
    }

    /** Those that viewers have seen, the newest first. */
    List<Game> shown(String show) {
        return sql.list(
                "select * from games.game where show_id = ? and removed_at is null and state <> 'READY'"
                        + " order by opens_at desc, id desc limit 10",
                GameShelf::read,
                show);
    }

    Optional<Game> find(String id) {
        return sql.one("select * from games.game where id = ? and removed_at is null", GameShelf::read, id);
    }

    Outcome<Game> in(String show, String id) {
        return find(id).filter(game -> game.show().equals(show))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(GameRefusal.NO_GAME.with("id", id)));
    }

    /** The game, behind the lock of its show. */
    Outcome<Game> held(String id) {
        Game seen = find(id).orElse(null);
        if (seen == null) {
            return Outcome.refused(GameRefusal.NO_GAME.with("id", id));
        }
        lock(seen.show());
        return in(seen.show(), id);
    }

    Outcome<Game> remove(String id) {
        return held(id).then(game -> {
            if (game.state() == GameState.OPEN) {
                return Outcome.refused(GameRefusal.RUNS.with());
            }
            sql.run("update games.game set removed_at = ? where id = ?", clock.instant(), id);
            events.fire(new GameEvent.Removed(game.show(), id, game.setup().question()));
            return Outcome.done(game);
        });
    }

    Outcome<Game> restore(String id) {
        String show = showOf(id);
        if (show.isEmpty()) {
            return Outcome.refused(GameRefusal.NO_GAME.with("id", id));
        }
        lock(show);
        if (sql.run("update games.game set removed_at = null where id = ? and removed_at is not null", id) == 0) {
            return Outcome.refused(GameRefusal.AS_IT_IS.with());
        }
        return room(show, MOST).then(there -> in(show, id)).map(game -> {
            events.fire(new GameEvent.Restored(show, id, game.setup().question()));
            return game;
        });
    }

    /** The show of a game, also of one that was taken away. */
    String showOf(String id) {
        return sql.one("select show_id from games.game where id = ?", row -> row.text("show_id"), id)
                .orElse("");
    }

    /** Whether the show has no more than so many. */
    Outcome<String> room(String show, int most) {
        return of(show).size() > most ? Outcome.refused(GameRefusal.TOO_MANY.with("max", MOST)) : Outcome.done(show);
    }

    /** Counted when it is asked for: no vote waits for a count. */
    Turnout tally(Game game) {
        Long[] counts = new Long[game.setup().choices().size()];
        Arrays.fill(counts, 0L);
        long[] all = {0};
        sql.list(
                "select coalesce(choice, 0) choice, count(*) n from games.entry where game_id = ? group by 1",
                row -> {
                    int choice = row.number("choice");
                    all[0] += row.big("n");
                    if (choice >= 1 && choice <= counts.length) {
                        counts[choice - 1] = row.big("n");
                    }
                    return choice;
                },
                game.id());
        return new Turnout(game.id(), all[0], List.of(counts));
    }

    private static Game read(Row row) throws SQLException {
        GameState state = GameState.valueOf(row.text("state"));
        return new Game(
                row.text("id"),
                row.text("show_id"),
                row.number("version"),
                GameKind.valueOf(row.text("kind")),
                setup(row),
                state,
                course(row, state),
                row.text("changed_by"),
                row.instant("changed_at"));
    }

    private static Setup setup(Row row) throws SQLException {
        List<Integer> right = new ArrayList<>();
        row.texts("right_ones").forEach(one -> right.add(Integer.valueOf(one)));
        return new Setup(
                row.text("question"),
                row.texts("choices"),
                right,
                row.text("prize"),
                row.numberOrNull("winners"),
                row.numberOrNull("minutes"),
                row.numberOrNull("runs_seconds"),
                row.isTrue("changeable"),
                row.isTrue("live"),
                row.isTrue("once"));
    }

    /** The seed is nobody's before the result is told. */
    private static Course course(Row row, GameState state) throws SQLException {
        return new Course(
                row.textOrNull("cue"),
                row.instantOrNull("opens_at"),
                row.instantOrNull("closes_at"),
                row.instantOrNull("closed_at"),
                row.maybeText("ended").map(GameEnd::valueOf).orElse(null),
                row.textOrNull("commitment"),
                state == GameState.SETTLED ? row.textOrNull("seed") : null,
                row.numberOrNull("entries"),
                row.textOrNull("entrants"),
                row.instantOrNull("settled_at"));
    }
}
