package live.onair.scheduling.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run should be.
 *
 * @param run which run
 * @param feed where its picture comes from
 * @param privateKey the key without which nobody sees it (rehearsal); null when it is public
 * @param record whether it is kept for the replay
 * @param reconnect how long a lost input may stay away before it counts as gone
 * @param slates the words on the slates
 * @param warmUp whether viewers still see the "soon" slate only, whatever the input carries
 * @param failover how many inputs it has and what may happen to them without a hand; a backend with one input does not
 *     look at it
 * @param cover what keeps viewers from the picture from the first moment on; where a run cannot begin so, the slate or the blur
 *     is a call of its own after the start
 */
public record RunSpec(
        Run run,
        Feed feed,
        @Nullable String privateKey,
        boolean record,
        Duration reconnect,
        Slates slates,
        boolean warmUp,
        Failover failover,
        Cover cover) {

    /** A run that asks for one input, with nothing before its picture. */
    public RunSpec(
            Run run,
            Feed feed,
            @Nullable String privateKey,
            boolean record,
            Duration reconnect,
            Slates slates,
            boolean warmUp) {
        this(run, feed, privateKey, record, reconnect, slates, warmUp, Failover.ONE_INPUT, Cover.NONE);
    }

    /** The same run, shown to viewers. */
    public RunSpec onAir() {
        return new RunSpec(run, feed, privateKey, record, reconnect, slates, false, failover, cover);
    }

    /** The same run with other rules for its inputs. */
    public RunSpec with(Failover rules) {
        return new RunSpec(run, feed, privateKey, record, reconnect, slates, warmUp, rules, cover);
    }

    /** The same run with this before its picture. */
    public RunSpec with(Cover before) {
        return new RunSpec(run, feed, privateKey, record, reconnect, slates, warmUp, failover, before);
    }

    /**
     * How many inputs there are, and what may happen to them without a hand.
     *
     * @param second whether a second input is made, where the backend has to make one; not looked at where it always has
     *     two
     * @param automatic whether the other input takes over when the one that is sent is lost or stands still
     * @param returnAfter how long A must be steady to be sent again after B took over; null for by hand only
     */
    public record Failover(
            boolean second, boolean automatic, @Nullable Duration returnAfter) {

        /** There is a backup that takes over by itself and stays. */
        public static final Failover BY_ITSELF = new Failover(true, true, null);

        /** No second input is asked for. */
        public static final Failover ONE_INPUT = new Failover(false, true, null);
    }

    /** Where the picture comes from. */
    public enum FeedKind {
        /** An encoder pushes it with a stream key of the channel. */
        INPUT,
        /** The backend makes it: clock and tone. */
        TEST,
        /** A recording is sent as if it were live. */
        FILE
    }

    /**
     * Where the picture comes from.
     *
     * @param kind which way
     * @param file path below the backend's folder of files, for {@link FeedKind#FILE} without a show
     * @param replayOf id of the show whose recording is sent, for {@link FeedKind#FILE} without a path
     * @param label the words on the test picture: the title of the show
     */
    public record Feed(
            FeedKind kind, @Nullable String file, @Nullable String replayOf, String label) {}

    /**
     * The words on the slates, one line each; empty lets the backend choose.
     *
     * @param soon before the first picture
     * @param reconnect while a lost input is waited for
     * @param ended after the end
     * @param emergency while somebody has put the slate on
     */
    public record Slates(String soon, String reconnect, String ended, String emergency) {}
}
