package live.onair.work;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Work of the tests, and a place to say what its handlers shall do. */
@Singleton
class Bench {

    record Weld(String key, String note, Instant planned) implements Work {
        static Weld of(String key) {
            return new Weld(key, "", Instant.EPOCH);
        }
    }

    record Paint(String key, String colour) implements Work {}

    final List<Weld> welded = new CopyOnWriteArrayList<>();
    final Map<String, Integer> runs = new ConcurrentHashMap<>();
    volatile Function<Weld, Next> todo = work -> Next.done();

    void clear() {
        welded.clear();
        runs.clear();
        todo = work -> Next.done();
    }

    @Singleton
    static class WeldHandler implements WorkHandler<Weld> {
        private final Bench bench;

        @jakarta.inject.Inject
        WeldHandler(Bench bench) {
            this.bench = bench;
        }

        @Override
        public Class<Weld> type() {
            return Weld.class;
        }

        @Override
        public Next handle(Weld work) {
            bench.welded.add(work);
            bench.runs.merge(work.key(), 1, Integer::sum);
            return bench.todo.apply(work);
        }
    }

    @Singleton
    static class PaintHandler implements WorkHandler<Paint> {
        private final WorkQueue queue;

        @jakarta.inject.Inject
        PaintHandler(WorkQueue queue) {
            this.queue = queue;
        }

        @Override
        public Class<Paint> type() {
            return Paint.class;
        }

        /** Paint first, then weld: handlers put work themselves. */
        @Override
        public Next handle(Paint work) {
            queue.put(Weld.of(work.key()));
            return Next.done();
        }
    }
}
