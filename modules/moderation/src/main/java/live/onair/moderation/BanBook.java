package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.moderation.DeedBook.About;
import live.onair.moderation.DeedBook.Reach;
import live.onair.moderation.EndTimeoutHandler.EndTimeout;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/**
 * Who is put out of one chat or of all, and let in again. A ban for all shows is one row; it is told to each chat that is open
 * by a deed that carries it there, and to each that opens later by whoever opens it. Works inside the caller's transaction.
 */
@Singleton
class BanBook {

    /** Each ban as it counts in each chat, one for all shows in every one of them. */
    static final String OUT = "(select show_id, member, name, reason, by_name, by_id, since, until, false everywhere"
            + " from moderation.ban union all select c.show_id, e.member, e.name, e.reason, e.by_name, e.by_id, e.since,"
            + " e.until, true from moderation.ban_everywhere e cross join moderation.chat c)";

    /** A timeout becomes a longer one or a ban, never the other way. */
    private static final String LONGER = " do update set name = excluded.name, reason = excluded.reason,"
            + " by_name = excluded.by_name, by_id = excluded.by_id, since = excluded.since, until = excluded.until"
            + " where was.until is not null and (excluded.until is null or excluded.until > was.until)";

    private static final int REASON = 2;
    /** Minutes. */
    private static final int LONGEST = 24 * 60;

    private final Statements sql;
    private final Clock clock;
    private final ChatBook chats;
    private final ChatReads reads;
    private final DeedBook deeds;
    private final AppealBook appeals;
    private final WorkQueue queue;
    private final Event<ModerationEvent> events;

    @Inject
    BanBook(
            Statements sql,
            Clock clock,
            ChatBook chats,
            ChatReads reads,
            DeedBook deeds,
            AppealBook appeals,
            WorkQueue queue,
            Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.chats = chats;
        this.reads = reads;
        this.deeds = deeds;
        this.appeals = appeals;
        this.queue = queue;
        this.events = events;
    }

    static ChatBan row(Row row) throws SQLException {
        return new ChatBan(
                row.text("show_id"),
                row.text("member"),
                row.text("name"),
                row.text("reason"),
                row.text("by_name"),
                row.instant("since"),
                row.instantOrNull("until"),
                row.isTrue("everywhere"));
    }

