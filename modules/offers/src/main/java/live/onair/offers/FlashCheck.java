package live.onair.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.Money;
import live.onair.kernel.Reason;
import live.onair.offers.FlashSales.FlashTerms;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.LineUps.LineUpItem;
import live.onair.sheets.PlainText;
import org.jspecify.annotations.Nullable;

/** A flash sale as it may be kept. */
record FlashCheck(
        String product,
        String name,
        Money price,
        int countdown,
        int seconds,
        @Nullable Integer quantity,
        String reason) {

    private static final int REASON = 200;

    /** Reads the terms, of which product and price are there; {@code lowest} is what it cost in the last 30 days. */
    static FlashCheck read(FlashTerms terms, LineUpItem item, Optional<Money> lowest, List<Reason> wrong) {
        String reason = PlainText.clean(terms.reason());
        if (!reason.isEmpty() && OfferDesk.line(reason, REASON).isEmpty()) {
            wrong.add(OfferRefusal.REASON.with("field", "reason", "max", REASON));
        }
        FlashCheck kept = new FlashCheck(
                item.product().id(),
                item.product().name(),
                Objects.requireNonNull(terms.price()),
                Objects.requireNonNullElse(terms.countdown(), 30),
                Objects.requireNonNullElse(terms.seconds(), 300),
                terms.quantity(),
                reason);
        wrong.addAll(kept.times());
        wrong.addAll(kept.price(item.cost(), lowest));
        return kept;
    }

    private List<Reason> times() {
        List<Reason> wrong = new ArrayList<>();
        if (countdown < 10 || countdown > 300) {
            wrong.add(OfferRefusal.COUNTDOWN.with("field", "countdown"));
        }
        if (seconds < 60 || seconds > 1200) {
            wrong.add(OfferRefusal.FLASH_TIME.with("field", "seconds"));
        }
        if (quantity != null && quantity < 1) {
            wrong.add(OfferRefusal.QUANTITY.with("field", "quantity"));
        }
        return wrong;
    }

    /** What is wrong with the price as things stand now: asked when it is written, and again when it starts. */
    List<Reason> price(@Nullable Money cost, Optional<Money> lowest) {
        if (cost != null && !cost.currency().equals(price.currency())) {
            return List.of(OfferRefusal.CURRENCY.with("field", "price", "currency", cost.currency()));
        }
        if (price.minor() <= 0 || (cost != null && price.minor() >= cost.minor())) {
            return List.of(OfferRefusal.PRICE.with("field", "price", "price", Objects.toString(cost, "—")));
        }
        boolean low = lowest.isEmpty() || price.minor() < lowest.get().minor();
        return low || !reason.isEmpty()
                ? List.of()
                : List.of(OfferRefusal.NOT_LOWEST.with("field", "reason", "lowest", lowest.get()));
    }

    static FlashCheck of(FlashSale sale) {
        return new FlashCheck(
                sale.product(),
                sale.name(),
                sale.price(),
                sale.countdown(),
                sale.seconds(),
                sale.quantity(),
                sale.reason());
    }

    /** What it gives, in Korean words, as it stands in the event log. */
    String words() {
        return price + ", 카운트다운 " + countdown + "초, " + seconds + "초"
                + (quantity == null ? "" : ", " + quantity + "개")
                + (reason.isEmpty() ? "" : ", 사유: " + reason);
    }
}
