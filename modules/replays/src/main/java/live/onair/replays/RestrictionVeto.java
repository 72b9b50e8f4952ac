package live.onair.replays;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import live.onair.kernel.Reason;
import live.onair.scheduling.spi.ReplayVeto;

/** Keeps a restricted replay from being shown. */
@Singleton
class RestrictionVeto implements ReplayVeto {

    private final RestrictionBook book;

    @Inject
    RestrictionVeto(RestrictionBook book) {
        this.book = book;
    }

    @Override
    public Optional<Reason> against(String show) {
        return book.holding(show).map(one -> RestrictionRefusal.RESTRICTED.with("show", show));
    }
}
