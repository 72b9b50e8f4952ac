package live.onair.disputes;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.FakeDisputeRecordings;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Backend;

/** Recordings of a cloud, in memory: a stretch is a transport stream in which some seconds are missing; what is recorded while it is held is not. */
@Singleton
@Backend("ivs")
class CloudRecordings implements DisputeRecordings {

    static final Duration MISSING = Duration.ofSeconds(10);

    final FakeDisputeRecordings fake = new FakeDisputeRecordings();
    boolean complete = true;
    int holds;

    @Override
    public Seen cut(Wish wish) {
        Seen seen = fake.cut(wish);
        return seen.made() == null ? seen : new Seen(seen.state(), stream(seen.made()), null);
    }

    private static Made stream(Made made) {
        TimeWindow first = TimeWindow.of(made.from(), Duration.ofMinutes(1));
        TimeWindow second = new TimeWindow(first.end().plus(MISSING), made.to());
        return new Made(made.from(), made.to(), made.bytes(), made.sha256(), "ts", List.of(first, second));
    }

    @Override
    public InputStream read(UUID id) {
        return fake.read(id);
    }

    @Override
    public void remove(UUID id) {
        fake.remove(id);
    }

    @Override
    public Optional<Kept> recording(String show) {
        return fake.recording(show)
                .map(kept -> new Kept(complete, complete && kept.held(), kept.cutShort(), kept.bytes()));
    }

    @Override
    public Kept hold(String show, boolean on) {
        holds++;
        Kept kept = fake.hold(show, on);
        return new Kept(complete, kept.held(), kept.cutShort(), kept.bytes());
    }
}
