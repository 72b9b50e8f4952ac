package live.onair.scheduling;

import live.onair.work.Work;

/** Look after all open shows, again and again: what no event has told is found here. */
record SweepShows(String name) implements Work {

    /** The only one. */
    static final SweepShows ALL = new SweepShows("all");

    @Override
    public String key() {
        return name;
    }
}
