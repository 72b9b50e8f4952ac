package live.onair.simulcast;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.simulcast.Reconciling.Claimed;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastOutputs.Output;
import live.onair.simulcast.spi.SimulcastOutputs.State;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Looks at the outputs of a show, and tells the backend what is wanted where that differs: at the start, after a press, and
 * after the backend has forgotten. Starting and recovering are the same.
 */
@Singleton
class ReconcileSimulcastHandler implements WorkHandler<ReconcileSimulcastHandler.ReconcileSimulcast> {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);
    /** From look to look while nothing is under way. */
    static final Duration LIVE = Duration.ofSeconds(5);
    /** From look to look before the show. */
    static final Duration BEFORE = Duration.ofSeconds(60);

    private final Reconciling reconciling;
    private final Instance<SimulcastOutputs> backends;

    @Inject
    ReconcileSimulcastHandler(Reconciling reconciling, @Any Instance<SimulcastOutputs> backends) {
        this.reconciling = reconciling;
        this.backends = backends;
    }

    /** Look at the outputs of this show. */
    record ReconcileSimulcast(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<ReconcileSimulcast> type() {
        return ReconcileSimulcast.class;
    }

    @Override
    public Next handle(ReconcileSimulcast work) {
        Claimed claimed = reconciling.claim(work.show()).orElse(null);
        if (claimed == null) {
            return Next.done();
        }
        try {
            SimulcastOutputs port = Backend.Named.adapter(backends, claimed.backend());
            List<Output> seen = port.describe(claimed.programme());
            if (claimed.differsFrom(seen)) {
                seen = put(port, claimed, seen);
            }
            reconciling.seen(work.show(), seen);
            return next(claimed, seen);
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                // its channel is not made yet
                return Next.after(SOON);
            }
            reconciling.troubled(work.show(), e);
            return Next.after(e.fault().isRetried() ? LATER : BEFORE);
        }
    }

    private List<Output> put(SimulcastOutputs port, Claimed claimed, List<Output> before) {
        try {
            port.put(claimed.programme(), reconciling.targets(claimed));
            return port.describe(claimed.programme());
        } catch (CloudException e) {
            if (e.fault() == CloudFault.CONFLICT) {
                // it counts from the next start: the switch says so
                return before;
            }
            throw e;
        }
    }

    private static Next next(Claimed claimed, List<Output> seen) {
        if (claimed.over()) {
            return Next.done();
        }
        boolean settling = seen.stream().anyMatch(one -> one.state() != State.SENDING && one.state() != State.WAITING);
        return Next.after(!claimed.live() ? BEFORE : settling ? SOON : LIVE);
    }
}
