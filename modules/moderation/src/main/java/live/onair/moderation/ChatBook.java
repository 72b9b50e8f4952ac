package live.onair.moderation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.filter.ChatText;
import live.onair.kernel.Acting;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.moderation.spi.ChatLog;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** How chats are held, and what was said in them. Works inside the caller's transaction. */
@Singleton
class ChatBook {

    private final Statements sql;
    private final Clock clock;

    @Inject
    ChatBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** As it is written down. */
    record Held(ChatSettings settings, boolean open, int version) {}

    Optional<Held> of(String show) {
        return sql.one("select * from moderation.chat where show_id = ?", ChatBook::held, show);
    }

    /** Whether something may be said in it now. */
    boolean isOpen(String show) {
        return of(show).map(Held::open).orElse(false);
    }

    private static Held held(Row row) throws java.sql.SQLException {
        return new Held(settings(row), row.isTrue("open"), row.number("version"));
    }

    static ChatSettings settings(Row row) throws java.sql.SQLException {
        return new ChatSettings(
                row.number("slow_seconds"),
                row.isTrue("frozen"),
                row.isTrue("followers_only"),
                row.isTrue("links_off"),
                row.isTrue("duplicates_off"),
                row.number("delay_seconds"));
    }

    /** A show that goes on air has a chat from then on; it is held as it was before, if it was. */
    void open(String show) {
        ChatSettings usual = ChatSettings.USUAL;
        sql.run(
                "insert into moderation.chat (show_id, slow_seconds, frozen, followers_only, links_off, duplicates_off,"
                        + " delay_seconds, open, version) values (?, ?, ?, ?, ?, ?, ?, true, 0)"
                        + " on conflict (show_id) do update set open = true",
                show,
                usual.slowSeconds(),
                usual.frozen(),
                usual.followersOnly(),
                usual.linksOff(),
                usual.duplicatesOff(),
                usual.delaySeconds());
    }

    /** Says whether there was anything to close; a freeze ends with it. */
    boolean close(String show) {
        int closed =
                sql.run("update moderation.chat set open = false, frozen = false where show_id = ? and open", show);
        return closed > 0 && marked(show);
    }

    /** Says whether it still was of this version. */
    boolean hold(String show, ChatSettings to, int version) {
        int held = sql.run(
                "update moderation.chat set slow_seconds = ?, frozen = ?, followers_only = ?, links_off = ?,"
                        + " duplicates_off = ?, delay_seconds = ?, version = version + 1"
                        + " where show_id = ? and version = ?",
                to.slowSeconds(),
                to.frozen(),
                to.followersOnly(),
                to.linksOff(),
                to.duplicatesOff(),
                to.delaySeconds(),
                show,
                version);
        return held > 0 && marked(show);
    }

    /** Whoever froze it just now is written beside the freeze, and nothing beside what is not frozen: after each change of it. */
    boolean marked(String show) {
        return sql.run(
                        "update moderation.chat set frozen_by = case when frozen then coalesce(frozen_by, ?) end,"
                                + " frozen_at = case when frozen then coalesce(frozen_at, ?) end,"
                                + " thaw_at = case when frozen then thaw_at end where show_id = ?",
                        Acting.actor().name(),
                        clock.instant(),
                        show)
                > 0;
    }

    List<String> open() {
        return sql.list("select show_id from moderation.chat where open order by show_id", row -> row.text("show_id"));
    }

    /** Keeps what was said, once. What the filter took out of a line is not kept; what it held or blocked is evidence. */
    void take(String list, List<ChatLog.Entry> entries) {
        Map<String, Integer> taken = new TreeMap<>();
        entries.forEach(one -> taken.merge(one.show(), keep(list, one), Integer::sum));
        taken.forEach((show, lines) ->
                sql.run("update moderation.chat set lines = lines + ? where show_id = ?", lines, show));
    }

    /** A list from before its door refused them may hold signs that the database cannot: they are left out. */
    private int keep(String list, ChatLog.Entry one) {
        boolean whole = one.judged() == ChatLog.Judged.HOLD || one.judged() == ChatLog.Judged.BLOCK;
        return sql.run(
                "insert into moderation.line (list, position, show_id, line_id, member, name, said, text, rules, state,"
                        + " at, taken_at, alike) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (list, position) do nothing",
                list,
                one.offset(),
                one.show(),
                one.line(),
                one.member(),
                ChatText.plain(one.name()),
                ChatText.plain(whole ? one.said() : one.text()),
                ChatText.plain(one.text()),
                one.rules(),
                state(one.judged()),
                one.at(),
                clock.instant(),
                one.member().equals(ChatLog.STAFF) ? "" : RaidBook.alike(ChatText.plain(one.said())));
    }

    private static LineState state(ChatLog.Judged judged) {
        return switch (judged) {
            case HOLD -> LineState.HELD;
            case BLOCK -> LineState.BLOCKED;
            default -> LineState.SHOWN;
        };
    }
}
