package live.onair.cloudlocal;

import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of two inputs, kept with the real media process and real encoders. */
class LocalSecondInputTest extends SecondInputContract {

    @TempDir
    static Path folder;

    private static MediaChild media;

    private final Map<Input, RtmpEncoder> encoders = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        media = new MediaChild(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        media.close();
    }

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
