package live.onair.monitors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.monitors.spi.MonitorStreams;
import live.onair.scheduling.spi.Backend;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Looks at a monitor again and again, and takes the one next step. That its backend does not answer is written down as it
 * is; starting and recovering are the same.
 */
@Singleton
class ReconcileMonitorHandler implements WorkHandler<ReconcileMonitorHandler.ReconcileMonitor> {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);
    /** From look to look while nothing is to be done. */
    static final Duration PAUSE = Duration.ofSeconds(60);

    private final Reconciling reconciling;
    private final Instance<MonitorStreams> backends;

    @Inject
    ReconcileMonitorHandler(Reconciling reconciling, @Any Instance<MonitorStreams> backends) {
        this.reconciling = reconciling;
        this.backends = backends;
    }

    /** Look at this monitor. */
    record ReconcileMonitor(String monitor) implements Work {
        @Override
        public String key() {
            return monitor;
        }
    }

    @Override
    public Class<ReconcileMonitor> type() {
        return ReconcileMonitor.class;
    }

    @Override
    public Next handle(ReconcileMonitor work) {
        String id = work.monitor();
        String backend = reconciling.claim(id).orElse(null);
        if (backend == null) {
            return Next.done();
        }
        try {
            MonitorStreams port = Backend.Named.adapter(backends, backend);
            return step(port, id, reconciling.seen(id, port.describe(id)));
        } catch (CloudException e) {
            if (e.fault() == CloudFault.CONFLICT || e.fault() == CloudFault.NOT_FOUND) {
                // it is on its way to another state, or has just gone: the next look tells
                return Next.after(SOON);
            }
            reconciling.troubled(id, e);
            return Next.after(e.fault().isRetried() ? LATER : PAUSE);
        }
    }

    private static Next step(MonitorStreams port, String id, Reconciling.Next next) {
        switch (next.step()) {
            case KEEP -> port.keep(id, Duration.ofHours(next.hours()));
            case REMOVE -> port.remove(id);
            case WAIT -> {}
            case REST -> {
                return Next.after(PAUSE);
            }
            case GONE -> {
                return Next.done();
            }
        }
        return Next.after(SOON);
    }
}
