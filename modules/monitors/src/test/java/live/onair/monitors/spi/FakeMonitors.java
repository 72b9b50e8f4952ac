package live.onair.monitors.spi;

import jakarta.enterprise.inject.Vetoed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** Monitors in memory: keep every rule of the port, log what changed, and break when told to. */
@Vetoed
public class FakeMonitors implements MonitorStreams, MonitorPlanner {

    private final Clock clock;
    private final Map<String, Monitor> there = new HashMap<>();
    private final Set<String> sending = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private int version;

    @Nullable
    private CloudException trouble;

    /** None yet. */
    public FakeMonitors(Clock clock) {
        this.clock = clock;
    }

    /** What has changed, in order. */
    public List<String> log() {
        return log;
    }

    /** Each call fails like this from now on; null for none. */
    public void breaks(@Nullable CloudFault fault) {
        trouble = fault == null ? null : new CloudException(fault, "the fake is told to");
    }

    /** A camera sends, or has stopped. */
    public void sends(String id, boolean on) {
        if (on) {
            sending.add(id);
        } else {
            sending.remove(id);
        }
    }

    /** Somebody else changes it. */
    public void becomes(String id, Duration retention) {
        there.computeIfPresent(id, (key, was) -> monitor(key, State.ACTIVE, retention, was.since()));
    }

    /** Somebody else makes one of this name. */
    public void appears(String id, Duration retention) {
        there.put(id, monitor(id, State.ACTIVE, retention, clock.instant()));
    }

    /** Somebody else takes it away. */
    public void vanishes(String id) {
        there.remove(id);
    }

    private Monitor monitor(String id, State state, Duration retention, Instant since) {
        return new Monitor(id, state, retention, since, "fake:" + id, "v" + ++version);
    }

    private void work() {
        if (trouble != null) {
            throw trouble;
        }
    }

    @Override
    public Optional<Monitor> describe(String id) {
        work();
        Optional<Monitor> now = Optional.ofNullable(there.get(id));
        // what was on its way has arrived by the next look
        now.filter(m -> m.state() == State.REMOVING).ifPresent(m -> there.remove(id));
        now.filter(m -> m.state() != State.ACTIVE && m.state() != State.REMOVING)
                .ifPresent(m ->
                        there.put(id, new Monitor(id, State.ACTIVE, m.retention(), m.since(), m.place(), m.version())));
        return now;
    }

    @Override
    public void keep(String id, Duration retention) {
        work();
        boolean whole = retention.equals(Duration.ofHours(retention.toHours()));
        if (!whole || retention.compareTo(LEAST_RETENTION) < 0 || retention.compareTo(MOST_RETENTION) > 0) {
            throw new CloudException(CloudFault.INVALID, "retention");
        }
        Monitor before = there.get(id);
        if (before != null && before.retention().equals(retention)) {
            return;
        }
        if (before != null && before.state() != State.ACTIVE) {
            throw new CloudException(CloudFault.CONFLICT, "it is being changed");
        }
        log.add("keep " + id + " " + retention.toHours());
        there.put(
                id,
                before == null
                        ? monitor(id, State.CREATING, retention, clock.instant())
                        : monitor(id, State.UPDATING, retention, before.since()));
    }

    @Override
    public Session open(String id, @Nullable Window window, Duration lasting) {
        work();
        if (lasting.compareTo(SHORTEST_SESSION) < 0 || lasting.compareTo(LONGEST_SESSION) > 0) {
            throw new CloudException(CloudFault.INVALID, "lasting");
        }
        if (!there.containsKey(id) || !sending.contains(id)) {
            throw new CloudException(CloudFault.NOT_FOUND, "nothing to play");
        }
        log.add("open " + id);
        return new Session(
                URI.create("https://fake.test/" + id + "?token=secret"),
                clock.instant().plus(lasting));
    }

    @Override
    public void remove(String id) {
        work();
        Monitor before = there.get(id);
        if (before != null && before.state() != State.REMOVING) {
            log.add("remove " + id);
            sending.remove(id);
            there.put(id, monitor(id, State.REMOVING, before.retention(), before.since()));
        }
    }

    @Override
    public Plan keep(String id, Optional<Monitor> seen, Duration retention, Instant seenAt) {
        boolean so = seen.filter(m -> m.retention().equals(retention)).isPresent();
        return plan(so ? Optional.empty() : Optional.of("Keep " + id + " " + retention.toHours() + " " + seen), seenAt);
    }

    @Override
    public Plan remove(Optional<Monitor> seen, Instant seenAt) {
        return plan(seen.map(m -> "Remove " + m.place() + " " + m.version()), seenAt);
    }

    private static Plan plan(Optional<String> request, Instant seenAt) {
        return new Plan(
                request.stream()
                        .map(text -> new Plan.Call("fake", text.replaceFirst(" .*", ""), "it", text, List.of(), null))
                        .toList(),
                List.of(),
                seenAt);
    }
}
