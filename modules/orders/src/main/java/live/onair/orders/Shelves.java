package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows.Coupon;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.Line;
import live.onair.products.Stock;
import live.onair.products.Stock.Pieces;

/** What a hold takes in other rooms, and gives back there: stock, pieces of flash sales, a coupon. */
@Singleton
class Shelves {

    private final Stock stock;
    private final FlashSales sales;
    private final Coupons coupons;

    @Inject
    Shelves(Stock stock, FlashSales sales, Coupons coupons) {
        this.stock = stock;
        this.sales = sales;
        this.coupons = coupons;
    }

    private static List<Pieces> pieces(List<Line> lines) {
        return lines.stream()
                .map(line -> new Pieces(line.product(), line.sku(), line.pieces()))
                .toList();
    }

    /** Stock first, always: who takes waits in the same order. */
    Outcome<List<Line>> take(List<Line> lines) {
        Outcome<List<Line>> taken = stock.take(pieces(lines)).map(products -> lines);
        for (Line line : lines) {
            String flash = line.flash();
            if (flash != null) {
                taken = taken.then(so -> sales.sell(flash, line.pieces()).map(sale -> lines));
            }
        }
        return taken;
    }

    Outcome<Coupon> use(UUID claim, String viewer, String hold) {
        return coupons.use(claim, viewer, hold);
    }

    void giveBack(Hold hold) {
        stock.giveBack(pieces(hold.lines()));
        hold.lines().forEach(line -> {
            String flash = line.flash();
            if (flash != null) {
                sales.giveBack(flash, line.pieces());
            }
        });
        coupons.giveBack(hold.id());
    }
}
