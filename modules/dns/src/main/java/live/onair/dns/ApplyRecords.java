package live.onair.dns;

import live.onair.work.Work;

/** Write a change into the zone and see that its servers answer so. */
record ApplyRecords(long change) implements Work {
    @Override
    public String key() {
        return String.valueOf(change);
    }
}
