package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Which products a show has, in which order and at which price, and sets that are kept to begin others with. */
@Singleton
@Transactional
@Guarded
public class LineUps {

    private final LineUpBook book;
    private final LineUpSets sets;
    private final LineUpPrices prices;
    private final ProductReads products;

    @Inject
    LineUps(LineUpBook book, LineUpSets sets, LineUpPrices prices, ProductReads products) {
        this.book = book;
        this.sets = sets;
        this.prices = prices;
        this.products = products;
    }

    /**
     * A product in a line-up.
     *
     * @param price what it costs in this show; null for what it costs anyway
     */
    public record LineUpEntry(String product, @Nullable Money price) {
        /** Refuses an entry without a product. */
        public LineUpEntry {
            if (product == null) {
                throw new IllegalArgumentException("items.product: PR-000001");
            }
        }
    }

    /**
     * A line-up as it is wanted: all of it, in its order.
     *
     * @param items an empty list takes all of them out
     * @param version the version that was read, null not to look
     */
    public record LineUpWish(
            @Nullable Integer version, @Nullable List<LineUpEntry> items) {}

    /** A product of a show. */
    public record LineUpItem(
            ProductRows.Product product, @Nullable Money price) {
        /** What it costs in this show; null where nobody knows. */
        public @Nullable Money cost() {
            return price == null ? product.price() : price;
        }
    }

    /**
     * The products of a show.
     *
     * @param version 0 while there never were any
     * @param sellers all of their sellers, with what is missing of each
     */
    public record LineUp(String show, int version, List<LineUpItem> items, List<ProductRows.Seller> sellers) {
        /** This product as the show sells it; empty where it does not. */
        public Optional<LineUpItem> item(@Nullable String product) {
            return items.stream()
                    .filter(item -> item.product().id().equals(product))
                    .findFirst();
        }
    }

    /** A line-up that is kept under a name. */
    public record LineUpSet(String id, String name, int products, String changedBy, Instant changedAt) {}

    /** The products of a show. */
    @AllowedTo
    public LineUp of(String show) {
        return book.of(show);
    }

    /** The shows that have this product. */
    @AllowedTo
    public List<String> showsWith(String product) {
        return products.shows("i.product_id = ?", product);
    }

    /** The shows that have a product of this seller. */
    @AllowedTo
    public List<String> showsOf(String seller) {
        return products.shows("p.seller_id = ?", seller);
    }

    /** The sets that are kept, by name. */
    @AllowedTo
    public List<LineUpSet> sets() {
        return sets.list();
    }

    /** Sets which products a show has; an approved show goes back to review, a live one is left as it is. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "lineUps.arrange", ko = "상품 구성 바꾸기", en = "Arrange the line-up")
    public Outcome<LineUp> arrange(String show, LineUpWish wanted) {
        return book.arrange(show, wanted);
    }

    /**
     * Another price of a product in a show that runs, where prices are locked.
     *
     * @param before what it costs now, as far as the asker knows; another price by now refuses it
     */
    public record Repricing(@Nullable Money before, Money after) {}

    /** Changes a locked price; called by the room in which a second person has agreed to it. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public Outcome<LineUpItem> reprice(String show, String product, Repricing wanted) {
        return prices.reprice(show, product, wanted);
    }

    /** Keeps a show's products and prices under a name; what was kept under it before is replaced. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "lineUps.saveSet", ko = "기본 구성으로 저장", en = "Save as a set")
    public Outcome<LineUpSet> saveSet(String show, @Nullable String name) {
        return sets.save(book.of(show), name);
    }

    /** Adds the products of a set to a show, at the set's prices; what the show has already stays. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "lineUps.useSet", ko = "기본 구성 불러오기", en = "Use a set")
    public Outcome<LineUp> useSet(String show, String set) {
        return sets.find(set).then(kept -> book.add(show, kept));
    }

    /** Forgets a set; shows that were begun with it stay as they are. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "lineUps.dropSet", ko = "기본 구성 지우기", en = "Forget a set")
    public Outcome<String> dropSet(String set) {
        return sets.drop(set);
    }
}
