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

/** A saved way of holding a chat under attack: on at one press, and at another the chat is held as it was before. */
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
