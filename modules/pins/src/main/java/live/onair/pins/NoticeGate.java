package live.onair.pins;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import live.onair.products.LineUpEvent;
import live.onair.products.LineUps;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;

/**
 * Tells each show's gate whether a show that sells has a notice written that can be shown by one press (delivery, refunds,
 * terms of an offer): red without one. Advisory until an administrator requires it of a tier; then it holds the start. A show
 * without products has nothing to check.
 */
@Singleton
public class NoticeGate {

    static final String CODE = "notice";

    private final CardReads cards;
    private final LineUps lineUps;
    private final Gate gate;

    @Inject
    NoticeGate(CardReads cards, LineUps lineUps, Gate gate) {
        this.cards = cards;
        this.lineUps = lineUps;
        this.gate = gate;
    }

    /** Makes the check known at the start, and reports on every show that is not over. */
    @Transactional
    public void begin() {
        gate.register(new Gate.Check(CODE, "공지 문구", "Notice text", Gate.Guards.ON_AIR, false, "shows/{show}/products"));
        gate.openShows().forEach(this::report);
    }

    void scheduled(@Observes ShowEvent.Scheduled event) {
        report(event.show());
    }

    void arranged(@Observes LineUpEvent.Arranged event) {
        report(event.show());
    }

    void written(@Observes CardEvent event) {
        if (event instanceof CardEvent.Added
                || event instanceof CardEvent.Removed
                || event instanceof CardEvent.Restored) {
            event.shows().stream().filter(gate.openShows()::contains).forEach(this::report);
        }
    }

    private void report(String show) {
        if (lineUps.of(show).items().isEmpty()) {
            gate.report(new Gate.Report(show, CODE, Verdict.NOT_APPLICABLE, Map.of(), null));
            return;
        }
        int written = cards.board(show).notices().size();
        Verdict verdict = written > 0 ? Verdict.GREEN : Verdict.RED;
        gate.report(new Gate.Report(show, CODE, verdict, Map.of("notices", written), null));
    }
}
