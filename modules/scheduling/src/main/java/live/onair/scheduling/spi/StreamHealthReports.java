package live.onair.scheduling.spi;

/** News of how channels do. Incoming port: implemented by scheduling, called by the adapters of the backends. */
public interface StreamHealthReports {

    /**
     * A fresh sample of one channel; adapters send one for each channel at least every 2 s, and at once when an encoder
     * comes or goes. Runs a transaction of its own. A sample that is older than the last one, or of a channel that is
     * not known here or lives on another backend, is dropped. Needs nobody signed in.
     *
     * @param backend word of the backend that has seen it, as in {@link Backend}
     */
    void report(String backend, ChannelObservation sample);

    /**
     * The backend cannot be reached, or can be again.
     *
     * @param backend its word, as in {@link Backend}
     * @param reachable whether it answers
     */
    void reachable(String backend, boolean reachable);

    /**
     * The backend's room for recordings.
     *
     * @param backend its word, as in {@link Backend}
     * @param usedBytes what is used
     * @param quotaBytes what may be used
     */
    void disk(String backend, long usedBytes, long quotaBytes);
}
