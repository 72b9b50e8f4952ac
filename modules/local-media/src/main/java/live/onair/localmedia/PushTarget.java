package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a run's viewers are given to somebody else's server as well, and tries again when that fails. On a thread of
 * its own: whatever happens to it, the run does not notice.
 */
final class PushTarget implements AutoCloseable {
    /** How far it is. */
    enum State {
        WAITING,
        CONNECTING,
        SENDING,
        FAILED
    }

    /** Where to, and which version of that it is. */
    record Wanted(String id, int version, RtmpDoor door) {}

    /** A run that is on air: its viewers' timeline. */
    record Program(String run, Timeline line) {}

    private static final int[] PAUSES = {1, 2, 4, 8, 15, 30};
    private static final int MOST_BEHIND = 8;
    private static final long STANDS_STILL = TimeUnit.SECONDS.toNanos(15);
    private static final long STEADY = TimeUnit.SECONDS.toNanos(20);

    final Wanted wanted;
    private final Channels.Kit kit;
    private @Nullable Program program;
    private @Nullable PushSession session;
    private State state = State.WAITING;
    private Instant since;
    private @Nullable String code;
    private @Nullable String words;
    private @Nullable Instant retryAt;
    private int failures;
    private boolean closed;
    private long dropped = -1;

    PushTarget(Wanted wanted, Channels.Kit kit) {
        this.wanted = wanted;
        this.kit = kit;
        this.since = kit.clock().instant();
        Thread thread = new Thread(this::work, "target-" + wanted.id());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What is to be sent from now on; null for nothing.
     *
     * @param through what has not left of its segments up to this number never does: they were hidden meanwhile; -1 for none
     */
    synchronized void program(@Nullable Program next, long through) {
        dropped = through;
        if (session != null && Objects.equals(program, next)) {
            session.drop(through);
        }
        if (!Objects.equals(program, next)) {
            program = next;
            failures = 0;
            notifyAll();
        }
    }

    /** Cuts a connection that takes nothing any more. */
    synchronized void tick() {
        PushSession now = session;
        if (now != null && now.standsStill(STANDS_STILL)) {
            now.cut(new RtmpPush.Failure("STALLED", "nothing was taken for 15 s"));
        }
    }

    private void work() {
        try {
            for (Program next = next(); next != null; next = next()) {
                try {
                    send(next);
                } catch (IOException | RuntimeException e) {
                    failed(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to send and for the moment to try it; null at the end. */
    private synchronized @Nullable Program next() throws InterruptedException {
        while (!closed) {
            Instant now = kit.clock().instant();
            if (program == null) {
                become(State.WAITING);
                wait();
            } else if (retryAt != null && failures > 0 && now.isBefore(retryAt)) {
                wait(Math.max(1, Duration.between(now, retryAt).toMillis()));
            } else {
                return program;
            }
        }
        return null;
    }

    private synchronized void become(State next) {
        if (state != next) {
            state = next;
            since = kit.clock().instant();
        }
        retryAt = null;
        if (next != State.CONNECTING) {
            code = null;
            words = null;
        }
    }

    private void send(Program now) throws IOException, InterruptedException {
        become(State.CONNECTING);
        try (PushSession opened = PushSession.open(kit, wanted.door(), () -> sending(now))) {
            if (!holds(opened)) {
                return;
            }
            long after = now.line().state().segments().stream()
                    .mapToLong(Timeline.Segment::seq)
                    .max()
                    .orElse(-1);
            follow(now, opened, after - 1);
        } finally {
            holds(null);
        }
    }

    private synchronized boolean holds(@Nullable PushSession opened) {
        PushSession before = session;
        if (opened == null && before != null && before.steadyFor(STEADY)) {
            failures = 0;
        }
        session = opened;
        if (opened != null) {
            opened.drop(dropped);
        }
        return !closed;
    }

    private void follow(Program now, PushSession to, long last) throws IOException, InterruptedException {
        long after = last;
        while (wants(now)) {
            long from = after;
            List<Timeline.Segment> fresh = now.line().state().segments().stream()
                    .filter(one -> one.seq() > from && one.run().equals(now.run()))
                    .toList();
            if (fresh.size() > MOST_BEHIND) {
                throw new RtmpPush.Failure("TOO_SLOW", fresh.size() + " segments behind");
            }
            for (Timeline.Segment segment : fresh) {
                to.pour(segment, now.line().folder());
                after = segment.seq();
            }
            to.check();
        }
        to.finish();
    }

    /** Whether this is still to be sent, after a moment in which more of it may have come. */
    private synchronized boolean wants(Program now) throws InterruptedException {
        if (!closed && now.equals(program)) {
            wait(100);
        }
        return !closed && now.equals(program);
    }

    private void sending(Program now) {
        become(State.SENDING);
        Log.info("target-sending", "target", wanted.id(), "run", now.run());
    }

    private synchronized void failed(Exception why) {
        if (closed || program == null) {
            return;
        }
        become(State.FAILED);
        code = why instanceof RtmpPush.Failure known ? known.code : "BROKEN";
        words = wanted.door().clean(String.valueOf(why.getMessage()));
        int pause = PAUSES[Math.min(failures++, PAUSES.length - 1)];
        retryAt = kit.clock().instant().plusSeconds(pause);
        Log.info("target-failed", "target", wanted.id(), "code", code, "said", words, "again", retryAt);
    }

    synchronized ObjectNode describe() {
        ObjectNode seen = Json.object().put("id", wanted.id()).put("version", wanted.version());
        seen.put("state", state.name());
        seen.put("since", Json.at(since)).put("code", code).put("words", words);
        seen.put("retryAt", Json.at(retryAt)).put("failures", failures);
        PushSession now = session;
        PushSession.Rate rate = now == null || state != State.SENDING ? null : now.rate();
        seen.put("kbps", rate == null ? null : rate.kbps()).put("fps", rate == null ? null : rate.fps());
        return seen.put("bytes", now == null ? 0 : now.bytes());
    }

    /** Ends at once; for good. */
    @Override
    public synchronized void close() {
        closed = true;
        if (session != null) {
            session.cut(new RtmpPush.Failure("CLOSED", "no longer wanted"));
        }
        notifyAll();
    }
}
