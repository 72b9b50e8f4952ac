package live.onair.cloudaws.disputes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import live.onair.cloudaws.RecordedPieces.Piece;
import live.onair.cloudaws.RecordedPieces.Reel;
import live.onair.kernel.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a recording: as it was recorded, as it is kept, and both together. What is kept comes first: what was
 * recorded adds only what that does not show, so that no stretch is there twice.
 *
 * @param own as it was recorded; null if nothing of that is there or can be read
 * @param copy as it is kept; null if it is not
 * @param pieces both together, in order; one at least
 */
record Footage(@Nullable Reel own, @Nullable Reel copy, List<Piece> pieces) {

    /** Two pipelines need not begin a piece at the same instant: up to such a part at either end makes none of its own. */
    private static final int PART = 4;

    /** Empty if there is no piece at all; {@code recorded} tells under which key a kept piece was recorded. */
    static Optional<Footage> of(@Nullable Reel own, @Nullable Reel copy, UnaryOperator<String> recorded) {
        Map<String, Piece> kept = new LinkedHashMap<>();
        if (copy != null) {
            copy.pieces().forEach(piece -> kept.put(recorded.apply(piece.key()), piece));
        }
        List<TimeWindow> shown = CutFiles.covered(inOrder(kept.values()));
        List<Piece> all = new ArrayList<>(kept.values());
        if (own != null) {
            own.pieces().stream()
                    .filter(piece -> !kept.containsKey(piece.key()))
                    .filter(piece -> shown.stream().noneMatch(window -> isIn(window, piece)))
                    .forEach(all::add);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new Footage(own, copy, inOrder(all)));
    }

    private static List<Piece> inOrder(Collection<Piece> pieces) {
        return pieces.stream().sorted(Comparator.comparing(Piece::from)).toList();
    }

    private static boolean isIn(TimeWindow window, Piece piece) {
        return !window.start().isAfter(piece.from().plus(part(piece)))
                && !window.end().isBefore(piece.to().minus(part(piece)));
    }

    private static Duration part(Piece piece) {
        return piece.length().dividedBy(PART);
    }

    /** Whether nothing more will come. */
    boolean complete() {
        return own != null ? own.complete() : copy == null || copy.complete();
    }

    /** Whether its beginning is not there any more. */
    boolean isCutShort() {
        Piece first = pieces.get(0);
        return first.from().isAfter(start().plus(part(first)));
    }

    private Instant start() {
        Instant first = pieces.get(0).from();
        Instant recorded = own == null ? first : own.start();
        Instant kept = copy == null ? first : copy.start();
        return recorded.isBefore(kept) ? recorded : kept;
    }

    /** First instant after it, as far as it goes now. */
    Instant end() {
        return pieces.get(pieces.size() - 1).to();
    }

    long bytes() {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }

    /** All of it, to be kept. */
    Reel together() {
        return new Reel(pieces, start(), complete());
    }
}
