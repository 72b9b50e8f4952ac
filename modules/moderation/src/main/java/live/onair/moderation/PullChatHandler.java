package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import live.onair.kernel.CloudException;
import live.onair.moderation.spi.ChatBackends;
import live.onair.moderation.spi.ChatLog;
import live.onair.sql.PullMarks;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was said since, again and again. How far it has read is written in one transaction with what it has read, so
 * that no line is lost or there twice whenever either process ends.
 */
@Singleton
class PullChatHandler implements WorkHandler<PullChatHandler.PullChat> {

    static final int MOST = 500;
    static final Duration PAUSE = Duration.ofSeconds(1);
    static final Duration AWAY = Duration.ofSeconds(2);
    /** So often is written down that nothing more was said. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private final ChatBackends chats;
    private final Pulling pulling;

    @Inject
    PullChatHandler(ChatBackends chats, Pulling pulling) {
        this.chats = chats;
        this.pulling = pulling;
    }

    /** Read on. */
    record PullChat(String source) implements Work {

        static final PullChat ALL = new PullChat("chats");

        @Override
        public String key() {
            return source;
        }
    }

    @Override
    public Class<PullChat> type() {
        return PullChat.class;
    }

    @Override
    public Next handle(PullChat work) {
        ChatLog log = chats.log().orElse(null);
        if (log == null) {
            return Next.done();
        }
        try {
            return pull(work.source(), log);
        } catch (CloudException away) {
            if (away.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw away;
        }
    }

    private Next pull(String source, ChatLog chats) {
        PullMarks.Mark before = pulling.at(source);
        long from = before == null ? 0 : before.next();
        ChatLog.Page page = chats.read(from, MOST);
        if (before != null && !page.list().equals(before.spool())) {
            from = 0;
            page = chats.read(from, MOST);
        }
        if (before != null && isQuiet(before, page) && pulling.isFresh(before)) {
            return Next.after(PAUSE);
        }
        Long forget = pulling.took(source, page);
        if (forget != null) {
            chats.forget(forget);
        }
        return page.more() ? Next.after(Duration.ZERO) : Next.after(PAUSE);
    }

    private static boolean isQuiet(PullMarks.Mark before, ChatLog.Page page) {
        return page.list().equals(before.spool()) && page.next() <= before.next();
    }

    /** The halves that lie in transactions. */
    @Singleton
    @Transactional
    static class Pulling {

        private final Clock clock;
        private final PullMarks marks;
        private final ChatBook book;

        @Inject
        Pulling(Statements sql, Clock clock, ChatBook book) {
            this.clock = clock;
            this.marks = new PullMarks(sql, clock, "moderation.pull");
            this.book = book;
        }

        public PullMarks.@Nullable Mark at(String source) {
            return marks.at(source);
        }

        public boolean isFresh(PullMarks.Mark before) {
            return clock.instant().isBefore(before.pulledAt().plus(QUIET));
        }

        /** Keeps the lines and how far they reach; says below what the list may forget, null for nothing yet. */
        public @Nullable Long took(String source, ChatLog.Page page) {
            book.take(page.list(), page.entries());
            return marks.read(source, page.list(), page.next());
        }
    }
}
