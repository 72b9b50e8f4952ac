package live.onair.moderation;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import live.onair.kernel.CloudException;
import live.onair.moderation.spi.ChatLog;
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
    /** What was read stays for so long: a database that comes back from a backup reads again what it has lost. */
    static final Duration KEPT = Duration.ofHours(1);

    private final Instance<ChatLog> log;
    private final Pulling pulling;

    @Inject
    PullChatHandler(Instance<ChatLog> log, Pulling pulling) {
        this.log = log;
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
        if (log.isUnsatisfied() || !log.get().isHere()) {
            return Next.done();
        }
        try {
            return pull(work.source(), log.get());
        } catch (CloudException away) {
            if (away.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw away;
        }
    }

    private Next pull(String source, ChatLog chats) {
        Pulled before = pulling.at(source);
        long from = before == null ? 0 : before.next();
        ChatLog.Page page = chats.read(from, MOST);
        if (before != null && !page.list().equals(before.list())) {
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
        return page.next() - from >= MOST ? Next.after(Duration.ZERO) : Next.after(PAUSE);
    }

    private static boolean isQuiet(Pulled before, ChatLog.Page page) {
        return page.list().equals(before.list()) && page.next() <= before.next();
    }

    record Pulled(String list, long next, long mark, Instant markedAt, Instant pulledAt) {}

    /** The halves that lie in transactions. */
    @Singleton
    @Transactional
    static class Pulling {

        private final Statements sql;
        private final Clock clock;
        private final ChatBook book;

        @Inject
        Pulling(Statements sql, Clock clock, ChatBook book) {
            this.sql = sql;
            this.clock = clock;
            this.book = book;
        }

        public @Nullable Pulled at(String source) {
            return sql.one(
                            "select * from moderation.pull where source = ?",
                            row -> new Pulled(
                                    row.text("list"),
                                    row.big("next"),
                                    row.big("mark"),
                                    row.instant("marked_at"),
                                    row.instant("pulled_at")),
                            source)
                    .orElse(null);
        }

        public boolean isFresh(Pulled before) {
            return clock.instant().isBefore(before.pulledAt().plus(QUIET));
        }

        /** Keeps the lines and how far they reach; says below what the list may forget, null for nothing yet. */
        public @Nullable Long took(String source, ChatLog.Page page) {
            Instant now = clock.instant();
            Pulled before = at(source);
            boolean same = before != null && before.list().equals(page.list());
            book.take(page.list(), page.entries());
            long next = same && before != null ? Math.max(before.next(), page.next()) : page.next();
            boolean forgets =
                    same && before != null && !before.markedAt().plus(KEPT).isAfter(now);
            long mark = !same || before == null ? 0 : forgets ? next : before.mark();
            Instant markedAt = !same || before == null || forgets ? now : before.markedAt();
            sql.run(
                    "insert into moderation.pull (source, list, next, mark, marked_at, pulled_at) values (?, ?, ?, ?, ?, ?)"
                            + " on conflict (source) do update set list = excluded.list, next = excluded.next,"
                            + " mark = excluded.mark, marked_at = excluded.marked_at, pulled_at = excluded.pulled_at",
                    source,
                    page.list(),
                    next,
                    mark,
                    markedAt,
                    now);
            return forgets && before != null ? Long.valueOf(before.mark()) : null;
        }
    }
}
