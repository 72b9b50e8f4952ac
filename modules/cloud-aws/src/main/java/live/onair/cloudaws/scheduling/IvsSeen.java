package live.onair.cloudaws.scheduling;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import live.onair.cloudaws.AwsTags;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;

/**
 * What the account holds for one channel on IVS.
 *
 * @param channel IVS's channel, null if there is none
 * @param key whether it has a stream key
 * @param configuration the installation's recording configuration, null if there is none or it was not looked for
 * @param shared whether other channels record with it
 * @param session id of its latest stream session, null if it never had one
 * @param live whether an encoder sends
 * @param marks what the bucket says of the run: {@code on-air}, {@code stopped}
 * @param told whether players have been told of the last change; only known within a course
 */
record IvsSeen(
        @Nullable Channel channel,
        boolean key,
        @Nullable Configuration configuration,
        boolean shared,
        @Nullable String session,
        boolean live,
        Set<String> marks,
        boolean told) {

    IvsSeen {
        marks = Set.copyOf(marks);
    }

    /** An account in which there is nothing yet. */
    static IvsSeen nothing() {
        return new IvsSeen(null, false, null, false, null, false, Set.of(), false);
    }

    /**
     * A channel.
     *
     * @param closed whether it plays only with a signed token
     * @param recording ARN of its recording configuration; empty if it records nothing
     */
    record Channel(String arn, boolean closed, String recording, Map<String, String> tags) {

        Channel {
            tags = Map.copyOf(tags);
        }

        boolean isOf(Run run) {
            return run.id().equals(tags.get(AwsTags.RUN));
        }

        boolean is(String runState) {
            return runState.equals(tags.get(AwsTags.RUN_STATE));
        }

        boolean says(String tag, String value) {
            return value.equals(tags.get(tag));
        }

        Channel tagged(Map<String, String> more) {
            return new Channel(arn, closed, recording, AwsTags.and(tags, more));
        }

        /** The last part of its ARN. */
        String id() {
            return arn.substring(arn.lastIndexOf('/') + 1);
        }

        /** The account's number, from its ARN. */
        String account() {
            String[] parts = arn.split(":");
            return parts.length > 4 ? parts[4] : "<account>";
        }
    }

    /** A recording configuration: its ARN and IVS's word for its state. */
    record Configuration(String arn, String state) {}

    IvsSeen with(@Nullable Channel other) {
        return new IvsSeen(other, key, configuration, shared, session, live, marks, told);
    }

    IvsSeen withKey() {
        return new IvsSeen(channel, true, configuration, shared, session, live, marks, told);
    }

    IvsSeen with(@Nullable Configuration other) {
        return new IvsSeen(channel, key, other, shared, session, live, marks, told);
    }

    IvsSeen offline() {
        return new IvsSeen(channel, key, configuration, shared, session, false, marks, told);
    }

    IvsSeen sharing(boolean others) {
        return new IvsSeen(channel, key, configuration, others, session, live, marks, told);
    }

    IvsSeen marked(Set<String> all) {
        return new IvsSeen(channel, key, configuration, shared, session, live, all, told);
    }

    IvsSeen marked(String mark) {
        Set<String> more = new TreeSet<>(marks);
        more.add(mark);
        return new IvsSeen(channel, key, configuration, shared, session, live, more, told);
    }

    IvsSeen afterTelling() {
        return new IvsSeen(channel, key, configuration, shared, session, live, marks, true);
    }

    /** Whether this run is the channel's and has been started and not stopped. */
    boolean runs(Run run) {
        return channel != null && channel.isOf(run) && channel.is("started");
    }
}
