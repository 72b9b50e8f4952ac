package live.onair.games;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import live.onair.claims.ClaimWatch;
import live.onair.games.EndGameHandler.EndGame;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameEnd;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowState;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Opens games and closes them. Works inside the caller's transaction. */
@Singleton
class GameRun {

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final GameShelf shelf;
    private final WorkQueue queue;
    private final Event<GameEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    GameRun(
            Statements sql,
            Clock clock,
            Ids ids,
            GameShelf shelf,
            WorkQueue queue,
            Event<GameEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.shelf = shelf;
        this.queue = queue;
        this.events = events;
        this.watching = watching;
    }

    Outcome<Game> open(String show, String id, @Nullable String cue) {
        return shelf.locked(show)
                .then(there -> there.state() == ShowState.ON_AIR
                        ? shelf.in(show, id)
                        : Outcome.refused(GameRefusal.NOT_NOW.with(
                                "stateKo",
                                there.state().ko(),
                                "stateEn",
                                there.state().en())))
                .then(game -> switch (game.state()) {
                    case READY -> ClaimWatch.ask(watching, List.of(show), List.of(id), opened(game, cue));
                    case OPEN -> Outcome.refused(GameRefusal.AS_IT_IS.with());
                    case CLOSED, SETTLED -> Outcome.refused(GameRefusal.ONCE.with());
                });
    }

    /** What the winners will be drawn by is chosen now, before anybody takes part, and only its digest is told. */
    private Game opened(Game game, @Nullable String cue) {
        Instant now = clock.instant();
        Integer seconds = game.setup().seconds();
        Instant closes = seconds == null ? null : now.plusSeconds(seconds);
        String seed = game.kind() == GameKind.POLL ? null : ids.secret(32);
        String commitment = seed == null ? null : Drawing.commitment(seed);
        sql.run(
                "update games.game set state = 'OPEN', cue = ?, opens_at = ?, closes_at = ?, seed = ?, commitment = ?"
                        + " where id = ?",
                cue,
                now,
                closes,
                seed,
                commitment,
                game.id());
        if (closes != null) {
            queue.put(new EndGame(game.show(), game.id()), closes);
        }
        events.fire(new GameEvent.Opened(
                game.show(),
                game.id(),
                game.setup().question(),
                GameCheck.words(game.kind(), game.setup()),
                commitment == null ? "" : commitment,
                cue));
        return shelf.find(game.id()).orElseThrow();
    }

    Outcome<Game> close(String show, String id, GameEnd why) {
        shelf.lock(show);
        return shelf.in(show, id)
                .then(game -> game.state() == GameState.OPEN
                        ? Outcome.done(close(game, why))
                        : Outcome.refused(GameRefusal.NOT_OPEN.with()));
    }

    private Game close(Game game, GameEnd why) {
        List<String> tags =
                sql.list("select tag from games.entry where game_id = ?", row -> row.text("tag"), game.id());
        String entrants = Drawing.entrants(tags);
        sql.run(
                "update games.game set state = 'CLOSED', closed_at = ?, ended = ?, entries = ?, entrants = ? where id = ?",
                clock.instant(),
                why,
                tags.size(),
                entrants,
                game.id());
        events.fire(
                new GameEvent.Closed(game.show(), game.id(), game.setup().question(), tags.size(), entrants, why.ko()));
        return shelf.find(game.id()).orElseThrow();
    }

    /** One whose time is over closes by itself. */
    void expire(String show, String id) {
        shelf.lock(show);
        shelf.find(id)
                .filter(game -> game.state() == GameState.OPEN && !game.takes(clock.instant()))
                .ifPresent(game -> close(game, GameEnd.TIME));
    }

    /** With the show all of them close. Their results can be told afterwards. */
    void over(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
            shelf.lock(event.show());
            shelf.of(event.show()).stream()
                    .filter(game -> game.state() == GameState.OPEN)
                    .forEach(game -> close(game, GameEnd.SHOW_OVER));
        }
    }
}
