package live.onair.scheduling.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import live.onair.kernel.KeySeal;
import org.junit.jupiter.api.Test;

/** The backend in memory keeps the contract, too; a seal opens for its ticket only. */
class FakeIngestKeysTest extends IngestKeysContract {

    private final FakeIngestKeys fake = new FakeIngestKeys();

    @Override
    protected IngestKeys port() {
        return fake;
    }

    @Override
    protected boolean letsIn(IngestKeys.Door door, String key) {
        return key.equals(fake.keyOf(channel));
    }

    @Override
    protected void sends(List<String> keys) {
        fake.sending(channel, true);
    }

    @Test
    void what_is_sealed_opens_for_its_ticket_and_for_no_other() {
        KeySeal.Pair pair = KeySeal.make();
        String sealed = pair.seal().close("sk_비밀\nsecond");
        assertThat(sealed).doesNotContain("sk_").isNotEqualTo(pair.seal().close("sk_비밀\nsecond"));
        assertThat(KeySeal.open(pair.ticket(), sealed)).contains("sk_비밀\nsecond");
        assertThat(KeySeal.open(KeySeal.make().ticket(), sealed)).isEmpty();
        assertThat(KeySeal.open(pair.seal().text(), sealed)).isEmpty();
        assertThat(KeySeal.open("", sealed)).isEmpty();
        assertThat(KeySeal.open(pair.ticket(), "nonsense")).isEmpty();
    }
}
