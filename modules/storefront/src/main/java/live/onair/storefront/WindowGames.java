package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Setup;
import live.onair.games.GameRows.Winner;
import live.onair.games.GameRows.WinnerList;
import live.onair.games.Games;
import live.onair.games.Winners;
import live.onair.kernel.Outcome;

/** The games that viewers of a show have seen, and how they ended. What is right, and the seed, not before the result is told. */
@Singleton
class WindowGames {

    /** Longer lists of winners are not in the file: each page asks whether its own viewer won. */
    private static final int MOST = 300;

    private final Games games;
    private final Winners winners;

    @Inject
    WindowGames(Games games, Winners winners) {
        this.games = games;
        this.winners = winners;
    }

    /** Adds them to the file of this show. */
    void add(ObjectNode window, String show) {
        ArrayNode all = window.putArray("games");
        games.shown(show).forEach(game -> game(all.addObject(), game));
    }

    /** Whether counts of this show change from one second to the next. */
    boolean counts(String show) {
        return games.shown(show).stream()
                .anyMatch(game -> game.state() == GameState.OPEN && game.setup().live());
    }

    private void game(ObjectNode row, Game game) {
        Setup setup = game.setup();
        row.put("id", game.id())
                .put("kind", game.kind().name())
                .put("state", game.state().name())
                .put("question", setup.question());
        ArrayNode choices = row.putArray("choices");
        setup.choices().forEach(choices::add);
        row.put("prize", setup.prize())
                .put("winners", setup.winners())
                .put("minutes", setup.minutes())
                .put("changeable", setup.changeable())
                .put("from", PublishWindowHandler.iso(game.course().opensAt()))
                .put("until", PublishWindowHandler.iso(game.course().closesAt()))
                .put("commitment", game.course().commitment());
        boolean poll = game.kind() == GameKind.POLL;
        if (poll && (setup.live() || game.state() != GameState.OPEN)) {
            ArrayNode counts = row.putArray("counts");
            games.tally(game.id()).counts().forEach(counts::add);
        }
        if (game.state() == GameState.SETTLED) {
            result(row, game);
        }
    }

    private void result(ObjectNode row, Game game) {
        ArrayNode right = row.putArray("right");
        game.setup().right().forEach(right::add);
        row.put("seed", game.course().seed()).put("entries", game.course().entries());
        List<String> tags =
                winners.of(game.show(), game.id()).map(WindowGames::tags) instanceof Outcome.Done<List<String>> done
                        ? done.value()
                        : List.of();
        row.put("won", tags.size());
        if (tags.size() <= MOST) {
            ArrayNode told = row.putArray("tags");
            tags.forEach(told::add);
        }
    }

    private static List<String> tags(WinnerList list) {
        return list.winners().stream()
                .filter(one -> one.replacedAt() == null)
                .map(Winner::tag)
                .toList();
    }
}
