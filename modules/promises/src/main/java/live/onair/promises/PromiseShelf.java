package live.onair.promises;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Money;
import live.onair.promises.PromiseRows.Broken;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.PromiseRows.PromiseKind;
import live.onair.promises.PromiseRows.PromisePage;
import live.onair.promises.PromiseRows.PromiseState;
import live.onair.promises.PromiseRows.Undercut;
import live.onair.promises.PromiseRows.Withdrawal;
import live.onair.promises.Promises.PromiseFilter;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What is read of promises. Works inside the caller's transaction. */
@Singleton
class PromiseShelf {

    private static final String READ =
            "select p.*%s, (select coalesce(array_agg(u.show_id || ' ' || u.price order by u.show_id), '{}')"
                    + " from promises.undercut u where u.promise_id = p.id) undercuts from promises.promise p%s where ";

    private static final String WHOLE = READ.formatted("", "");

    private final Statements sql;
    private final Clock clock;

    @Inject
    PromiseShelf(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Promise> find(String id) {
        return sql.one(WHOLE + "p.id = ?", this::read, id);
    }

    List<Promise> of(String show) {
        return sql.list(WHOLE + "p.show_id = ? order by p.id", this::read, show);
    }

    /** Those of these products that bind somebody else at that instant. */
    List<Promise> binding(Collection<String> products, String except, Instant at) {
        return sql.list(
                WHOLE + "p.product_id = any (?) and p.show_id <> ? and p.withdrawn_at is null and p.made_at <= ?"
                        + " and p.until > ? order by p.id",
                this::read,
                products,
                except,
                at,
                at);
    }

    /** A page, newest first. */
    PromisePage list(PromiseFilter filter) {
        Instant now = clock.instant();
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        add(where, values, " and p.show_id = ?", filter.show());
        add(where, values, " and p.product_id = ?", filter.product());
        String words = filter.text() == null || filter.text().isBlank() ? null : pattern(filter.text());
        if (words != null) {
            where.append(" and (p.name ilike ? or p.words ilike ? or p.id ilike ? or p.show_id ilike ?)");
            values.addAll(List.of(words, words, words, words));
        }
        if (filter.state() != null) {
            where.append(" and ").append(condition(filter.state()));
            if (filter.state() != PromiseState.WITHDRAWN) {
                values.add(now);
            }
        }
        add(where, values, " and p.id < ?", filter.after());
        int size = Math.min(200, Math.max(1, filter.size()));
        List<Promise> found =
                sql.list(WHOLE + where + " order by p.id desc limit " + (size + 1), this::read, values.toArray());
        return found.size() > size
                ? new PromisePage(found.subList(0, size), found.get(size - 1).id())
                : new PromisePage(found, null);
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where.append(condition);
            values.add(value);
        }
    }

    private static String pattern(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String condition(PromiseState state) {
        String undercut = "exists (select 1 from promises.undercut u where u.promise_id = p.id)";
        return switch (state) {
            case BINDING -> "p.withdrawn_at is null and p.until > ? and not " + undercut;
            case UNDERCUT -> "p.withdrawn_at is null and p.until > ? and " + undercut;
            case OVER -> "p.withdrawn_at is null and p.until <= ?";
            case WITHDRAWN -> "p.withdrawn_at is not null";
        };
    }

    private Promise read(Row row) throws SQLException {
        String currency = row.text("currency");
        Instant until = row.instant("until");
        Instant gone = row.instantOrNull("withdrawn_at");
        List<Undercut> undercuts = row.texts("undercuts").stream()
                .map(text -> undercut(text, currency))
                .toList();
        return new Promise(
                row.text("id"),
                row.text("show_id"),
                row.text("product_id"),
                row.text("name"),
                new Money(row.big("price"), currency),
                PromiseKind.valueOf(row.text("kind")),
                row.text("words"),
                row.instant("made_at"),
                row.text("made_by"),
                until,
                gone == null ? null : new Withdrawal(row.text("withdrawn_by"), gone, row.text("because")),
                undercuts,
                state(gone, until, undercuts));
    }

    private PromiseState state(@Nullable Instant gone, Instant until, List<Undercut> undercuts) {
        if (gone != null) {
            return PromiseState.WITHDRAWN;
        }
        if (!until.isAfter(clock.instant())) {
            return PromiseState.OVER;
        }
        return undercuts.isEmpty() ? PromiseState.BINDING : PromiseState.UNDERCUT;
    }

    /** The show, nothing for the catalogue, then its price. */
    private static Undercut undercut(String text, String currency) {
        int space = text.indexOf(' ');
        String show = text.substring(0, space);
        return new Undercut(
                show.isEmpty() ? null : show, new Money(Long.parseLong(text.substring(space + 1)), currency));
    }

    /** What the show would sell for less, and for how much. */
    List<Broken> broken(String show) {
        return sql.list(
                READ.formatted(", b.price less", " join promises.undercut b on b.promise_id = p.id")
                        + "b.show_id = ? order by p.id",
                row -> {
                    Promise promise = read(row);
                    return new Broken(
                            promise, new Money(row.big("less"), promise.price().currency()));
                },
                show);
    }
}
