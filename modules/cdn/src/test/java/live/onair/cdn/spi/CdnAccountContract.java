package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import live.onair.kernel.CloudException;
import org.junit.jupiter.api.Test;

/** What every account keeps. */
public abstract class CdnAccountContract {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    /** The account. */
    protected abstract CdnAccount port();

    /** A CDN whose account it is. */
    protected abstract String cdn();

    @Test
    void it_tells_something_of_its_own() {
        assertThat(port().knows(cdn())).isTrue();
        boolean set = port().setup(cdn()).isPresent();
        boolean counted = port().carried(cdn(), MONTH).isPresent();
        assertThat(set || counted).isTrue();
        port().carried(cdn(), MONTH).ifPresent(bytes -> assertThat(bytes).isNotNegative());
    }

    @Test
    void another_cdn_is_not_its_own() {
        assertThat(port().knows("nobodys")).isFalse();
        assertThatThrownBy(() -> {
                    port().setup("nobodys");
                    port().carried("nobodys", MONTH);
                })
                .isInstanceOf(CloudException.class);
    }
}
