package live.onair.moderation.spi;

import java.util.Set;
import live.onair.moderation.Announcements;
import live.onair.moderation.ChatSettings;
import org.jspecify.annotations.Nullable;

/**
 * The chats of shows as their backend holds them. Outgoing port: called by this room's work handlers and by its entrance for
 * viewers, never inside a transaction. Each call is idempotent and throws {@link live.onair.kernel.CloudException} on trouble.
 */
public interface ChatRooms {

    /** What somebody may do in a chat. */
    enum Capability {
        /** Say something. */
        SAY,
        /** Say something where only followers may. */
        FOLLOW
    }

    /**
     * Whom a pass lets in.
     *
     * @param member who it is, whatever the name; 1 to 64 letters, digits and hyphens
     * @param seconds so long it lets somebody in, 1 to 3,600
     */
    record Guest(String show, String member, String name, Set<Capability> can, int seconds) {
        /** Keeps what they may as it is. */
        public Guest {
            can = Set.copyOf(can);
        }
    }

    /**
     * A line that is held up.
     *
     * @param line the id that its page gave it
     * @param name who said it
     */
    record Pinned(String line, String name, String text) {}

    /**
     * What one member alone is told.
     *
     * @param id 1 to 80 letters, digits and hyphens
     * @param text 1 to 200 characters in one line
     */
    record Warning(String id, String text) {}

    /** Whether this installation has chats at all. */
    boolean isHere();

    /** Opens the chat of a show, or changes how it is held. */
    void hold(String show, ChatSettings settings);

    /** Closes it and puts everybody out. One that is not open is closed already. */
    void shut(String show);

    /** Takes a line away from everybody; when this returns, nobody gets it any more. */
    void hide(String show, String line, String by);

    /** Lets a held line out, and brings a hidden one back. One that is neither changes nothing. */
    void approve(String show, String line, String by);

    /** Puts a member out and lets them in no more; when this returns, nothing of theirs is delivered any more. */
    void ban(String show, String member);

    /** Lets them in again. */
    void unban(String show, String member);

    /** Exactly these are out: who is not is put out as by {@link #ban}, and whoever else was may come in again. */
    void keepOut(String show, Set<String> members);

    /**
     * Tells one member alone, at once or, the last of several, when they come into this chat again; others are not told its
     * words. Their pages show one of the same id once.
     */
    void warn(String show, String member, Warning warning);

    /**
     * Says something in the name of the show, whatever holds others back; said again under the same id it counts once. It
     * stands in the {@link ChatLog} as of {@link ChatLog#STAFF}.
     *
     * @param line its id, a UUID
     */
    void say(String show, String line, Announcements.Style style, String text);

    /** Holds this line up for everybody, whoever comes later, too; null takes down what is held up. Hiding it takes it down. */
    void pin(String show, @Nullable Pinned line);

    /** A short-lived word that lets this guest in. */
    String pass(Guest guest);
}
