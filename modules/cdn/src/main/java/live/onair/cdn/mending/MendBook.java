package live.onair.cdn.mending;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.cdn.CdnEvent;
import live.onair.cdn.CdnRefusal;
import live.onair.cdn.mending.MendHandler.MendCdn;
import live.onair.cdn.mending.MendPlanner.Approved;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.cdn.mending.Mends.MendPlan;
import live.onair.cdn.mending.Mends.MendState;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.MendTrouble;
import live.onair.cdn.mending.Mends.Unmended;
import live.onair.cdn.spi.CdnAccount.Lacks;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The rows of what is missing and of presses, and the halves of a press that are in transactions. What is over stays as it is. */
@Singleton
@Transactional
class MendBook {

    /** What is not written by then has failed. */
    private static final Duration TO_WRITE = Duration.ofMinutes(5);
    /** CloudFront's guide tells of some minutes. */
    private static final Duration TO_SPREAD = Duration.ofHours(1);

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;
    private final Event<CdnEvent> events;

    @Inject
    MendBook(Statements sql, Clock clock, WorkQueue queue, Event<CdnEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
        this.events = events;
    }

    /**
     * What was read of a CDN last.
     *
     * @param at null where it never was
     * @param version the account's mark of it; null where it tells none
     * @param trouble why the last look brought nothing; null where it did
     */
    record Lacked(
            @Nullable Instant at,
            @Nullable String version,
            List<MendStep> steps,
            List<Unmended> others,
            @Nullable String trouble) {

        /** When it was read, where it was. */
        Instant readAt() {
            return Objects.requireNonNull(at);
        }
    }

    /**
     * A press that is not over.
     *
     * @param version the mark of the configuration that it was planned from
     */
    record Task(Mend mend, String version, Instant until) {}

    public Optional<Lacked> lacked(String cdn) {
        return sql.one(
                "select * from cdn.lacking where cdn_id = ?",
                row -> new Lacked(
                        row.instantOrNull("at"),
                        row.textOrNull("version"),
                        MendText.readSteps(row.texts("steps")),
                        MendText.readOthers(row.texts("others")),
                        row.textOrNull("trouble")),
                cdn);
    }

    public void keep(String cdn, Lacks lacks) {
        sql.run(
                "insert into cdn.lacking (cdn_id, at, version, steps, others) values (?, ?, ?, ?, ?) on conflict (cdn_id)"
                        + " do update set at = excluded.at, version = excluded.version, steps = excluded.steps,"
                        + " others = excluded.others, trouble = null",
                cdn,
                clock.instant(),
                lacks.version(),
                MendText.steps(lacks.steps()),
                MendText.others(lacks.others()));
    }

    /** What was read before stays, and is not planned from. */
    public void trouble(String cdn, String words) {
        sql.run(
                "insert into cdn.lacking (cdn_id, trouble) values (?, ?) on conflict (cdn_id)"
                        + " do update set trouble = excluded.trouble",
                cdn,
                words);
    }

    public void forget(String cdn) {
        sql.run("delete from cdn.lacking where cdn_id = ?", cdn);
    }

    public List<Mend> list() {
        return read("order by number desc limit 100");
    }

    public Optional<Mend> find(long number) {
        return read("where number = " + number).stream().findFirst();
    }

    private List<Mend> read(String which) {
        return sql.list(
                "select m.*, exists (select 1 from cdn.mend b where b.undoes = m.number and b.written_at is not null) as undone"
                        + " from cdn.mend m " + which,
                MendBook::mend);
    }

    private static Mend mend(Row row) throws SQLException {
        String trouble = row.textOrNull("trouble");
        return new Mend(
                row.big("number"),
                row.text("cdn_id"),
                MendState.valueOf(row.text("state")),
                MendText.readSteps(row.texts("steps")),
                row.isNull("undoes") ? null : Long.valueOf(row.big("undoes")),
                row.isTrue("undone"),
                row.text("reason"),
                trouble == null ? null : MendTrouble.valueOf(trouble),
                row.textOrNull("detail"),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.instantOrNull("written_at"),
                row.instantOrNull("ended_at"));
    }

