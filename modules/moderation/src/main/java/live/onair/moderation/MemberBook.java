package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.filter.ChatName;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.moderation.Moderation.Joining;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.ChatNote;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.moderation.ModerationRows.Talker;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Who talks in chats, across all shows, and what became of them and of what they said. Works inside the caller's
 * transaction.
 */
@Singleton
class MemberBook {

    /** 128 bits tell all viewers apart. */
    private static final int DIGITS = 32;

    private static final int RECENT = 20;
    private static final int NOTES = 100;
    private static final int LONGEST = 500;

    private final Statements sql;
    private final Clock clock;
    private final ChatBook chats;
    private final ChatReads reads;
    private final Event<ModerationEvent> events;

    @Inject
    MemberBook(Statements sql, Clock clock, ChatBook chats, ChatReads reads, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.chats = chats;
        this.reads = reads;
        this.events = events;
    }

    /** Who a viewer is in the chats of all shows, whatever the name: whoever has their page forget its number is another. */
    static String member(String viewer) {
        return Ids.digest("chat " + viewer).substring(0, DIGITS);
    }

    Outcome<Joining> joining(String show, String viewer, String name) {
        String seen = name.strip();
        if (!Ids.isViewer(viewer)) {
            return Outcome.refused(ModerationRefusal.VIEWER.with("field", "viewer"));
        }
        ChatName.Wrong wrong = ChatName.wrong(seen);
        if (wrong != null) {
            return Outcome.refused(ModerationRefusal.of(wrong).with("field", "name"));
        }
        if (!chats.isOpen(show)) {
            return Outcome.refused(ModerationRefusal.CLOSED.with());
        }
        String member = member(viewer);
        ChatBan ban = reads.ban(show, member).orElse(null);
        return ban == null
                ? Outcome.done(new Joining(show, member, seen))
                : Outcome.refused(
                        (ban.until() == null ? ModerationRefusal.BANNED : ModerationRefusal.TIMED_OUT).with());
    }

    /** These lines as they stood at this instant. */
    List<ChatLine> asOf(List<ChatLine> lines, Instant at) {
        Long[] numbers = lines.stream().map(ChatLine::number).toArray(Long[]::new);
        Map<String, List<ChatDeed>> deeds = sql
                .list("select * from moderation.deed where line = any(?) order by number", ChatReads::deed, (Object)
                        numbers)
                .stream()
                .collect(Collectors.groupingBy(ChatDeed::about));
        return lines.stream()
                .map(line -> LineTurn.asOf(line, deeds.getOrDefault(String.valueOf(line.number()), List.of()), at))
                .toList();
    }

    /** What was done last about this line or whoever said it, and still stands. */
    Optional<ChatDeed> standing(long line) {
        return sql.one(
                "select d.* from moderation.line l, lateral (select d.* from moderation.deed d where d.line = l.number"
                        + " and d.kind = 'HIDE' and l.state = 'HIDDEN' union all select d.* from moderation.deed d"
                        + " where (d.show_id = l.show_id or d.everywhere) and d.member = l.member and d.kind = 'BAN' and exists"
                        + " (select 1 from " + BanBook.OUT
                        + " b where b.show_id = l.show_id and b.member = l.member)) d"
                        + " where l.number = ? order by d.number desc limit 1",
                ChatReads::deed,
                line);
    }

    /** What is known of each of these. */
    List<Talker> talkers(List<String> members) {
        String[] each = members.stream().distinct().toArray(String[]::new);
        return sql.list(
                "select m.member, (select count(*) from (select 1 from moderation.line l where l.member = m.member"
                        + " limit 2) few) lines, (select count(*) from moderation.deed d where d.member = m.member"
                        + " and d.kind in ('HIDE', 'DENY', 'BAN') and not d.carried) deeds from unnest(?) m(member)",
                row -> new Talker(row.text("member"), row.big("lines") < 2, row.big("deeds")),
                (Object) each);
    }

    ChatPerson person(String member) {
        return sql.one(
                        "select count(*) lines, count(distinct l.show_id) shows, count(distinct l.show_id) filter"
                                + " (where c.open) open_in, (select count(*) from moderation.chat where open) open,"
                                + " (select count(*) from moderation.deed d where d.member = ? and d.kind = 'WARN') warnings"
                                + " from moderation.line l left join moderation.chat c on c.show_id = l.show_id"
                                + " where l.member = ?",
                        row -> new ChatPerson(
                                member,
                                row.big("lines"),
                                row.big("shows"),
                                row.big("warnings"),
                                row.big("open"),
                                row.big("open_in"),
                                notes(member),
                                reads.deedsAbout(member, RECENT)),
                        member,
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
