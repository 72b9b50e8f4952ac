package live.onair.questions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import live.onair.moderation.ChatKeeping;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Deletes questions with the lines that asked them, day by day: they are kept as long as chats are. */
@Singleton
class ForgetQuestionsHandler implements WorkHandler<ForgetQuestionsHandler.ForgetQuestions> {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 5_000;

    private final Forgetting forgetting;

    @Inject
    ForgetQuestionsHandler(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    /** Delete what is old. */
    record ForgetQuestions() implements Work {
        @Override
        public String key() {
            return "questions";
        }
    }

    @Override
    public Class<ForgetQuestions> type() {
        return ForgetQuestions.class;
    }

    @Override
    public Next handle(ForgetQuestions work) {
        return Next.after(forgetting.isMore() ? Duration.ZERO : DAY);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Forgetting {

        private final Statements sql;
        private final Clock clock;
        private final ChatKeeping keeping;

        @Inject
        Forgetting(Statements sql, Clock clock, ChatKeeping keeping) {
            this.sql = sql;
            this.clock = clock;
            this.keeping = keeping;
        }

        /** Deletes some of what is older; whether there may be more. */
        public boolean isMore() {
            Instant before =
                    clock.instant().minus(Duration.ofDays(keeping.retention().days()));
            int gone = sql.run(
                    "delete from questions.asked where line = any(array"
                            + "(select line from questions.asked where at < ? order by at limit ?))",
                    before,
                    AT_ONCE);
            sql.run("delete from questions.question q where not exists"
                    + " (select 1 from questions.asked a where a.question = q.number)");
            return gone == AT_ONCE;
        }
    }
}
