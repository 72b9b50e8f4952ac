package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.ReportReason;
import live.onair.moderation.ModerationRows.ReportResult;
import live.onair.moderation.ModerationRows.ReportedLine;
import org.jspecify.annotations.Nullable;

/** What viewers report of chats: many reports of a line put it first, and each reporter is told what came of it. */
@Singleton
@Transactional
@Guarded
public class Reports {

    private final ReportBook book;

    @Inject
    Reports(ReportBook book) {
        this.book = book;
    }

    /** Lines that viewers reported and nobody has decided about: those with the most reports first; of all shows for null. */
    @AllowedTo
    public List<ReportedLine> waiting(@Nullable String show) {
        return book.waiting(show);
    }

    /** The line is as it may be; hiding it upholds the reports instead. */
    @AllowedTo({Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "reports.dismiss", ko = "문제 없음", en = "Nothing wrong")
    public Outcome<ReportedLine> dismiss(long line) {
        return book.dismiss(line);
    }

    /** A viewer reports what somebody else said; said again it counts once. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<ReportResult> report(String show, String viewer, String line, @Nullable ReportReason why) {
        return book.report(show, viewer, line, why);
    }

    /** What this viewer reported in a show, the newest first. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<List<ReportResult>> of(String show, String viewer) {
        return book.of(show, viewer);
    }
}
