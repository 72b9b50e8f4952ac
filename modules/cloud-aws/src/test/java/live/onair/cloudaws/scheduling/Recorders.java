package live.onair.cloudaws.scheduling;

import java.time.Clock;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RecordedPieces;
import live.onair.scheduling.spi.Run;

/** The adapters that know where recordings lie, for tests of those who read them. */
public final class Recorders {

    private Recorders() {}

    /** Those of MediaLive. */
    public static RecordedPieces mediaLive(AwsCalls calls) {
        return new MediaLiveRecordings(calls, new BucketTexts(calls));
    }

    /** Those of IVS. */
    public static RecordedPieces ivs(AwsCalls calls, Clock clock) {
        return new IvsRecordings(calls, new BucketTexts(calls), clock);
    }

    /** Publishes the replay of what MediaLive has recorded, or withdraws it. */
    public static void publish(AwsCalls calls, String show, boolean on) {
        new MediaLiveRecordings(calls, new BucketTexts(calls)).publish(show, on, null);
    }

    /** Where the marks of a show's first run lie, with the folder of the channel of IVS that they name. */
    public static String marks(AwsCalls calls, String show, String channel) {
        IvsSeen.Channel seen = new IvsSeen.Channel(
                "arn:aws:ivs:ap-northeast-2:123456789012:channel/" + channel, false, "", java.util.Map.of());
        return IvsNames.marks(calls.settings(), new Run("CH-1", show + ":1", show), seen);
    }
}
