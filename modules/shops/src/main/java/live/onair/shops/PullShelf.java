package live.onair.shops;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Reason;
import live.onair.products.Catalogues.Verdict;
import live.onair.sheets.Sheet;
import live.onair.shops.ShopRows.Connection;
import live.onair.shops.ShopRows.LinePage;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullCounts;
import live.onair.shops.ShopRows.PullKind;
import live.onair.shops.ShopRows.PullLine;
import live.onair.shops.ShopRows.PullPage;
import live.onair.shops.ShopRows.PullState;
import live.onair.shops.ShopRows.Reached;
import live.onair.shops.ShopRows.Undone;
import live.onair.shops.Shops.LineFilter;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What is read of pulls. Works inside the caller's transaction. */
@Singleton
class PullShelf {

    private static final int MOST = 200;

    private final Statements sql;

    @Inject
    PullShelf(Statements sql) {
        this.sql = sql;
    }

    Optional<Connection> connection() {
        Pull last = list(null, 1).items().stream().findFirst().orElse(null);
        return sql.one(
                "select * from shops.connection",
                row -> new Connection(row.text("name"), row.text("address"), row.seconds("every_seconds"), last));
    }

    /** Its name; empty where none is connected any more. */
    String shop() {
        return sql.one("select name from shops.connection", row -> row.text("name"))
                .orElse("");
    }

    Optional<Pull> find(String id) {
        return sql.one("select * from shops.pull where id = ?", PullShelf::read, id);
    }

    Optional<Pull> underWay() {
        return sql.one("select * from shops.pull where state in ('READING', 'APPLYING')", PullShelf::read);
    }

    /** Whether it reads the shop at this address. */
    boolean isOf(String id, String address) {
        return sql.one("select 1 from shops.pull where id = ? and address = ?", row -> true, id, address)
                .isPresent();
    }

    /** Who has asked for it, with no role. */
    Actor actor(String id) {
        return sql.one(
                        "select actor_id, actor_name from shops.pull where id = ?",
                        row -> new Actor(row.text("actor_id"), row.text("actor_name"), Set.of(), Actor.Source.AUTO),
                        id)
                .orElseThrow();
    }

    PullPage list(@Nullable String cursor, int size) {
        int most = Math.max(1, Math.min(size, MOST));
        List<Pull> found = sql.list(
                "select * from shops.pull where cast(? as text) is null or id < ? order by id desc limit ?",
                PullShelf::read,
                cursor,
                cursor,
                most + 1);
        return found.size() > most
                ? new PullPage(found.subList(0, most), found.get(most - 1).id())
                : new PullPage(found, null);
    }

    /** The shop's clock at the newest pull after which nothing had to be looked at again; empty where there is none. */
    Optional<Instant> nothingLeftBehindAt() {
        return sql.one(
                "select shop_at from shops.pull where kind = 'TAKE' and state = 'DONE' and refused = 0 and held = 0"
                        + " and address = (select address from shops.connection)"
                        + " and undone_at is null and shop_at is not null and not exists (select 1 from shops.pull u"
                        + " where u.undone_at > pull.begun_at) order by id desc limit 1",
                row -> row.instant("shop_at"));
    }

    /** Whether nobody has asked for this one, and the one before did not come right either. */
    boolean failedBefore(String id) {
        return sql.one(
                        "select 1 from shops.pull p where p.id = ? and p.scheduled and (select b.state from shops.pull b"
                                + " where b.id < p.id and b.kind = 'TAKE' order by b.id desc limit 1) = 'FAILED'",
                        row -> true,
                        id)
                .isPresent();
    }

    LinePage lines(String id, LineFilter filter) {
        int most = Math.max(1, Math.min(filter.size(), MOST));
        Verdict verdict = filter.verdict();
        Integer after = filter.after();
        List<PullLine> found = sql.list(
                "select * from shops.line where pull_id = ? and (cast(? as text) is null or verdict = ?) and number > ?"
                        + " order by number limit ?",
                PullShelf::line,
                id,
                verdict == null ? null : verdict.name(),
                verdict == null ? null : verdict.name(),
                after == null ? 0 : after,
                most + 1);
        return found.size() > most
                ? new LinePage(found.subList(0, most), found.get(most - 1).number())
                : new LinePage(found, null);
    }

    Sheet refused(String id, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        List<Sheet.Line> lines = new ArrayList<>();
        sql.list(
                        "select * from shops.line where pull_id = ? and verdict = 'WRONG' order by number",
                        PullShelf::line,
                        id)
                .forEach(line -> lines.add(new Sheet.Line(
                        line.number(), List.of(line.sku(), line.name(), english ? line.en() : line.ko()))));
        return new Sheet(english ? List.of("SKU", "Name", "Reason") : List.of("SKU", "상품명", "이유"), lines);
    }

    private static PullLine line(Row row) throws SQLException {
        return new PullLine(
                row.number("number"),
                Verdict.valueOf(row.text("verdict")),
                row.textOrNull("product_id"),
                row.text("sku"),
                row.text("name"),
                Facts.read(row.text("differences")),
                row.text("ko"),
                row.text("en"));
    }

    private static Pull read(Row row) throws SQLException {
        String trouble = row.textOrNull("trouble");
        Instant undone = row.instantOrNull("undone_at");
        return new Pull(
                row.text("id"),
                PullKind.valueOf(row.text("kind")),
                PullState.valueOf(row.text("state")),
                row.isTrue("scheduled"),
                row.instantOrNull("since"),
                new Reached(
                        row.number("pages"),
                        row.number("read"),
                        row.numberOrNull("total"),
                        row.number("tries"),
                        row.instantOrNull("waits_until")),
                trouble == null ? null : why(trouble, row.text("detail")),
                row.isNull("added") ? null : counts(row),
                row.textOrNull("import_id"),
                undone == null ? null : new Undone(undone, row.text("undone_by")),
                row.text("actor_name"),
                row.instant("begun_at"),
                row.instantOrNull("ended_at"));
    }

    private static Reason why(String trouble, String detail) {
        return ShopRefusal.valueOf(trouble).with("detail", detail);
    }

    private static PullCounts counts(Row row) throws SQLException {
        return new PullCounts(
                row.number("added"),
                row.number("changed"),
                row.number("same"),
                row.number("refused"),
                row.number("held"));
    }
}
