package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator presses under attack: a saved way of holding a chat, on at one press and at another held as it was
 * before; and the freeze, in which nobody says anything.
 */
@Singleton
@Transactional
@Guarded
public class Shields {

    private final ShieldBook book;

    @Inject
    Shields(ShieldBook book) {
        this.book = book;
    }

    /** How chats are held while their shield is up, and the version to change it by. */
    public record ShieldSet(ChatSettings settings, int version) {}

    /**
     * A shield that is up.
     *
     * @param before how the chat is held again when it comes down
     */
    public record Shield(String show, ChatSettings before, String by, Instant since) {}

    /**
     * A chat in which nobody says anything.
     *
     * @param by who froze it
     * @param until when it thaws by itself; null for the end of the show
     */
    public record Freeze(
            String show, String by, Instant since, @Nullable Instant until) {}

    /** The freeze of a show's chat, while it is frozen. */
    @AllowedTo
    public Optional<Freeze> freezeOf(String show) {
        return book.freezeOf(show);
    }

    /**
     * Freezes a chat for so many minutes from now, 1 to 1,440, or until it is thawed or the show ends; one that is frozen
     * already thaws at that time.
     */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shields.freeze", ko = "얼리기", en = "Freeze")
    public Outcome<Freeze> freeze(String show, @Nullable Integer minutes) {
        return book.freeze(show, minutes);
    }

    /** Lets them talk again. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shields.thaw", ko = "녹이기", en = "Thaw")
    public Outcome<Freeze> thaw(String show) {
        return book.thaw(show);
    }

    /** How chats are held while their shield is up. */
    @AllowedTo
    public ShieldSet saved() {
        return book.saved();
    }

    /** The shield of a show, while it is up. */
    @AllowedTo
    public Optional<Shield> of(String show) {
        return book.of(show);
    }

    /** Changes how chats are held while their shield is up, from the next time on; {@code version} is the one looked at. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shields.save", ko = "보호 모드 설정 저장", en = "Save the shield's settings")
    public Outcome<ShieldSet> save(@Nullable ChatSettings settings, int version) {
        return book.save(settings, version);
    }

    /** Puts it up. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shields.raise", ko = "보호 모드 켜기", en = "Shield on")
    public Outcome<Shield> raise(String show) {
        return book.raise(show);
    }

    /** Takes it down. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "shields.lower", ko = "보호 모드 끄기", en = "Shield off")
    public Outcome<Shield> lower(String show) {
        return book.lower(show);
    }
}
