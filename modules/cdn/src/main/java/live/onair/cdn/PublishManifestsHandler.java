package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.spi.ManifestStore;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/** Brings what lies where players read in line with the policy and the moves: only what has changed is written. */
@Singleton
class PublishManifestsHandler implements WorkHandler<PublishManifests> {

    /** Signed addresses are good for hours longer than that. */
    private static final Duration RENEWED = Duration.ofMinutes(30);

    private final Publication publication;
    private final ManifestStore store;

    @Inject
    PublishManifestsHandler(Publication publication, ManifestStore store) {
        this.publication = publication;
        this.store = store;
    }

    @Override
    public Class<PublishManifests> type() {
        return PublishManifests.class;
    }

    @Override
    public Next handle(PublishManifests work) {
        Optional<Map<String, String>> changed = publication.changed(work.show());
        if (changed.isEmpty()) {
            if (publication.isThere(work.show())) {
                store.remove(work.show());
                publication.gone(work.show());
            }
            return Next.done();
        }
        if (!changed.get().isEmpty()) {
            store.put(work.show(), changed.get());
            publication.lies(work.show(), changed.get());
        }
        return publication.runsOut() ? Next.after(RENEWED) : Next.done();
    }
}
