package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.filter.PersonalData;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.moderation.ChatKeeping.ChatExport;
import live.onair.moderation.ChatKeeping.ExportedLine;
import live.onair.moderation.ChatKeeping.Retention;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Keeps what was said, and lets it go. Works inside the caller's transaction. */
@Singleton
class KeepingBook {

    static final int REASON = 5;
    private static final int SHORTEST = 7;
    private static final int LONGEST = 3_650;
    /** Of a member's number so much tells members of one file apart. */
    private static final int DIGITS = 10;
    /** So many lines are deleted in one transaction. */
    private static final int AT_ONCE = 5_000;

    private final Statements sql;
    private final Clock clock;
    private final ChatBook chats;
    private final Event<ModerationEvent> events;

    @Inject
    KeepingBook(Statements sql, Clock clock, ChatBook chats, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.chats = chats;
        this.events = events;
    }

    Retention retention() {
        return sql.one("select days from moderation.keeping", row -> new Retention(row.number("days")))
                .orElseThrow();
    }

    Outcome<Retention> retain(int days) {
        if (days < SHORTEST || days > LONGEST) {
            return Outcome.refused(ModerationRefusal.RETENTION.with("field", "days"));
        }
        int before = retention().days();
        sql.run(
                "update moderation.keeping set days = ?, changed_at = ?, by_name = ?",
                days,
                clock.instant(),
                Acting.actor().name());
        events.fire(new ModerationEvent.RetentionChanged(before, days));
        return Outcome.done(retention());
    }

    Outcome<ChatExport> export(String show, @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (chats.of(show).isEmpty()) {
            return Outcome.refused(ModerationRefusal.NO_CHAT.with());
        }
        if (why.length() < REASON) {
            return Outcome.refused(ModerationRefusal.EXPORT_WHY.with("min", REASON, "field", "reason"));
        }
        List<ExportedLine> lines = sql.list(
                "select * from moderation.line where show_id = ? order by number",
                row -> new ExportedLine(
                        row.instant("at"),
                        alias(show, row.text("member")),
                        PersonalData.masked(row.text("name")),
                        PersonalData.masked(row.text("said")),
                        LineState.valueOf(row.text("state")),
                        row.texts("rules"),
                        row.textOrNull("decided_by"),
                        row.textOrNull("reason")),
                show);
        events.fire(new ModerationEvent.ChatExported(show, lines.size(), why));
        return Outcome.done(new ChatExport(show, lines));
    }

    /** Another one in each show: files of two shows tell nothing about who is the same. */
    private static String alias(String show, String member) {
        return Ids.digest("export " + show + " " + member).substring(0, DIGITS);
    }

    /** Deletes some of what is older; whether there may be more. What moderators did stays, without the words it was about. */
    boolean forget() {
        Instant before = clock.instant().minus(Duration.ofDays(retention().days()));
        List<Long> old = sql.list(
                "select number from moderation.line where taken_at < ? order by taken_at limit ?",
                row -> row.big("number"),
                before,
                AT_ONCE);
        if (old.isEmpty()) {
            return false;
        }
        Long[] numbers = old.toArray(Long[]::new);
        sql.run("update moderation.deed set line = null where line = any(?)", (Object) numbers);
        sql.run("delete from moderation.report where line = any(?)", (Object) numbers);
        sql.run("delete from moderation.pinned where line = any(?)", (Object) numbers);
        sql.run(
                "with gone as (delete from moderation.line where number = any(?) returning show_id)"
                        + " update moderation.chat c set lines = c.lines - g.lines"
                        + " from (select show_id, count(*) lines from gone group by show_id) g where g.show_id = c.show_id",
                (Object) numbers);
        return old.size() == AT_ONCE;
    }
}
