package live.onair.gifts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.OrderPage;
import live.onair.orders.Orders;

/** All orders of a show, read a page at a time. */
@Singleton
class ShowOrders {

    private static final int PAGE = 500;

    private final Orders orders;

    @Inject
    ShowOrders(Orders orders) {
        this.orders = orders;
    }

    /** In the order in which they came. */
    List<Hold> oldestFirst(String show) {
        List<Hold> all = new ArrayList<>();
        String next = null;
        do {
            OrderPage page = orders.of(show, next, PAGE);
            all.addAll(page.orders());
            next = page.next();
        } while (next != null);
        Collections.reverse(all);
        return all;
    }
}