    /** For so many minutes, null for as long as it may be; a reason is needed but for a while in one chat. */
    Outcome<ChatBan> out(
            String show, String member, @Nullable Integer minutes, @Nullable String reason, boolean everywhere) {
        String why = reason == null ? "" : reason.strip();
        if ((minutes == null || everywhere) && why.length() < REASON) {
            return Outcome.refused(ModerationRefusal.REASON.with("field", "reason"));
        }
        if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
            return Outcome.refused(ModerationRefusal.MINUTES.with("field", "minutes"));
        }
        Instant until = minutes == null
                ? null
                : clock.instant().plusSeconds(60L * minutes).truncatedTo(ChronoUnit.MILLIS);
        return out(new About(show, member, "", why, until), everywhere);
    }

    /** With what of theirs still waits. */
    private Outcome<ChatBan> out(About of, boolean everywhere) {
        return deeds.present(of.show(), of.member()).then(name -> out(of, name, everywhere));
    }

    private Outcome<ChatBan> out(About of, String name, boolean everywhere) {
        ChatBan ban = new ChatBan(
                of.show(), of.member(), name, of.why(), Acting.actor().name(), clock.instant(), of.until(), everywhere);
        if (isOutAnyway(ban) || keepOut(ban) == 0) {
            return Outcome.refused(ModerationRefusal.BANNED.with());
        }
        deny(ban);
        tell(DeedKind.BAN, ban);
        began(ban);
        return Outcome.done(ban);
    }

    /** A ban for all shows that lasts as long already. */
    private boolean isOutAnyway(ChatBan ban) {
        return everywhere(ban.member())
                .filter(now -> now.until() == null
                        || ban.until() != null && !ban.until().isAfter(now.until()))
                .isPresent();
    }

    /** Says whether anything changed. */
    private int keepOut(ChatBan ban) {
        String into = ban.everywhere() ? "moderation.ban_everywhere" : "moderation.ban";
        String same = ban.everywhere() ? "(member)" : "(show_id, member)";
        return sql.run(
                "insert into " + into + " as was (show_id, member, name, reason, by_name, by_id, since, until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict " + same + LONGER,
                ban.show(),
                ban.member(),
                ban.name(),
                ban.reason(),
                ban.by(),
                Acting.actor().id(),
                ban.since(),
                ban.until());
    }

    private void deny(ChatBan ban) {
        sql.run(
                "update moderation.line set state = 'DENIED', decided_by = ?, reason = ?, decided_at = ?"
                        + " where member = ? and state = 'HELD' and (show_id = ? or ?)",
                ban.by(),
                ban.reason(),
                ban.since(),
                ban.member(),
                ban.show(),
                ban.everywhere());
    }

    private void began(ChatBan ban) {
        if (ban.until() != null) {
            queue.put(new EndTimeout(ban.everywhere() ? EndTimeout.EVERYWHERE : ban.show(), ban.member()), ban.until());
        }
        if (ban.everywhere()) {
            events.fire(new ModerationEvent.BannedEverywhere(
                    ban.show(), ban.member(), ban.name(), ban.until(), ban.reason()));
        } else if (ban.until() == null) {
            events.fire(new ModerationEvent.Banned(ban.show(), ban.member(), ban.name(), ban.reason()));
        } else {
            events.fire(new ModerationEvent.TimedOut(ban.show(), ban.member(), ban.name(), ban.until(), ban.reason()));
        }
    }

    /** To the chat it was done in, and to each other one that is open where it counts there, too. */
    private void tell(DeedKind kind, ChatBan ban) {
        boolean on = kind == DeedKind.BAN;
        // where nothing else keeps them out
        Predicate<String> counts = chat -> on || reads.ban(chat, ban.member()).isEmpty();
        About of = new About(ban.show(), ban.member(), ban.name(), on ? ban.reason() : "", on ? ban.until() : null);
        if (counts.test(ban.show())) {
            deeds.put(kind, of, ban.everywhere() ? Reach.EVERYWHERE : Reach.HERE);
        }
        if (ban.everywhere()) {
            chats.open().stream()
                    .filter(other -> !other.equals(ban.show()) && counts.test(other))
                    .forEach(other -> deeds.put(kind, of.in(other), Reach.CARRIED));
        }
    }

    private Optional<ChatBan> here(String show, String member) {
        return sql.one(
                "select *, false everywhere from moderation.ban where show_id = ? and member = ?",
                BanBook::row,
                show,
                member);
    }

    private Optional<ChatBan> everywhere(String member) {
        return sql.one(
                "select *, true everywhere from moderation.ban_everywhere where member = ?", BanBook::row, member);
    }

    /** When it ends, if it does and has not yet; lets them in when it is over. */
    Optional<Instant> endsLater(String show, String member) {
        ChatBan ban = (show.equals(EndTimeout.EVERYWHERE) ? everywhere(member) : here(show, member)).orElse(null);
        if (ban == null || ban.until() == null) {
            return Optional.empty();
        }
        if (ban.until().isAfter(clock.instant())) {
            return Optional.of(ban.until());
        }
        lift(List.of(ban));
        return Optional.empty();
    }

    /** Whatever keeps them out of this chat, and a ban for all shows out of every one. */
    Outcome<ChatBan> unban(String show, String member) {
        ChatBan strongest = reads.ban(show, member).orElse(null);
        if (strongest == null) {
            return Outcome.refused(ModerationRefusal.NOT_BANNED.with());
        }
        // said where it is done, wherever the ban was
        lift(sql.list("select * from " + OUT + " b where show_id = ? and member = ?", BanBook::row, show, member));
        return Outcome.done(strongest);
    }

    private void lift(List<ChatBan> bans) {
        for (ChatBan ban : bans) {
            if (ban.everywhere()) {
                sql.run("delete from moderation.ban_everywhere where member = ?", ban.member());
            } else {
                sql.run("delete from moderation.ban where show_id = ? and member = ?", ban.show(), ban.member());
            }
            appeals.lifted(ban);
        }
        ChatBan widest = bans.stream().filter(ChatBan::everywhere).findFirst().orElse(bans.get(0));
        tell(DeedKind.UNBAN, widest);
        events.fire(
                widest.everywhere()
                        ? new ModerationEvent.UnbannedEverywhere(widest.show(), widest.member(), widest.name())
                        : new ModerationEvent.Unbanned(widest.show(), widest.member(), widest.name()));
    }
}
