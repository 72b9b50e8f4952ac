package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Deletes what was said once it has been kept long enough, day by day. */
@Singleton
class ForgetChatHandler implements WorkHandler<ForgetChatHandler.ForgetChat> {

    private static final Duration DAY = Duration.ofDays(1);

    private final Forgetting forgetting;

    @Inject
    ForgetChatHandler(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    /** Delete what is old. */
    record ForgetChat() implements Work {
        @Override
        public String key() {
            return "chats";
        }
    }

    @Override
    public Class<ForgetChat> type() {
        return ForgetChat.class;
    }

    @Override
    public Next handle(ForgetChat work) {
        return Next.after(forgetting.isMore() ? Duration.ZERO : DAY);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Forgetting {

        private final KeepingBook book;

        @Inject
        Forgetting(KeepingBook book) {
            this.book = book;
        }

        public boolean isMore() {
            return book.forget();
        }
    }
}
