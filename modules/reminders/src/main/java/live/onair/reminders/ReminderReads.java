package live.onair.reminders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.reminders.ReminderRows.Board;
import live.onair.reminders.ReminderRows.Consent;
import live.onair.reminders.ReminderRows.ConsentKind;
import live.onair.reminders.ReminderRows.Push;
import live.onair.reminders.ReminderRows.PushKind;
import live.onair.reminders.ReminderRows.PushState;
import live.onair.reminders.ReminderRows.Signup;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What is read of reminders. Works inside the caller's transaction. */
@Singleton
class ReminderReads {

    /** The last word of a viewer on this kind counts. */
    static final String AGREED =
            "coalesce((select c.given from reminders.consent c where c.viewer = s.viewer and c.kind = '%s'"
                    + " order by c.id desc limit 1), false)";

    private static final String AD = AGREED.formatted("AD");
    private static final String NIGHT = AGREED.formatted("NIGHT");

    private final Statements sql;

    @Inject
    ReminderReads(Statements sql) {
        this.sql = sql;
    }

    Board board(String show) {
        List<Push> pushes = sql.list(
                "select * from reminders.push where show_id = ? order by due_at, kind", ReminderReads::push, show);
        return sql.one(
                        "select count(*) n, count(*) filter (where " + AD + ") ads, count(*) filter (where " + AD
                                + " and " + NIGHT
                                + ") night from reminders.signup s where s.show_id = ? and s.cancelled_at is null",
                        row -> new Board(show, row.number("n"), row.number("ads"), row.number("night"), pushes),
                        show)
                .orElseThrow();
    }

    Optional<Push> push(String show, PushKind kind) {
        return sql.one("select * from reminders.push where show_id = ? and kind = ?", ReminderReads::push, show, kind);
    }

    Signup signup(String show, String viewer) {
        return sql.one(
                        "select s.cancelled_at is null is_on, " + AD + " ads, " + NIGHT
                                + " night from (select cast(? as text) viewer) s0 left join reminders.signup s on"
                                + " s.viewer = s0.viewer and s.show_id = ? where s.viewer is not null",
                        row -> new Signup(show, viewer, row.isTrue("is_on"), row.isTrue("ads"), row.isTrue("night")),
                        viewer,
                        show)
                .orElse(new Signup(show, viewer, false, false, false));
    }

    boolean follows(String viewer) {
        return sql.one(
                        "select 1 from reminders.signup where viewer = ? and cancelled_at is null limit 1",
                        row -> true,
                        viewer)
                .isPresent();
    }

    List<Consent> consents(String viewer) {
        return sql.list(
                "select * from reminders.consent where viewer = ? order by id",
                row -> new Consent(
                        row.text("viewer"),
                        ConsentKind.valueOf(row.text("kind")),
                        row.isTrue("given"),
                        row.text("words"),
                        row.instant("at")),
                viewer);
    }

    List<String> viewers(String show) {
        return sql.list(
                "select viewer from reminders.signup where show_id = ? and cancelled_at is null order by since, viewer",
                row -> row.text("viewer"),
                show);
    }

    /**
     * Those who may have it now and do not.
     *
     * @param ad whether they must have agreed to advertising
     * @param night whether they must have agreed to it at night
     * @param most so many of them
     */
    List<String> waiting(String show, PushKind kind, boolean ad, boolean night, int most) {
        return sql.list(
                "select s.viewer from reminders.signup s where s.show_id = ? and s.cancelled_at is null"
                        + (ad ? " and " + AD : "") + (night ? " and " + NIGHT : "")
                        + " and not exists (select 1 from reminders.delivery d where d.show_id = s.show_id and d.kind = ?"
                        + " and d.viewer = s.viewer) order by s.since, s.viewer limit ?",
                row -> row.text("viewer"),
                show,
                kind,
                most);
    }

    private static Push push(Row row) throws SQLException {
        Map<String, String> why = row.maybeText("why").map(Facts::read).orElse(Map.of());
        return new Push(
                row.text("show_id"),
                PushKind.valueOf(row.text("kind")),
                row.instant("due_at"),
                PushState.valueOf(row.text("state")),
                row.isTrue("ad"),
                row.text("words"),
                row.number("sent"),
                row.number("left_out"),
                why.getOrDefault("ko", ""),
                why.getOrDefault("en", ""),
                row.instantOrNull("settled_at"));
    }
}
