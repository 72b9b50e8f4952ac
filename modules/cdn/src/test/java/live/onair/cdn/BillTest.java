package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.Quality.Carried;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a month comes to: each gigabyte at the price of its volume, and what was committed is paid for. */
class BillTest {

    private static final Instant SINCE = Instant.parse("2026-10-31T15:00:00Z");
    private static final Instant END = Instant.parse("2026-11-30T15:00:00Z");

    private static CdnPrice price(long from, String won) {
        return new CdnPrice(from, new BigDecimal(won), "데모 단가", LocalDate.parse("2026-11-01"));
    }

    private static Cdn cdn(@Nullable Long commitment, CdnPrice... prices) {
        return new Cdn(
                "a",
                "a",
                Audience.DOMESTIC,
                List.of(),
                "https://a.test",
                null,
                null,
                List.of(),
                TokenScheme.NONE,
                commitment,
                List.of(prices),
                false,
                1,
                "park",
                SINCE);
    }

    private static Carried bill(Cdn cdn, long gb, Instant now) {
        return Bill.of(cdn, new Bill.Meter("2026-11", gb * 1_000_000_000L, SINCE, now, END, List.of()));
    }

    @Test
    void each_gigabyte_has_the_price_of_its_volume() {
        List<CdnPrice> prices = List.of(price(0, "40"), price(1_000, "30"), price(5_000, "20.5"));
        assertThat(Bill.cost(prices, new BigDecimal("500"))).isEqualByComparingTo("20000");
        assertThat(Bill.cost(prices, new BigDecimal("1000"))).isEqualByComparingTo("40000");
        assertThat(Bill.cost(prices, new BigDecimal("6000"))).isEqualByComparingTo("180500");
        assertThat(Bill.cost(List.of(), BigDecimal.TEN)).isNull();
    }

    @Test
    void a_third_of_the_month_foresees_the_whole_and_the_commitment_is_paid_for() {
        Carried short1 = bill(cdn(6_000L, price(0, "40")), 1_000, SINCE.plusSeconds(10 * 86_400));
        assertThat(short1.projectedGb()).isEqualByComparingTo("3000");
        assertThat(short1.shortGb()).isEqualByComparingTo("3000");
        assertThat(short1.cost()).isEqualTo(Money.won(240_000));
        assertThat(short1.wonPerGb()).isEqualByComparingTo("80");
        Carried over = bill(cdn(2_000L, price(0, "40")), 1_000, SINCE.plusSeconds(10 * 86_400));
        assertThat(over.shortGb()).isEqualByComparingTo("-1000");
        assertThat(over.cost()).isEqualTo(Money.won(120_000));
    }

    @Test
    void one_cdn_alone_has_its_cheaper_volumes_sooner_and_its_commitment_to_pay() {
        Cdn alone = cdn(2_000L, price(0, "40"), price(1_000, "30"));
        assertThat(Bill.alone(alone, new BigDecimal("3000"))).isEqualTo(Money.won(100_000));
        assertThat(Bill.alone(alone, BigDecimal.TEN)).as("the commitment").isEqualTo(Money.won(70_000));
        assertThat(Bill.alone(cdn(2_000L), BigDecimal.TEN)).isNull();
    }

    @Test
    void what_is_not_known_is_not_told() {
        Carried soon = bill(cdn(2_000L), 1, SINCE.plusSeconds(60));
        assertThat(soon.projectedGb()).isNull();
        assertThat(soon.shortGb()).isNull();
        assertThat(soon.cost()).isNull();
        assertThat(soon.wonPerGb()).isNull();
        assertThat(bill(cdn(null, price(0, "40")), 0, SINCE.plusSeconds(86_400)).wonPerGb())
                .isNull();
    }

    @Test
    void what_is_paid_for_already_costs_nothing_more() {
        Instant soon = SINCE.plusSeconds(7 * 24 * 3_600);
        Cdn dear = cdn(100_000L, price(0, "40"));
        assertThat(Bill.more(List.of(dear), List.of(bill(dear, 10, soon)))).isEqualTo(Map.of("a", BigDecimal.ZERO));
        Cdn used = cdn(10L, price(0, "40"), price(100, "30"));
        assertThat(Bill.more(List.of(used), List.of(bill(used, 150, soon))))
                .isEqualTo(Map.of("a", new BigDecimal("30")));
        assertThat(Bill.more(List.of(cdn(null)), List.of(bill(cdn(null), 150, soon))))
                .isEmpty();
    }
}
