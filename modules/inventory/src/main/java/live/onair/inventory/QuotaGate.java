package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Tells each show whether the account has room for it, as an advisory check of the gate: it warns and holds nothing back.
 * The check is there from the first time that quotas were read, so that nobody who uses no cloud sees it.
 */
@Singleton
class QuotaGate {

    static final String CODE = "quota";

    private final QuotaBook book;
    private final Gate gate;
    /** What was reported since the start: only what differs is written again. */
    private final Map<String, Verdict> told = new ConcurrentHashMap<>();

    @Inject
    QuotaGate(QuotaBook book, Gate gate) {
        this.book = book;
        this.gate = gate;
    }

    /** Whether the check is known: then every show needs a report. */
    @Transactional
    public boolean isThere() {
        return gate.checks().stream().anyMatch(check -> check.code().equals(CODE));
    }

    /** Makes the check known once there is something to check against. */
    @Transactional
    public void open() {
        gate.register(new Gate.Check(
                CODE, "AWS 쿼터 안", "Within the AWS quotas", Gate.Guards.APPROVED, false, "inventory/quotas"));
    }

    /** Reports on every open show whose verdict is another than it was. */
    @Transactional
    public Map<String, Verdict> report(boolean used) {
        Map<String, Verdict> now = verdicts(used);
        now.forEach((show, verdict) -> {
            if (verdict != told.get(show)) {
                gate.report(new Gate.Report(show, CODE, verdict, Map.of(), null));
            }
        });
        return now;
    }

    /** The reports are written. */
    void told(Map<String, Verdict> reported) {
        told.keySet().retainAll(reported.keySet());
        told.putAll(reported);
    }

    private Map<String, Verdict> verdicts(boolean used) {
        Map<String, Boolean> room = used ? book.room() : Map.of();
        Map<String, Verdict> verdicts = new HashMap<>();
        gate.openShows().forEach(show -> verdicts.put(show, verdict(room.get(show))));
        return verdicts;
    }

    private static Verdict verdict(@Nullable Boolean room) {
        if (room == null) {
            return Verdict.NOT_APPLICABLE;
        }
        return room ? Verdict.GREEN : Verdict.WARN;
    }
}
