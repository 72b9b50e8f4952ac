package live.onair.cdn;

import live.onair.work.Work;

/** Publish what steers the players of this show's viewers; take it away where nothing should. */
record PublishManifests(String show) implements Work {
    @Override
    public String key() {
        return show;
    }
}
