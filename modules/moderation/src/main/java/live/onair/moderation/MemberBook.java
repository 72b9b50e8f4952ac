package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.moderation.ModerationRows.ChatNote;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Who talks in chats, across all shows. Works inside the caller's transaction. */
@Singleton
class MemberBook {

    /** 128 bits tell all viewers apart. */
    private static final int DIGITS = 32;

    private static final int RECENT = 20;
    private static final int NOTES = 100;
    private static final int LONGEST = 500;

    private final Statements sql;
    private final Clock clock;
    private final ChatReads reads;
    private final Event<ModerationEvent> events;

    @Inject
    MemberBook(Statements sql, Clock clock, ChatReads reads, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.reads = reads;
        this.events = events;
    }

    /** Who a viewer is in chats, whatever the name. */
    static String member(String viewer) {
        return Ids.digest("chat " + viewer).substring(0, DIGITS);
    }

    ChatPerson person(String member) {
        return sql.one(
                        "select count(*) lines, count(distinct show_id) shows from moderation.line where member = ?",
                        row -> new ChatPerson(
                                member,
                                row.big("lines"),
                                row.big("shows"),
                                notes(member),
                                reads.deedsAbout(member, RECENT)),
                        member)
                .orElseThrow();
    }

    private List<ChatNote> notes(String member) {
        return sql.list(
                "select * from moderation.note where member = ? order by number desc limit ?",
                row -> new ChatNote(
                        row.big("number"),
                        row.text("show_id"),
                        row.text("text"),
                        row.text("by_name"),
                        row.instant("at")),
                member,
                NOTES);
    }

    Outcome<ChatPerson> note(String show, String member, @Nullable String text) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return Outcome.refused(ModerationRefusal.NOTE.with("field", "text"));
        }
        String name = reads.name(show, member).orElse(null);
        if (name == null) {
            return Outcome.refused(ModerationRefusal.NO_MEMBER.with());
        }
        sql.run(
                "insert into moderation.note (member, show_id, text, by_name, at) values (?, ?, ?, ?, ?)",
                member,
                show,
                said,
                Acting.actor().name(),
                clock.instant());
        events.fire(new ModerationEvent.Noted(show, member, name, said));
        return Outcome.done(person(member));
    }
}
