package live.onair.scheduling;

import live.onair.work.Work;

/** Tell the backend which keys open this channel. */
record PublishStreamKeys(String channel) implements Work {
    @Override
    public String key() {
        return channel;
    }
}
