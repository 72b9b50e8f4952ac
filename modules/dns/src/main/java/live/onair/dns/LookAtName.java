package live.onair.dns;

import live.onair.work.Work;

/** Look at what stands at a name, and go on looking while it is watched. */
record LookAtName(String name) implements Work {
    @Override
    public String key() {
        return name;
    }
}
