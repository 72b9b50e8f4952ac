package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.kernel.CloudException;
import live.onair.moderation.ModerationRows.ChatBan;
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
                keepOut(rooms, work.show());
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

    /**
     * Also whoever was put out of all chats before this one opened. Those who are put out or let in meanwhile may be told it
     * before this is: so it is told until it was true before and after.
     */
    private void keepOut(ChatRooms rooms, String show) {
        Set<String> told;
        Set<String> out = reading.out(show);
        do {
            told = out;
            rooms.keepOut(show, told);
            out = reading.out(show);
        } while (!out.equals(told));
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Reading {

        private final ChatBook book;
        private final PinnedBook pinned;
        private final ChatReads reads;

        @Inject
        Reading(ChatBook book, PinnedBook pinned, ChatReads reads) {
            this.book = book;
            this.pinned = pinned;
            this.reads = reads;
        }

        public ChatRooms.@Nullable Pinned pinned(String show) {
            return pinned.told(show).orElse(null);
        }

        public Set<String> out(String show) {
            return reads.bans(show).stream().map(ChatBan::member).collect(Collectors.toSet());
        }

        public Optional<ChatBook.Held> of(String show) {
            return book.of(show);
        }
    }
}
