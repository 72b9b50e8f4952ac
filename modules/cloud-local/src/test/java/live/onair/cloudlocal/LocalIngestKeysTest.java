package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.localmedia.RtmpEncoder;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.IngestKeysContract;
import live.onair.scheduling.spi.StreamKeyStore.Key;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of addresses and keys, kept with the real media process and real encoders. */
class LocalIngestKeysTest extends IngestKeysContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private Optional<RtmpEncoder> encoder = Optional.empty();

    @AfterEach
    void nobody_sends() {
        encoder.ifPresent(RtmpEncoder::close);
    }

    @Override
    protected IngestKeys port() {
        return new LocalIngestKeys(media.address(), Optional.empty());
    }

    @Override
    protected boolean makesKeys() {
        return false;
    }

    /** The console makes it and tells its hash. */
    @Override
    protected List<String> renewed() {
        String key = UUID.randomUUID().toString().replace("-", "");
        new LocalStreamKeyStore(media.control()).put(channel, List.of(new Key(Key.hash(key), null)));
        return List.of(key);
    }

    private boolean connected() {
        return new LocalChannelProvisioner(media.control(), Clock.systemUTC())
                .describe(channel)
                .signal()
                .connected();
    }

    /** One that is refused ends by itself. */
    @Override
    protected boolean letsIn(IngestKeys.Door door, String key) {
        try (RtmpEncoder tries = RtmpEncoder.push(door.server(), key)) {
            await().atMost(Leave.of(Duration.ofSeconds(20))).until(() -> connected() || !tries.running());
            if (!tries.running()) {
                return false;
            }
        }
        await().atMost(Leave.of(Duration.ofSeconds(10))).until(() -> !connected());
        return true;
    }

    @Override
    protected void sends(List<String> keys) {
        encoder = Optional.of(RtmpEncoder.push(doors().get(0).server(), keys.get(0)));
        await().atMost(Leave.of(Duration.ofSeconds(20))).until(this::connected);
    }

    @Test
    void an_address_that_is_set_goes_before_the_one_of_the_process() {
        assertThat(new LocalIngestKeys(media.address(), Optional.of("rtmp://studio.example/live")).doors(channel))
                .extracting(IngestKeys.Door::server)
                .containsOnly("rtmp://studio.example/live");
    }
}
