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
import live.onair.kernel.CloudFault;
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
    static final Duration LATER = Duration.ofMinutes(10);

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
            keeping.nowhere(work.show());
            return Next.done();
        }
        try {
            Kept kept = kept(Backend.Named.adapter(ports, wanted.backend()), work.show(), wanted);
            keeping.seen(work.show(), kept, wanted.held());
            return next(kept, wanted);
        } catch (CloudException e) {
            if (e.fault().isRetried()) {
                return Next.after(AWAY);
            }
            if (e.fault() == CloudFault.DENIED) {
                keeping.elsewhere(work.show());
                return wanted.held() || wanted.ours() ? Next.after(LATER) : Next.done();
            }
            throw e;
        }
    }

    /** As long as more of a held recording may come, it is looked after again. */
    private static Next next(@Nullable Kept kept, Wanted wanted) {
        if (!wanted.held()) {
            return Next.done();
        }
        if (wanted.running()) {
            return Next.after(NOT_YET);
        }
        return kept != null && !kept.complete() ? Next.after(LATER) : Next.done();
    }

    /** What nobody here has kept is let go by nobody here; null where nothing is left. */
    private @Nullable Kept kept(DisputeRecordings port, String show, Wanted wanted) {
        if (!wanted.held() && wanted.ours()) {
            // Also where nothing is seen: what broke off is not seen, and has to go.
            port.hold(show, false);
        }
        Kept there = port.recording(show).orElse(null);
        if (there == null || !wanted.held() || there.held()) {
            return there;
        }
        if (!wanted.ours()) {
            keeping.begins(show, there);
        }
        return held(port, show);
    }

    /** Null if it has gone meanwhile. */
    private static @Nullable Kept held(DisputeRecordings port, String show) {
        try {
            return port.hold(show, true);
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}
