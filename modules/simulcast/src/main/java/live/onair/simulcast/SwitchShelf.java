package live.onair.simulcast;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Acting;
import live.onair.kernel.CloudException;
import live.onair.simulcast.SimulcastRows.OutputLook;
import live.onair.simulcast.SwitchBook.Wish;
import live.onair.simulcast.spi.SimulcastOutputs.Output;
import live.onair.simulcast.spi.SimulcastOutputs.Rate;
import live.onair.simulcast.spi.SimulcastOutputs.State;
import live.onair.sql.Row;
import live.onair.sql.ShownPlans;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of switches, and of the plans that were shown. Works inside the caller's transaction. */
@Singleton
class SwitchShelf {

    private static final Duration STEADY = Duration.ofSeconds(20);

    private final Statements sql;
    private final Clock clock;

    @Inject
    SwitchShelf(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A target in a show.
     *
     * @param state of the output as it was seen last, null when there was none
     * @param version of the target in that output
     */
    record Kept(
            String show,
            String target,
            boolean on,
            @Nullable State state,
            int version,
            OutputLook look,
            @Nullable String by,
            @Nullable Instant at) {

        static Kept never(String show, String target) {
            return new Kept(show, target, false, null, 0, OutputLook.NOTHING, null, null);
        }
    }

    List<Kept> ofShow(String show) {
        return sql.list("select * from simulcast.switch where show_id = ? order by target_id", SwitchShelf::kept, show);
    }

    boolean hasAny(String show) {
        return sql.one("select 1 from simulcast.switch where show_id = ? limit 1", row -> true, show)
                .isPresent();
    }

    /** The shows of which something is wanted, or was seen. */
    List<String> shows() {
        return sql.list(
                "select distinct show_id from simulcast.switch where switched_on or seen_state is not null",
                row -> row.text("show_id"));
    }

    void switched(Wish wish) {
        sql.run(
                "insert into simulcast.switch (show_id, target_id, switched_on, switched_at, switched_by, seen_version)"
                        + " values (?, ?, ?, ?, ?, 0) on conflict (show_id, target_id) do update set"
                        + " switched_on = excluded.switched_on, switched_at = excluded.switched_at,"
                        + " switched_by = excluded.switched_by",
                wish.show(),
                wish.target(),
                wish.on(),
                clock.instant(),
                Acting.actor().name());
    }

    /** The plans that were shown. */
    ShownPlans shown() {
        return new ShownPlans(sql, clock, "simulcast.shown_plan");
    }

    /** The output is as it is told. */
    void seen(String show, Output output, Instant now) {
        Rate rate = output.rate();
        sql.run(
                "update simulcast.switch set seen_state = ?, seen_version = ?, seen_since = ?, code = ?, words = ?,"
                        + " retry_at = ?, kbps = ?, fps = ?, seen_at = ?, fault = null,"
                        + " failing_since = case when ? then coalesce(failing_since, ?::timestamptz)"
                        + " when ? then null else failing_since end where show_id = ? and target_id = ?",
                output.state(),
                output.version(),
                output.since(),
                output.code(),
                output.words(),
                output.retryAt(),
                rate == null ? null : rate.kbps(),
                rate == null ? null : rate.fps(),
                now,
                output.state() == State.FAILED,
                now,
                isWell(output, now),
                show,
                output.id());
    }

    /** Sending for a moment between two failures is not well. */
    private static boolean isWell(Output output, Instant now) {
        Instant since = output.since();
        return output.state() == State.WAITING
                || output.state() == State.SENDING
                        && (since == null || !since.plus(STEADY).isAfter(now));
    }

    /** The targets of the show that have failed for so long. */
    List<Kept> failing(String show, Instant until) {
        return sql.list(
                "select * from simulcast.switch where show_id = ? and switched_on and failing_since <= ? order by target_id",
                SwitchShelf::kept,
                show,
                until);
    }

    /** There is none. */
    void none(String show, String target, Instant now) {
        sql.run(
                "update simulcast.switch set seen_state = null, seen_version = 0, seen_since = null, code = null,"
                        + " words = null, retry_at = null, kbps = null, fps = null, seen_at = ?, fault = null,"
                        + " failing_since = null"
                        + " where show_id = ? and target_id = ?",
                now,
                show,
                target);
    }

    /** The backend does not tell. */
    void troubled(String show, CloudException why) {
        sql.run("update simulcast.switch set fault = ? where show_id = ?", why.fault(), show);
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.text("show_id"),
                row.text("target_id"),
                row.isTrue("switched_on"),
                row.isNull("seen_state") ? null : State.valueOf(row.text("seen_state")),
                row.number("seen_version"),
                new OutputLook(
                        row.instantOrNull("seen_since"),
                        row.textOrNull("code"),
                        row.textOrNull("words"),
                        row.instantOrNull("retry_at"),
                        row.numberOrNull("kbps"),
                        row.numberOrNull("fps"),
                        row.instantOrNull("seen_at"),
                        row.textOrNull("fault")),
                row.textOrNull("switched_by"),
                row.instantOrNull("switched_at"));
    }
}
