package live.onair.shops;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.shops.Pulling.Reading;
import live.onair.shops.spi.ShopCatalogue;
import live.onair.shops.spi.ShopCatalogue.Page;
import live.onair.shops.spi.ShopCatalogue.Query;
import live.onair.shops.spi.ShopTrouble;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the shop's catalogue page by page. Each page is kept in one transaction with where the next one begins, so that a
 * process that dies goes on there; nothing goes into products before all of it was read.
 */
@Singleton
class PullHandler implements WorkHandler<PullHandler.PullCatalogue> {

    static final int SIZE = 200;
    static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(PullHandler.class);

    private final ShopCatalogue shop;
    private final Pulling pulling;

    @Inject
    PullHandler(ShopCatalogue shop, Pulling pulling) {
        this.shop = shop;
        this.pulling = pulling;
    }

    /** Go on with this pull. */
    record PullCatalogue(String pull) implements Work {
        @Override
        public String key() {
            return pull;
        }
    }

    @Override
    public Class<PullCatalogue> type() {
        return PullCatalogue.class;
    }

    @Override
    public Next handle(PullCatalogue work) {
        String id = work.pull();
        Reading now = pulling.reading(id);
        while (now != null && !now.isWhole()) {
            if (shop.place().isEmpty()) {
                pulling.failed(id, ShopRefusal.NOT_CONNECTED.with());
                return Next.done();
            }
            Duration pause = read(id, now);
            if (pause != null) {
                return Next.after(pause);
            }
            now = pulling.reading(id);
        }
        if (now != null) {
            apply(id);
        }
        return Next.done();
    }

    /** Says how long to wait before it is tried again; null for not at all. */
    private @Nullable Duration read(String id, Reading now) {
        try {
            Page page = shop.read(new Query(now.cursor(), now.since(), SIZE));
            pulling.took(id, now, page);
            return null;
        } catch (CloudException e) {
            return trouble(id, now, e);
        }
    }

    private @Nullable Duration trouble(String id, Reading now, CloudException e) {
        Reason why = words(e);
        int tries = now.tries() + 1;
        Duration pause = (e instanceof ShopTrouble told ? told.pause() : java.util.Optional.<Duration>empty())
                .orElse(FIRST_PAUSE.multipliedBy((long) Math.pow(3, now.tries())));
        if (!e.fault().isRetried() || tries >= MOST_TRIES || pause.compareTo(LONGEST_PAUSE) > 0) {
            pulling.failed(id, why);
            return null;
        }
        pulling.waits(id, why, pause);
        return pause;
    }

    private static Reason words(CloudException e) {
        ShopRefusal why = e instanceof ShopTrouble told
                ? ShopRefusal.valueOf(told.kind().name())
                : e.fault() == CloudFault.DENIED ? ShopRefusal.DENIED : ShopRefusal.CONNECT;
        return why.with("detail", String.valueOf(e.getMessage()));
    }

    private void apply(String id) {
        try {
            Outcome<ShopRows.PullCounts> outcome = pulling.apply(id);
            if (!outcome.isDone()) {
                pulling.failed(id, ShopRefusal.NOT_TAKEN.with("detail", outcome.sentence(java.util.Locale.KOREAN)));
            }
        } catch (RuntimeException e) {
            LOG.warn("pull {} broke", id, e);
            pulling.failed(id, ShopRefusal.BROKE.with("detail", e.getClass().getSimpleName()));
        }
    }
}
