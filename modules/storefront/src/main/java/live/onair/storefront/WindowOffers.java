package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.Discount;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.offers.OfferRows.OfferState;

/** The coupons and flash sales that viewers of a show can have now, or see coming; each with when it leaves. */
@Singleton
class WindowOffers {

    private final Coupons coupons;
    private final FlashSales sales;

    @Inject
    WindowOffers(Coupons coupons, FlashSales sales) {
        this.coupons = coupons;
        this.sales = sales;
    }

    /** Adds them to the file of this show. */
    void add(ObjectNode window, String show) {
        ArrayNode open = window.putArray("coupons");
        coupons.shown(show).forEach(coupon -> open.add(coupon(open.objectNode(), coupon)));
        ArrayNode flash = window.putArray("flash");
        sales.shown(show).forEach(sale -> flash.add(sale(flash.objectNode(), sale)));
    }

    /** When the next coupon that viewers see coming is theirs; empty where none is. */
    Optional<Instant> next(String show) {
        return coupons.shown(show).stream()
                .filter(coupon -> coupon.state() == OfferState.COUNTDOWN)
                .flatMap(coupon -> Stream.ofNullable(coupon.run().opensAt()))
                .min(Comparator.naturalOrder());
    }

    private static ObjectNode coupon(ObjectNode row, Coupon coupon) {
        Discount discount = coupon.discount();
        row.put("id", coupon.id())
                .put("name", coupon.name())
                .put("product", discount.product())
                .put("percent", discount.percent());
        row.set("amount", PublishLineUpHandler.money(discount.amount()));
        row.set("most", PublishLineUpHandler.money(discount.most()));
        row.set("minimum", PublishLineUpHandler.money(discount.minimum()));
        if (coupon.state() == OfferState.COUNTDOWN) {
            row.put("from", PublishWindowHandler.iso(coupon.run().opensAt()));
        }
        return row.put("until", PublishWindowHandler.iso(coupon.run().closesAt()));
    }

    private static ObjectNode sale(ObjectNode row, FlashSale sale) {
        row.put("id", sale.id()).put("product", sale.product());
        row.set("price", PublishLineUpHandler.money(sale.price()));
        return row.put("from", PublishWindowHandler.iso(sale.run().opensAt()))
                .put("until", PublishWindowHandler.iso(sale.run().closesAt()))
                .put("quantity", sale.quantity());
    }
}
