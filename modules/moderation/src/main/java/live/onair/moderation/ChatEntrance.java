package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.moderation.spi.ChatBackends;
import live.onair.moderation.spi.ChatRooms.Capability;
import live.onair.moderation.spi.ChatRooms.Guest;

/** Where viewers ask for a pass into a chat. What it lets them do is set here, never by their page. */
@Singleton
public class ChatEntrance {

    /** Long enough to join with, too short to be handed on. */
    private static final int SECONDS = 60;

    private final Moderation moderation;
    private final ChatBackends chats;

    @Inject
    ChatEntrance(Moderation moderation, ChatBackends chats) {
        this.moderation = moderation;
        this.chats = chats;
    }

    /** What lets a viewer in, and as whom. */
    public record Pass(String show, String member, String name, String pass) {}

    /**
     * A pass for this viewer, or why there is none.
     *
     * @param follows whether they may speak where only followers may
     * @throws live.onair.kernel.CloudException when the chat cannot be asked
     */
    public Outcome<Pass> pass(String show, String viewer, String name, boolean follows) {
        return moderation
                .joining(show, viewer, name)
                .map(who -> new Pass(show, who.member(), who.name(), pass(who, follows)));
    }

    private String pass(Moderation.Joining who, boolean follows) {
        Set<Capability> can = follows ? Set.of(Capability.SAY, Capability.FOLLOW) : Set.of(Capability.SAY);
        return chats.rooms()
                .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "there are no chats here"))
                .pass(new Guest(who.show(), who.member(), who.name(), can, SECONDS));
    }
}
