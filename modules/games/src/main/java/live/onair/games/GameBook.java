package live.onair.games;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import live.onair.claims.ClaimWatch;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Setup;
import live.onair.games.Games.GameChange;
import live.onair.games.Games.GameTerms;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Writes games. Works inside the caller's transaction. */
@Singleton
class GameBook {

    private final Statements sql;
    private final Clock clock;
    private final GameShelf shelf;
    private final Event<GameEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    GameBook(Statements sql, Clock clock, GameShelf shelf, Event<GameEvent> events, Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.events = events;
        this.watching = watching;
    }

    Outcome<Game> add(String show, GameTerms terms) {
        return shelf.locked(show)
                .then(found -> GameCheck.read(terms))
                .then(kept -> shelf.room(show, GameShelf.MOST - 1).map(room -> {
                    String id = String.format(
                            Locale.ROOT,
                            "GM-%05d",
                            sql.one("select nextval('games.game_number') n", row -> row.big("n"))
                                    .orElseThrow());
                    sql.run(
                            "insert into games.game (id, show_id, version, state, kind, question, choices, right_ones, prize,"
                                    + " winners, minutes, runs_seconds, changeable, live, once, changed_at, changed_by)"
                                    + " values (?, ?, 1, 'READY', ?, ?, ?, ?, ?, ?::integer, ?::integer, ?::integer, ?, ?, ?, ?, ?)",
                            values(kept, id, show));
                    events.fire(new GameEvent.Added(show, id, kept.setup().question(), words(kept)));
                    return shelf.find(id).orElseThrow();
                }))
                .then(this::asked);
    }

    private Outcome<Game> asked(Game game) {
        return ClaimWatch.ask(watching, List.of(game.show()), List.of(game.id()), game);
    }

    private static String words(GameCheck kept) {
        return GameCheck.words(kept.kind(), kept.setup());
    }

    private @Nullable Object[] values(GameCheck kept, @Nullable Object... before) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(before));
        Setup setup = kept.setup();
        values.add(kept.kind());
        values.add(setup.question());
        values.add(setup.choices());
        values.add(setup.right().stream().map(Integer::longValue).toArray(Long[]::new));
        values.add(setup.prize());
        values.add(setup.winners());
        values.add(setup.minutes());
        values.add(setup.seconds());
        values.add(setup.changeable());
        values.add(setup.live());
        values.add(setup.once());
        values.add(clock.instant());
        values.add(Acting.actor().name());
        return values.toArray();
    }

    Outcome<Game> change(String id, GameChange wanted) {
        return shelf.held(id)
                .then(game -> shelf.locked(game.show()).map(show -> game))
                .then(now -> {
                    if (wanted.version() != null && wanted.version() != now.version()) {
                        return Outcome.refused(GameRefusal.STALE.with());
                    }
                    return now.state() == GameState.READY
                            ? GameCheck.read(wanted.terms()).then(kept -> keep(now, kept))
                            : Outcome.refused(GameRefusal.BEGUN.with());
                });
    }

    private Outcome<Game> keep(Game now, GameCheck kept) {
        GameCheck before = new GameCheck(now.kind(), now.setup());
        if (kept.equals(before)) {
            return Outcome.refused(GameRefusal.AS_IT_IS.with());
        }
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(values(kept)));
        values.add(now.id());
        sql.run(
                "update games.game set version = version + 1, kind = ?, question = ?, choices = ?, right_ones = ?, prize = ?,"
                        + " winners = ?::integer, minutes = ?::integer, runs_seconds = ?::integer, changeable = ?, live = ?,"
                        + " once = ?, changed_at = ?, changed_by = ? where id = ?",
                values.toArray());
        events.fire(new GameEvent.Changed(
                now.show(),
                now.id(),
                kept.setup().question(),
                now.setup().question() + ": " + words(before),
                kept.setup().question() + ": " + words(kept)));
        return asked(shelf.find(now.id()).orElseThrow());
    }
}
