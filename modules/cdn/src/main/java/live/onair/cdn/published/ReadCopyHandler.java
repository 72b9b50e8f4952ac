package live.onair.cdn.published;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import live.onair.cdn.published.Copies.Copy;
import live.onair.cdn.published.Copies.Found;
import live.onair.cdn.published.ReadCopyHandler.ReadCopy;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.cdn.spi.CdnProbe;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Reads one object after another where viewers' players do, in every store whose address is known. */
@Singleton
class ReadCopyHandler implements WorkHandler<ReadCopy> {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** So do stores answer for what is not there; one that may not be listed by 403. */
    private static final Set<Integer> NOT_THERE = Set.of(403, 404, 410);

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Copies copies;
    private final CdnProbe probe;
    private final CdnAdapters adapters;

    @Inject
    ReadCopyHandler(Copies copies, CdnProbe probe, CdnAdapters adapters) {
        this.copies = copies;
        this.probe = probe;
        this.adapters = adapters;
    }

    /** Read the next object that is published of this show, and again while any is. */
    record ReadCopy(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<ReadCopy> type() {
        return ReadCopy.class;
    }

    @Override
    public Next handle(ReadCopy work) {
        if (!copies.isPublished(work.show())) {
            copies.over(work.show());
            return Next.done();
        }
        copies.next(work.show())
                .ifPresent(copy -> found(work.show(), copy).ifPresent(found -> copies.found(work.show(), copy, found)));
        return Next.after(PAUSE);
    }

    /** The worst of all stores; empty where nobody knows how viewers read any of them. */
    private Optional<Found> found(String show, Copy copy) {
        return adapters.stores().stream()
                .flatMap(store -> store.readAt(show, copy.path()).stream())
                .map(address -> found(copy, probe.read(address, PATIENCE)))
                .max(Comparator.naturalOrder());
    }

    private static Found found(Copy copy, CdnProbe.Text read) {
        if (read.status() == 200) {
            return copy.is(read.text()) ? Found.RIGHT : Found.OTHER;
        }
        return NOT_THERE.contains(read.status()) ? Found.MISSING : Found.SILENT;
    }
}
