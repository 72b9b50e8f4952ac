package live.onair.cues;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.cues.CueRows.ActReport;
import live.onair.cues.CueRows.Stage;
import live.onair.cues.CueRows.Step;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of what has begun and of what became of acts, one set for the rehearsal and one for the show. */
@Singleton
class StepBook {

    private final Statements sql;
    private final Clock clock;

    @Inject
    StepBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The last run; without stage and steps while there was none. */
    record Run(@Nullable Stage stage, @Nullable Instant startedAt, List<Step> steps, List<ActReport> reports) {}

    Run of(String show) {
        return sql.one(
                        "select stage, started_at from cues.run where show_id = ? order by started_at desc limit 1",
                        row -> of(show, Stage.valueOf(row.text("stage")), row.instant("started_at")),
                        show)
                .orElse(new Run(null, null, List.of(), List.of()));
    }

    private Run of(String show, Stage stage, Instant startedAt) {
        List<Step> steps = sql.list(
                "select * from cues.step where show_id = ? and stage = ? order by started_at, item_id",
                row -> new Step(
                        UUID.fromString(row.text("item_id")),
                        row.instant("started_at"),
                        row.instantOrNull("ended_at"),
                        row.isTrue("skipped")),
                show,
                stage);
        List<ActReport> reports = sql.list(
                "select * from cues.act_report where show_id = ? and stage = ? order by at, item_id, position",
                row -> new ActReport(
                        UUID.fromString(row.text("item_id")),
                        row.number("position"),
                        row.isTrue("done"),
                        row.text("ko"),
                        row.text("en"),
                        row.instant("at")),
                show,
                stage);
        return new Run(stage, startedAt, steps, reports);
    }

    /** A run begins from nothing: what an earlier rehearsal left is forgotten. */
    void beginRun(String show, Stage stage) {
        sql.run("delete from cues.act_report where show_id = ? and stage = ?", show, stage);
        sql.run("delete from cues.step where show_id = ? and stage = ?", show, stage);
        sql.run(
                "insert into cues.run (show_id, stage, started_at) values (?, ?, ?)"
                        + " on conflict (show_id, stage) do update set started_at = excluded.started_at",
                show,
                stage,
                clock.instant());
    }

    void begin(String show, Stage stage, UUID item) {
        sql.run(
                "insert into cues.step (show_id, stage, item_id, started_at, skipped) values (?, ?, ?, ?, false)",
                show,
                stage,
                item,
                clock.instant());
    }

    void skip(String show, Stage stage, UUID item) {
        sql.run(
                "insert into cues.step (show_id, stage, item_id, started_at, ended_at, skipped) values (?, ?, ?, ?, ?, true)",
                show,
                stage,
                item,
                clock.instant(),
                clock.instant());
    }

    /** Ends what goes on. */
    void end(String show, Stage stage) {
        sql.run(
                "update cues.step set ended_at = ? where show_id = ? and stage = ? and ended_at is null",
                clock.instant(),
                show,
                stage);
    }

    /** As if it had not ended. */
    void resume(String show, Stage stage, UUID item) {
        sql.run(
                "update cues.step set ended_at = null where show_id = ? and stage = ? and item_id = ?",
                show,
                stage,
                item);
    }

    /** As if it had not begun. */
    void forget(String show, Stage stage, UUID item) {
        sql.run("delete from cues.act_report where show_id = ? and stage = ? and item_id = ?", show, stage, item);
        sql.run("delete from cues.step where show_id = ? and stage = ? and item_id = ?", show, stage, item);
    }

    void report(CueEvent.Due due, boolean done, String ko, String en) {
        sql.run(
                "insert into cues.act_report (show_id, stage, item_id, position, done, ko, en, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (show_id, stage, item_id, position)"
                        + " do update set done = excluded.done, ko = excluded.ko, en = excluded.en, at = excluded.at",
                due.show(),
                due.stage(),
                due.item(),
                due.act(),
                done,
                ko,
                en,
                clock.instant());
    }
}
