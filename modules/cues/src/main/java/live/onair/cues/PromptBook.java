package live.onair.cues;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.claims.ClaimWatch;
import live.onair.cues.CueRows.Level;
import live.onair.cues.CueRows.Message;
import live.onair.cues.Prompter.Notice;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Prompter}. Works inside the caller's transaction. */
@Singleton
class PromptBook {

    /** More nobody reads in front of a camera. */
    static final int MOST = 20;

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final Shows shows;
    private final Event<CueEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    PromptBook(
            Statements sql, Clock clock, Ids ids, Shows shows, Event<CueEvent> events, Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.shows = shows;
        this.events = events;
        this.watching = watching;
    }

    List<Message> of(String show) {
        return sql.list(
                "select * from cues.message where show_id = ? and cleared_at is null order by seen_at is not null,"
                        + " array_position(array['URGENT','WARN','NOTE'], level), said_at desc, id limit 60",
                PromptBook::message,
                show);
    }

    private static Message message(Row row) throws SQLException {
        return new Message(
                UUID.fromString(row.text("id")),
                row.text("show_id"),
                Level.valueOf(row.text("level")),
                row.text("words"),
                row.textOrNull("words_en"),
                row.instant("said_at"),
                row.text("said_by"),
                row.instantOrNull("seen_at"));
    }

    private Optional<Message> find(UUID id) {
        return sql.one(
                "select * from cues.message where id = ? and cleared_at is null for update", PromptBook::message, id);
    }

    Outcome<Message> tell(String id, Level level, @Nullable String given) {
        String show = shows.find(id).map(found -> found.id()).orElse(null);
        if (show == null) {
            return Outcome.refused(CueRefusal.NO_SUCH_SHOW.with("show", id));
        }
        List<Reason> wrong = new ArrayList<>();
        String text = CueText.MESSAGE.read(given, "", wrong);
        if (text.isEmpty() || !wrong.isEmpty()) {
            return Outcome.refused(CueRefusal.MESSAGE.with("max", CueText.MESSAGE.max, "field", "text"));
        }
        sql.one("select pg_advisory_xact_lock(hashtext('cues.message'), hashtext(?))", row -> true, show);
        // what the host has read makes room: a warning must never be the one too many
        if (of(show).stream().filter(message -> message.seenAt() == null).count() >= MOST) {
            return Outcome.refused(CueRefusal.TOO_MANY_MESSAGES.with("max", MOST));
        }
        Message put = put(show, new Notice(level, "", text, ""));
        return ClaimWatch.ask(watching, List.of(show), List.of(put.id().toString()), put);
    }

    /** Nothing is new where the host has read as much already. There is no limit: of each thing one message stands. */
    Outcome<Message> announce(String id, Notice notice) {
        String show = shows.find(id).map(found -> found.id()).orElse(null);
        if (show == null) {
            return Outcome.refused(CueRefusal.NO_SUCH_SHOW.with("show", id));
        }
        sql.one("select pg_advisory_xact_lock(hashtext('cues.message'), hashtext(?))", row -> true, show);
        Message before = sql.one(
                        "select * from cues.message where show_id = ? and about = ? and cleared_at is null",
                        PromptBook::message,
                        show,
                        notice.about())
                .orElse(null);
        if (before != null && before.seenAt() != null && before.level() == notice.level()) {
            return Outcome.done(before);
        }
        if (before != null) {
            clear(before.id());
        }
        return Outcome.done(put(show, notice));
    }

    /** What is about nothing was written by somebody. */
    private Message put(String show, Notice notice) {
        UUID message = ids.next();
        boolean ours = !notice.about().isEmpty();
        sql.run(
                "insert into cues.message (id, show_id, level, words, words_en, about, said_at, said_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                message,
                show,
                notice.level(),
                notice.ko(),
                ours ? notice.en() : null,
                ours ? notice.about() : null,
                clock.instant(),
                Acting.actor().name());
        events.fire(new CueEvent.HostTold(show, message, notice.level(), notice.ko()));
        return find(message).orElseThrow();
    }

    Outcome<Message> read(UUID id) {
        Message before = find(id).orElse(null);
        if (before == null) {
            return Outcome.refused(CueRefusal.NO_SUCH_MESSAGE.with());
        }
        if (before.seenAt() == null) {
            sql.run("update cues.message set seen_at = ? where id = ?", clock.instant(), id);
            events.fire(new CueEvent.HostRead(before.show(), id, before.text()));
        }
        return Outcome.done(find(id).orElseThrow());
    }

    Outcome<Message> clear(UUID id) {
        Message before = find(id).orElse(null);
        if (before == null) {
            return Outcome.refused(CueRefusal.NO_SUCH_MESSAGE.with());
        }
        sql.run("update cues.message set cleared_at = ? where id = ?", clock.instant(), id);
        events.fire(new CueEvent.MessageCleared(before.show(), id, before.text()));
        return Outcome.done(before);
    }
}
