package live.onair.moderation;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import live.onair.kernel.CloudException;
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
    /** Asked for when there is a chat: rooms above are tested without one. */
    private final Instance<ChatRooms> rooms;

    @Inject
    HoldChatHandler(Reading reading, Instance<ChatRooms> rooms) {
        this.reading = reading;
        this.rooms = rooms;
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
        if (held == null || rooms.isUnsatisfied() || !rooms.get().isHere()) {
            return Next.done();
        }
        try {
            if (held.open()) {
                rooms.get().hold(work.show(), held.settings());
                rooms.get().pin(work.show(), reading.pinned(work.show()));
            } else {
                rooms.get().shut(work.show());
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
