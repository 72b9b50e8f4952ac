package live.onair.games;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.games.GameRows.Play;
import live.onair.games.GameRows.Watched;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What viewers do in games. Nobody on the console takes part: the viewers' door does, by itself. */
@Singleton
@Transactional
@Guarded
public class Plays {

    /** What a winner agrees to when leaving how to be reached. */
    public static final String CONSENT = ContactBook.CONSENT;

    private final EntryBook entries;
    private final ContactBook contacts;

    @Inject
    Plays(EntryBook entries, ContactBook contacts) {
        this.entries = entries;
        this.contacts = contacts;
    }

    /** How a winner wants to be reached. Without consent nothing is kept. */
    public record ContactWish(String viewer, String name, String phone, boolean agreed) {}

    /**
     * Takes part: votes, answers, enters. Once more is the same.
     *
     * @param choice counted from 1; null in a draw
     */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Play> enter(String game, String viewer, @Nullable Integer choice) {
        return entries.enter(game, viewer, choice);
    }

    /** Is watching. How long it has been is counted by the server's clock. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Watched> watch(String game, String viewer) {
        return entries.watch(game, viewer);
    }

    /** What the viewer has done in a game, and whether it has won. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Play> mine(String game, String viewer) {
        return entries.mine(game, viewer);
    }

    /** A winner leaves how to be reached; gives the winner's number. Once more is what counts then. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<String> leave(String game, ContactWish wanted) {
        return contacts.leave(game, wanted);
    }
}
