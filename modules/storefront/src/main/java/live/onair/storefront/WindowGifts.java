package live.onair.storefront;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.gifts.GiftRows.Award;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.gifts.Gifts;
import org.jspecify.annotations.Nullable;

/** The gifts that an order of a show can earn now, and what an order was given. What the warehouse calls them is not told. */
@Singleton
class WindowGifts {

    private final Gifts gifts;

    @Inject
    WindowGifts(Gifts gifts) {
        this.gifts = gifts;
    }

    /** Adds them to the file of this show. */
    void add(ObjectNode window, String show) {
        ArrayNode all = window.putArray("gifts");
        gifts.shown(show).forEach(rule -> gift(all.addObject(), rule));
    }

    private static void gift(ObjectNode row, GiftRule rule) {
        Condition condition = rule.condition();
        row.put("id", rule.id())
                .put("name", rule.name())
                .put("product", condition.product())
                .put("pieces", condition.pieces())
                .put("again", condition.again())
                .put("most", condition.most())
                .put("once", condition.once());
        row.set("spend", PublishLineUpHandler.money(condition.spend()));
    }

    /** Adds to the answer about an order which gifts come with it. */
    void with(ObjectNode row, @Nullable String order) {
        ArrayNode given = row.putArray("gifts");
        if (order != null) {
            gifts.awards(order).stream()
                    .filter(award -> award.kind() != GiftKind.BUNDLE)
                    .map(WindowGifts::words)
                    .forEach(given::add);
        }
    }

    private static String words(Award award) {
        return award.times() == 1 ? award.name() : award.name() + " × " + award.times();
    }
}
