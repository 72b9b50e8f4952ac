package live.onair.disputes;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.FakeDisputeRecordings;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/** Recordings of a cloud, in memory: a stretch is a transport stream in which some seconds are missing; what is recorded while it is held is not. */
@Singleton
@Backend("ivs")
class CloudRecordings implements DisputeRecordings {

    static final Duration MISSING = Duration.ofSeconds(10);

    final FakeDisputeRecordings fake = new FakeDisputeRecordings();
    /** Shows of which something was copied, be it all or not. */
    final Set<String> copies = new HashSet<>();

    boolean complete = true;
    boolean archived;
    /** Copying breaks off like this; null for not. */
    @Nullable
    CloudFault breaksOff;

    int holds;

    @Override
    public Seen cut(Wish wish) {
        if (archived) {
            return new Seen(State.FAILED, null, "archived");
        }
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
        if (on) {
            copies.add(show);
            breakOff();
        }
        Kept kept = fake.hold(show, on);
        if (!on) {
            copies.remove(show);
        }
        return new Kept(complete, kept.held(), kept.cutShort(), kept.bytes());
    }

    private void breakOff() {
        if (breaksOff != null) {
            throw new CloudException(breaksOff, "in the middle of copying");
        }
    }
}
