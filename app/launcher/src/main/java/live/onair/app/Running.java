package live.onair.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What was started, ended in the reverse order exactly once: by Ctrl-C, by SIGTERM, or when a start fails. */
final class Running implements AutoCloseable {

    private interface Ending {
        void end() throws Exception;
    }

    private final Deque<Ending> endings = new ArrayDeque<>();
    private boolean closed;

    Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "onair-end"));
    }

    /** Remembers how to end something that has just been started. */
    synchronized <T extends AutoCloseable> T with(T started) {
        endings.push(started::close);
        return started;
    }

    /** Starts something that takes a while: an end that comes meanwhile waits for it, and after an end nothing is started. */
    synchronized <T extends AutoCloseable> T start(Supplier<T> starting) {
        while (closed) {
            LockSupport.park();
        }
        return with(starting.get());
    }

    synchronized void atEnd(Runnable ending) {
        endings.push(ending::run);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        awaitServer();
        while (!endings.isEmpty()) {
            try {
                endings.pop().end();
            } catch (Exception e) {
                System.err.println("while ending: " + e.getMessage());
            }
        }
    }

    /** Payara ends by a hook of its own; the database must outlive it. */
    private static void awaitServer() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getClass().getName().startsWith("fish.payara.micro.impl.PayaraMicroImpl")) {
                try {
                    thread.join(20_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
