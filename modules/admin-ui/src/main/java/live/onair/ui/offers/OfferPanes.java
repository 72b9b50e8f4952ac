package live.onair.ui.offers;

import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.products.LineUps;
import live.onair.scheduling.ShowState;
import live.onair.ui.Pulse;
import live.onair.ui.adreview.ClaimHints;

/** Coupons and flash sales of a show, side by side. */
@Singleton
public class OfferPanes {

    private final Coupons coupons;
    private final FlashSales sales;
    private final LineUps lineUps;
    private final ClaimHints hints;

    @Inject
    OfferPanes(Coupons coupons, FlashSales sales, LineUps lineUps, ClaimHints hints) {
        this.coupons = coupons;
        this.sales = sales;
        this.lineUps = lineUps;
        this.hints = hints;
    }

    /** Both panes, each of which draws itself anew when something has changed. */
    public Pair of(String show, Pulse pulse) {
        return new Pair(
                CouponsOf.pane(coupons, lineUps, hints, show, pulse), FlashSalesOf.pane(sales, lineUps, show, pulse));
    }

    /** Coupons and flash sales of a show. */
    public static final class Pair extends Div {

        private final OfferList<?> coupons;
        private final OfferList<?> sales;

        private Pair(OfferList<?> coupons, OfferList<?> sales) {
            super(coupons, sales);
            this.coupons = coupons;
            this.sales = sales;
            addClassName("on-stall-offers");
        }

        /** Where the show stands: to one that is over nothing is added. */
        public void stands(ShowState state) {
            coupons.stands(state);
            sales.stands(state);
        }
    }
}
