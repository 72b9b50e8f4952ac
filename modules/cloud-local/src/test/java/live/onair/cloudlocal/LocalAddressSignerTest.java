package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.AddressSignerContract;
import org.junit.jupiter.api.Test;

/** What it signs is what an edge of the media process admits: the same words in both tests. */
class LocalAddressSignerTest extends AddressSignerContract {

    private static LocalAddressSigner at(long second) {
        return new LocalAddressSigner(
                "domestic=demo-key-of-the-domestic-edge, global=",
                Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    @Override
    protected AddressSigner port(Instant now) {
        return at(now.getEpochSecond());
    }

    @Override
    protected String cdn() {
        return "domestic";
    }

    @Test
    void an_address_is_signed_for_six_to_twelve_hours() {
        String signed = "https://kr.cdn.test/live/SH-1/index.m3u8?token=4102444800-7504c8b26c4580a6833be922725e742c";
        String address = "https://kr.cdn.test/live/SH-1/index.m3u8";
        assertThat(at(4102444800L - 21_601).signed("domestic", "SH-1", address)).isEqualTo(signed);
        assertThat(at(4102444800L - 43_200).signed("domestic", "SH-1", address)).isEqualTo(signed);
        assertThat(at(4102444800L - 21_600).signed("domestic", "SH-1", address)).isNotEqualTo(signed);
        assertThat(at(4102444800L - 43_200).signed("domestic", "SH-1", address + "?dvr=all"))
                .contains("?dvr=all&token=4102444800-");
    }

    @Test
    void one_without_a_key_asks_for_nothing() {
        assertThat(at(0).signs("global")).isFalse();
        assertThat(at(0).signs("domestic")).isTrue();
        assertThat(at(0).signed("global", "SH-1", "https://world.cdn.test/x")).isEqualTo("https://world.cdn.test/x");
    }
}
