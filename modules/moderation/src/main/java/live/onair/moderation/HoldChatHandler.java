package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.moderation.spi.ChatBackends;
import live.onair.moderation.spi.ChatRooms;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Opens a chat, closes it, or changes how it is held, until it is as it is written down. */
@Singleton
class HoldChatHandler implements WorkHandler<HoldChatHandler.HoldChat> {

    private static final Duration AWAY = Duration.ofSeconds(2);

    private final Reading reading;
    private final ChatBackends chats;

    @Inject
    HoldChatHandler(Reading reading, ChatBackends chats) {
        this.reading = reading;
        this.chats = chats;
    }

    /** Hold this show's. */
    record HoldChat(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<HoldChat> type() {
        return HoldChat.class;
    }

    @Override
    public Next handle(HoldChat work) {
        ChatBook.Held held = reading.of(work.show()).orElse(null);
        ChatRooms rooms = chats.rooms().orElse(null);
        if (held == null || rooms == null) {
            return Next.done();
        }
        try {
            if (held.open()) {
                rooms.hold(work.show(), held.settings());
                rooms.pin(work.show(), reading.pinned(work.show()));
            } else {
                rooms.shut(work.show());
            }
            return Next.done();
        } catch (CloudException away) {
            if (away.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw away;
        }
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Reading {

        private final ChatBook book;
        private final PinnedBook pinned;

        @Inject
        Reading(ChatBook book, PinnedBook pinned) {
            this.book = book;
            this.pinned = pinned;
        }

        public ChatRooms.@Nullable Pinned pinned(String show) {
            return pinned.told(show).orElse(null);
        }

        public Optional<ChatBook.Held> of(String show) {
            return book.of(show);
        }
    }
}
