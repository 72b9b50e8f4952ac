package live.onair.shops.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of the shop that is connected. Outgoing port: called by this room's work handlers only, never inside a
 * transaction. It reads and changes nothing there.
 */
public interface ShopCatalogue {

    /**
     * Which shop it is, by the settings.
     *
     * @param name what people call it
     * @param address where it is asked, without anything secret
     */
    record Place(String name, String address) {}

    /**
     * What is asked for.
     *
     * @param cursor where the page begins, as the page before said; null for the first
     * @param since only what was changed at or after this instant, by the shop's clock; null for all
     * @param size how many at most, 1 to 500; a shop may give fewer
     */
    record Query(@Nullable String cursor, @Nullable Instant since, int size) {}

    /**
     * Some of the catalogue, in an order that does not change while it is read.
     *
     * @param next where the next page begins; null after the last
     * @param at the shop's clock when it was asked: what changes later is found from here on
     * @param total how many there are in all; null where the shop does not say
     */
    record Page(
            List<Item> items,
            @Nullable String next,
            Instant at,
            @Nullable Integer total) {
        /** Keeps the items as they are. */
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * A product as the shop tells it: texts as they came, so that whoever takes them can say in words what is wrong. Null where
     * the shop says nothing, so that it stays as it is; empty where it says that it does not know.
     *
     * @param price in whole units of the currency: {@code 12900}, {@code 14.90}
     * @param cosmetic {@code NONE}, {@code GENERAL} or {@code FUNCTIONAL}
     * @param options all its options; null where nothing is said of them
     */
    record Item(
            @Nullable String sku,
            @Nullable String name,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String price,
            @Nullable String listPrice,
            @Nullable String currency,
            @Nullable String stock,
            @Nullable String cosmetic,
            @Nullable String reportNumber,
            @Nullable Vendor seller,
            @Nullable List<Form> options) {}

    /** Who sells it, as far as the shop says; the name or the business number tells who. */
    record Vendor(
            @Nullable String name,
            @Nullable String representative,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String businessNumber,
            @Nullable String mailOrder) {}

    /** One of the forms a product is sold in; empty for what is not known. */
    record Form(String sku, String name, String price, String stock) {}

    /** The shop that is connected, by the settings; empty where there is none. Asks nobody. */
    Optional<Place> place();

    /**
     * Reads a page. The same question gives the same answer until the shop changes something; a cursor that the shop no longer
     * knows is {@link ShopTrouble.Kind#CURSOR}.
     *
     * @throws ShopTrouble on any trouble, within half a minute; nothing of the page is to be used then
     */
    Page read(Query query);
}
