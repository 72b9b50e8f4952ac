package live.onair.shops.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopTrouble.Kind;
import org.jspecify.annotations.Nullable;

/** The shop in memory keeps the contract, too. */
class FakeShopCatalogueTest extends ShopCatalogueContract {

    private final FakeShopCatalogue shop = new FakeShopCatalogue();

    @Override
    protected ShopCatalogue port() {
        return shop;
    }

    @Override
    protected void sells(Instant at, List<Item> items) {
        shop.sells(at, items);
    }

    @Override
    protected void fails(Kind kind, @Nullable Duration pause) {
        shop.fails(kind, pause);
    }
}
