package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Chapters and highlights of a show, set by hand while it is on air or afterwards; viewers see them with the replay. */
@Singleton
@Transactional
@Guarded
public class Marks {

    /** Chapters lie so far apart at the least. */
    public static final Duration APART = Duration.ofSeconds(10);

    private final MarkBook book;

    @Inject
    Marks(MarkBook book) {
        this.book = book;
    }

    /** What a mark is. */
    public enum Kind {
        /** A part of the show begins here. */
        CHAPTER("챕터", "Chapter"),
        /** Something worth seeing again. */
        HIGHLIGHT("하이라이트", "Highlight");

        private final String ko;
        private final String en;

        Kind(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /**
     * A new mark, at a position in the recording or at an instant of the show: one of the two.
     *
     * @param position from the start of the recording
     * @param at an instant that was sent; in a gap, the first picture after it
     */
    public record Add(
            String show,
            Kind kind,
            @Nullable String title,
            @Nullable Duration position,
            @Nullable Instant at) {}

    /**
     * A change; null leaves a part as it is.
     *
     * @param version the version that was read, null not to look
     */
    public record Change(
            UUID id,
            @Nullable Integer version,
            @Nullable String title,
            @Nullable Duration position) {}

    /**
     * A mark.
     *
     * @param at the instant of its picture
     * @param position where it lies in the recording as it is now
     */
    public record Row(
            UUID id,
            String show,
            Kind kind,
            String title,
            Instant at,
            Duration position,
            String changedBy,
            int version) {}

    /** Sets a mark. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "marks.add", ko = "표시하기", en = "Set a mark", shortcut = "k")
    public Outcome<Row> add(Add wanted) {
        return book.add(wanted);
    }

    /** Names or moves a mark; a chapter is never moved past another one. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "marks.change", ko = "표시 고치기", en = "Change a mark")
    public Outcome<Row> change(Change wanted) {
        return book.change(wanted);
    }

    /** Takes a mark away; gives it as it was. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "marks.remove", ko = "표시 지우기", en = "Remove a mark")
    public Outcome<Row> remove(UUID id) {
        return book.remove(id);
    }

    /** The marks of a show, in the order of the recording. */
    @AllowedTo
    public List<Row> list(String show) {
        return book.list(show);
    }
}
