package live.onair.cloudlocal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.localmedia.RtmpEncoder;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.SecondInputContract;
import live.onair.scheduling.spi.StreamKeyStore.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of two inputs, kept with the real media process and real encoders. */
class LocalSecondInputTest extends SecondInputContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private final Map<Input, RtmpEncoder> encoders = new HashMap<>();

    @AfterEach
    void nobody_sends() {
        encoders.values().forEach(RtmpEncoder::close);
    }

    @Override
    protected ChannelProvisioner port() {
        return new LocalChannelProvisioner(media.control(), Clock.systemUTC());
    }

    @Override
    protected ChannelPlanner planner() {
        return new LocalPlanner(port(), Clock.systemUTC());
    }

    @Override
    protected void sends(String channel, Input input) {
        new LocalStreamKeyStore(media.control())
                .put(
                        channel,
                        List.of(
                                new Key(Key.hash(channel + "-A"), null, Input.A),
                                new Key(Key.hash(channel + "-B"), null, Input.B)));
        encoders.put(input, RtmpEncoder.push("rtmp://" + media.door("rtmp") + "/live", channel + "-" + input));
    }

    @Override
    protected void loses(String channel, Input input) {
        encoders.get(input).kill();
    }
}
