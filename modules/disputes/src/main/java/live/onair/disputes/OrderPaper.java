package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.disputes.Making.Wanted;
import live.onair.gifts.GiftRows.Award;
import live.onair.gifts.Gifts;
import live.onair.kernel.Money;
import live.onair.offers.Coupons;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.Discount;
import live.onair.orders.OrderRows;
import live.onair.orders.Orders;
import org.jspecify.annotations.Nullable;

/** The order of a pack: what was bought, what was paid, what was taken off and given. Who bought it is masked. */
@Singleton
class OrderPaper {

    private final Orders orders;
    private final Coupons coupons;
    private final Gifts gifts;

    @Inject
    OrderPaper(Orders orders, Coupons coupons, Gifts gifts) {
        this.orders = orders;
        this.coupons = coupons;
        this.gifts = gifts;
    }

    Paper of(Wanted wanted) {
        OrderRows.Hold order = orders.find(wanted.order()).orElseThrow();
        return new Paper()
                .put("order", wanted.order())
                .put("show", wanted.show())
                .put("heldAt", order.heldAt())
                .put("orderedAt", order.orderedAt())
                .put("viewer", masked(order.viewer()))
                .put("lines", order.lines().stream().map(OrderPaper::line).toList())
                .put("total", order.total())
                .put("takenOff", order.off())
                .put("paid", order.due())
                .put("coupon", coupon(order.coupon()))
                .put(
                        "gifts",
                        gifts.awards(wanted.order()).stream()
                                .map(OrderPaper::gift)
                                .toList());
    }

    /** Enough to tell two apart, too little to find one. */
    static String masked(String viewer) {
        return viewer.substring(0, Math.min(4, viewer.length() / 2)) + "…";
    }

    private static Paper line(OrderRows.Line line) {
        return new Paper()
                .put("product", line.product())
                .put("sku", line.sku())
                .put("name", line.name())
                .put("pieces", line.pieces())
                .put("price", line.price())
                .put(
                        "sum",
                        new Money(
                                line.price().minor() * line.pieces(),
                                line.price().currency()))
                .put("flashSale", line.flash());
    }

    private @Nullable Paper coupon(@Nullable String id) {
        return id == null ? null : coupons.find(id).map(OrderPaper::coupon).orElseGet(() -> new Paper().put("id", id));
    }

    static Paper coupon(Coupon coupon) {
        Discount discount = coupon.discount();
        return new Paper()
                .put("id", coupon.id())
                .put("name", coupon.name())
                .put("amount", discount.amount())
                .put("percent", discount.percent())
                .put("most", discount.most())
                .put("minimum", discount.minimum())
                .put("product", discount.product())
                .put("opensAt", coupon.run().opensAt())
                .put("closedAt", coupon.run().closedAt())
                .put("version", coupon.version());
    }

    private static Paper gift(Award award) {
        List<Paper> items = award.items().stream()
                .map(item -> new Paper()
                        .put("code", item.code())
                        .put("name", item.name())
                        .put("pieces", item.pieces()))
                .toList();
        return new Paper()
                .put("rule", award.rule())
                .put("kind", Paper.said(award.kind().ko(), award.kind().en()))
                .put("name", award.name())
                .put("times", award.times())
                .put("items", items);
    }
}
