package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.LineUps.LineUp;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductRows.Seller;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind line-ups. Works inside the caller's transaction. */
@Singleton
class LineUpBook {

    static final int MOST = 100;

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final ProductReads products;
    private final SellerBook sellers;
    private final SellerGate gate;
    private final ClashGate clashes;
    private final Event<LineUpEvent> events;

    @Inject
    LineUpBook(
            Statements sql,
            Clock clock,
            Shows shows,
            ProductReads products,
            SellerBook sellers,
            SellerGate gate,
            ClashGate clashes,
            Event<LineUpEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.products = products;
        this.sellers = sellers;
        this.gate = gate;
        this.clashes = clashes;
        this.events = events;
    }

    private record Kept(String product, @Nullable Long price) {}

    LineUp of(String show) {
        int version = sql.one(
                        "select version from products.lineup where show_id = ?", row -> row.number("version"), show)
                .orElse(0);
        List<Kept> kept = sql.list(
                "select product_id, price from products.lineup_item where show_id = ? order by position",
                row -> new Kept(row.text("product_id"), row.isNull("price") ? null : row.big("price")),
                show);
        Map<String, Product> known = known(kept.stream().map(Kept::product).toList());
        List<LineUpItem> items = kept.stream()
                .map(one -> item(Objects.requireNonNull(known.get(one.product())), one.price()))
                .toList();
        return new LineUp(show, version, items, sellers(items));
    }

    Optional<LineUpItem> item(String show, String product) {
        return of(show).item(product);
    }

    private static LineUpItem item(Product product, @Nullable Long price) {
        return new LineUpItem(product, price == null ? null : new Money(price, product.currency()));
    }

    private List<Seller> sellers(List<LineUpItem> items) {
        return items.stream()
                .map(item -> item.product().seller().id())
                .distinct()
                .flatMap(id -> sellers.find(id).stream())
                .toList();
    }

    private Map<String, Product> known(List<String> ids) {
        return products.of(Set.copyOf(ids)).stream().collect(Collectors.toMap(Product::id, product -> product));
    }

    Outcome<LineUp> add(String show, List<LineUpEntry> more) {
        LineUp now = of(show);
        Set<String> there =
                now.items().stream().map(item -> item.product().id()).collect(Collectors.toSet());
        List<LineUpEntry> all = new ArrayList<>(entries(now));
        more.stream().filter(entry -> !there.contains(entry.product())).forEach(all::add);
        return arrange(show, new LineUps.LineUpWish(now.version(), all));
    }

    static List<LineUpEntry> entries(LineUp now) {
        return now.items().stream()
                .map(item -> new LineUpEntry(item.product().id(), item.price()))
                .toList();
    }

    Outcome<LineUp> arrange(String show, LineUps.LineUpWish wanted) {
        List<LineUpEntry> entries = wanted.items();
        if (entries == null || entries.stream().anyMatch(Objects::isNull)) {
            return Outcome.refused(LineUpRefusal.NO_ITEMS.with("field", "items"));
        }
        if (shows.find(show).isEmpty()) {
            return Outcome.refused(LineUpRefusal.NO_SHOW.with("show", show));
        }
        lock(show);
        LineUp before = of(show);
        if (wanted.version() != null && wanted.version() != before.version()) {
            return Outcome.refused(LineUpRefusal.STALE.with());
        }
        if (entries(before).equals(entries)) {
            return Outcome.refused(LineUpRefusal.AS_IT_IS.with());
        }
        List<Reason> wrong = new ArrayList<>();
        List<LineUpItem> items = items(before, entries, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        return shows.changed(show, "상품 구성 (line-up)").map(changed -> {
            write(show, items);
            gate.report(show);
            clashes.arranged(show, touched(before.items(), items));
            events.fire(new LineUpEvent.Arranged(show, words(before.items()), words(items)));
            return of(show);
        });
    }

    /** Who arranges a show waits for who does so at the same time. */
    void lock(String show) {
        sql.run(
                "insert into products.lineup (show_id, version, changed_at, changed_by) values (?, 0, ?, ?)"
                        + " on conflict (show_id) do nothing",
                show,
                clock.instant(),
                Acting.actor().name());
        sql.one("select 1 from products.lineup where show_id = ? for update", row -> true, show);
    }

    private List<LineUpItem> items(LineUp before, List<LineUpEntry> wanted, List<Reason> wrong) {
        Map<String, Product> known =
                known(wanted.stream().map(LineUpEntry::product).toList());
        Set<String> there =
                before.items().stream().map(item -> item.product().id()).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<LineUpItem> items = new ArrayList<>();
        for (LineUpEntry entry : wanted) {
            Product product = known.get(entry.product());
            if (product == null) {
                wrong.add(ProductRefusal.NO_SUCH_PRODUCT.with("id", entry.product()));
                continue;
            }
            LineUpItem item = new LineUpItem(product, entry.price());
            if (!seen.add(product.id())) {
                wrong.add(LineUpRefusal.PRODUCT_TWICE.with("name", product.name()));
            } else if (product.archived() && !there.contains(product.id())) {
                wrong.add(LineUpRefusal.PRODUCT_ARCHIVED.with("name", product.name()));
            }
            price(item, wrong);
            items.add(item);
        }
        if (items.size() > MOST) {
            wrong.add(LineUpRefusal.TOO_MANY.with("max", MOST));
        }
        return items;
    }

    private static void price(LineUpItem item, List<Reason> wrong) {
        String name = item.product().name();
        Money price = item.price();
        if (item.cost() == null) {
            wrong.add(LineUpRefusal.NO_PRICE.with("name", name));
        } else if (price != null && price.minor() <= 0) {
            wrong.add(LineUpRefusal.SHOW_PRICE.with("name", name));
        } else if (price != null && !price.currency().equals(item.product().currency())) {
            wrong.add(LineUpRefusal.SHOW_CURRENCY.with("name", name));
        }
    }

    private void write(String show, List<LineUpItem> items) {
        sql.run("delete from products.lineup_item where show_id = ?", show);
        for (int i = 0; i < items.size(); i++) {
            Money price = items.get(i).price();
            sql.run(
                    "insert into products.lineup_item (show_id, position, product_id, price) values (?, ?, ?, ?)",
                    show,
                    i,
                    items.get(i).product().id(),
                    price == null ? null : price.minor());
        }
        sql.run(
                "update products.lineup set version = version + 1, changed_at = ?, changed_by = ? where show_id = ?",
                clock.instant(),
                Acting.actor().name(),
                show);
    }

    private static Set<String> touched(List<LineUpItem> before, List<LineUpItem> after) {
        return Stream.concat(before.stream(), after.stream())
                .map(item -> item.product().id())
                .collect(Collectors.toSet());
    }

    private static List<String> words(List<LineUpItem> items) {
        return items.stream()
                .map(item -> item.product().name() + " " + Objects.toString(item.cost(), ""))
                .toList();
    }
}
