package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import live.onair.cdn.PublishManifestsHandler.PublishManifests;
import live.onair.cdn.published.Copies;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.Ladder;
import live.onair.cdn.spi.ManifestStore;
import live.onair.kernel.CloudException;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Brings what lies where players read in line with the policy and the moves: only what has changed is written. */
@Singleton
class PublishManifestsHandler implements WorkHandler<PublishManifests> {

    /** Signed addresses are good for hours longer than that. */
    private static final Duration RENEWED = Duration.ofMinutes(30);
    /** Until an origin has begun to offer anything. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Publication publication;
    private final CdnProbe probe;
    private final CdnAdapters adapters;
    private final Copies copies;

    @Inject
    PublishManifestsHandler(Publication publication, CdnProbe probe, CdnAdapters adapters, Copies copies) {
        this.publication = publication;
        this.probe = probe;
        this.adapters = adapters;
        this.copies = copies;
    }

    /** See that what lies where players read is what should. */
    record PublishManifests(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    @Override
    public Class<PublishManifests> type() {
        return PublishManifests.class;
    }

    @Override
    public Next handle(PublishManifests work) {
        List<ManifestStore> stores = adapters.stores();
        if (stores.isEmpty()) {
            return Next.done();
        }
        List<String> unread = publication.unread(work.show());
        if (!unread.isEmpty() && !read(work.show(), unread)) {
            return Next.after(AGAIN);
        }
        Optional<Map<String, String>> changed = publication.changed(work.show());
        if (changed.isEmpty()) {
            boolean told = copies.isPublished(work.show());
            if (told) {
                copies.changing(work.show());
                tellFirst(tried(stores, store -> store.remove(work.show())));
            }
            publication.gone(work.show(), told);
            return Next.done();
        }
        if (!changed.get().isEmpty()) {
            put(stores, work.show(), changed.get());
        }
        return publication.runsOut() ? Next.after(RENEWED) : Next.done();
    }

    /** One store that is out of reach keeps players from no other; what it lacks is written everywhere once more. */
    private void put(List<ManifestStore> stores, String show, Map<String, String> objects) {
        copies.changing(show, objects.keySet());
        List<CloudException> troubles = tried(stores, store -> store.put(show, objects));
        if (troubles.size() < stores.size()) {
            publication.lies(show, objects, troubles.isEmpty());
        }
        tellFirst(troubles);
    }

    private static void tellFirst(List<CloudException> troubles) {
        if (!troubles.isEmpty()) {
            throw troubles.get(0);
        }
    }

    private static List<CloudException> tried(List<ManifestStore> stores, Consumer<ManifestStore> deed) {
        List<CloudException> troubles = new ArrayList<>();
        for (ManifestStore store : stores) {
            try {
                deed.accept(store);
            } catch (CloudException e) {
                troubles.add(e);
            }
        }
        return troubles;
    }

    /** Through the first CDN that has it. */
    private boolean read(String show, List<String> addresses) {
        for (String address : addresses) {
            Optional<Ladder> ladder = probe.ladder(address, PATIENCE);
            if (ladder.isPresent()) {
                publication.read(show, ladder.get());
                return true;
            }
        }
        return false;
    }
}
