package live.onair.moderation.spi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import live.onair.scheduling.spi.Backend;

/** Where this installation holds its chats: with the first backend that is here, in the media process only where no other is. */
@Singleton
public class ChatBackends {

    /** Asked for when there is a chat: rooms above are tested without one. */
    private final Instance<ChatRooms> rooms;

    private final Instance<ChatLog> logs;

    @Inject
    ChatBackends(@Any Instance<ChatRooms> rooms, @Any Instance<ChatLog> logs) {
        this.rooms = rooms;
        this.logs = logs;
    }

    /** The chats; empty in an installation without any. */
    public Optional<ChatRooms> rooms() {
        return Backend.Named.localLast(rooms).stream().filter(ChatRooms::isHere).findFirst();
    }

    /** What is said in them; of the same backend. */
    public Optional<ChatLog> log() {
        return Backend.Named.localLast(logs).stream().filter(ChatLog::isHere).findFirst();
    }
}
