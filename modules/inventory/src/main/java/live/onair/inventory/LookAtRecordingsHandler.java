package live.onair.inventory;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.inventory.spi.RecordingArchive;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Looks at recordings where they lie, few at a time. That one cannot be read is written down and holds up no other. */
@Singleton
class LookAtRecordingsHandler implements WorkHandler<LookAtRecordingsHandler.LookAtRecordings> {

    /** In one go. */
    private static final int AT_ONCE = 5;

    private final Instance<RecordingArchive> archives;
    private final RecordingBook book;
    private volatile boolean caughtUp;

    @Inject
    LookAtRecordingsHandler(Instance<RecordingArchive> archives, RecordingBook book) {
        this.archives = archives;
        this.book = book;
    }

    /** Look at those that are due. */
    record LookAtRecordings(String name) implements Work {

        static final LookAtRecordings NOW = new LookAtRecordings("recordings");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<LookAtRecordings> type() {
        return LookAtRecordings.class;
    }

    @Override
    public Next handle(LookAtRecordings work) {
        if (!archives.isResolvable()) {
            return Next.done();
        }
        if (!caughtUp) {
            caughtUp = book.catchUp();
        }
        List<RecordingBook.Asked> due = book.due(AT_ONCE);
        due.forEach(this::look);
        return book.nextDue().map(Next::at).orElseGet(Next::done);
    }

    private void look(RecordingBook.Asked asked) {
        try {
            book.looked(
                    asked.due(),
                    archives.get()
                            .look(
                                    asked.due().show(),
                                    asked.backend(),
                                    asked.due().pass().from()));
        } catch (CloudException e) {
            book.notLooked(asked.due(), String.valueOf(e.getMessage()));
        }
    }
}
