package live.onair.games;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Verification;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Statements;

/** Tells results: who wins, and who wins instead. Works inside the caller's transaction. */
@Singleton
class Settling {

    static final int REASON = 5;
    private static final String WON_BEFORE = "이 방송에서 이미 당첨";

    private final Statements sql;
    private final Clock clock;
    private final GameShelf shelf;
    private final Event<GameEvent> events;

    @Inject
    Settling(Statements sql, Clock clock, GameShelf shelf, Event<GameEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.events = events;
    }

    Outcome<Game> settle(String show, String id) {
        shelf.lock(show);
        return shelf.in(show, id).then(game -> {
            if (game.kind() == GameKind.POLL) {
                return Outcome.refused(GameRefusal.NO_WINNERS.with());
            }
            return switch (game.state()) {
                case SETTLED -> Outcome.refused(GameRefusal.AS_IT_IS.with());
                case READY, OPEN -> Outcome.refused(GameRefusal.NOT_CLOSED.with());
                case CLOSED -> Outcome.done(settled(game));
            };
        });
    }

    private Game settled(Game game) {
        exceptWinners(game);
        String seed = seed(game);
        List<String> order = Drawing.order(seed, eligible(game));
        Integer wanted = game.setup().winners();
        int last = wanted == null ? order.size() : Math.min(wanted, order.size());
        for (int i = 0; i < last; i++) {
            win(game, i + 1, order.get(i));
        }
        sql.run("update games.game set state = 'SETTLED', settled_at = ? where id = ?", clock.instant(), game.id());
        events.fire(new GameEvent.Settled(game.show(), game.id(), game.setup().question(), last, seed));
        return shelf.find(game.id()).orElseThrow();
    }

    private String seed(Game game) {
        return sql.one("select seed from games.game where id = ?", row -> row.text("seed"), game.id())
                .orElseThrow();
    }

    private void win(Game game, int place, String tag) {
        sql.run(
                "insert into games.winner (game_id, place, viewer, tag, drawn_at) select game_id, ?, viewer, tag, ?"
                        + " from games.entry where game_id = ? and tag = ?",
                place,
                clock.instant(),
                game.id(),
                tag);
    }

    /** Where one wins once a show, who has won elsewhere is put out by name, so that the draw can be done again from what is kept. */
    private void exceptWinners(Game game) {
        if (game.setup().once()) {
            sql.run(
                    "insert into games.exclusion (game_id, tag, reason, at, by_whom) select e.game_id, e.tag, ?, ?, ?"
                            + " from games.entry e where e.game_id = ? and exists (select 1 from games.winner w"
                            + " join games.game g on g.id = w.game_id where g.show_id = ? and g.id <> e.game_id"
                            + " and w.viewer = e.viewer and w.replaced_at is null)"
                            + " and not exists (select 1 from games.winner w where w.game_id = e.game_id and w.tag = e.tag)"
                            + " on conflict do nothing",
                    WON_BEFORE,
                    clock.instant(),
                    "Onair",
                    game.id(),
                    game.show());
        }
    }

    /** Those who took part, are right and are not put out. */
    private List<String> eligible(Game game) {
        Set<Integer> right = new HashSet<>(game.setup().right());
        record Entry(String tag, int choice) {}
        return sql
                .list(
                        "select e.tag, coalesce(e.choice, 0) choice from games.entry e where e.game_id = ? and not exists"
                                + " (select 1 from games.exclusion x where x.game_id = e.game_id and x.tag = e.tag)",
                        row -> new Entry(row.text("tag"), row.number("choice")),
                        game.id())
                .stream()
                .filter(entry -> game.kind() != GameKind.QUIZ || right.contains(entry.choice()))
                .map(Entry::tag)
                .toList();
    }

    private List<String> drawn(Game game) {
        return sql.list(
                "select tag from games.winner where game_id = ? order by place", row -> row.text("tag"), game.id());
    }

    private static String why(String reason) {
        return GameCheck.line(reason, 200);
    }

    Outcome<Game> exclude(String show, String id, String tag, String reason) {
        shelf.lock(show);
        if (why(reason).length() < REASON) {
            return Outcome.refused(GameRefusal.REASON.with("field", "reason", "min", REASON));
        }
        return shelf.in(show, id).then(game -> {
            if (game.state() == GameState.SETTLED) {
                return Outcome.refused(GameRefusal.SETTLED.with());
            }
            int out = sql.run(
                    "insert into games.exclusion (game_id, tag, reason, at, by_whom) select distinct game_id, tag, ?, ?, ?"
                            + " from games.entry where game_id = ? and tag = ? on conflict do nothing",
                    why(reason),
                    clock.instant(),
                    Acting.actor().name(),
                    id,
                    tag);
            if (out == 0) {
                return Outcome.refused(GameRefusal.NO_TAG.with("field", "tag", "tag", tag));
            }
            events.fire(new GameEvent.Excluded(show, id, tag, why(reason)));
            return Outcome.done(game);
        });
    }

    /** The next in the order of the same draw wins instead; who had won stays in the list with the reason. */
    Outcome<Game> redraw(String show, String id, String tag, String reason) {
        shelf.lock(show);
        if (why(reason).length() < REASON) {
            return Outcome.refused(GameRefusal.REASON.with("field", "reason", "min", REASON));
        }
        return shelf.in(show, id).then(game -> {
            if (game.setup().winners() == null) {
                return Outcome.refused(GameRefusal.NOT_DRAWN.with());
            }
            int gone = sql.run(
                    "update games.winner set replaced_at = ?, replaced_by = ?, why = ? where game_id = ? and tag = ? and"
                            + " replaced_at is null",
                    clock.instant(),
                    Acting.actor().name(),
                    why(reason),
                    id,
                    tag);
            if (gone == 0) {
                return Outcome.refused(GameRefusal.NO_WINNER.with("tag", tag));
            }
            sql.run(
                    "delete from games.contact c using games.winner w where c.game_id = ? and w.game_id = c.game_id"
                            + " and w.viewer = c.viewer and w.tag = ?",
                    id,
                    tag);
            return instead(game, tag, why(reason));
        });
    }

    private Outcome<Game> instead(Game game, String tag, String reason) {
        exceptWinners(game);
        List<String> drawn = drawn(game);
        List<String> rest = new ArrayList<>(Drawing.order(seed(game), eligible(game)));
        rest.removeAll(drawn);
        if (rest.isEmpty()) {
            return Outcome.refused(GameRefusal.NOBODY_LEFT.with());
        }
        win(game, drawn.size() + 1, rest.get(0));
        events.fire(new GameEvent.Redrawn(game.show(), game.id(), tag, rest.get(0), reason));
        return Outcome.done(game);
    }

    /** Draws again from what is kept. */
    Outcome<Verification> verify(String show, String id) {
        return shelf.in(show, id).then(game -> {
            if (game.state() != GameState.SETTLED) {
                return Outcome.refused(GameRefusal.NOT_CLOSED.with());
            }
            String seed = seed(game);
            List<String> tags = sql.list("select tag from games.entry where game_id = ?", row -> row.text("tag"), id);
            List<String> drawn = drawn(game);
            List<String> again = Drawing.order(seed, eligible(game)).stream()
                    .limit(drawn.size())
                    .toList();
            return Outcome.done(new Verification(
                    id,
                    seed,
                    Drawing.commitment(seed).equals(game.course().commitment()),
                    Drawing.entrants(tags).equals(game.course().entrants()),
                    again.equals(drawn),
                    again));
        });
    }
}
