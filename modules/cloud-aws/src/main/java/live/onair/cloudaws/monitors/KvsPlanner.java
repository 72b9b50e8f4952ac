package live.onair.cloudaws.monitors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.Plan;
import live.onair.monitors.spi.MonitorPlanner;
import live.onair.monitors.spi.MonitorStreams.Monitor;
import live.onair.monitors.spi.MonitorStreams.State;
import live.onair.scheduling.spi.Backend;

/** Foretells what Kinesis Video Streams would be asked for, by the courses that ask it. */
@Singleton
@Backend("kinesis")
class KvsPlanner implements MonitorPlanner {

    private final AwsCalls calls;

    @Inject
    KvsPlanner(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Plan keep(String id, Optional<Monitor> seen, Duration retention, Instant seenAt) {
        return KvsCourse.keep(calls.settings(), id, Math.toIntExact(retention.toHours()))
                .plan(seen.map(KvsPlanner::seen), List.of(), seenAt);
    }

    @Override
    public Plan remove(Optional<Monitor> seen, Instant seenAt) {
        return KvsCourse.remove().plan(seen.map(KvsPlanner::seen), List.of(), seenAt);
    }

    private static KvsCourse.Seen seen(Monitor monitor) {
        String status =
                monitor.state() == State.REMOVING ? "DELETING" : monitor.state().name();
        return new KvsCourse.Seen(
                monitor.place(),
                status,
                monitor.version(),
                Math.toIntExact(monitor.retention().toHours()));
    }
}
