package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.ModerationRows.ReportReason;
import live.onair.moderation.ModerationRows.ReportResult;
import live.onair.moderation.ModerationRows.ReportedLine;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What viewers report. Works inside the caller's transaction. */
@Singleton
class ReportBook {

    private static final int MOST = 100;
    /** So many reports of one viewer are taken in this time. */
    private static final int PATIENCE = 20;

    private static final Duration WHILE = Duration.ofHours(1);

    private static final String OPEN =
            "select " + ChatReads.LINE + ", r.reports, r.since, r.whys from moderation.line l"
                    + " join (select line, count(*) reports, min(at) since, array_agg(distinct why order by why) whys"
                    + " from moderation.report where settled_at is null group by line) r on r.line = l.number where ";

    private static final String RESULTS = "select l.line_id, r.upheld from moderation.report r"
            + " join moderation.line l on l.number = r.line where r.reporter = ? and ";

    private final Statements sql;
    private final Clock clock;
    private final ChatReads reads;
    private final Event<ModerationEvent> events;

    @Inject
    ReportBook(Statements sql, Clock clock, ChatReads reads, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.reads = reads;
        this.events = events;
    }

    List<ReportedLine> waiting(@Nullable String show) {
        return sql.list(
                OPEN + "cast(? as text) is null or l.show_id = ? order by r.reports desc, l.number limit ?",
                ReportBook::reported,
                show,
                show,
                MOST);
    }

    private static ReportedLine reported(Row row) throws SQLException {
        return new ReportedLine(
                ChatReads.line(row),
                row.big("reports"),
                row.texts("whys").stream().map(ReportReason::valueOf).toList(),
                row.instant("since"));
    }

    Outcome<ReportedLine> dismiss(long line) {
        ReportedLine reported =
                sql.one(OPEN + "l.number = ?", ReportBook::reported, line).orElse(null);
        if (reported == null || settle(line, false, Acting.actor().name()) == 0) {
            return Outcome.refused(ModerationRefusal.NOT_REPORTED.with());
        }
        events.fire(new ModerationEvent.ReportDismissed(
                reported.line().show(), line, reported.line().member()));
        return Outcome.done(reported);
    }

    /** What was reported of a line is decided; gives of how many viewers. */
    int settle(long line, boolean upheld, String by) {
        return sql.run(
                "update moderation.report set settled_at = ?, settled_by = ?, upheld = ?"
                        + " where line = ? and settled_at is null",
                clock.instant(),
                by,
                upheld,
                line);
    }

    Outcome<ReportResult> report(String show, String viewer, String line, @Nullable ReportReason why) {
        if (!Ids.isViewer(viewer)) {
            return Outcome.refused(ModerationRefusal.VIEWER.with("field", "viewer"));
        }
        if (why == null) {
            return Outcome.refused(ModerationRefusal.REPORT_WHY.with("field", "why"));
        }
        ChatLine said = reads.shown(show, line).orElse(null);
        String reporter = MemberBook.member(viewer);
        if (said == null) {
            return Outcome.refused(ModerationRefusal.NO_LINE.with());
        }
        if (said.member().equals(reporter)) {
            return Outcome.refused(ModerationRefusal.OWN_LINE.with());
        }
        if (reportsOf(reporter) >= PATIENCE) {
            return Outcome.refused(ModerationRefusal.TOO_MANY_REPORTS.with());
        }
        keep(said, reporter, why);
        return Outcome.done(sql.one(RESULTS + "r.line = ?", ReportBook::result, reporter, said.number())
                .orElseThrow());
    }

    private long reportsOf(String reporter) {
        return sql.one(
                        "select count(*) n from moderation.report where reporter = ? and at > ?",
                        row -> row.big("n"),
                        reporter,
                        clock.instant().minus(WHILE))
                .orElse(0L);
    }

    /** What is gone already was reported rightly. */
    private void keep(ChatLine said, String reporter, ReportReason why) {
        int kept = sql.run(
                "insert into moderation.report (line, show_id, reporter, why, at) values (?, ?, ?, ?, ?)"
                        + " on conflict (line, reporter) do nothing",
                said.number(),
                said.show(),
                reporter,
                why,
                clock.instant());
        if (kept > 0 && said.state() == LineState.HIDDEN) {
            settle(said.number(), true, String.valueOf(said.by()));
        } else if (kept > 0 && isFirst(said.number())) {
            events.fire(new ModerationEvent.Reported(said.show(), said.number(), said.member(), why.name()));
        }
    }

    private boolean isFirst(long line) {
        return sql.one("select count(*) n from moderation.report where line = ?", row -> row.big("n"), line)
                        .orElse(0L)
                == 1;
    }

    Outcome<List<ReportResult>> of(String show, String viewer) {
        return Ids.isViewer(viewer)
                ? Outcome.done(results(show, MemberBook.member(viewer)))
                : Outcome.refused(ModerationRefusal.VIEWER.with("field", "viewer"));
    }

    private List<ReportResult> results(String show, String reporter) {
        return sql.list(
                RESULTS + "r.show_id = ? order by r.number desc limit ?", ReportBook::result, reporter, show, MOST);
    }

    private static ReportResult result(Row row) throws SQLException {
        return new ReportResult(row.text("line_id"), row.isNull("upheld") ? null : row.isTrue("upheld"));
    }
}
