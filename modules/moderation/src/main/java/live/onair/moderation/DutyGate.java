package live.onair.moderation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;

/**
 * Tells each show's gate whether anybody watches chats: red while nobody does. Advisory until an administrator requires it of
 * a tier; then it holds the start.
 */
@Singleton
class DutyGate {

    static final String CODE = "moderator";

    private final DutyBook book;
    private final Gate gate;

    @Inject
    DutyGate(DutyBook book, Gate gate) {
        this.book = book;
        this.gate = gate;
    }

    /** Makes the check known at the start, and reports on every show that is not over. */
    @Transactional
    public void begin() {
        gate.register(new Gate.Check(
                CODE, "모더레이터 근무", "A moderator on duty", Gate.Guards.ON_AIR, false, "moderation?show={show}"));
        reportAll();
    }

    void scheduled(@Observes ShowEvent.Scheduled event) {
        report(event.show(), book.now().size());
    }

    void changed(@Observes DutyEvent event) {
        reportAll();
    }

    private void reportAll() {
        int onDuty = book.now().size();
        gate.openShows().forEach(show -> report(show, onDuty));
    }

    private void report(String show, int onDuty) {
        Verdict verdict = onDuty > 0 ? Verdict.GREEN : Verdict.RED;
        gate.report(new Gate.Report(show, CODE, verdict, Map.of("onDuty", onDuty), null));
    }
}
