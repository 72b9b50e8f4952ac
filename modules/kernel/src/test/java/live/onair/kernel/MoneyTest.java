package live.onair.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void is_written_with_the_decimal_places_of_its_currency() {
        assertThat(Money.won(1_184_300)).hasToString("₩1,184,300");
        assertThat(new Money(1490, "USD")).hasToString("$14.90");
        assertThat(new Money(-5, "USD")).hasToString("-$0.05");
        assertThat(new Money(300, "SGD")).hasToString("SGD 3.00");
        assertThat(new Money(1490, "USD").amount()).isEqualTo(new BigDecimal("14.90"));
    }

    @Test
    void is_read_without_ever_losing_a_part_of_it() {
        assertThat(Money.of(new BigDecimal("14.9"), "USD")).isEqualTo(new Money(1490, "USD"));
        assertThat(Money.of(new BigDecimal("35"), "KRW")).isEqualTo(Money.won(35));
        assertThatThrownBy(() -> Money.of(new BigDecimal("0.5"), "KRW")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(new BigDecimal("1e30"), "KRW")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void knows_what_one_can_pay_with() {
        assertThat(Money.isCurrency("KRW")).isTrue();
        assertThat(Money.isCurrency("XXX")).isFalse();
        assertThat(Money.isCurrency("won")).isFalse();
        assertThatThrownBy(() -> new Money(1, "XAU")).isInstanceOf(IllegalArgumentException.class);
    }
}
