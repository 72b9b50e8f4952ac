package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Says again what is said again and again. */
@Singleton
class RepeatHandler implements WorkHandler<RepeatHandler.Repeat> {

    private final Repeating repeating;

    @Inject
    RepeatHandler(Repeating repeating) {
        this.repeating = repeating;
    }

    /** Say this one. */
    record Repeat(long number) implements Work {
        @Override
        public String key() {
            return String.valueOf(number);
        }
    }

    @Override
    public Class<Repeat> type() {
        return Repeat.class;
    }

    @Override
    public Next handle(Repeat work) {
        return repeating.again(work.number()).map(Next::at).orElseGet(Next::done);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Repeating {

        private final RepeatBook book;

        @Inject
        Repeating(RepeatBook book) {
            this.book = book;
        }

        public Optional<Instant> again(long number) {
            return book.again(number);
        }
    }
}
