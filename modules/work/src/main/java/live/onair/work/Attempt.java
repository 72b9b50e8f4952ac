package live.onair.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.work.WorkStore.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one row: takes the key, lets the handler work outside any transaction, writes what became of it. */
@Singleton
class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);

    private final WorkStore store;
    private final Hold hold;
    private final Troubles troubles;
    private final Nudge nudge;
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();

    @Inject
    Attempt(WorkStore store, Hold hold, Troubles troubles, Nudge nudge) {
        this.store = store;
        this.hold = hold;
        this.troubles = troubles;
        this.nudge = nudge;
    }

    <W extends Work> void at(WorkHandler<W> handler, Execution row, String node) {
        try (Acting ignored = Acting.as(Actor.ONAIR, "work-" + row.taskInstance.getId())) {
            Optional<Long> fence = store.take(row, node);
            if (fence.isEmpty()) {
                return;
            }
            made.incrementAndGet();
            held.add(fence.get());
            try {
                work(handler, row, Claim.of(row, fence.get()));
            } finally {
                held.remove(fence.get());
                nudge.now();
            }
        }
    }

    private <W extends Work> void work(WorkHandler<W> handler, Execution row, Claim claim) {
        long started = System.nanoTime();
        Next next;
        try {
            next = handler.handle(read(handler, row));
        } catch (RuntimeException | Error failure) {
            Pace pace = troubles.wentWrong(claim, failure);
            LOG.warn(
                    "work type={} key={} fault={} stuck={} next={} ms={}",
                    claim.type(),
                    claim.key(),
                    pace.fault(),
                    pace.stuck(),
                    pace.pause().map(Object::toString).orElse("never"),
                    since(started),
                    failure);
            return;
        }
        boolean ours = troubles.cameRight(claim, next);
        LOG.info(
                "work type={} key={} {} ms={}",
                claim.type(),
                claim.key(),
                ours ? next : "taken over by another node",
                since(started));
    }

    private static <W extends Work> W read(WorkHandler<W> handler, Execution row) {
        try {
            return handler.type().cast(row.taskInstance.getData());
        } catch (RuntimeException e) {
            throw new Pace.Unreadable(e);
        }
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** Called by the heartbeat, every two seconds while anything runs. */
    void renewLeases() {
        if (!held.isEmpty()) {
            hold.renew(held);
        }
    }

    int made() {
        return made.get();
    }
}
