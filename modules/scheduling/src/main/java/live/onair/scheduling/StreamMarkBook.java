package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.StreamMarks.Failure;
import live.onair.scheduling.StreamMarks.PutStreamMarkHandler.PutStreamMark;
import live.onair.scheduling.StreamMarks.State;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.TimedMetadata;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link StreamMarks}, and the work that puts them. Works inside the caller's transaction. */
@Singleton
class StreamMarkBook {

    static final int MOST = 500;

    /** A mark that comes later than this after it was asked for would stand at another moment than the one meant. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Statements sql;
    private final ShowShelf shelf;
    private final Sightings signals;
    private final Passage passage;
    private final WorkQueue queue;
    private final Clock clock;
    private final Ids ids;

    @Inject
    StreamMarkBook(
            Statements sql,
            ShowShelf shelf,
            Sightings signals,
            Passage passage,
            WorkQueue queue,
            Clock clock,
            Ids ids) {
        this.sql = sql;
        this.shelf = shelf;
        this.signals = signals;
        this.passage = passage;
        this.queue = queue;
        this.clock = clock;
        this.ids = ids;
    }

    Outcome<StreamMarks.Row> put(StreamMarks.Put wanted) {
        return shelf.lock(wanted.show(), null).then(show -> {
            UUID id = wanted.id() == null ? ids.next() : wanted.id();
            List<Reason> wrong = new ArrayList<>();
            TimedMetadata.Mark mark = mark(id, wanted, wrong);
            Optional<StreamMarks.Row> known = find(id);
            if (known.isPresent() && mark != null) {
                return isSame(known.get(), show.id(), mark)
                        ? Outcome.done(known.get())
                        : Outcome.refused(ShowRefusal.MARK_ID_TAKEN.with("id", id, "field", "id"));
            }
            if (!isRunning(show)) {
                wrong.add(ShowRefusal.MARK_NOT_RUNNING.with("show", show.id()));
            } else if (count(show.id()) >= MOST) {
                wrong.add(ShowRefusal.MARK_COUNT.with("show", show.id(), "max", MOST));
            }
            return mark == null || !wrong.isEmpty() ? Outcome.refused(wrong) : Outcome.done(keep(show, mark));
        });
    }

    private static TimedMetadata.@Nullable Mark mark(UUID id, StreamMarks.Put wanted, List<Reason> wrong) {
        String kind = wanted.kind() == null ? "" : wanted.kind().strip();
        Duration length = wanted.length();
        if (!TimedMetadata.Mark.isKind(kind)) {
            wrong.add(ShowRefusal.MARK_KIND.with("field", "kind", "kind", kind));
        }
        if (length != null && (length.toMillis() < 1 || length.compareTo(Duration.ofHours(4)) > 0)) {
            wrong.add(ShowRefusal.FIELD_RANGE.with("field", "length", "min", "1 ms", "max", "4 h"));
        }
        if (!wrong.isEmpty()) {
            return null;
        }
        try {
            String payload = wanted.payload() == null ? "{}" : wanted.payload();
            TimedMetadata.Mark mark = new TimedMetadata.Mark(id.toString(), kind, payload, length);
            int over = mark.bytes() - TimedMetadata.MOST_BYTES;
            if (over > 0) {
                wrong.add(ShowRefusal.MARK_SIZE.with("field", "payload", "over", over));
            }
            return mark;
        } catch (IllegalArgumentException e) {
            wrong.add(ShowRefusal.FIELD_FORM.with("field", "payload"));
            return null;
        }
    }

    private static boolean isSame(StreamMarks.Row known, String show, TimedMetadata.Mark mark) {
        return known.show().equals(show)
                && known.kind().equals(mark.kind())
                && known.payload().equals(mark.payload());
    }

    /** As far as the backend has told: what it finds when the mark comes to it is the truth. */
    private boolean isRunning(Show show) {
        Run run = show.run();
        return show.isRunOpen()
                && signals.find(run.channel())
                        .filter(seen -> run.id().equals(seen.run()) && "RUNNING".equals(seen.state()))
                        .isPresent();
    }

    private int count(String show) {
        return sql.one("select count(*) n from scheduling.stream_mark where show_id = ?", row -> row.number("n"), show)
                .orElse(0);
    }

