package live.onair.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a long command on this thread has come, told to whoever watches; nobody needs to. A watcher may end the work
 * by throwing {@link Stopped}: the transaction around it rolls back, so that nothing is half done.
 */
public final class Progress {

    private static final ThreadLocal<@Nullable Progress> NOW = new ThreadLocal<>();

    private final Watcher watcher;
    private final double from;
    private final double span;

    private Progress(Watcher watcher, double from, double span) {
        this.watcher = watcher;
        this.from = from;
        this.span = span;
    }

    /** Who is told. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * What has been done by now.
         *
         * @param share from 0 to 1
         * @throws Stopped when the work is no longer wanted
         */
        void at(double share);
    }

    /** Somebody no longer wants the work; thrown by a watcher, caught by who started the work. */
    public static final class Stopped extends RuntimeException {
        /** Nothing to say but that. */
        public Stopped() {
            super("stopped by a person");
        }
    }

    /** Runs the work on this thread and tells the watcher how far it is. */
    public static <T extends @Nullable Object> T watch(Watcher watcher, Supplier<T> work) {
        return within(new Progress(watcher, 0, 1), work);
    }

    /** Runs one of several parts of about the same length: what it tells counts within that part. */
    public static <T extends @Nullable Object> T part(int index, int of, Supplier<T> work) {
        Progress now = NOW.get();
        if (now == null) {
            return work.get();
        }
        double span = now.span / of;
        return within(new Progress(now.watcher, now.from + span * index, span), work);
    }

    /** Does the same with each, as one of several rounds of about the same length. */
    public static <T> void each(int round, int of, List<T> items, Consumer<? super T> act) {
        for (int i = 0; i < items.size(); i++) {
            act.accept(items.get(i));
            tell(round * items.size() + i + 1, of * items.size());
        }
    }

    private static <T extends @Nullable Object> T within(Progress next, Supplier<T> work) {
        Progress before = NOW.get();
        NOW.set(next);
        try {
            return work.get();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** Says that so much of the present part is done. */
    public static void tell(int done, int of) {
        Progress now = NOW.get();
        if (now != null && of > 0) {
            now.watcher.at(now.from + now.span * Math.min(1.0, (double) done / of));
        }
    }
}
