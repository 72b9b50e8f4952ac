package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatDeed;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.spi.ChatLog;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Reads chats. Works inside the caller's transaction. */
@Singleton
class ChatReads {

    /** So many lines are read at once at the most. */
    static final int MOST = 500;

    private static final int MOST_DEEDS = 5_000;

    /** What {@link #line(Row)} reads of a line {@code l}. */
    static final String LINE = "l.*, exists (select 1 from " + BanBook.OUT + " b where b.show_id = l.show_id"
            + " and b.member = l.member) banned";

    private static final String LINES = "select " + LINE + " from moderation.line l where ";

    private final Statements sql;
    private final ChatBook book;

    @Inject
    ChatReads(Statements sql, ChatBook book) {
        this.sql = sql;
        this.book = book;
    }

    Optional<Chat> of(String show) {
        return book.of(show)
                .flatMap(held -> sql.one(
                        "select c.lines, h.held, h.oldest, (select max(pulled_at) from moderation.pull) pulled_at"
                                + " from moderation.chat c, lateral (select count(*) held, min(l.at) oldest"
                                + " from moderation.line l where l.show_id = c.show_id and l.state = 'HELD') h"
                                + " where c.show_id = ?",
                        row -> new Chat(
                                show,
                                held.settings(),
                                held.open(),
                                held.version(),
                                row.instantOrNull("pulled_at"),
                                row.big("lines"),
                                row.big("held"),
                                row.instantOrNull("oldest")),
                        show));
    }

    /** The newest first. */
    List<ChatLine> lines(Moderation.Wanted wanted) {
        StringBuilder where = new StringBuilder("l.show_id = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(wanted.show()));
        if (wanted.state() != null) {
            where.append(" and l.state = ?");
            values.add(wanted.state());
        }
        if (wanted.member() != null) {
            where.append(" and l.member = ?");
            values.add(wanted.member());
        }
        if (wanted.words() != null && !wanted.words().isBlank()) {
            where.append(" and (position(lower(?) in lower(l.text)) > 0 or position(lower(?) in lower(l.name)) > 0)");
            values.add(wanted.words().strip());
            values.add(wanted.words().strip());
        }
        if (wanted.before() != null) {
            where.append(" and l.number < ?");
            values.add(wanted.before());
        }
        values.add(Math.max(1, Math.min(wanted.most(), MOST)));
        return sql.list(LINES + where + " order by l.number desc limit ?", ChatReads::line, values.toArray());
    }

    List<ChatLine> between(String show, Instant from, Instant to, int most) {
        return sql.list(
                LINES + "l.show_id = ? and l.at between ? and ? order by l.number limit ?",
                ChatReads::line,
                show,
                from,
                to,
                most);
    }

    List<ChatLine> last(String show, Instant from, Instant to, int most) {
        List<ChatLine> lines = new ArrayList<>(sql.list(
                LINES + "l.show_id = ? and l.at between ? and ? order by l.number desc limit ?",
                ChatReads::line,
                show,
                from,
                to,
                Math.max(1, Math.min(most, MOST))));
        Collections.reverse(lines);
        return lines;
    }

    List<ChatLine> after(String show, long number, int most) {
        return sql.list(
                LINES + "l.show_id = ? and l.number > ? order by l.number limit ?",
                ChatReads::line,
                show,
                number,
                Math.max(1, Math.min(most, MOST)));
    }

    List<ChatLine> numbered(String show, List<Long> numbers) {
        return sql.list(
                LINES + "l.number = any(?) and l.show_id = ? order by l.number",
                ChatReads::line,
                numbers.toArray(Long[]::new),
                show);
    }

    List<ChatLine> lately(int shows, int most) {
        return sql.list(
                LINES
                        + "l.show_id in (select c.show_id from moderation.chat c order by (select max(n.number) from"
                        + " moderation.line n where n.show_id = c.show_id) desc nulls last limit ?) and l.member <> ?"
                        + " order by l.number desc limit ?",
                ChatReads::line,
                shows,
                ChatLog.STAFF,
                most);
    }

    /** Those that wait, the oldest first, of one show or of all. */
    List<ChatLine> held(@Nullable String show) {
        return sql.list(
                LINES + "l.state = 'HELD' and (cast(? as text) is null or l.show_id = ?) order by l.number limit ?",
                ChatReads::line,
                show,
                show,
                MOST);
    }

    Optional<ChatLine> line(long number) {
        return sql.one(LINES + "l.number = ?", ChatReads::line, number);
    }

    /** A line that viewers read, or did, by the id that its page gave it. */
    Optional<ChatLine> shown(String show, String id) {
        return sql.one(
                LINES
                        + "l.show_id = ? and l.line_id = ? and l.state in ('SHOWN', 'HIDDEN') order by l.number desc limit 1",
                ChatReads::line,
                show,
                id);
    }

    static ChatLine line(Row row) throws SQLException {
        LineState state = LineState.valueOf(row.text("state"));
        return new ChatLine(
                row.big("number"),
                row.text("show_id"),
                row.text("member"),
                row.text("name"),
                // what the filter took is not on show, but a moderator decides about it
                state == LineState.SHOWN || state == LineState.HIDDEN ? row.text("text") : row.text("said"),
                row.texts("rules"),
                state,
                row.instant("at"),
                row.textOrNull("decided_by"),
                row.textOrNull("reason"),
                row.instantOrNull("decided_at"),
                row.isTrue("banned"));
    }

    /** What was done in a show, the newest first. */
    List<ChatDeed> deeds(String show, int most) {
        return deeds("show_id = ?", show, most);
    }

    /** What was done about somebody in any show, the newest first. */
    List<ChatDeed> deedsAbout(String member, int most) {
        return deeds("member = ? and not carried", member, most);
    }

    private List<ChatDeed> deeds(String which, String value, int most) {
        return sql.list(
                "select * from moderation.deed where " + which + " order by number desc limit ?",
                ChatReads::deed,
                value,
                Math.max(1, Math.min(most, MOST_DEEDS)));
    }

    static ChatDeed deed(Row row) throws SQLException {
        return new ChatDeed(
                row.big("number"),
                row.text("show_id"),
                DeedKind.valueOf(row.text("kind")),
                row.isNull("line") ? row.text("member") : Long.toString(row.big("line")),
                row.text("member"),
                row.text("name"),
                row.text("reason"),
                row.text("by_name"),
                row.instant("at"),
                row.instantOrNull("until"),
                row.isTrue("everywhere"),
                !row.isNull("told_at"));
    }

    /** Everybody who is out of it, by whatever ban, once, the newest first. */
    List<ChatBan> bans(String show) {
        return sql.list(
                "select * from (select distinct on (b.member) b.* from " + BanBook.OUT + " b where b.show_id = ?"
                        + " order by b.member, b.until desc nulls first, b.everywhere desc) b order by since desc",
                BanBook::row,
                show);
    }

    /** What keeps somebody out of it longest. */
    Optional<ChatBan> ban(String show, String member) {
        return sql.one(
                "select b.* from " + BanBook.OUT + " b where b.show_id = ? and b.member = ?"
                        + " order by b.until desc nulls first, b.everywhere desc limit 1",
                BanBook::row,
                show,
                member);
    }

    /** The name somebody spoke under last; empty if they said nothing here. */
    Optional<String> name(String show, String member) {
        return sql.one(
                "select name from moderation.line where show_id = ? and member = ? order by number desc limit 1",
                row -> row.text("name"),
                show,
                member);
    }
}
