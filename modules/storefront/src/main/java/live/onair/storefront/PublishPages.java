package live.onair.storefront;

import live.onair.work.Work;

/** Publish the viewers' pages of this build. */
public record PublishPages() implements Work {

    @Override
    public String key() {
        return "pages";
    }
}
