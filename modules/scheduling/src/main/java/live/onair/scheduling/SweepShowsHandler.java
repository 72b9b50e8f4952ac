package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.work.Next;
import live.onair.work.WorkHandler;

/** Finds by looking what no event has told. */
@Singleton
class SweepShowsHandler implements WorkHandler<SweepShows> {

    private final ClockWatch watch;
    private final Rounds rounds;

    @Inject
    SweepShowsHandler(ClockWatch watch, Rounds rounds) {
        this.watch = watch;
        this.rounds = rounds;
    }

    @Override
    public Class<SweepShows> type() {
        return SweepShows.class;
    }

    @Override
    public Next handle(SweepShows work) {
        watch.isHeld();
        rounds.putDue();
        return Next.after(ChannelPlan.LOOK);
    }
}
