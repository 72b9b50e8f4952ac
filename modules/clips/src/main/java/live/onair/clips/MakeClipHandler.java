package live.onair.clips;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import live.onair.clips.Making.Wanted;
import live.onair.clips.spi.ClipCutter;
import live.onair.clips.spi.ClipCutter.Seen;
import live.onair.clips.spi.ClipCutter.State;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Makes a clip what it should be: cut, shown or hidden, gone. It asks until the file is there; whoever has forgotten it
 * meanwhile is told again.
 */
@Singleton
class MakeClipHandler implements WorkHandler<MakeClipHandler.MakeClip> {

    static final Duration SOON = Duration.ofSeconds(1);
    static final Duration AWAY = Duration.ofSeconds(5);
    /** So long one that was taken away can be put back. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final Instance<ClipCutter> cutters;
    private final Making making;
    private final Clock clock;

    @Inject
    MakeClipHandler(@Any Instance<ClipCutter> cutters, Making making, Clock clock) {
        this.cutters = cutters;
        this.making = making;
        this.clock = clock;
    }

    /** Look after this clip. */
    record MakeClip(String clip) implements Work {
        @Override
        public String key() {
            return clip;
        }
    }

    @Override
    public Class<MakeClip> type() {
        return MakeClip.class;
    }

    @Override
    public Next handle(MakeClip work) {
        UUID id = UUID.fromString(work.clip());
        Wanted wanted = making.find(id).orElse(null);
        if (wanted == null) {
            return Next.done();
        }
        try {
            ClipCutter port = Backend.Named.adapter(cutters, wanted.backend());
            return wanted.removedAt() == null ? make(port, wanted) : remove(port, wanted, wanted.removedAt());
        } catch (CloudException e) {
            if (e.fault().isRetried()) {
                return Next.after(AWAY);
            }
            making.refused(id, String.valueOf(e.getMessage()));
            return Next.done();
        }
    }

    private Next make(ClipCutter port, Wanted wanted) {
        if (wanted.failed()) {
            return Next.done();
        }
        Seen seen = port.cut(wanted.wish());
        if (seen.state() == State.READY && seen.shown() != wanted.shown()) {
            seen = port.show(wanted.wish().id(), wanted.shown());
        }
        making.seen(wanted, seen);
        return switch (seen.state()) {
            case READY, FAILED -> Next.done();
            case CUTTING -> Next.after(SOON);
            case WAITING -> Next.after(AWAY);
        };
    }

    /** Viewers lose it at once, the file goes when it cannot be put back any more. */
    private Next remove(ClipCutter port, Wanted wanted, Instant removedAt) {
        UUID id = wanted.wish().id();
        Instant due = removedAt.plus(KEPT);
        if (clock.instant().isBefore(due)) {
            try {
                port.show(id, false);
            } catch (CloudException e) {
                if (e.fault() != CloudFault.NOT_FOUND) {
                    throw e;
                }
            }
            return Next.at(due);
        }
        port.remove(id);
        making.forget(id);
        return Next.done();
    }
}
