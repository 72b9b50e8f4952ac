package live.onair.clips;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.ShowClips;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Highlight clips of shows: what could be cut, what was, and what viewers see of it. */
@Singleton
@Transactional
@Guarded
public class Clips {

    private final ClipBook book;
    private final ClipShelf shelf;
    private final ClipProposals proposals;

    @Inject
    Clips(ClipBook book, ClipShelf shelf, ClipProposals proposals) {
        this.book = book;
        this.shelf = shelf;
        this.proposals = proposals;
    }

    /**
     * A clip that is wanted.
     *
     * @param from where it begins in the recording
     * @param source the mark or the cue item it was proposed from, null for none
     */
    public record ClipWish(
            @Nullable String title,
            @Nullable Duration from,
            @Nullable Duration to,
            @Nullable UUID source) {}

    /** The clips of a show, and what else could be cut of it. */
    @AllowedTo
    public ShowClips of(String show) {
        return proposals.of(show);
    }

    /** Those that viewers see beside the replay. */
    @AllowedTo
    public List<Clip> shown(String show) {
        return shelf.of(show).stream()
                .filter(clip -> clip.shown() && clip.file() != null)
                .toList();
    }

    /** Cuts one of the recording. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.cut", ko = "클립 만들기", en = "Cut a clip")
    public Outcome<Clip> cut(String show, ClipWish wanted) {
        return book.cut(show, wanted);
    }

    /** Gives it another name. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.rename", ko = "이름 바꾸기", en = "Rename the clip")
    public Outcome<Clip> rename(UUID clip, @Nullable String title) {
        return book.rename(clip, title);
    }

    /** Lets viewers see it beside the replay. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.show", ko = "시청자에게 공개", en = "Show to viewers")
    public Outcome<Clip> show(UUID clip) {
        return book.show(clip, true);
    }

    /** Viewers no longer see it. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.hide", ko = "공개 멈춤", en = "Hide from viewers")
    public Outcome<Clip> hide(UUID clip) {
        return book.show(clip, false);
    }

    /** Tries one that failed once more. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.retry", ko = "다시 만들기", en = "Try the clip again")
    public Outcome<Clip> retry(UUID clip) {
        return book.retry(clip);
    }

    /** Takes it away; its file goes some minutes later, until then it can be put back. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.remove", ko = "클립 지우기", en = "Remove the clip")
    public Outcome<Clip> remove(UUID clip) {
        return book.remove(clip);
    }

    /** Puts one back that was taken away. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "clips.restore", ko = "클립 되돌리기", en = "Put the clip back")
    public Outcome<Clip> restore(UUID clip) {
        return book.restore(clip);
    }
}
