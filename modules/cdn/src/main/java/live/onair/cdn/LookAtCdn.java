package live.onair.cdn;

import live.onair.work.Work;

/** Look at this show through this CDN, and again while it is on air. */
record LookAtCdn(String show, String cdn) implements Work {
    @Override
    public String key() {
        return show + " " + cdn;
    }
}
