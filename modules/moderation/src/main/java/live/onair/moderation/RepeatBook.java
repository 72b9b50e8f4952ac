package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.Announcements.RepeatedAnnouncement;
import live.onair.moderation.Announcements.Style;
import live.onair.moderation.RepeatHandler.Repeat;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is said again and again. Works inside the caller's transaction. */
@Singleton
class RepeatBook {

    private static final int RAREST = 120;
    /** So many at once in one show: more than that nobody reads. */
    private static final int MOST = 5;

    private final Statements sql;
    private final Clock clock;
    private final AnnouncementBook book;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    RepeatBook(
            Statements sql,
            Clock clock,
            AnnouncementBook book,
            WorkQueue queue,
            Event<ModerationEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.clock = clock;
        this.book = book;
        this.queue = queue;
        this.events = events;
        this.watching = watching;
    }

    List<RepeatedAnnouncement> of(String show) {
        return sql.list(
                "select * from moderation.repeated where show_id = ? and ended_at is null order by number",
                RepeatBook::read,
                show);
    }

    private Optional<RepeatedAnnouncement> find(long number) {
        return sql.one(
                "select * from moderation.repeated where number = ? and ended_at is null for update",
                RepeatBook::read,
                number);
    }

    private static RepeatedAnnouncement read(Row row) throws SQLException {
        return new RepeatedAnnouncement(
                row.big("number"),
                row.text("show_id"),
                Style.valueOf(row.text("style")),
                row.text("text"),
                row.number("minutes"),
                row.text("by_name"),
                row.instant("next_at"));
    }

    Outcome<RepeatedAnnouncement> begin(String show, Style style, @Nullable String text, int minutes) {
        return book.filled(show, text)
                .then(first -> book.sayable(show, text).then(words -> checked(show, style, words, first, minutes)));
    }

    private Outcome<RepeatedAnnouncement> checked(String show, Style style, String words, String first, int minutes) {
        if (minutes < 1 || minutes > RAREST) {
            return Outcome.refused(ModerationRefusal.EVERY.with("field", "minutes"));
        }
        sql.one("select pg_advisory_xact_lock(hashtext('moderation.repeated'), hashtext(?))", row -> true, show);
        if (of(show).size() >= MOST) {
            return Outcome.refused(ModerationRefusal.TOO_MANY_REPEATED.with("max", MOST));
        }
        return begun(show, style, words, first, minutes);
    }

    /** {@code first} is what its words come to now. */
    private Outcome<RepeatedAnnouncement> begun(String show, Style style, String words, String first, int minutes) {
        Instant next = next(minutes);
        long number = sql.one(
                        "insert into moderation.repeated (show_id, style, text, minutes, by_name, since, next_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) returning number",
                        row -> row.big("number"),
                        show,
                        style,
                        words,
                        minutes,
                        Acting.actor().name(),
                        clock.instant(),
                        next)
                .orElseThrow();
        events.fire(new ModerationEvent.RepeatBegun(show, words, minutes));
        String said =
                AnnouncementBook.subject(book.put(show, style, first, number).number());
        queue.put(new Repeat(number), next);
        return ClaimWatch.ask(
                watching, List.of(show), List.of(said), find(number).orElseThrow());
    }

    private Instant next(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Says it when its time has come; when it is said next, if it is. What was missed meanwhile is not made up for. */
    Optional<Instant> again(long number) {
        RepeatedAnnouncement one = find(number).orElse(null);
        if (one == null) {
            return Optional.empty();
        }
        if (!book.isOpen(one.show())) {
            ended(one);
            return Optional.empty();
        }
        if (one.next().isAfter(clock.instant())) {
            return Optional.of(one.next());
        }
        Instant next = next(one.minutes());
        // with nothing pinned there is nothing to say this time
        if (book.filled(one.show(), one.text()) instanceof Outcome.Done<String> words) {
            book.put(one.show(), one.style(), words.value(), number);
        }
        sql.run("update moderation.repeated set next_at = ? where number = ?", next, number);
        return Optional.of(next);
    }

    private void ended(RepeatedAnnouncement one) {
        sql.run("update moderation.repeated set ended_at = ? where number = ?", clock.instant(), one.number());
        events.fire(new ModerationEvent.RepeatEnded(one.show(), one.text()));
    }

    Outcome<RepeatedAnnouncement> end(long number) {
        RepeatedAnnouncement one = find(number).orElse(null);
        if (one == null) {
            return Outcome.refused(ModerationRefusal.NOT_REPEATED.with());
        }
        ended(one);
        return Outcome.done(one);
    }
}
