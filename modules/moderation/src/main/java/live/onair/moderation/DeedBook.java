package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import live.onair.filter.ChatText;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.TellChatHandler.TellChat;
import live.onair.moderation.spi.ChatLog;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What moderators do: written down, and told where the chat is held in its order. Works inside the caller's transaction. */
@Singleton
class DeedBook {

    /** Of a warning. */
    private static final int LONGEST = 200;

    private final Statements sql;
    private final Clock clock;
    private final ChatBook chats;
    private final ChatReads reads;
    private final ReportBook reports;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;

    @Inject
    DeedBook(
            Statements sql,
            Clock clock,
            ChatBook chats,
            ChatReads reads,
            ReportBook reports,
            WorkQueue queue,
            Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.chats = chats;
        this.reads = reads;
        this.reports = reports;
        this.queue = queue;
        this.events = events;
    }

    /** Something that is still to be told. */
    record Untold(long number, DeedKind kind, String line, String member, String by, String reason) {}

    /** Whom something is done about, where and why, and until when. */
    record About(
            String show,
            String member,
            String name,
            String why,
            @Nullable Instant until) {
        About in(String other) {
            return new About(other, member, name, why, until);
        }
    }

    /** Where something that is done about a member counts. */
    enum Reach {
        /** In this chat. */
        HERE,
        /** In those of all shows. */
        EVERYWHERE,
        /** In those of all shows, done in another one and told to this. */
        CARRIED
    }

    Outcome<ChatLine> hide(long number, @Nullable String reason) {
        return decided(number, LineTurn.HIDE, words(reason));
    }

    Outcome<ChatLine> restore(long number) {
        return decided(number, LineTurn.RESTORE, "");
    }

    /** Lets a held line out, or not. */
    Outcome<ChatLine> settle(long number, boolean out, @Nullable String reason) {
        return decided(number, out ? LineTurn.LET_OUT : LineTurn.DENY, words(reason));
    }

    private static String words(@Nullable String reason) {
        return reason == null ? "" : reason.strip();
    }

    private Outcome<ChatLine> decided(long number, LineTurn turn, String why) {
        ChatLine line = reads.line(number).orElse(null);
        if (line == null) {
            return Outcome.refused(ModerationRefusal.NO_LINE.with());
        }
        if (!decide(line, turn, why)) {
            return Outcome.refused(turn.otherwise().with());
        }
        if (turn == LineTurn.HIDE) {
            reports.settle(number, true, Acting.actor().name());
        }
        put(turn.kind(), line, why);
        events.fire(turn.event(line, why));
        return Outcome.done(reads.line(number).orElseThrow());
    }

    /** Of two moderators who press at once one decides. */
    private boolean decide(ChatLine line, LineTurn turn, String why) {
        return sql.run(
                        "update moderation.line set state = ?, decided_by = ?, reason = ?, decided_at = ?"
                                + " where number = ? and state = ?",
                        turn.to(),
                        Acting.actor().name(),
                        why,
                        clock.instant(),
                        line.number(),
                        turn.from())
                > 0;
    }

    /** Tells one member alone what to leave be. */
    Outcome<ChatDeed> warn(String show, String member, @Nullable String text) {
        String said = ChatText.plain(words(text)).strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return Outcome.refused(ModerationRefusal.WARNING.with("max", LONGEST, "field", "text"));
        }
        return present(show, member).map(name -> warned(new About(show, member, name, said, null)));
    }

    private ChatDeed warned(About of) {
        long number = put(DeedKind.WARN, of, Reach.HERE);
        events.fire(new ModerationEvent.Warned(of.show(), of.member(), of.name(), of.why()));
        return sql.one("select * from moderation.deed where number = ?", ChatReads::deed, number)
                .orElseThrow();
    }

    /** The name of a member about whom something can be done here now. */
    Outcome<String> present(String show, String member) {
        String name = reads.name(show, member).orElse(null);
        if (name == null || member.equals(ChatLog.STAFF)) {
            return Outcome.refused(ModerationRefusal.NO_MEMBER.with());
        }
        return chats.isOpen(show) ? Outcome.done(name) : Outcome.refused(ModerationRefusal.CLOSED.with());
    }

    private void put(DeedKind kind, ChatLine line, String why) {
        sql.run(
                "insert into moderation.deed (show_id, kind, line, line_id, member, name, reason, by_name, at)"
                        + " select show_id, ?, number, line_id, member, name, ?, ?, ? from moderation.line where number = ?",
                kind,
                why,
                Acting.actor().name(),
                clock.instant(),
                line.number());
        queue.put(new TellChat(line.show()));
    }

    /** Something about a member; gives its number. */
    long put(DeedKind kind, About of, Reach reach) {
        queue.put(new TellChat(of.show()));
        return sql.one(
                        "insert into moderation.deed (show_id, kind, line_id, member, name, reason, by_name, at, until, everywhere,"
                                + " carried) values (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?) returning number",
                        row -> row.big("number"),
                        of.show(),
                        kind,
                        of.member(),
                        of.name(),
                        of.why(),
                        Acting.actor().name(),
                        clock.instant(),
                        of.until(),
                        reach != Reach.HERE,
                        reach == Reach.CARRIED)
                .orElseThrow();
    }

    List<Untold> untold(String show, int most) {
        return sql.list(
                "select * from moderation.deed where show_id = ? and told_at is null order by number limit ?",
                row -> new Untold(
                        row.big("number"),
                        DeedKind.valueOf(row.text("kind")),
                        row.text("line_id"),
                        row.text("member"),
                        row.text("by_name"),
                        row.text("reason")),
                show,
                most);
    }

    void told(long number) {
        sql.run("update moderation.deed set told_at = ? where number = ? and told_at is null", clock.instant(), number);
    }
}
