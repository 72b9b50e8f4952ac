package live.onair.cloudlocal;

import java.net.ServerSocket;
import java.time.Clock;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelPlannerContract;
import live.onair.scheduling.spi.ChannelProvisioner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of plans, kept with the real media process. */
class LocalPlannerTest extends ChannelPlannerContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private static MediaControl nobody;

    private boolean gone;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = new MediaControl(new MediaAddress(true, "http://127.0.0.1:" + closed.getLocalPort(), "none"));
        }
    }

    @Override
    protected ChannelPlanner port() {
        ChannelProvisioner away = new LocalChannelProvisioner(nobody, Clock.systemUTC());
        return new LocalPlanner(
                new LocalChannelProvisioner(media.control(), Clock.systemUTC()) {
                    @Override
                    public ChannelObservation describe(String channel) {
                        return gone ? away.describe(channel) : super.describe(channel);
                    }
                },
                Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner channels() {
        return new LocalChannelProvisioner(media.control(), Clock.systemUTC());
    }

    @Override
    protected void away(boolean away) {
        gone = away;
    }
}
