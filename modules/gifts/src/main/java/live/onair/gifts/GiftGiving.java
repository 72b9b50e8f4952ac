package live.onair.gifts;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.kernel.Money;
import live.onair.orders.OrderNews;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.Line;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Gives each order what it has earned, in the transaction in which it is placed. */
@Singleton
class GiftGiving {

    private final Statements sql;
    private final GiftShelf shelf;
    private final ShowOrders orders;
    private final Event<GiftEvent> events;

    @Inject
    GiftGiving(Statements sql, GiftShelf shelf, ShowOrders orders, Event<GiftEvent> events) {
        this.sql = sql;
        this.shelf = shelf;
        this.orders = orders;
        this.events = events;
    }

    /** An order as a rule looks at it. */
    private record Bought(String order, String viewer, List<Line> lines, Money due, Instant at) {}

    void ordered(@Observes OrderNews.Placed placed) {
        shelf.share(placed.show());
        Bought bought = new Bought(placed.order(), placed.viewer(), placed.lines(), placed.due(), placed.at());
        shelf.of(placed.show()).stream().filter(GiftRule::gives).forEach(rule -> give(rule, bought));
    }

    /** Gives it to orders that were there before it, the oldest first; says to how many. The rules' lock is held. */
    int earlier(GiftRule rule) {
        int given = 0;
        for (Hold order : orders.oldestFirst(rule.show())) {
            given += give(rule, bought(order)) ? 1 : 0;
        }
        return given;
    }

    private static Bought bought(Hold order) {
        Instant at = order.orderedAt();
        return new Bought(
                String.valueOf(order.order()),
                order.viewer(),
                order.lines(),
                order.due(),
                at == null ? order.heldAt() : at);
    }

    private boolean give(GiftRule rule, Bought bought) {
        Condition condition = rule.condition();
        int earned = earned(condition, bought);
        if (earned == 0) {
            return false;
        }
        GiftRule now = condition.most() != null || condition.once() ? shelf.held(rule) : rule;
        if (condition.once()) {
            earned = shelf.had(rule.id(), bought.viewer()) ? 0 : 1;
        }
        Integer left = now.left();
        int times = left == null ? earned : Math.min(earned, left);
        if (times == 0) {
            return false;
        }
        sql.run(
                "insert into gifts.award (order_id, rule_id, viewer, times, at) values (?, ?, ?, ?, ?)",
                bought.order(),
                rule.id(),
                bought.viewer(),
                times,
                bought.at());
        if (left != null && left == times) {
            events.fire(new GiftEvent.UsedUp(rule.show(), rule.id(), rule.name(), now.given() + times));
        }
        return true;
    }

    private static int earned(Condition condition, Bought bought) {
        int pieces = pieces(bought.lines(), condition.product());
        return switch (condition.kind()) {
            case SPEND -> isEnough(condition.spend(), bought.due()) ? 1 : 0;
            case BUNDLE -> pieces;
            case PRODUCT -> {
                Integer each = condition.pieces();
                int times = each == null ? 0 : pieces / each;
                yield condition.again() ? times : Math.min(1, times);
            }
        };
    }

    private static boolean isEnough(@Nullable Money spend, Money due) {
        return spend != null && spend.currency().equals(due.currency()) && due.minor() >= spend.minor();
    }

    private static int pieces(List<Line> lines, @Nullable String product) {
        return lines.stream()
                .filter(line -> line.product().equals(product))
                .mapToInt(Line::pieces)
                .sum();
    }
}
