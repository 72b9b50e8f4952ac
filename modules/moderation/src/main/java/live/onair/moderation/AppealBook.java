package live.onair.moderation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.moderation.ModerationRows.Appeal;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What is said against bans. Works inside the caller's transaction. */
@Singleton
class AppealBook {

    private static final int MOST = 100;
    private static final int LONGEST = 500;
    private static final int REASON = 2;

    private final Statements sql;
    private final Clock clock;
    private final ChatReads reads;
    private final Event<ModerationEvent> events;

    @Inject
    AppealBook(Statements sql, Clock clock, ChatReads reads, Event<ModerationEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.reads = reads;
        this.events = events;
    }

    List<Appeal> waiting(@Nullable String show) {
        return sql.list(
                "select * from moderation.appeal where settled_at is null and (cast(? as text) is null or show_id = ?)"
                        + " order by number limit ?",
                AppealBook::row,
                show,
                show,
                MOST);
    }

    Optional<Appeal> of(String show, String member) {
        return sql.one(
                "select * from moderation.appeal where show_id = ? and member = ? order by number desc limit 1",
                AppealBook::row,
                show,
                member);
    }

    private static Appeal row(Row row) throws SQLException {
        return new Appeal(
                row.big("number"),
                row.text("show_id"),
                row.text("member"),
                row.text("name"),
                row.text("text"),
                row.instant("at"),
                row.text("ban_reason"),
                row.text("ban_by"),
                row.textOrNull("settled_by"),
                row.isNull("granted") ? null : row.isTrue("granted"),
                row.text("answer"));
    }

    Outcome<Appeal> appeal(String show, String viewer, @Nullable String text) {
        if (!Ids.isViewer(viewer)) {
            return Outcome.refused(ModerationRefusal.VIEWER.with("field", "viewer"));
        }
        return against(show, MemberBook.member(viewer), text, 1);
    }

    /** By a moderator. */
    Outcome<Appeal> open(String show, String member, @Nullable String why) {
        return against(show, member, why, REASON);
    }

    private Outcome<Appeal> against(String show, String member, @Nullable String text, int least) {
        String said = text == null ? "" : text.strip();
        if (said.length() < least || said.length() > LONGEST) {
            return Outcome.refused(ModerationRefusal.APPEAL.with("field", "text"));
        }
        ChatBan ban =
                reads.ban(show, member).filter(found -> found.until() == null).orElse(null);
        if (ban == null) {
            return Outcome.refused(ModerationRefusal.NOT_BANNED.with());
        }
        if (keep(ban, said) == 0) {
            return Outcome.refused(ModerationRefusal.APPEALED.with());
        }
        events.fire(new ModerationEvent.Appealed(show, member, ban.name(), said));
        return Outcome.done(of(show, member).orElseThrow());
    }

    /** One for each ban, in whichever chat. */
    private int keep(ChatBan ban, String said) {
        return sql.run(
                "insert into moderation.appeal (show_id, member, name, text, at, ban_reason, ban_by, ban_by_id, ban_since)"
                        + " select show_id, member, name, ?, ?, reason, by_name, by_id, since from " + BanBook.OUT
                        + " b"
                        + " where show_id = ? and member = ? and since = ? and everywhere = ? and not exists (select 1 from"
                        + " moderation.appeal a where b.everywhere and a.member = b.member and a.ban_since = b.since)"
                        + " on conflict (show_id, member, ban_since) do nothing",
                said,
                clock.instant(),
                ban.show(),
                ban.member(),
                ban.since(),
                ban.everywhere());
    }

    Outcome<Appeal> settle(long number, boolean granted, @Nullable String answer) {
        String words = answer == null ? "" : answer.strip();
        if (words.length() > LONGEST || !granted && words.length() < REASON) {
            return Outcome.refused(ModerationRefusal.REASON.with("field", "answer"));
        }
        String banner = sql.one(
                        "select coalesce(ban_by_id, '') by_id from moderation.appeal where number = ? and settled_at is null",
                        row -> row.text("by_id"),
                        number)
                .orElse(null);
        if (banner == null) {
            return Outcome.refused(ModerationRefusal.NO_APPEAL.with());
        }
        if (banner.equals(Acting.actor().id())) {
            return Outcome.refused(ModerationRefusal.ANOTHER_DECIDES.with());
        }
        Appeal decided = decide(number, granted, words).orElse(null);
        if (decided == null) {
            return Outcome.refused(ModerationRefusal.NO_APPEAL.with());
        }
        if (granted) {
            events.fire(new ModerationEvent.AppealGranted(decided.show(), decided.member(), decided.name()));
        } else {
            events.fire(new ModerationEvent.AppealRefused(decided.show(), decided.member(), decided.name(), words));
        }
        return Outcome.done(decided);
    }

    /** Of two moderators who press at once one decides. */
    private Optional<Appeal> decide(long number, boolean granted, String words) {
        return sql.one(
                "update moderation.appeal set settled_at = ?, settled_by = ?, granted = ?, answer = ?"
                        + " where number = ? and settled_at is null returning *",
                AppealBook::row,
                clock.instant(),
                Acting.actor().name(),
                granted,
                words,
                number);
    }

    /** The ban is no more: what was said against it and waits is granted by that. */
    void lifted(ChatBan ban) {
        sql.list(
                        "select number from moderation.appeal where member = ? and ban_since = ? and (show_id = ? or ?)"
                                + " and settled_at is null",
                        row -> row.big("number"),
                        ban.member(),
                        ban.since(),
                        ban.show(),
                        ban.everywhere())
                .forEach(number -> decide(number, true, ""));
    }
}
