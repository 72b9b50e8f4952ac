package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every signer keeps. */
public abstract class AddressSignerContract {

    private static final String ADDRESS = "https://a.cdn.test/live/SH-1/index.m3u8";
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** The signer, at a time. */
    protected abstract AddressSigner port(Instant now);

    /** A CDN for which it signs. */
    protected abstract String cdn();

    @Test
    void an_address_is_signed_in_its_query_and_keeps_what_stands_there() {
        assertThat(port(NOON).signs(cdn())).isTrue();
        assertThat(port(NOON).signed(cdn(), "SH-1", ADDRESS)).startsWith(ADDRESS + "?");
        assertThat(port(NOON).signed(cdn(), "SH-1", ADDRESS + "?part=1")).startsWith(ADDRESS + "?part=1&");
    }

    @Test
    void it_stays_the_same_for_hours_and_not_for_a_day() {
        String now = port(NOON).signed(cdn(), "SH-1", ADDRESS);
        assertThat(port(NOON.plus(Duration.ofHours(5))).signed(cdn(), "SH-1", ADDRESS))
                .isEqualTo(now);
        assertThat(port(NOON.plus(Duration.ofDays(1))).signed(cdn(), "SH-1", ADDRESS))
                .isNotEqualTo(now);
    }

    @Test
    void the_right_for_one_show_is_none_for_another() {
        String other = ADDRESS.replace("SH-1", "SH-2");
        String right = port(NOON).signed(cdn(), "SH-1", ADDRESS).substring(ADDRESS.length());
        assertThat(port(NOON).signed(cdn(), "SH-2", other).substring(other.length()))
                .isNotEqualTo(right);
    }

    @Test
    void for_another_cdn_nothing_is_signed() {
        assertThat(port(NOON).signs("nobodys")).isFalse();
        assertThat(port(NOON).signed("nobodys", "SH-1", ADDRESS)).isEqualTo(ADDRESS);
    }
}
