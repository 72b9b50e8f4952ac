package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.moderation.Announcements.AnnouncedWords;
import live.onair.moderation.Announcements.Announcement;
import live.onair.moderation.Announcements.CannedReply;
import live.onair.moderation.Announcements.Style;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.PinnedBook.Filling;
import live.onair.moderation.TellChatHandler.TellChat;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What moderators say, and the words they keep for it. Works inside the caller's transaction. */
@Singleton
class AnnouncementBook {

    private static final int LONGEST = 300;
    /** What is left of them beside the words that are answered. */
    private static final int LONGEST_REPLY = 200;

    private static final int QUOTED = 40;
    private static final int PLACES = 9;
    private static final int MOST = 2_000;

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final ChatBook chats;
    private final ChatReads reads;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;
    private final Instance<ClaimWatch> watching;
    private final Filling filling;

    @Inject
    AnnouncementBook(
            Statements sql,
            Clock clock,
            Ids ids,
            ChatBook chats,
            ChatReads reads,
            WorkQueue queue,
            Event<ModerationEvent> events,
            Instance<ClaimWatch> watching,
            Filling filling) {
        this.filling = filling;
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.chats = chats;
        this.reads = reads;
        this.queue = queue;
        this.events = events;
        this.watching = watching;
    }

    private static Outcome<String> sayable(@Nullable String text) {
        String words = text == null ? "" : text.strip();
        boolean possible = !words.isEmpty()
                && words.length() <= LONGEST
                && words.chars().noneMatch(sign -> Character.isISOControl(sign));
        return possible
                ? Outcome.done(words)
                : Outcome.refused(ModerationRefusal.ANNOUNCEMENT.with("max", LONGEST, "field", "text"));
    }

    /** Whether something may be said in it now. */
    boolean isOpen(String show) {
        return chats.isOpen(show);
    }

    /** What may be said in this show now, with what its variables stand for. */
    Outcome<String> filled(String show, @Nullable String text) {
        return sayable(show, text).then(words -> filling.of(show, words)).then(AnnouncementBook::sayable);
    }

    /** What may be said in this show now. */
    Outcome<String> sayable(String show, @Nullable String text) {
        return isOpen(show) ? sayable(text) : Outcome.refused(ModerationRefusal.CLOSED.with());
    }

    Outcome<Announcement> say(String show, Style style, @Nullable String text) {
        return filled(show, text).then(words -> said(show, style, words));
    }

    /** "@name “words” — answer": whoever reads it knows what it is an answer to. */
    Outcome<Announcement> reply(long number, @Nullable String text) {
        ChatLine line = reads.line(number).orElse(null);
        if (line == null) {
            return Outcome.refused(ModerationRefusal.NO_LINE.with());
        }
        if (line.state() != LineState.SHOWN) {
            return Outcome.refused(ModerationRefusal.NOT_SHOWN.with());
        }
        if (text != null && text.strip().length() > LONGEST_REPLY) {
            return Outcome.refused(ModerationRefusal.ANNOUNCEMENT.with("max", LONGEST_REPLY, "field", "text"));
        }
        String quote = Announcements.quoted(line.text(), QUOTED);
        return filled(line.show(), text)
                .then(words -> said(line.show(), Style.STANDARD, "@" + line.name() + " “" + quote + "” — " + words));
    }

    private Outcome<Announcement> said(String show, Style style, String words) {
        Announcement said = put(show, style, words, null);
        return ClaimWatch.ask(watching, List.of(show), List.of(subject(said.number())), said);
    }

    /** What the claim check calls it. */
    static String subject(long number) {
        return "announcement-" + number;
    }

    /** Says it, whoever asks. */
    Announcement put(String show, Style style, String words, @Nullable Long repeated) {
        UUID line = ids.next();
        long number = sql.one(
                        "insert into moderation.announcement (show_id, style, text, by_name, at, line_id, repeated)"
                                + " values (?, ?, ?, ?, ?, ?, ?) returning number",
                        row -> row.big("number"),
                        show,
                        style,
                        words,
                        Acting.actor().name(),
                        clock.instant(),
                        line.toString(),
                        repeated)
                .orElseThrow();
        queue.put(new TellChat(show));
        events.fire(new ModerationEvent.Announced(show, style.name(), words));
        return find(number);
    }

    private Announcement find(long number) {
        return sql.one("select * from moderation.announcement where number = ?", AnnouncementBook::read, number)
                .orElseThrow();
    }

    private static Announcement read(Row row) throws SQLException {
        return new Announcement(
                row.big("number"),
                row.text("show_id"),
                Style.valueOf(row.text("style")),
                row.text("text"),
                row.text("by_name"),
                row.instant("at"),
                row.text("line_id"),
                row.instantOrNull("told_at") != null);
    }

    List<Announcement> of(String show, int most) {
        return sql.list(
                "select * from moderation.announcement where show_id = ? order by number desc limit ?",
                AnnouncementBook::read,
                show,
                Math.max(1, Math.min(most, MOST)));
    }

    List<AnnouncedWords> words(String show) {
        return sql.list(
                "select distinct on (coalesce(repeated, -number)) number, text, by_name from moderation.announcement"
                        + " where show_id = ? order by coalesce(repeated, -number), number",
                row -> new AnnouncedWords(subject(row.big("number")), row.text("text"), row.text("by_name")),
                show);
    }

    /** What is still to be told, in its order. */
    List<Announcement> untold(String show, int most) {
        return sql.list(
                "select * from moderation.announcement where show_id = ? and told_at is null order by number limit ?",
                AnnouncementBook::read,
                show,
                most);
    }

    void told(long number) {
        sql.run("update moderation.announcement set told_at = ? where number = ?", clock.instant(), number);
    }

    List<CannedReply> canned() {
        return sql.list(
                "select * from moderation.canned order by place",
                row -> new CannedReply(row.number("place"), Style.valueOf(row.text("style")), row.text("text")));
    }

    Outcome<List<CannedReply>> keep(int place, Style style, @Nullable String text) {
        if (place < 1 || place > PLACES) {
            return Outcome.refused(ModerationRefusal.PLACE.with("field", "place"));
        }
        if (text == null || text.isBlank()) {
            if (sql.run("delete from moderation.canned where place = ?", place) > 0) {
                events.fire(new ModerationEvent.CannedKept(place, ""));
            }
            return Outcome.done(canned());
        }
        return sayable(text).then(Filling::known).then(words -> kept(place, style, words));
    }

    private Outcome<List<CannedReply>> kept(int place, Style style, String words) {
        sql.run(
                "insert into moderation.canned (place, style, text, by_name, changed_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (place) do update set style = excluded.style, text = excluded.text,"
                        + " by_name = excluded.by_name, changed_at = excluded.changed_at",
                place,
                style,
                words,
                Acting.actor().name(),
                clock.instant());
        events.fire(new ModerationEvent.CannedKept(place, words));
        return Outcome.done(canned());
    }
}
