package live.onair.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.analytics.AnalyticsRows.ShowNumbers;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Role;
import live.onair.sheets.Sheet;

/** How often a show's products were seen, clicked, put into the cart and ordered. */
@Singleton
@Transactional
@Guarded
public class Analytics {

    private final EventBook book;
    private final NumberReads reads;

    @Inject
    Analytics(EventBook book, NumberReads reads) {
        this.book = book;
        this.reads = reads;
    }

    /** The numbers of a show and of each of its products. */
    @AllowedTo
    public ShowNumbers of(String show) {
        return reads.of(show);
    }

    /** The same as a table. */
    @AllowedTo
    public Sheet export(String show) {
        return reads.sheet(show);
    }

    /** What a room above was told of products; says how many of it were new. What no show has counts nowhere. */
    @AllowedTo({Role.ADMIN, Role.OPS})
    public int take(List<Told> told) {
        return book.take(told).size();
    }
}
