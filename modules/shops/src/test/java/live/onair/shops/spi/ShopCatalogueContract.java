package live.onair.shops.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import live.onair.shops.spi.ShopCatalogue.Form;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopCatalogue.Page;
import live.onair.shops.spi.ShopCatalogue.Query;
import live.onair.shops.spi.ShopCatalogue.Vendor;
import live.onair.shops.spi.ShopTrouble.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every shop's catalogue does. An adapter's test extends it. */
public abstract class ShopCatalogueContract {

    /** The adapter under test, with a shop that has nothing yet. */
    protected abstract ShopCatalogue port();

    /** The shop sells these from now on, and has changed each at that instant. */
    protected abstract void sells(Instant at, List<Item> items);

    /** The next answer is this trouble, with this pause where the shop wants one. */
    protected abstract void fails(Kind kind, @Nullable Duration pause);

    /** The kinds of trouble that this shop can have. */
    protected List<Kind> troubles() {
        return List.of(Kind.DENIED, Kind.THROTTLED, Kind.BROKEN_SHOP, Kind.CURSOR, Kind.REFUSED);
    }

    /** A product with that SKU of which everything is told. */
    public static Item whole(String sku) {
        return new Item(
                sku,
                "가 크림 " + sku,
                "데모 브랜드",
                "크림",
                "12900",
                "15000",
                "KRW",
                "7",
                "FUNCTIONAL",
                "제2026-1호",
                new Vendor("데모 상사", "홍데모", "서울시 중구 데모로 1", "02-1234-5678", "cs@demo.example", "123-45-67891", null),
                List.of(new Form(sku + "-1", "50ml", "", "3"), new Form(sku + "-2", "100ml", "19900", "")));
    }

    /** A product of which no more is told than must be. */
    public static Item bare(String sku) {
        return new Item(sku, "나 크림 " + sku, null, null, null, "", null, "", null, null, null, null);
    }

    private List<Item> all(@Nullable Instant since, int size) {
        List<Item> all = new ArrayList<>();
        String cursor = null;
        do {
            Page page = port().read(new Query(cursor, since, size));
            assertThat(page.items().size()).isLessThanOrEqualTo(size);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void a_shop_with_nothing_has_one_empty_page() {
        Page page = port().read(new Query(null, null, 10));
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(port().place()).isPresent();
    }

    @Test
    void all_is_read_once_and_in_one_order_however_large_the_pages_are() {
        List<Item> items = IntStream.range(0, 25)
                .mapToObj(i -> i % 2 == 0 ? whole("W-" + i) : bare("B-" + i))
                .toList();
        sells(Instant.parse("2026-11-27T00:00:00Z"), items);
        for (int size : new int[] {1, 7, 25, 500}) {
            assertThat(all(null, size)).as("pages of " + size).containsExactlyElementsOf(items);
        }
        Query second = new Query(port().read(new Query(null, null, 7)).next(), null, 7);
        assertThat(port().read(second)).as("the same again").isEqualTo(port().read(second));
    }

    @Test
    void only_what_was_changed_since_is_read_where_that_is_asked() {
        Instant then = Instant.parse("2026-11-27T00:00:00Z");
        sells(then, List.of(whole("OLD"), whole("OTHER")));
        sells(then.plusSeconds(60), List.of(whole("NEW")));
        assertThat(all(null, 10)).hasSize(3);
        assertThat(all(then.plusSeconds(60), 1)).extracting(Item::sku).containsExactly("NEW");
        assertThat(all(then.plusSeconds(61), 1)).isEmpty();
    }

    @Test
    void trouble_is_told_by_its_kind_and_what_comes_after_it_is_right_again() {
        sells(Instant.parse("2026-11-27T00:00:00Z"), List.of(whole("A")));
        for (Kind kind : troubles()) {
            fails(kind, kind == Kind.THROTTLED ? Duration.ofSeconds(17) : null);
            assertThatThrownBy(() -> all(null, 10))
                    .as(kind.name())
                    .isInstanceOfSatisfying(ShopTrouble.class, trouble -> {
                        assertThat(trouble.kind()).isEqualTo(kind);
                        assertThat(trouble.getMessage()).isNotBlank();
                        assertThat(trouble.pause().isPresent()).isEqualTo(kind == Kind.THROTTLED);
                    });
            assertThat(all(null, 10)).as("after " + kind).hasSize(1);
        }
    }
}
