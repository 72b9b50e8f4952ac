package live.onair.games;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Play;
import live.onair.games.GameRows.Watched;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * What viewers do in games: a row each, so that thousands at once do not wait for each other. Works inside the caller's
 * transaction.
 */
@Singleton
class EntryBook {

    /** Who is not heard of for longer has not watched meanwhile. */
    static final Duration LONGEST = Duration.ofSeconds(75);

    /** A page that tells more often is answered and not written. */
    static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Statements sql;
    private final Clock clock;
    private final GameShelf shelf;

    @Inject
    EntryBook(Statements sql, Clock clock, GameShelf shelf) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
    }

    /** The game, which nobody changes until the transaction is over. */
    private <T> Outcome<T> with(String id, String viewer, Function<Game, Outcome<T>> deed) {
        if (!Ids.isViewer(viewer)) {
            return Outcome.refused(GameRefusal.VIEWER.with("field", "viewer"));
        }
        Game seen = shelf.find(id).orElse(null);
        if (seen == null || seen.state() == GameState.READY) {
            return Outcome.refused(GameRefusal.NO_GAME.with("id", id));
        }
        shelf.share(seen.show());
        return shelf.in(seen.show(), id).then(deed);
    }

    Outcome<Play> enter(String id, String viewer, @Nullable Integer choice) {
        return with(id, viewer, game -> {
            if (game.kind() == GameKind.WATCH) {
                return Outcome.refused(GameRefusal.BY_WATCHING.with());
            }
            int choices = game.setup().choices().size();
            boolean right =
                    game.kind().hasChoices() ? choice != null && choice >= 1 && choice <= choices : choice == null;
            if (!right) {
                return Outcome.refused(GameRefusal.CHOICE.with("field", "choice"));
            }
            return game.takes(clock.instant())
                    ? entered(game, viewer, choice)
                    : again(game, viewer, choice, GameRefusal.CLOSED);
        });
    }

    private Outcome<Play> entered(Game game, String viewer, @Nullable Integer choice) {
        write(game, viewer, choice);
        if (game.setup().changeable()) {
            sql.run(
                    "update games.entry set choice = ?, at = ? where game_id = ? and viewer = ? and choice <> ?",
                    choice,
                    clock.instant(),
                    game.id(),
                    viewer,
                    choice);
        }
        return again(game, viewer, choice, GameRefusal.HAVE_PLAYED);
    }

    private void write(Game game, String viewer, @Nullable Integer choice) {
        sql.run(
                "insert into games.entry (game_id, viewer, tag, choice, at) values (?, ?, ?, ?::integer, ?)"
                        + " on conflict (game_id, viewer) do nothing",
                game.id(),
                viewer,
                Drawing.tag(game.id(), viewer),
                choice,
                clock.instant());
    }

    /** What stands; the same once more is the same, another is refused. */
    private Outcome<Play> again(Game game, String viewer, @Nullable Integer choice, GameRefusal otherwise) {
        Play play = play(game, viewer);
        return play != null && Objects.equals(play.choice(), choice)
                ? Outcome.done(play)
                : Outcome.refused(otherwise.with());
    }

    Outcome<Play> mine(String id, String viewer) {
        return with(id, viewer, game -> {
            Play play = play(game, viewer);
            return play == null ? Outcome.refused(GameRefusal.NOT_WON.with()) : Outcome.done(play);
        });
    }

    private @Nullable Play play(Game game, String viewer) {
        return sql.one(
                        "select e.tag, e.choice, w.viewer is not null won, w.contact_at is not null reached from games.entry e"
                                + " left join games.winner w on w.game_id = e.game_id and w.viewer = e.viewer and"
                                + " w.replaced_at is null where e.game_id = ? and e.viewer = ?",
                        row -> new Play(
                                game.id(),
                                row.text("tag"),
                                row.numberOrNull("choice"),
                                game.state() == GameState.SETTLED ? Boolean.valueOf(row.isTrue("won")) : null,
                                row.isTrue("reached")),
                        game.id(),
                        viewer)
                .orElse(null);
    }

    /** The page only says that it is there: how much time has passed is this clock's word, however many pages say so. */
    Outcome<Watched> watch(String id, String viewer) {
        return with(id, viewer, game -> {
            if (game.kind() != GameKind.WATCH) {
                return Outcome.refused(GameRefusal.NOT_BY_WATCHING.with());
            }
            return game.takes(clock.instant())
                    ? Outcome.done(watched(game, viewer))
                    : Outcome.refused(GameRefusal.CLOSED.with());
        });
    }

    private Watched watched(Game game, String viewer) {
        Instant now = clock.instant();
        sql.run(
                "insert into games.watching as w (game_id, viewer, watched, last_at) values (?, ?, 0, ?)"
                        + " on conflict (game_id, viewer) do update set watched = w.watched +"
                        + " case when excluded.last_at - w.last_at <= make_interval(secs => ?) then"
                        + " (extract(epoch from excluded.last_at - w.last_at) * 1000)::bigint else 0 end,"
                        + " last_at = excluded.last_at where excluded.last_at - w.last_at >= make_interval(secs => ?)",
                game.id(),
                viewer,
                now,
                LONGEST.toSeconds(),
                SHORTEST.toSeconds());
        long watched = sql.one(
                        "select watched from games.watching where game_id = ? and viewer = ?",
                        row -> row.big("watched"),
                        game.id(),
                        viewer)
                .orElse(0L);
        int minutes = Objects.requireNonNullElse(game.setup().minutes(), 0);
        boolean enough = watched >= Duration.ofMinutes(minutes).toMillis();
        if (enough) {
            write(game, viewer, null);
        }
        return new Watched(game.id(), watched / 1000, minutes, enough, Drawing.tag(game.id(), viewer));
    }
}
