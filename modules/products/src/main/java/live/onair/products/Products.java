package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** The catalogue: what can be sold in shows. */
@Singleton
@Transactional
@Guarded
public class Products {

    private final ProductBook book;
    private final ProductReads reads;
    private final ProductSearch search;
    private final PricePoints prices;

    @Inject
    Products(ProductBook book, ProductReads reads, ProductSearch search, PricePoints prices) {
        this.book = book;
        this.reads = reads;
        this.search = search;
        this.prices = prices;
    }

    /**
     * All that is said of a product.
     *
     * @param seller number of its seller
     * @param sku unique with the seller, also against the SKUs of options
     * @param price null while it is not known
     * @param currency what prices are in; null for that of the price, or won
     * @param stock null where nobody knows; with options each has its own
     * @param options null for none
     * @param cosmetic null for no cosmetic
     */
    public record ProductTerms(
            @Nullable String seller,
            @Nullable String sku,
            @Nullable String name,
            @Nullable String brand,
            @Nullable String category,
            @Nullable Money price,
            @Nullable Money listPrice,
            @Nullable String currency,
            @Nullable Integer stock,
            @Nullable List<ProductRows.Option> options,
            ProductRows.@Nullable Cosmetic cosmetic,
            @Nullable String reportNumber) {}

    /**
     * A change: what is said from now on, all of it.
     *
     * @param version the version that was read, null not to look
     * @param seenStock what was left when it was read, by SKU: what the terms only repeat is left as it is by now, since selling
     *     goes on while somebody writes; null to count all of it anew
     */
    public record Change(
            @Nullable Integer version,
            ProductTerms terms,
            @Nullable Map<String, Integer> seenStock) {
        /** All of it, with what is left as it was counted now. */
        public Change(@Nullable Integer version, ProductTerms terms) {
            this(version, terms, null);
        }
    }

    /** Which ones are asked for. */
    public enum Which {
        /** What is sold. */
        ACTIVE,
        /** What is put away. */
        ARCHIVED,
        /** Sold, and nothing is left. */
        SOLD_OUT,
        /** Sold, and its price or stock is not known. */
        UNKNOWN
    }

    /** How they are ordered; equal ones by number. */
    public enum Sort {
        /** By name. */
        NAME,
        /** By price, unknown ones first. */
        PRICE,
        /** By the last change. */
        CHANGED
    }

    /**
     * What is asked for.
     *
     * @param text part of name, brand or SKU, or first consonants of the name; null for all
     * @param seller number of the seller; null for all
     * @param cursor where the page begins, from the page before; null for the first
     */
    public record Filter(
            @Nullable String text,
            @Nullable String seller,
            Which which,
            Sort sort,
            boolean descending,
            @Nullable String cursor,
            int size) {
        /** The first page of all. */
        public static final Filter ALL = new Filter(null, null, Which.ACTIVE, Sort.NAME, false, null, 50);
    }

    /** Some of the products. */
    @AllowedTo
    public ProductRows.ProductPage list(Filter filter) {
        return search.list(filter);
    }

    /** When the catalogue was last changed, to look again only then; empty for one without products. */
    @AllowedTo
    public Optional<Instant> changedAt() {
        return reads.changedAt();
    }

    /** The product of a seller that has this SKU, its own or one of an option; put away or not. */
    @AllowedTo
    public Optional<ProductRows.Product> bySku(String seller, String sku) {
        return reads.bySku(List.of(new CatalogueReader.Which(seller, sku))).values().stream()
                .findFirst();
    }

    /** One product. */
    @AllowedTo
    public Optional<ProductRows.Product> find(String id) {
        return reads.find(id);
    }

    /** The lowest price it has had since then, in the catalogue or in a show that ran; empty if it never had one. */
    @AllowedTo
    public Optional<Money> lowest(String product, Instant since) {
        return prices.lowest(product, since);
    }

    /** What it cost at that instant in that show, or in the catalogue; empty if nobody knew. */
    @AllowedTo
    public Optional<Money> priceAt(String product, String show, Instant at) {
        return prices.at(product, show, at);
    }

    /** Adds one. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "products.add", ko = "상품 추가", en = "Add product", shortcut = "n")
    public Outcome<ProductRows.Product> add(ProductTerms wanted) {
        return book.add(wanted);
    }

    /** Changes one. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "products.change", ko = "상품 고치기", en = "Change product", shortcut = "e")
    public Outcome<ProductRows.Product> change(String id, Change wanted) {
        return book.change(id, wanted);
    }

    /** Puts one away: it is no longer offered where products are chosen. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "products.archive", ko = "상품 보관", en = "Archive product")
    public Outcome<ProductRows.Product> archive(String id) {
        return book.archive(id, true);
    }

    /** Takes one out again. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "products.restore", ko = "상품 꺼내기", en = "Restore product")
    public Outcome<ProductRows.Product> restore(String id) {
        return book.archive(id, false);
    }
}
