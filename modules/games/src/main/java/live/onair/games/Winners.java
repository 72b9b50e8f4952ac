package live.onair.games;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameState;
import live.onair.games.GameRows.Verification;
import live.onair.games.GameRows.Winner;
import live.onair.games.GameRows.WinnerList;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Who won a game, who wins instead, and the proof that they were drawn as was promised. */
@Singleton
@Transactional
@Guarded
public class Winners {

    private final GameShelf shelf;
    private final Settling settling;
    private final ContactBook contacts;
    private final Event<GameEvent> events;

    @Inject
    Winners(GameShelf shelf, Settling settling, ContactBook contacts, Event<GameEvent> events) {
        this.shelf = shelf;
        this.settling = settling;
        this.contacts = contacts;
        this.events = events;
    }

    /** A viewer of a game, by the number of their entry, and why. */
    public record Entrant(@Nullable String tag, @Nullable String reason) {}

    /** The winners with how to reach them in full. */
    public record Export(String game, String question, String prize, List<Winner> winners) {}

    /** The winners of a game, masked, and who could not be one. */
    @AllowedTo
    public Outcome<WinnerList> of(String show, String game) {
        return shelf.in(show, game).map(contacts::winners);
    }

    /** Puts somebody out before the result is told. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "winners.exclude", ko = "참여자 제외", en = "Exclude an entrant", danger = Action.Danger.CAREFUL)
    public Outcome<WinnerList> exclude(String show, String game, Entrant who) {
        return settling.exclude(show, game, text(who.tag()), text(who.reason())).map(contacts::winners);
    }

    /** Draws another instead of a winner who cannot be reached; who had won stays in the list with the reason. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "winners.redraw", ko = "다시 뽑기", en = "Draw another", danger = Action.Danger.CAREFUL)
    public Outcome<WinnerList> redraw(String show, String game, Entrant who) {
        return settling.redraw(show, game, text(who.tag()), text(who.reason())).map(contacts::winners);
    }

    /** Draws again from the seed and who took part, and holds it against what was promised and told. */
    @AllowedTo
    @Action(id = "winners.verify", ko = "추첨 검증", en = "Verify the draw")
    public Outcome<Verification> verify(String show, String game) {
        return settling.verify(show, game);
    }

    /** The winners with how to reach them, for a reason of five characters or more that stands in the event log. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "winners.export", ko = "당첨자 내보내기", en = "Export the winners", danger = Action.Danger.CAREFUL)
    public Outcome<Export> export(String show, String game, @Nullable String reason) {
        String why = GameCheck.line(reason, 200);
        if (why.length() < Settling.REASON) {
            return Outcome.refused(GameRefusal.REASON.with("field", "reason", "min", Settling.REASON));
        }
        return shelf.in(show, game)
                .then(one -> one.state() == GameState.SETTLED
                        ? Outcome.done(exported(one, why))
                        : Outcome.refused(GameRefusal.NOT_CLOSED.with()));
    }

    private Export exported(Game game, String why) {
        List<Winner> winners = contacts.whole(game).stream()
                .filter(one -> one.replacedAt() == null)
                .toList();
        events.fire(new GameEvent.Exported(game.show(), game.id(), game.setup().question(), winners.size(), why));
        return new Export(game.id(), game.setup().question(), game.setup().prize(), winners);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
