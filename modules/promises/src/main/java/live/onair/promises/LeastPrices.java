package live.onair.promises;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.PromiseRows.PromiseKind;
import org.jspecify.annotations.Nullable;

/** The least that one piece of a product costs somebody in a show, by what is written of it: price, flash sale, coupon. */
@Singleton
class LeastPrices {

    private final LineUps lineUps;
    private final FlashSales flashSales;
    private final Coupons coupons;

    @Inject
    LeastPrices(LineUps lineUps, FlashSales flashSales, Coupons coupons) {
        this.lineUps = lineUps;
        this.flashSales = flashSales;
        this.coupons = coupons;
    }

    /**
     * What a piece costs.
     *
     * @param coupon name of the coupon that makes it so; null without one
     */
    record Least(Money price, @Nullable String coupon) {}

    /** By product, what each costs at least in the show. An order takes one coupon. */
    Map<String, Least> of(String show) {
        List<Coupon> written = coupons.of(show);
        List<FlashSale> sales = flashSales.of(show);
        Map<String, Least> least = new LinkedHashMap<>();
        lineUps.of(show).items().stream()
                .filter(item -> item.cost() != null)
                .forEach(item -> least.put(item.product().id(), least(item, sales, written)));
        return least;
    }

    private static Least least(LineUpItem item, List<FlashSale> sales, List<Coupon> written) {
        String product = item.product().id();
        Stream<Money> flash =
                sales.stream().filter(sale -> sale.product().equals(product)).map(FlashSale::price);
        List<Least> all = new ArrayList<>();
        Stream.concat(Stream.of(item.cost()), flash).forEach(price -> {
            all.add(new Least(price, null));
            written.stream()
                    .filter(coupon -> coupon.about() == null || coupon.about().equals(product))
                    .forEach(coupon -> all.add(new Least(less(price, coupon), coupon.name())));
        });
        return all.stream()
                .min(Comparator.comparingLong(one -> one.price().minor()))
                .orElseThrow();
    }

    private static Money less(Money price, Coupon coupon) {
        return new Money(price.minor() - coupon.discount().off(price).minor(), price.currency());
    }

    /**
     * What viewers to whom it was promised paid at least: a coupon for all of that show, once it was open, came on top. Another show
     * with the same price and the same coupon undercuts nothing.
     */
    Money promised(Promise promise) {
        if (promise.kind() == PromiseKind.COUPON) {
            return promise.price();
        }
        return coupons.of(promise.show()).stream()
                .filter(coupon -> coupon.about() == null && coupon.wasOpen())
                .map(coupon -> less(promise.price(), coupon))
                .min(Comparator.comparingLong(Money::minor))
                .orElse(promise.price());
    }
}
