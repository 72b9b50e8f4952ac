package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.TellChatHandler.TellChat;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What moderators do: written down, and told where the chat is held in its order. Works inside the caller's transaction. */
@Singleton
class DeedBook {

    private static final int REASON = 2;

    private final Statements sql;
    private final Clock clock;
    private final ChatReads reads;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;

    @Inject
    DeedBook(Statements sql, Clock clock, ChatReads reads, WorkQueue queue, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.reads = reads;
        this.queue = queue;
        this.events = events;
    }

    /** Something that is still to be told. */
    record Untold(long number, DeedKind kind, String line, String member, String by) {}

    Outcome<ChatLine> hide(long number, @Nullable String reason) {
        return decided(number, DeedKind.HIDE, words(reason));
    }

    /** Lets a held line out, or not. */
    Outcome<ChatLine> settle(long number, boolean out, @Nullable String reason) {
        return decided(number, out ? DeedKind.APPROVE : DeedKind.DENY, words(reason));
    }

    private static String words(@Nullable String reason) {
        return reason == null ? "" : reason.strip();
    }

    private Outcome<ChatLine> decided(long number, DeedKind kind, String why) {
        ChatLine line = reads.line(number).orElse(null);
        if (line == null) {
            return Outcome.refused(ModerationRefusal.NO_LINE.with());
        }
        boolean hides = kind == DeedKind.HIDE;
        LineState to = hides ? LineState.HIDDEN : kind == DeedKind.APPROVE ? LineState.SHOWN : LineState.DENIED;
        if (!decide(line, hides ? LineState.SHOWN : LineState.HELD, to, why)) {
            return Outcome.refused((hides ? ModerationRefusal.NOT_SHOWN : ModerationRefusal.NOT_HELD).with());
        }
        put(kind, line, why);
        events.fire(event(kind, line, why));
        return Outcome.done(reads.line(number).orElseThrow());
    }

    private static ModerationEvent event(DeedKind kind, ChatLine line, String why) {
        return switch (kind) {
            case HIDE -> new ModerationEvent.Hidden(line.show(), line.number(), line.member(), why);
            case APPROVE -> new ModerationEvent.LetOut(line.show(), line.number(), line.member());
            case DENY -> new ModerationEvent.Denied(line.show(), line.number(), line.member(), why);
            case BAN, UNBAN -> throw new IllegalArgumentException(kind + " is not about a line");
        };
    }

    /** Of two moderators who press at once one decides. */
    private boolean decide(ChatLine line, LineState from, LineState to, String why) {
        return sql.run(
                        "update moderation.line set state = ?, decided_by = ?, reason = ?, decided_at = ?"
                                + " where number = ? and state = ?",
                        to,
                        Acting.actor().name(),
                        why,
                        clock.instant(),
                        line.number(),
                        from)
                > 0;
    }

    Outcome<ChatBan> ban(String show, String member, @Nullable String reason) {
        String why = words(reason);
        if (why.length() < REASON) {
            return Outcome.refused(ModerationRefusal.REASON.with("field", "reason"));
        }
        String name = reads.name(show, member).orElse(null);
        if (name == null) {
            return Outcome.refused(ModerationRefusal.NO_MEMBER.with());
        }
        if (!keepOut(show, member, name, why)) {
            return Outcome.refused(ModerationRefusal.BANNED.with());
        }
        put(DeedKind.BAN, show, member, name, why);
        events.fire(new ModerationEvent.Banned(show, member, name, why));
        return Outcome.done(reads.ban(show, member).orElseThrow());
    }

    /** With what of theirs still waits. Says whether they were in until now. */
    private boolean keepOut(String show, String member, String name, String why) {
        int added = sql.run(
                "insert into moderation.ban (show_id, member, name, reason, by_name, since) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (show_id, member) do nothing",
                show,
                member,
                name,
                why,
                Acting.actor().name(),
                clock.instant());
        sql.run(
                "update moderation.line set state = 'DENIED', decided_by = ?, reason = ?, decided_at = ?"
                        + " where show_id = ? and member = ? and state = 'HELD'",
                Acting.actor().name(),
                why,
                clock.instant(),
                show,
                member);
        return added > 0;
    }

    Outcome<ChatBan> unban(String show, String member) {
        ChatBan ban = reads.ban(show, member).orElse(null);
        if (ban == null || sql.run("delete from moderation.ban where show_id = ? and member = ?", show, member) == 0) {
            return Outcome.refused(ModerationRefusal.NOT_BANNED.with());
        }
        put(DeedKind.UNBAN, show, member, ban.name(), "");
        events.fire(new ModerationEvent.Unbanned(show, member, ban.name()));
        return Outcome.done(ban);
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

    private void put(DeedKind kind, String show, String member, String name, String why) {
        sql.run(
                "insert into moderation.deed (show_id, kind, line_id, member, name, reason, by_name, at)"
                        + " values (?, ?, '', ?, ?, ?, ?, ?)",
                show,
                kind,
                member,
                name,
                why,
                Acting.actor().name(),
                clock.instant());
        queue.put(new TellChat(show));
    }

    List<Untold> untold(String show, int most) {
        return sql.list(
                "select * from moderation.deed where show_id = ? and told_at is null order by number limit ?",
                row -> new Untold(
                        row.big("number"),
                        DeedKind.valueOf(row.text("kind")),
                        row.text("line_id"),
                        row.text("member"),
                        row.text("by_name")),
                show,
                most);
    }

    void told(long number) {
        sql.run("update moderation.deed set told_at = ? where number = ? and told_at is null", clock.instant(), number);
    }
}
