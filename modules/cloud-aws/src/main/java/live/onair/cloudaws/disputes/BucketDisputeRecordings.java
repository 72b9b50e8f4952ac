package live.onair.cloudaws.disputes;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import live.onair.cloudaws.ArchivedException;
import live.onair.cloudaws.RecordedPieces;
import live.onair.cloudaws.RecordedPieces.Piece;
import live.onair.cloudaws.RecordedPieces.Reel;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/**
 * Recordings in the installation's bucket, whichever backend has made them: a stretch is what whole pieces there are of it,
 * joined; a hold is a copy of the best rendition. What is kept counts like what is recorded, also when the latter has gone.
 */
class BucketDisputeRecordings implements DisputeRecordings {

    /** What was sent lies in the bucket after so long at the latest; what does not by then never will. */
    static final Duration WRITTEN = Duration.ofMinutes(1);

    private static final Kept NOTHING = new Kept(true, false, true, 0);
    /** There, and yet nothing of it can be read; not complete, as more of it comes when it is brought back. */
    private static final Kept ARCHIVED = new Kept(false, false, false, 0);

    private final RecordedPieces recorded;
    private final BucketObjects objects;
    private final HeldReels held;
    private final CutFiles files;
    private final Clock clock;

    BucketDisputeRecordings(
            RecordedPieces recorded, BucketObjects objects, HeldReels held, CutFiles files, Clock clock) {
        this.recorded = recorded;
        this.objects = objects;
        this.held = held;
        this.files = files;
        this.clock = clock;
    }

    /** Empty if there is no piece at all. */
    private Optional<Footage> find(String show) {
        if (!objects.isHere()) {
            return Optional.empty();
        }
        Reel copy = held.of(show).orElse(null);
        return Footage.of(own(show, copy), copy, key -> held.recorded(show, key));
    }

    /** Null if nothing of it is there, or if nothing but the copy can be read. */
    private @Nullable Reel own(String show, @Nullable Reel copy) {
        List<String> kept = copy == null
                ? List.of()
                : copy.pieces().stream()
                        .map(piece -> held.recorded(show, piece.key()))
                        .toList();
        try {
            return recorded.reel(show, kept).orElse(null);
        } catch (ArchivedException e) {
            if (copy == null) {
                throw e;
            }
            return null;
        }
    }

    @Override
    public Seen cut(Wish wish) {
        Made there = files.made(wish.id()).orElse(null);
        if (there != null) {
            return new Seen(State.READY, there, null);
        }
        try {
            return cut(wish, find(wish.show()).orElse(null));
        } catch (ArchivedException e) {
            return new Seen(State.FAILED, null, "archived");
        }
    }

    private Seen cut(Wish wish, @Nullable Footage found) {
        if (mayStillCome(found, wish)) {
            return new Seen(State.WAITING, null, null);
        }
        if (found == null) {
            return new Seen(State.FAILED, null, "gone");
        }
        List<Piece> pieces = found.pieces().stream()
                .filter(piece -> piece.to().isAfter(wish.from()) && piece.from().isBefore(wish.to()))
                .toList();
        if (pieces.isEmpty()) {
            return new Seen(State.FAILED, null, "outside");
        }
        return files.hasRoomFor(pieces.stream().mapToLong(Piece::bytes).sum())
                ? new Seen(State.READY, files.join(wish.id(), pieces), null)
                : new Seen(State.FAILED, null, "full");
    }

    private boolean mayStillCome(@Nullable Footage found, Wish wish) {
        if (clock.instant().isAfter(wish.to().plus(WRITTEN))) {
            return false;
        }
        return found == null || (!found.complete() && found.end().isBefore(wish.to()));
    }

    @Override
    public InputStream read(UUID id) {
        return files.read(id);
    }

    @Override
    public void remove(UUID id) {
        files.remove(id);
    }

    @Override
    public Optional<Kept> recording(String show) {
        try {
            return find(show)
                    .map(found -> new Kept(found.complete(), isHeld(show, found), found.isCutShort(), found.bytes()));
        } catch (ArchivedException e) {
            return Optional.of(ARCHIVED);
        }
    }

    /** All of it is copied, and no rule of the bucket deletes the copies. */
    private boolean isHeld(String show, Footage found) {
        Reel copy = found.copy();
        if (copy == null) {
            return false;
        }
        var kept = copy.pieces().stream()
                .map(piece -> held.recorded(show, piece.key()))
                .collect(Collectors.toSet());
        return found.pieces().stream().allMatch(piece -> kept.contains(held.recorded(show, piece.key())))
                && copy.complete() == found.complete()
                && !held.expires(show, copy);
    }

    @Override
    public Kept hold(String show, boolean on) {
        if (on) {
            return hold(show);
        }
        if (objects.isHere()) {
            // Before it looks: copies that broke off, or that broke off being let go, are seen by nobody.
            held.release(show);
        }
        return recording(show).orElse(NOTHING);
    }

    private Kept hold(String show) {
        try {
            Footage found = find(show)
                    .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "nothing of " + show + " is recorded"));
            if (!isHeld(show, found)) {
                held.keep(show, found.together());
            }
            return recording(show).orElse(NOTHING);
        } catch (ArchivedException e) {
            return recording(show)
                    .map(kept -> new Kept(false, false, kept.cutShort(), kept.bytes()))
                    .orElse(NOTHING);
        }
    }

    private static RecordedPieces of(Instance<RecordedPieces> all, String backend) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.backend().equals(backend))
                .findFirst()
                .orElseThrow();
    }

    /** Those that MediaLive has made. */
    @Singleton
    @Backend("medialive")
    static class OfMediaLive extends BucketDisputeRecordings {
        @Inject
        OfMediaLive(Instance<RecordedPieces> all, BucketObjects objects, HeldReels held, CutFiles files, Clock clock) {
            super(of(all, "medialive"), objects, held, files, clock);
        }
    }

    /** Those that IVS has made. */
    @Singleton
    @Backend("ivs")
    static class OfIvs extends BucketDisputeRecordings {
        @Inject
        OfIvs(Instance<RecordedPieces> all, BucketObjects objects, HeldReels held, CutFiles files, Clock clock) {
            super(of(all, "ivs"), objects, held, files, clock);
        }
    }
}
