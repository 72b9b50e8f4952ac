package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** Finds the command that leads to a state. Calls the facade, so that its roles hold. */
@Singleton
class Dispatch {

    private final Lifecycle lifecycle;
    private final ShowShelf shelf;

    @Inject
    Dispatch(Lifecycle lifecycle, ShowShelf shelf) {
        this.lifecycle = lifecycle;
        this.shelf = shelf;
    }

    Outcome<ShowRows.Show> transition(String id, ShowState to, @Nullable String why, @Nullable Integer version) {
        return shelf.lock(id, version).then(show -> switch (to) {
            case IN_REVIEW -> lifecycle.submit(id, version, why);
            case DRAFT -> lifecycle.sendBack(id, version, why);
            case APPROVED ->
                show.state() == ShowState.REHEARSAL ? lifecycle.endRehearsal(id) : lifecycle.approve(id, version, why);
            case REHEARSAL -> lifecycle.rehearse(id, version, null);
            case CANCELLED -> lifecycle.cancel(id, version, why);
            case ENDED ->
                show.state() == ShowState.REPLAY || show.state() == ShowState.ENDED
                        ? withdraw(show, why)
                        : end(show, why);
            case REPLAY ->
                show.state() == ShowState.REPLAY
                        ? Outcome.refused(ShowShelf.illegal(show, ShowState.REPLAY))
                        : lifecycle.publishReplay(show.replay().again(id, why));
            case ARCHIVED -> lifecycle.archive(id, version, why);
            case STANDBY, ON_AIR -> Outcome.refused(automatic(show, to));
        });
    }

    private Outcome<ShowRows.Show> withdraw(Show show, @Nullable String why) {
        return show.state() == ShowState.REPLAY
                ? lifecycle.withdrawReplay(show.id(), why)
                : Outcome.refused(ShowShelf.illegal(show, ShowState.ENDED));
    }

    /** The request names the show itself, so nothing is typed again. Standing by, a show cannot end: it is cancelled. */
    private Outcome<ShowRows.Show> end(Show show, @Nullable String why) {
        return show.state() == ShowState.STANDBY
                ? Outcome.refused(ShowShelf.illegal(show, ShowState.ENDED))
                : lifecycle.stop(new Lifecycle.Confirmed(show.id(), show.id(), why));
    }

    private static Reason automatic(Show show, ShowState to) {
        return show.state().mayBecome(to)
                ? ShowRefusal.AUTOMATIC_ONLY.with("show", show.id(), "toKo", to.ko(), "toEn", to.en())
                : ShowShelf.illegal(show, to);
    }
}
