package live.onair.storefront;

import live.onair.work.Work;

/**
 * Publish what viewers may know of shows: the lists, and the file of one show or of all.
 *
 * @param show id of the show that has changed; empty for all
 */
public record PublishShows(String show) implements Work {

    /** Everything anew. */
    public static final PublishShows ALL = new PublishShows("");

    @Override
    public String key() {
        return "shows:" + show;
    }
}
