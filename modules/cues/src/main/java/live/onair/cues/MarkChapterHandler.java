package live.onair.cues;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import live.onair.cues.MarkChapterHandler.MarkChapter;
import live.onair.planning.Marks;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a chapter of the replay where an item begins on air. */
@Singleton
class MarkChapterHandler implements WorkHandler<MarkChapter> {

    private static final Logger LOG = LoggerFactory.getLogger(MarkChapterHandler.class);

    private final Marks marks;
    private final SheetBook sheets;
    private final WorkQueue queue;
    private final Clock clock;

    @Inject
    MarkChapterHandler(Marks marks, SheetBook sheets, WorkQueue queue, Clock clock) {
        this.marks = marks;
        this.sheets = sheets;
        this.queue = queue;
        this.clock = clock;
    }

    /** Make a chapter where this item began. */
    record MarkChapter(String show, String item, String title, Instant at) implements Work {
        @Override
        public String key() {
            return item;
        }
    }

    void began(@Observes CueEvent.ItemBegan event) {
        boolean wanted = event.stage() == CueRows.Stage.AIR
                && sheets.of(event.show()).items().stream()
                        .anyMatch(item -> item.id().equals(event.item()) && item.chapter());
        if (wanted) {
            Instant at = clock.instant();
            queue.put(new MarkChapter(event.show(), event.item().toString(), event.title(), at), at.plus(Marks.APART));
        }
    }

    @Override
    public Class<MarkChapter> type() {
        return MarkChapter.class;
    }

    /** What is over before another chapter could begin was passed, and is none: so each is looked at when it has lasted. */
    @Override
    public Next handle(MarkChapter work) {
        boolean lasted = sheets.of(work.show()).step(UUID.fromString(work.item())).stream()
                .anyMatch(MarkChapterHandler::hasLasted);
        if (lasted) {
            marks.add(new Marks.Add(work.show(), Marks.Kind.CHAPTER, work.title(), null, work.at()))
                    .why()
                    .forEach(reason -> LOG.info("no chapter for an item of {}: {}", work.show(), reason.code()));
        }
        return Next.done();
    }

    private static boolean hasLasted(CueRows.Step step) {
        Instant end = step.endedAt();
        return end == null || Duration.between(step.startedAt(), end).compareTo(Marks.APART) >= 0;
    }
}
