package live.onair.scheduling;

import live.onair.work.Work;

/** Bring the channel of this show one step nearer to what should be. Put by every change of the show. */
record ReconcileChannel(String show) implements Work {
    @Override
    public String key() {
        return show;
    }
}
