package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.CataloguePlan.Item;
import live.onair.products.Catalogues.Reserved;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What another system's catalogue meets here: sellers who are known, and pieces that are held or being sold. */
final class OfferGround {

    private OfferGround() {}

    /**
     * The sellers that another system names. Who is here by name or business number stays as they are, since what the law wants
     * shown of them is looked after here; who is not is added.
     */
    @Singleton
    static class People {

        /** Stands for a seller who would be added. */
        private static final String NEW = "new ";

        private final CataloguePlan plans;
        private final SellerBook sellers;

        @Inject
        People(CataloguePlan plans, SellerBook sellers) {
            this.plans = plans;
            this.sellers = sellers;
        }

        /**
         * Who is known.
         *
         * @param numbers by name and number, in lower case
         * @param refused why one cannot be added, by name in lower case
         */
        record Known(Map<String, String> numbers, Map<String, List<Reason>> refused) {
            List<Reason> wrong(String seller) {
                return refused.getOrDefault(OfferPlan.key(seller), List.of());
            }
        }

        Known known(List<Sellers.SellerTerms> told, boolean forGood) {
            Map<String, String> numbers = new HashMap<>(plans.names());
            Map<String, List<Reason>> refused = new HashMap<>();
            for (Sellers.SellerTerms terms : told) {
                String name = OfferPlan.key(Objects.requireNonNullElse(terms.name(), ""));
                if (name.isEmpty() || numbers.containsKey(name) || refused.containsKey(name)) {
                    continue;
                }
                String number = Words.clean(terms.businessNumber()).replace("-", "");
                sellers.list(false).stream()
                        .filter(seller ->
                                !number.isEmpty() && seller.businessNumber().equals(number))
                        .findFirst()
                        .ifPresentOrElse(
                                seller -> numbers.put(name, seller.id()),
                                () -> add(name, terms, forGood, numbers, refused));
            }
            return new Known(numbers, refused);
        }

        private void add(
                String name,
                Sellers.SellerTerms terms,
                boolean forGood,
                Map<String, String> numbers,
                Map<String, List<Reason>> refused) {
            List<Reason> wrong = new ArrayList<>();
            if (forGood) {
                Outcome<ProductRows.Seller> added = sellers.add(terms);
                wrong.addAll(added.why());
                if (added.isDone()) {
                    numbers.put(name, added.orThrow().id());
                }
            } else {
                SellerCheck.read(terms, wrong);
                numbers.put(name, NEW + name);
            }
            if (!wrong.isEmpty()) {
                refused.put(
                        name,
                        List.of(CatalogueRefusal.SELLER_WRONG.with(
                                "field",
                                "seller",
                                "value",
                                CatalogueReader.brief(Objects.requireNonNullElse(terms.name(), "")),
                                "whyKo",
                                Outcome.refused(wrong).sentence(Locale.KOREAN),
                                "whyEn",
                                Outcome.refused(wrong).sentence(Locale.ENGLISH))));
            }
        }
    }

    /** What a level of stock that another system tells means here, where viewers hold pieces and shows sell them. */
    @Singleton
    static class Levels {

        private final Statements sql;
        private final ProductReads reads;
        private final Shows shows;

        @Inject
        Levels(Statements sql, ProductReads reads, Shows shows) {
            this.sql = sql;
            this.reads = reads;
            this.shows = shows;
        }

        /**
         * How products stand right now.
         *
         * @param sold those that a live show sells
         * @param reserved what is held of the others, by product and SKU
         */
        record Standing(Set<String> sold, Map<String, Map<String, Integer>> reserved) {

            /** As it is to be kept. */
            Kept settle(Kept told, Product before) {
                return sold.contains(before.id())
                        ? told.inFormsOf(Kept.of(before))
                        : told.less(reserved.getOrDefault(before.id(), Map.of()));
            }

            /** Whether something of what was told is not taken because a show sells it. */
            boolean staysBehind(Kept told, Product before) {
                return sold.contains(before.id()) && !told.equals(told.inFormsOf(Kept.of(before)));
            }
        }

        Standing standing(List<Product> products, Reserved reserved) {
            Map<String, Product> by =
                    products.stream().collect(Collectors.toMap(Product::id, Function.identity(), (one, same) -> one));
            Map<String, Map<String, Integer>> held = new HashMap<>();
            reserved.of(by.keySet()).forEach(pieces -> {
                Product product = by.get(pieces.product());
                if (product != null) {
                    String sku = pieces.sku() == null ? product.sku() : pieces.sku();
                    held.computeIfAbsent(pieces.product(), id -> new HashMap<>())
                            .merge(sku, pieces.count(), Integer::sum);
                }
            });
            return new Standing(sold(), held);
        }

        /** What shows sell is read once at most, however many products are asked for. */
        Locks locks() {
            return new Locks(this);
        }

        /** Why products may not become this: in a show that runs prices of options and the currency are locked as its own price is. */
        static final class Locks {

            private final Levels levels;
            private @Nullable Set<String> sold;

            private Locks(Levels levels) {
                this.levels = levels;
            }

            List<Reason> of(Kept next, Product before) {
                List<Reason> wrong = another(next, before);
                if (!wrong.isEmpty() && sold == null) {
                    sold = levels.sold();
                }
                return wrong.isEmpty() || !Objects.requireNonNull(sold).contains(before.id()) ? List.of() : wrong;
            }
        }

        private static List<Reason> another(Kept next, Product before) {
            Map<String, Option> after = next.options().stream()
                    .collect(Collectors.toMap(Option::sku, Function.identity(), (one, same) -> one));
            List<Reason> wrong = new ArrayList<>(before.options().stream()
                    .filter(option -> after.containsKey(option.sku())
                            && !Objects.equals(
                                    option.price(), after.get(option.sku()).price()))
                    .map(option -> ProductRefusal.OPTION_LOCKED.with(
                            "field", "options", "name", before.name(), "option", option.name()))
                    .toList());
            if (!before.currency().equals(next.currency())) {
                wrong.add(ProductRefusal.CURRENCY_LOCKED.with("field", "currency", "name", before.name()));
            }
            return wrong;
        }

        private Set<String> sold() {
            List<String> live = shows.onAir().stream()
                    .filter(show -> show.state().isLive())
                    .map(ShowRows.Show::id)
                    .toList();
            return live.isEmpty()
                    ? Set.of()
                    : new HashSet<>(sql.list(
                            "select distinct product_id from products.lineup_item where show_id = any (?)",
                            row -> row.text("product_id"),
                            live));
        }

        /** All of them are locked first, in one order; what was sold or held since they were read stays so. */
        List<Item> asLeftNow(List<Item> items, Reserved reserved) {
            List<Product> locked = reads.lockAll(items.stream()
                    .flatMap(item -> Stream.ofNullable(item.before()))
                    .map(Product::id)
                    .toList());
            Map<String, Product> now = locked.stream().collect(Collectors.toMap(Product::id, Function.identity()));
            Standing standing = standing(locked, reserved);
            List<Item> settled = new ArrayList<>();
            for (Item item : items) {
                Product before = item.before();
                Product there = before == null ? null : now.get(before.id());
                Kept told = item.told();
                if (before == null || there == null || told == null) {
                    settled.add(item);
                } else {
                    Kept kept = standing.settle(told, there);
                    boolean repeats = item.kept().left().equals(Kept.of(before).left());
                    settled.add(item.with(repeats ? kept.leaving(kept.left(), Kept.of(there)) : kept));
                }
            }
            return settled;
        }
    }
}
