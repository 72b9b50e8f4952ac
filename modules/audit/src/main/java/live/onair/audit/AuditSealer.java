package live.onair.audit;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import live.onair.audit.HeadFile.Head;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what has committed, within a second, and tells the head file how far the chain has come. */
@Singleton
public class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final long PAUSE_MS = 500;

    private final Sealing sealing;
    private final Optional<HeadFile> heads;
    private final ExecutorService executor;
    private final Clock clock;
    private @Nullable Loop loop;

    /** The deployable names the head file: a {@code Path} named {@code onair.audit.head}. Without it none is kept. */
    @Inject
    AuditSealer(
            Sealing sealing, @Named("onair.audit.head") Instance<Path> head, ExecutorService executor, Clock clock) {
        this(sealing, Optional.of(head).filter(Instance::isResolvable).map(Instance::get), executor, clock);
    }

    AuditSealer(Sealing sealing, Optional<Path> head, ExecutorService executor, Clock clock) {
        this.sealing = sealing;
        this.heads = head.map(HeadFile::new);
        this.executor = executor;
        this.clock = clock;
    }

    /** Seals all that has committed by now; gives how many entries. Nothing happens while another node is at it. */
    public synchronized int sealNow() {
        heal();
        int sealed = 0;
        Sealing.Batch batch;
        do {
            batch = sealing.next(remembered());
            if (batch.sealed() > 0) {
                batch.head().ifPresent(this::remember);
            }
            sealed += batch.sealed();
        } while (batch.sealed() == Sealing.BATCH);
        return sealed;
    }

    /** A crash between commit and file, or another node's batch, leaves the file behind the table: catch up. */
    private void heal() {
        Optional<Head> tail = sealing.tail();
        Optional<Head> last = remembered();
        if (tail.isPresent() && last.map(Head::seq).orElse(0L) < tail.get().seq()) {
            remember(tail.get());
        }
        if (last.isPresent() && tail.map(Head::seq).orElse(0L) < last.get().seq()) {
            LOG.error("the event log ends before its head file: have it verified");
        }
    }

    private Optional<Head> remembered() {
        return heads.flatMap(HeadFile::last);
    }

    private void remember(Head head) {
        heads.ifPresent(file -> file.append(head, clock.instant()));
    }

    Optional<HeadFile> heads() {
        return heads;
    }

    /** Starts sealing in the background. */
    public synchronized void start() {
        if (loop == null) {
            loop = new Loop();
            executor.execute(loop);
        }
    }

    /** Seals what is left and stops. */
    public void stop() {
        Loop running;
        synchronized (this) {
            running = loop;
            loop = null;
        }
        if (running != null) {
            running.end();
        }
    }

    private final class Loop implements Runnable {

        private final CountDownLatch stop = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void run() {
            try {
                boolean last;
                do {
                    last = stop.await(PAUSE_MS, TimeUnit.MILLISECONDS);
                    round();
                } while (!last);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
        }

        private void round() {
            try {
                sealNow();
            } catch (RuntimeException e) {
                LOG.warn("not sealed this time", e);
            }
        }

        void end() {
            stop.countDown();
            try {
                if (!ended.await(5, TimeUnit.SECONDS)) {
                    LOG.warn("the sealer did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
