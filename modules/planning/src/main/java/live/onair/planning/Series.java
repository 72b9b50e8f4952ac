package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** Shows that come back every week. Each occurrence is a show of its own; the series remembers which belong together. */
@Singleton
@Transactional
@Guarded
public class Series {

    /** The most occurrences made at once, the first among them. */
    public static final int MOST = 52;

    private final SeriesGrowth growth;
    private final SeriesEdit edit;
    private final SeriesBook book;

    @Inject
    Series(SeriesGrowth growth, SeriesEdit edit, SeriesBook book) {
        this.growth = growth;
        this.edit = edit;
        this.book = book;
    }

    /** How far a change reaches. */
    public enum Scope {
        /** This occurrence only. */
        THIS,
        /** This one and all later ones. */
        FROM_HERE_ON
    }

    /**
     * A series to be made of a show, which becomes its first occurrence.
     *
     * @param everyWeeks 1 for every week, null for 1
     * @param until last day in Seoul, null for a count
     * @param count how many occurrences, the first among them; null for a last day
     * @param skipTaken whether occurrences whose place is taken are left out
     */
    public record Weekly(
            String show,
            @Nullable Set<DayOfWeek> weekdays,
            @Nullable Integer everyWeeks,
            @Nullable LocalDate until,
            @Nullable Integer count,
            boolean skipTaken) {}

    /**
     * More occurrences of a series.
     *
     * @param count how many more; null for a last day
     */
    public record More(
            String series,
            @Nullable LocalDate until,
            @Nullable Integer count,
            boolean skipTaken) {}

    /**
     * A change of one occurrence, or of it and all later ones. A new start is taken as a shift of each; a new length is
     * given to each.
     *
     * @param version the version of the show that was read, null not to look
     */
    public record Change(String show, Scope scope, @Nullable Integer version, Shows.Schedule plan) {}

    /** Gives up one occurrence, or it and all later ones. */
    public record Cancel(
            String show,
            Scope scope,
            @Nullable Integer version,
            @Nullable String reason) {}

    /** A day of the pattern, and why no show can be there; no reason when one can. */
    public record Planned(LocalDate day, Instant start, Instant end, List<Reason> reasons) {}

    /** A show of the series; detached when it was changed alone. */
    public record Occurrence(
            LocalDate day, String show, String title, ShowState state, Instant startsAt, boolean detached) {}

    /** A series, with its occurrences by day. */
    public record Row(
            String id,
            Set<DayOfWeek> weekdays,
            int everyWeeks,
            LocalDate firstDay,
            String createdBy,
            @Nullable Instant endedAt,
            List<Occurrence> occurrences) {}

    /** What was made, and which days were left out because their place is taken. */
    public record Made(Row series, List<String> shows, List<Planned> leftOut) {}

    /**
     * What was changed, and which later occurrences were left as they are.
     *
     * @param detached changed alone before
     * @param over live or over
     */
    public record Changed(List<Bookings.Line> lines, List<String> detached, List<String> over) {}

    /** Makes a weekly series of a show; its occurrences are drafts. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "series.create", ko = "매주 되풀이", en = "Repeat weekly", shortcut = "w")
    public Outcome<Made> create(Weekly wanted) {
        return growth.create(wanted);
    }

    /** What the same series would meet, day by day; changes nothing. Refused when there would be no series at all. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Transactional(Transactional.TxType.SUPPORTS)
    public Outcome<List<Planned>> preview(Weekly wanted) {
        return growth.preview(wanted);
    }

    /** Adds occurrences after the last one, like the last one that was not changed alone. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "series.extend", ko = "회차 더하기", en = "Add occurrences")
    public Outcome<Made> extend(More wanted) {
        return growth.extend(wanted);
    }

    /** Ends a series: its shows stay, no more are added. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "series.end", ko = "시리즈 끝내기", en = "End series", danger = Action.Danger.CAREFUL)
    public Outcome<Row> end(String id) {
        return book.lock(id).map(found -> book.end(found.id()));
    }

    /** Changes or moves one occurrence, or it and all later ones, all or none. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "series.change", ko = "시리즈 고치기", en = "Change series", danger = Action.Danger.CAREFUL)
    public Outcome<Changed> change(Change wanted) {
        return edit.change(wanted);
    }

    /** Gives up one occurrence, or it and all later ones, and ends the series then. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "series.cancel", ko = "시리즈 취소", en = "Cancel series", danger = Action.Danger.CAREFUL)
    public Outcome<Changed> cancel(Cancel wanted) {
        return edit.cancel(wanted);
    }

    /** One series. */
    @AllowedTo
    public Optional<Row> find(String id) {
        return book.find(id);
    }

    /** The series a show is an occurrence of. */
    @AllowedTo
    public Optional<Row> of(String show) {
        return book.of(show);
    }
}
