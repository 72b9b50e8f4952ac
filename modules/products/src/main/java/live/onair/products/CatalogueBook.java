package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What imports leave behind: what each did, and how its columns were mapped. */
@Singleton
class CatalogueBook {

    private final Statements sql;
    private final Clock clock;

    @Inject
    CatalogueBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What an import did to a product, and its version then; before is null for one it added. */
    record Done(String product, int version, @Nullable String before) {}

    Catalogues.CatalogueImport add(String name, Catalogues.Tally counts, List<Done> lines) {
        String id = sql.one(
                        "select nextval('products.import_number') n",
                        row -> String.format(Locale.ROOT, "PI-%03d", row.big("n")))
                .orElseThrow();
        sql.run(
                "insert into products.import (id, name, added, changed, same, at, actor_id, actor_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                name,
                counts.added(),
                counts.changed(),
                counts.same(),
                clock.instant(),
                Acting.actor().id(),
                Acting.actor().name());
        List<@Nullable String> before = new ArrayList<>();
        lines.forEach(line -> before.add(line.before()));
        sql.run(
                "insert into products.import_line (import_id, product_id, version, before)"
                        + " select ?, * from unnest(cast(? as text[]), cast(? as integer[]), cast(? as text[]))",
                id,
                lines.stream().map(Done::product).toList(),
                lines.stream().map(line -> String.valueOf(line.version())).toList(),
                before);
        return find(id).orElseThrow();
    }

    Optional<Catalogues.CatalogueImport> find(String id) {
        return sql.one("select * from products.import where id = ?", CatalogueBook::read, id);
    }

    /** The import, which nobody else takes back until this transaction ends. */
    Optional<Catalogues.CatalogueImport> lock(String id) {
        return sql.one("select * from products.import where id = ? for update", CatalogueBook::read, id);
    }

    List<Catalogues.CatalogueImport> newest(int most) {
        return sql.list("select * from products.import order by at desc, id desc limit ?", CatalogueBook::read, most);
    }

    List<Done> lines(String id) {
        return sql.list(
                "select * from products.import_line where import_id = ? order by product_id",
                row -> new Done(row.text("product_id"), row.number("version"), row.textOrNull("before")),
                id);
    }

    /** Marks it as taken back. What it had changed is as an earlier import left it, so that one can be taken back too. */
    void undone(String id) {
        sql.run(
                "update products.import_line earlier set version = p.version from products.import_line back"
                        + " join products.product p on p.id = back.product_id"
                        + " where back.import_id = ? and back.before is not null and earlier.product_id = back.product_id"
                        + " and earlier.import_id <> back.import_id and earlier.version ="
                        + " back.version - 1 and not (back.before::jsonb ->> 'archived')::boolean",
                id);
        sql.run(
                "update products.import set undone_at = ?, undone_by = ? where id = ?",
                clock.instant(),
                Acting.actor().name(),
                id);
    }

    private static Catalogues.CatalogueImport read(Row row) throws SQLException {
        return new Catalogues.CatalogueImport(
                row.text("id"),
                row.text("name"),
                new Catalogues.Tally(row.number("added"), row.number("changed"), row.number("same"), 0),
                row.instant("at"),
                row.text("actor_name"),
                row.instantOrNull("undone_at"),
                row.textOrNull("undone_by"));
    }

    /** How the acting person mapped columns of these names before. */
    Optional<Map<ProductField, Integer>> mapping(String signature) {
        return sql.one(
                        "select mapping from products.import_mapping where account = ? and signature = ?",
                        row -> row.text("mapping"),
                        Acting.actor().id(),
                        signature)
                .map(Facts::read)
                .map(facts -> {
                    Map<ProductField, Integer> mapping = new LinkedHashMap<>();
                    facts.forEach((field, column) -> mapping.put(ProductField.valueOf(field), Integer.valueOf(column)));
                    return mapping;
                });
    }

    void remember(String signature, Map<ProductField, Integer> mapping) {
        Map<String, Integer> facts = new LinkedHashMap<>();
        mapping.forEach((field, column) -> facts.put(field.name(), column));
        sql.run(
                "insert into products.import_mapping (account, signature, mapping, at) values (?, ?, ?, ?)"
                        + " on conflict (account, signature) do update set mapping = excluded.mapping, at = excluded.at",
                Acting.actor().id(),
                signature,
                Facts.write(facts),
                clock.instant());
    }

    /** What an import changes of a product, as it was; and what is left of it by the import's own word. */
    static String facts(Product product, Kept after) {
        Kept kept = Kept.of(product);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", kept.name());
        facts.put("brand", kept.brand());
        facts.put("category", kept.category());
        facts.put("currency", kept.currency());
        facts.put("cosmetic", kept.cosmetic().name());
        facts.put("reportNumber", kept.reportNumber());
        facts.put("archived", product.archived());
        put(facts, "price", kept.price());
        put(facts, "listPrice", kept.listPrice());
        put(facts, "stock", kept.stock());
        put(facts, "stockAfter", after.stock());
        if (!kept.options().equals(after.options())) {
            facts.put("options", Kept.written(kept.options()));
            facts.put("optionsAfter", Kept.written(after.options()));
        }
        return Facts.write(facts);
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    static Kept kept(Product now, Map<String, String> before) {
        String price = before.get("price");
        String list = before.get("listPrice");
        return new Kept(
                now.seller().id(),
                now.sku(),
                before.getOrDefault("name", ""),
                before.getOrDefault("brand", ""),
                before.getOrDefault("category", ""),
                price == null ? null : Long.valueOf(price),
                list == null ? null : Long.valueOf(list),
                before.getOrDefault("currency", ""),
                stock(now.options().isEmpty() ? now.stock() : null, before.get("stock"), before.get("stockAfter")),
                options(now, before),
                Cosmetic.valueOf(before.getOrDefault("cosmetic", "NONE")),
                before.getOrDefault("reportNumber", ""));
    }

    /** What was sold since stays sold: the file's own part is taken back. */
    private static @Nullable Integer stock(@Nullable Integer now, @Nullable String before, @Nullable String after) {
        Integer was = before == null ? null : Integer.valueOf(before);
        Integer set = after == null ? null : Integer.valueOf(after);
        if (Objects.equals(now, set)) {
            return was;
        }
        return now == null || was == null || set == null ? now : Integer.valueOf(Math.max(0, now + was - set));
    }

    /** As they were before the import; what was sold of each since stays sold. */
    private static List<Option> options(Product now, Map<String, String> before) {
        String was = before.get("options");
        if (was == null) {
            return now.options();
        }
        Map<String, Option> there = bySku(now.options());
        Map<String, Option> set = bySku(Kept.read(before.getOrDefault("optionsAfter", "")));
        return Kept.read(was).stream()
                .map(option -> {
                    Option left = there.get(option.sku());
                    Option after = set.get(option.sku());
                    return left == null || after == null
                            ? option
                            : new Option(
                                    option.sku(),
                                    option.name(),
                                    option.price(),
                                    stock(left.stock(), text(option.stock()), text(after.stock())));
                })
                .toList();
    }

    private static Map<String, Option> bySku(List<Option> options) {
        return options.stream().collect(Collectors.toMap(Option::sku, Function.identity(), (one, same) -> one));
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
