package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.EndTimeoutHandler.EndTimeout;
import live.onair.moderation.ModerationRows.ChatBan;
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

    private static final int REASON = 2;
    /** Minutes. */
    private static final int LONGEST = 24 * 60;

    private final Statements sql;
    private final Clock clock;
    private final ChatBook chats;
    private final ChatReads reads;
    private final ReportBook reports;
    private final AppealBook appeals;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;

    @Inject
    DeedBook(
            Statements sql,
            Clock clock,
            ChatBook chats,
            ChatReads reads,
            ReportBook reports,
            AppealBook appeals,
            WorkQueue queue,
            Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.chats = chats;
        this.reads = reads;
        this.reports = reports;
        this.appeals = appeals;
        this.queue = queue;
        this.events = events;
    }

    /** Something that is still to be told. */
    record Untold(long number, DeedKind kind, String line, String member, String by) {}

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

    Outcome<ChatBan> ban(String show, String member, @Nullable String reason) {
        String why = words(reason);
        if (why.length() < REASON) {
            return Outcome.refused(ModerationRefusal.REASON.with("field", "reason"));
        }
        return out(show, member, why, null);
    }

    Outcome<ChatBan> timeout(String show, String member, int minutes, @Nullable String reason) {
        if (minutes < 1 || minutes > LONGEST) {
            return Outcome.refused(ModerationRefusal.MINUTES.with("field", "minutes"));
        }
        Instant until = clock.instant().plusSeconds(60L * minutes).truncatedTo(ChronoUnit.MILLIS);
        return out(show, member, words(reason), until);
    }

    /** With what of theirs still waits. */
    private Outcome<ChatBan> out(String show, String member, String why, @Nullable Instant until) {
        String name = reads.name(show, member).orElse(null);
        if (name == null || member.equals(ChatLog.STAFF)) {
            return Outcome.refused(ModerationRefusal.NO_MEMBER.with());
        }
        if (!chats.isOpen(show)) {
            return Outcome.refused(ModerationRefusal.CLOSED.with());
        }
        ChatBan ban = new ChatBan(show, member, name, why, Acting.actor().name(), clock.instant(), until);
        if (!keepOut(ban)) {
            return Outcome.refused(ModerationRefusal.BANNED.with());
        }
        put(DeedKind.BAN, ban);
        if (until == null) {
            events.fire(new ModerationEvent.Banned(show, member, name, why));
        } else {
            queue.put(new EndTimeout(show, member), until);
            events.fire(new ModerationEvent.TimedOut(show, member, name, until, why));
        }
        return Outcome.done(ban);
    }

    /** A timeout becomes a longer one or a ban, never the other way. Says whether anything changed. */
    private boolean keepOut(ChatBan ban) {
        int changed = sql.run(
                "insert into moderation.ban as was (show_id, member, name, reason, by_name, by_id, since, until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (show_id, member) do update set name = excluded.name,"
                        + " reason = excluded.reason, by_name = excluded.by_name, by_id = excluded.by_id,"
                        + " since = excluded.since, until = excluded.until where was.until is not null"
                        + " and (excluded.until is null or excluded.until > was.until)",
                ban.show(),
                ban.member(),
                ban.name(),
                ban.reason(),
                ban.by(),
                Acting.actor().id(),
                ban.since(),
                ban.until());
        sql.run(
                "update moderation.line set state = 'DENIED', decided_by = ?, reason = ?, decided_at = ?"
                        + " where show_id = ? and member = ? and state = 'HELD'",
                ban.by(),
                ban.reason(),
                ban.since(),
                ban.show(),
                ban.member());
        return changed > 0;
    }

    /** When it ends, if it does and has not yet; lets them in when it is over. */
    Optional<Instant> endsLater(String show, String member) {
        Instant until = reads.ban(show, member).map(ChatBan::until).orElse(null);
        if (until != null && until.isAfter(clock.instant())) {
            return Optional.of(until);
        }
        if (until != null) {
            unban(show, member);
        }
        return Optional.empty();
    }

    Outcome<ChatBan> unban(String show, String member) {
        ChatBan ban = reads.ban(show, member).orElse(null);
        if (ban == null || sql.run("delete from moderation.ban where show_id = ? and member = ?", show, member) == 0) {
            return Outcome.refused(ModerationRefusal.NOT_BANNED.with());
        }
        appeals.lifted(show, member);
        put(DeedKind.UNBAN, new ChatBan(show, member, ban.name(), "", ban.by(), ban.since(), null));
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

    private void put(DeedKind kind, ChatBan about) {
        sql.run(
                "insert into moderation.deed (show_id, kind, line_id, member, name, reason, by_name, at, until)"
                        + " values (?, ?, '', ?, ?, ?, ?, ?, ?)",
                about.show(),
                kind,
                about.member(),
                about.name(),
                about.reason(),
                Acting.actor().name(),
                clock.instant(),
                about.until());
        queue.put(new TellChat(about.show()));
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
