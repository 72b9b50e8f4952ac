package live.onair.cloudaws.disputes;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

    /** What there is of a recording: as it was recorded, as it is kept, and both together. */
    private record Found(@Nullable Reel own, @Nullable Reel copy, List<Piece> pieces) {

        boolean complete() {
            return own != null ? own.complete() : copy == null || copy.complete();
        }

        boolean isCutShort() {
            return own != null && pieces.get(0).from().isAfter(own.start());
        }

        Reel together() {
            return new Reel(pieces, pieces.get(0).from(), complete());
        }
    }

    /** Empty if there is no piece at all. */
    private Optional<Found> find(String show) {
        if (!objects.isHere()) {
            return Optional.empty();
        }
        Reel own = recorded.reel(show).orElse(null);
        Reel copy = held.of(show).orElse(null);
        Map<String, Piece> pieces = new HashMap<>();
        if (copy != null) {
            copy.pieces().forEach(piece -> pieces.put(held.recorded(show, piece.key()), piece));
        }
        if (own != null) {
            own.pieces().forEach(piece -> pieces.put(piece.key(), piece));
        }
        List<Piece> all = pieces.values().stream()
                .sorted(Comparator.comparing(Piece::from))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Found(own, copy, all));
    }

    @Override
    public Seen cut(Wish wish) {
        Made there = files.made(wish.id()).orElse(null);
        if (there != null) {
            return new Seen(State.READY, there, null);
        }
        Found found = find(wish.show()).orElse(null);
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

    private boolean mayStillCome(@Nullable Found found, Wish wish) {
        if (clock.instant().isAfter(wish.to().plus(WRITTEN))) {
            return false;
        }
        return found == null || (!found.complete() && end(found).isBefore(wish.to()));
    }

    private static Instant end(Found found) {
        return found.pieces().get(found.pieces().size() - 1).to();
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
        return find(show)
                .map(found -> new Kept(
                        found.complete(),
                        isHeld(show, found),
                        found.isCutShort(),
                        found.pieces().stream().mapToLong(Piece::bytes).sum()));
    }

    /** All of it is copied, and no rule of the bucket deletes the copies. */
    private boolean isHeld(String show, Found found) {
        Reel copy = found.copy();
        if (copy == null) {
            return false;
        }
        var kept = copy.pieces().stream()
                .map(piece -> held.recorded(show, piece.key()))
                .collect(Collectors.toSet());
        return found.pieces().stream().allMatch(piece -> kept.contains(held.recorded(show, piece.key())))
                && copy.complete() == found.complete()
                && !held.expires(show);
    }

    @Override
    public Kept hold(String show, boolean on) {
        Found found = find(show)
                .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "nothing of " + show + " is recorded"));
        if (on) {
            if (!isHeld(show, found)) {
                held.keep(show, found.together());
            }
        } else {
            held.release(show);
        }
        return recording(show).orElse(new Kept(found.complete(), false, true, 0));
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