    private StreamMarks.Row keep(Show show, TimedMetadata.Mark mark) {
        Duration length = mark.length();
        UUID id = UUID.fromString(mark.id());
        sql.run(
                "insert into scheduling.stream_mark (id, show_id, run, channel_id, kind, payload, length_ms, state,"
                        + " tried, asked_at, asked_name) values (?, ?, ?, ?, ?, ?, ?::bigint, ?, false, ?, ?)",
                id,
                show.id(),
                show.run().id(),
                show.run().channel(),
                mark.kind(),
                mark.payload(),
                length == null ? null : length.toMillis(),
                State.WAITING,
                clock.instant(),
                Acting.actor().name());
        passage.tell(new ShowEvent.StreamMarkAsked(show.id(), mark.id(), mark.kind(), mark.payload()));
        queue.put(new PutStreamMark(mark.id()));
        return find(id).orElseThrow();
    }

    /**
     * A mark that waits, for its handler.
     *
     * @param tried whether a call went out for it before, of which no answer was recorded
     */
    record Claimed(String show, Run run, String backend, TimedMetadata.Mark mark, Instant askedAt, boolean tried) {}

    /** The mark, to be put now; empty when it is settled, and then it is settled for ever. */
    @Transactional
    Optional<Claimed> claim(UUID id) {
        Optional<Claimed> waiting = sql.one(
                "select m.*, r.backend from scheduling.stream_mark m join scheduling.resource r on r.id = m.channel_id"
                        + " where m.id = ? and m.state = 'WAITING'",
                StreamMarkBook::claimed,
                id);
        if (waiting.isPresent() && !isInTime(waiting.get())) {
            failed(waiting.get(), waiting.get().tried() ? Failure.UNKNOWN : Failure.TOO_LATE);
            return Optional.empty();
        }
        sql.run("update scheduling.stream_mark set tried = true where id = ? and not tried", id);
        return waiting;
    }

    private static Claimed claimed(Row row) throws SQLException {
        StreamMarks.Row mark = read(row);
        return new Claimed(
                mark.show(),
                new Run(row.text("channel_id"), row.text("run"), mark.show()),
                row.text("backend"),
                new TimedMetadata.Mark(mark.id().toString(), mark.kind(), mark.payload(), mark.length()),
                mark.askedAt(),
                row.isTrue("tried"));
    }

    boolean isInTime(Claimed mark) {
        return clock.instant().isBefore(mark.askedAt().plus(PATIENCE));
    }

    /** It is in the stream. */
    @Transactional
    void placed(Claimed it, Instant at) {
        if (settle(it, State.IN_STREAM, null, at)) {
            passage.tell(new ShowEvent.StreamMarkPlaced(
                    it.show(), it.mark().id(), it.mark().kind(), at));
        }
    }

    /** It is not, or nobody knows. */
    @Transactional
    void failed(Claimed it, Failure why) {
        if (settle(it, State.FAILED, why, null)) {
            passage.tell(new ShowEvent.StreamMarkFailed(
                    it.show(), it.mark().id(), it.mark().kind(), why.code()));
        }
    }

    private boolean settle(Claimed it, State state, @Nullable Failure why, @Nullable Instant at) {
        return sql.run(
                        "update scheduling.stream_mark set state = ?, failure = ?, at = ?::timestamptz where id = ?"
                                + " and state = 'WAITING'",
                        state,
                        why,
                        at,
                        UUID.fromString(it.mark().id()))
                > 0;
    }

    List<StreamMarks.Row> list(String show) {
        return sql.list(
                "select * from scheduling.stream_mark where show_id = ? order by asked_at desc, id desc",
                StreamMarkBook::read,
                show);
    }

    private Optional<StreamMarks.Row> find(UUID id) {
        return sql.one("select * from scheduling.stream_mark where id = ?", StreamMarkBook::read, id);
    }

    private static StreamMarks.Row read(Row row) throws SQLException {
        return new StreamMarks.Row(
                UUID.fromString(row.text("id")),
                row.text("show_id"),
                row.text("kind"),
                row.text("payload"),
                row.isNull("length_ms") ? null : Duration.ofMillis(row.big("length_ms")),
                State.valueOf(row.text("state")),
                row.maybeText("failure").map(Failure::valueOf).orElse(null),
                row.instant("asked_at"),
                row.text("asked_name"),
                row.instantOrNull("at"));
    }
}
