package live.onair.work;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An executor of all rooms, for our tasks only: shutting this down waits for ours and leaves the executor alone. */
final class BorrowedExecutor extends AbstractExecutorService {

    private final ExecutorService owner;
    private final Phaser running = new Phaser(1);
    private volatile boolean down;

    BorrowedExecutor(ExecutorService owner) {
        this.owner = owner;
    }

    @Override
    public void execute(Runnable task) {
        if (down) {
            throw new RejectedExecutionException("stopped");
        }
        running.register();
        try {
            owner.execute(() -> {
                try {
                    task.run();
                } finally {
                    running.arriveAndDeregister();
                }
            });
        } catch (RuntimeException e) {
            running.arriveAndDeregister();
            throw e;
        }
    }

    @Override
    public synchronized void shutdown() {
        if (!down) {
            down = true;
            running.arriveAndDeregister();
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return down;
    }

    @Override
    public boolean isTerminated() {
        return running.isTerminated();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        if (running.isTerminated()) {
            return true;
        }
        try {
            running.awaitAdvanceInterruptibly(0, time, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
