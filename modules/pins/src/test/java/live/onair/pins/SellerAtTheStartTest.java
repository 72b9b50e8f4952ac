package live.onair.pins;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import live.onair.products.ProductRows;
import live.onair.products.Sellers;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** ★26: what the law wants shown of a seller must still be there when the show starts, not only when it was approved. */
@RoomTest
class SellerAtTheStartTest {

    @Inject
    Stall stall;

    @Inject
    Sellers sellers;

    @Test
    void a_seller_of_whom_something_is_gone_since_the_approval_holds_the_start_until_it_is_back() {
        String seller = stall.seller();
        ProductRows.Seller whole = as(PLANNER, () -> sellers.find(seller)).orElseThrow();
        String show = stall.approved(stall.product(seller, "가 크림", 10_000, 5));
        told(whole, null);
        stall.pass(Duration.ofMinutes(122));
        assertThat(stall.state(show)).isEqualTo(ShowState.STANDBY);
        told(whole, whole.mailOrder());
        stall.work();
        assertThat(stall.state(show)).isEqualTo(ShowState.ON_AIR);
    }

    private void told(ProductRows.Seller whole, @Nullable String mailOrder) {
        done(() -> sellers.change(
                whole.id(),
                new Sellers.Change(
                        null,
                        new Sellers.SellerTerms(
                                whole.name(),
                                whole.representative(),
                                whole.address(),
                                whole.phone(),
                                whole.email(),
                                whole.businessNumber(),
                                mailOrder))));
    }
}
