package live.onair.storefront;

import live.onair.work.Work;

/**
 * Publish what is sold in a show, and by whom.
 *
 * @param show id of the show; empty for all
 */
public record PublishLineUp(String show) implements Work {

    /** Everything anew. */
    public static final PublishLineUp ALL = new PublishLineUp("");

    @Override
    public String key() {
        return "lineup:" + show;
    }
}
