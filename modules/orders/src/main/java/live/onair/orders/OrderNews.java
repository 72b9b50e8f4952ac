package live.onair.orders;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Money;
import live.onair.orders.OrderRows.Line;

/**
 * What happens to orders, told to the rooms above inside the transaction in which it happens. Orders are facts and no acts:
 * this is not in the event log.
 */
public sealed interface OrderNews {

    /**
     * Something was ordered.
     *
     * @param due what is to be paid for all of it
     */
    record Placed(String order, String show, String viewer, List<Line> lines, Money due, Instant at)
            implements OrderNews {}
}
