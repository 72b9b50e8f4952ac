package live.onair.moderation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells each show's gate that somebody watches chats; when the last one goes, what was told counts no longer. So it is a
 * warning while nobody watches, and red where an administrator requires it of a tier; then it holds the start.
 */
@Singleton
class DutyGate {

    static final String CODE = "moderator";

    private final DutyBook book;
    private final Gate gate;
    private final Clock clock;

    @Inject
    DutyGate(DutyBook book, Gate gate, Clock clock) {
        this.book = book;
        this.gate = gate;
        this.clock = clock;
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
        @Nullable Instant until = onDuty > 0 ? null : clock.instant();
        gate.report(new Gate.Report(show, CODE, Verdict.GREEN, Map.of("onDuty", onDuty), until));
    }
}
