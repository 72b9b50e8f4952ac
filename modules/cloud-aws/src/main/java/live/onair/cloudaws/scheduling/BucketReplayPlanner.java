package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.ReplayPlanner;
import org.jspecify.annotations.Nullable;

/** Foretells what is written into the bucket for a replay, or deleted there, by the course that does it. */
abstract class BucketReplayPlanner implements ReplayPlanner {

    private final BucketTexts bucket;
    private final BucketReplays replays;
    private final Function<String, Optional<BucketReplays.Tape>> tapes;
    private final LastLook<Optional<BucketReplays.Tape>> recorded;
    private final LastLook<Optional<String>> published;

    private BucketReplayPlanner(
            AwsCalls calls, BucketTexts bucket, Function<String, Optional<BucketReplays.Tape>> tapes, Clock clock) {
        this.bucket = bucket;
        this.replays = new BucketReplays(calls, bucket);
        this.tapes = tapes;
        this.recorded = new LastLook<>(clock);
        this.published = new LastLook<>(clock);
    }

    @Override
    public Plan plan(String show, boolean on, @Nullable Duration thumbnail) {
        LastLook.Look<Optional<String>> there = published.at(show, () -> replays.text(show), Optional.empty());
        String wanted = null;
        if (on) {
            var tape = recorded.at(show, () -> tapes.apply(show), Optional.<BucketReplays.Tape>empty());
            ReplayPlanner.mustBeSeen(show, tape.at());
            wanted = BucketReplays.wanted(show, tape.seen(), thumbnail);
        }
        return BucketTexts.course(bucket.bucket(), replays.key(show), wanted)
                .plan(there.seen(), List.of(show), there.at());
    }

    /** Of what MediaLive has recorded. */
    @Singleton
    @Backend("medialive")
    static class OfMediaLive extends BucketReplayPlanner {
        @Inject
        OfMediaLive(AwsCalls calls, BucketTexts bucket, MediaLiveRecordings recordings, Clock clock) {
            super(calls, bucket, recordings::tape, clock);
        }
    }

    /** Of what IVS has recorded. */
    @Singleton
    @Backend("ivs")
    static class OfIvs extends BucketReplayPlanner {
        @Inject
        OfIvs(AwsCalls calls, BucketTexts bucket, IvsRecordings recordings, Clock clock) {
            super(calls, bucket, recordings::tape, clock);
        }
    }
}
