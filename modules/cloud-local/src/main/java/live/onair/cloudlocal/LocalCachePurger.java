package live.onair.cloudlocal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import live.onair.cdn.spi.CachePurger;
import live.onair.scheduling.spi.Backend;

/** The two edges of the media process: what they keep of a show is gone when they answer. */
@Singleton
@Backend("local")
class LocalCachePurger implements CachePurger {

    private static final Set<String> EDGES = Set.of("domestic", "global");

    private final MediaControl media;

    @Inject
    LocalCachePurger(MediaControl media) {
        this.media = media;
    }

    @Override
    public boolean purges(String cdn) {
        return media.isEnabled() && EDGES.contains(cdn);
    }

    @Override
    public Purged purge(String cdn, String show, List<String> folders) {
        return new Purged(
                null,
                media.delete("/v1/edges/" + cdn + "/" + show).path("objects").asInt());
    }

    @Override
    public Purged look(String cdn, String ticket) {
        return new Purged(null, null);
    }
}
