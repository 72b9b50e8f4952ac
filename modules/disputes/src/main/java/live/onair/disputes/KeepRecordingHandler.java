package live.onair.disputes;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import live.onair.disputes.Keeping.Wanted;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordings.Kept;
import live.onair.kernel.CloudException;
import live.onair.scheduling.spi.Backend;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Looks at a show's recording, and keeps it from being purged as long as somebody holds the show. */
@Singleton
class KeepRecordingHandler implements WorkHandler<KeepRecordingHandler.KeepRecording> {

    static final Duration AWAY = Duration.ofSeconds(5);
    static final Duration NOT_YET = Duration.ofMinutes(1);

    private final Instance<DisputeRecordings> ports;
    private final Keeping keeping;

    @Inject
    KeepRecordingHandler(@Any Instance<DisputeRecordings> ports, Keeping keeping) {
        this.ports = ports;
        this.keeping = keeping;
    }

    /** Look after the recording of this show. */
    record KeepRecording(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<KeepRecording> type() {
        return KeepRecording.class;
    }

    @Override
    public Next handle(KeepRecording work) {
        Wanted wanted = keeping.wanted(work.show());
        if (wanted.backend() == null) {
            keeping.elsewhere(work.show());
            return Next.done();
        }
        try {
            Kept kept = kept(Backend.Named.adapter(ports, wanted.backend()), work.show(), wanted);
            keeping.seen(work.show(), kept, wanted.held());
            return kept == null && wanted.held() && wanted.running() ? Next.after(NOT_YET) : Next.done();
        } catch (CloudException e) {
            if (e.fault().isRetried()) {
                return Next.after(AWAY);
            }
            throw e;
        }
    }

    /** What nobody here has kept is let go by nobody here. */
    private static @Nullable Kept kept(DisputeRecordings port, String show, Wanted wanted) {
        Kept there = port.recording(show).orElse(null);
        if (there == null || there.held() == wanted.held() || (!wanted.held() && !wanted.ours())) {
            return there;
        }
        return port.hold(show, wanted.held());
    }
}
