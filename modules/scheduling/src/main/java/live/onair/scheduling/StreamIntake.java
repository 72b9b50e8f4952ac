package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.StreamHealthReports;

/** The door for what backends report. Acts as Onair: an adapter has nobody signed in. */
@Singleton
@Transactional(Transactional.TxType.REQUIRES_NEW)
class StreamIntake implements StreamHealthReports {

    private final SignalWatch watch;
    private final InterruptionBook interruptions;
    private final Rounds rounds;

    @Inject
    StreamIntake(SignalWatch watch, InterruptionBook interruptions, Rounds rounds) {
        this.watch = watch;
        this.interruptions = interruptions;
        this.rounds = rounds;
    }

    @Override
    public void report(ChannelObservation sample) {
        Acting.call(Actor.ONAIR, () -> {
            watch.take(sample);
            return true;
        });
    }

    @Override
    public void reachable(String backend, boolean reachable) {
        Acting.call(Actor.ONAIR, () -> {
            interruptions.set(!reachable, AlarmKind.MEDIA_DOWN, null, Map.of("backend", backend));
            return reachable ? rounds.putRunning() : 0;
        });
    }

    @Override
    public void disk(String backend, long usedBytes, long quotaBytes) {
        Map<String, Object> facts = Map.of("backend", backend, "used", usedBytes, "quota", quotaBytes);
        boolean full = usedBytes >= quotaBytes;
        boolean near = !full && usedBytes >= quotaBytes - quotaBytes / 10;
        Acting.call(Actor.ONAIR, () -> {
            interruptions.set(full, AlarmKind.DISK_FULL, null, facts);
            interruptions.set(near, AlarmKind.DISK_NEAR_FULL, null, facts);
            return true;
        });
    }
}