    /** The mark of what a press has left behind. */
    public Optional<String> leftVersion(long number) {
        return sql.one(
                "select left_version from cdn.mend where number = ? and left_version is not null",
                row -> row.text("left_version"),
                number);
    }

    public boolean isUnderWay(String cdn) {
        return sql.one("select 1 from cdn.mend where cdn_id = ? and ended_at is null", row -> true, cdn)
                .isPresent();
    }

    /** Refused where another is under way: of two who press at once one does it. */
    public Outcome<Mend> begin(Approved approved) {
        MendPlan plan = approved.plan();
        Optional<Long> number = sql.one(
                "insert into cdn.mend (cdn_id, state, version, steps, undoes, reason, asked_by, asked_at, until)"
                        + " values (?, 'ASKED', ?, ?, ?::bigint, ?, ?, ?, ?) on conflict do nothing returning number",
                row -> row.big("number"),
                plan.cdn(),
                approved.version(),
                MendText.steps(plan.steps()),
                plan.undoes(),
                approved.reason(),
                Acting.actor().name(),
                clock.instant(),
                clock.instant().plus(TO_WRITE));
        if (number.isEmpty()) {
            return Outcome.refused(CdnRefusal.MENDING.with("cdn", plan.cdn()));
        }
        events.fire(new CdnEvent.MendAsked(
                plan.cdn(), number.get(), MendText.fields(plan.steps()), approved.reason(), plan.undoes()));
        queue.put(new MendCdn(number.get()));
        return Outcome.done(find(number.get()).orElseThrow());
    }

    /** Those that a restart left behind. */
    public void resume() {
        sql.list("select number from cdn.mend where ended_at is null", row -> row.big("number"))
                .forEach(number -> queue.put(new MendCdn(number)));
    }

    public Optional<Task> task(long number) {
        return find(number)
                .filter(mend -> mend.state().isRunning())
                .flatMap(mend -> sql.one(
                        "select version, until from cdn.mend where number = ?",
                        row -> new Task(mend, row.text("version"), row.instant("until")),
                        number));
    }

    /** Whether it is sent for the first time: only what was sent may be found to be done already. */
    public boolean begins(Mend mend) {
        return sql.run(
                        "update cdn.mend set sent_at = ? where number = ? and sent_at is null",
                        clock.instant(),
                        mend.number())
                > 0;
    }

    /** It stands in the account's configuration, under this mark. */
    public void written(Mend mend, String version) {
        Instant now = clock.instant();
        sql.run(
                "update cdn.mend set state = 'SPREADING', left_version = ?, written_at = ?, until = ?"
                        + " where number = ? and state = 'ASKED'",
                version,
                now,
                now.plus(TO_SPREAD),
                mend.number());
    }

    /** It is at all edges. */
    public void done(Mend mend) {
        if (ends(mend, MendState.DONE, null, null)) {
            events.fire(new CdnEvent.Mended(mend.cdn(), mend.number()));
        }
    }

    public void failed(Mend mend, MendTrouble trouble, @Nullable String detail) {
        if (ends(mend, MendState.FAILED, trouble, detail)) {
            events.fire(new CdnEvent.MendFailed(mend.cdn(), mend.number(), trouble.name(), detail));
        }
    }

    /** What the account said before is no longer so: the next look at it is at the next occasion. */
    private boolean ends(Mend mend, MendState state, @Nullable MendTrouble trouble, @Nullable String detail) {
        int ended = sql.run(
                "update cdn.mend set state = ?, trouble = ?, detail = ?, ended_at = ? where number = ? and ended_at is null",
                state,
                trouble,
                detail,
                clock.instant(),
                mend.number());
        sql.run("update cdn.standing set asked_at = asked_at - interval '1 hour' where cdn_id = ?", mend.cdn());
        return ended > 0;
    }
}
