package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.orders.OrderRows.Line;
import live.onair.orders.Orders.Wish;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductRows.Option;
import org.jspecify.annotations.Nullable;

/** What pieces cost in a show now: the flash sale that holds, or the option's price, or the show's. */
@Singleton
class HoldPrices {

    static final int LINES = 20;
    static final int PIECES = 20;

    private final LineUps lineUps;
    private final FlashSales sales;

    @Inject
    HoldPrices(LineUps lineUps, FlashSales sales) {
        this.lineUps = lineUps;
        this.sales = sales;
    }

    Outcome<List<Line>> of(String show, List<Wish> wanted) {
        boolean many = wanted.isEmpty()
                || wanted.size() > LINES
                || wanted.stream().anyMatch(wish -> wish.pieces() < 1)
                || wanted.stream()
                        .collect(Collectors.groupingBy(Wish::product, Collectors.summingLong(Wish::pieces)))
                        .values()
                        .stream()
                        .anyMatch(pieces -> pieces > PIECES);
        if (many) {
            return Outcome.refused(OrderRefusal.LINES.with("max", LINES, "most", PIECES));
        }
        Map<String, LineUpItem> items = lineUps.of(show).items().stream()
                .collect(Collectors.toMap(item -> item.product().id(), Function.identity()));
        List<Line> lines = new ArrayList<>();
        List<Reason> wrong = new ArrayList<>();
        for (Wish wish : wanted) {
            LineUpItem item = items.get(wish.product());
            if (item == null) {
                wrong.add(OrderRefusal.NOT_HERE.with("product", wish.product()));
            } else {
                line(show, wish, item, lines, wrong);
            }
        }
        if (lines.stream().map(line -> line.price().currency()).distinct().count() > 1) {
            wrong.add(OrderRefusal.CURRENCY.with());
        }
        return wrong.isEmpty() ? Outcome.done(lines) : Outcome.refused(wrong);
    }

    private void line(String show, Wish wish, LineUpItem item, List<Line> lines, List<Reason> wrong) {
        Option option = item.product().options().stream()
                .filter(one -> one.sku().equals(wish.sku()))
                .findFirst()
                .orElse(null);
        // a form with a price of its own is not what the flash sale was compared with
        boolean own = option != null && option.price() != null;
        FlashSale flash = own ? null : sales.holding(show, wish.product()).orElse(null);
        String name = option == null ? item.product().name() : item.product().name() + " " + option.name();
        Money price = flash == null ? price(item, option) : flash.price();
        if (price == null) {
            wrong.add(OrderRefusal.NO_PRICE.with("name", name));
            return;
        }
        lines.add(new Line(
                wish.product(),
                option == null ? null : option.sku(),
                name,
                wish.pieces(),
                price,
                flash == null ? null : flash.id()));
    }

    private static @Nullable Money price(LineUpItem item, @Nullable Option option) {
        return option == null || option.price() == null ? item.cost() : option.price();
    }

    static Money sum(List<Line> lines) {
        long sum = lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.price().minor(), (long) line.pieces()))
                .reduce(0, Math::addExact);
        return new Money(sum, lines.get(0).price().currency());
    }
}
