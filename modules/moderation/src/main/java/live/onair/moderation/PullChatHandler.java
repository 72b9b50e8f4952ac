package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.moderation.spi.ChatBackends;
import live.onair.moderation.spi.ChatLog;
import live.onair.sql.PullMarks;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was said since, again and again. How far it has read is written in one transaction with what it has read, so
 * that no line is lost or there twice whenever either process ends.
 */
@Singleton
class PullChatHandler implements WorkHandler<PullChatHandler.PullChat> {

    private static final Logger LOG = LoggerFactory.getLogger(PullChatHandler.class);

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
        Long forget = took(source, page);
        if (forget != null) {
            chats.forget(forget);
        }
        return page.more() ? Next.after(Duration.ZERO) : Next.after(PAUSE);
    }

    /** An entry that the database refuses holds up neither the others nor what is said after it. */
    private @Nullable Long took(String source, ChatLog.Page page) {
        try {
            return pulling.took(source, page);
        } catch (RuntimeException failure) {
            if (refused(failure).isEmpty()) {
                throw failure;
            }
        }
        page.entries().forEach(one -> kept(page.list(), one));
        return pulling.took(source, new ChatLog.Page(page.list(), page.next(), List.of(), page.more()));
    }

    private void kept(String list, ChatLog.Entry one) {
        try {
            pulling.keeps(list, one);
        } catch (RuntimeException failure) {
            String state = refused(failure).orElseThrow(() -> failure);
            // nothing of what the database says about it: that would be what was said
            LOG.error("chat-entry-passed-over list={} offset={} sqlstate={}", list, one.offset(), state);
        }
    }

    /** The SQLSTATE where the values are to blame (classes 22 and 23): read again they would be refused again. */
    private static Optional<String> refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return Optional.ofNullable(refused.getSQLState()).filter(state -> state.matches("2[23].*"));
            }
        }
        return Optional.empty();
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

        /** Keeps one line of a list. */
        public void keeps(String list, ChatLog.Entry entry) {
            book.take(list, List.of(entry));
        }

        /** Keeps the lines and how far they reach; says below what the list may forget, null for nothing yet. */
        public @Nullable Long took(String source, ChatLog.Page page) {
            book.take(page.list(), page.entries());
            return marks.read(source, page.list(), page.next());
        }
    }
}
