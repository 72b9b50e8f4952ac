package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.cdn.PurgeBook.Task;
import live.onair.cdn.PurgeHandler.Purge;
import live.onair.cdn.spi.CachePurger;
import live.onair.cdn.spi.CachePurger.Purged;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Asks a CDN for a purge, and again how far it is; what can come right is tried for a quarter of an hour. */
@Singleton
class PurgeHandler implements WorkHandler<Purge> {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    /** CDNs promise minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final PurgeBook book;
    private final CdnAdapters adapters;
    private final Clock clock;

    @Inject
    PurgeHandler(PurgeBook book, CdnAdapters adapters, Clock clock) {
        this.book = book;
        this.adapters = adapters;
        this.clock = clock;
    }

    /** See to this purge. */
    record Purge(long number) implements Work {
        @Override
        public String key() {
            return String.valueOf(number);
        }
    }

    @Override
    public Class<Purge> type() {
        return Purge.class;
    }

    @Override
    public Next handle(Purge work) {
        Optional<Task> found = book.task(work.number());
        if (found.isEmpty()) {
            return Next.done();
        }
        Task task = found.get();
        Instant until = task.purge().at().plus(LONGEST);
        try {
            return goesOn(task, until);
        } catch (CloudException e) {
            if (e.fault().isRetried() && clock.instant().isBefore(until)) {
                return Next.after(PAUSE);
            }
            book.failed(task.purge(), e.fault() + ": " + e.getMessage());
            return Next.done();
        }
    }

    private Next goesOn(Task task, Instant until) {
        String cdn = task.purge().cdn();
        String ticket = task.ticket();
        CachePurger purger = adapters.purger(cdn);
        Purged now = ticket == null ? purger.purge(cdn, task.purge().show(), task.folders()) : purger.look(cdn, ticket);
        String goesOn = now.ticket();
        if (goesOn == null) {
            book.done(task.purge(), now.objects());
            return Next.done();
        }
        if (!clock.instant().isBefore(until)) {
            book.failed(task.purge(), "not over within " + LONGEST.toMinutes() + " minutes");
            return Next.done();
        }
        book.running(task.purge(), goesOn);
        return Next.after(PAUSE);
    }
}
