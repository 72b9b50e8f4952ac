package live.onair.storefront;

import live.onair.work.Work;

/**
 * Publish what viewers of a show are shown beside its picture: pinned products, notices, questions.
 *
 * @param show id of the show; empty for all
 */
public record PublishWindow(String show) implements Work {

    /** Everything anew. */
    public static final PublishWindow ALL = new PublishWindow("");

    @Override
    public String key() {
        return "window:" + show;
    }
}
