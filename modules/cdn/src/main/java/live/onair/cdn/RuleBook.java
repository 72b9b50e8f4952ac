package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Facts;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rule by which CDNs are judged and viewers are moved without a press. Works inside the caller's transaction. */
@Singleton
class RuleBook {

    private static final SteeringRule USUAL = new SteeringRule(false, 1_500, 20, 3, 50, 5, 0);

    private final Statements sql;
    private final Clock clock;
    private final Event<CdnEvent> events;

    @Inject
    RuleBook(Statements sql, Clock clock, Event<CdnEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    SteeringRule rule() {
        return sql.one(
                        "select * from cdn.rule",
                        row -> new SteeringRule(
                                row.isTrue("enabled"),
                                row.number("late_ms"),
                                row.number("stale_seconds"),
                                row.number("looks"),
                                row.number("step"),
                                row.number("healthy_minutes"),
                                row.number("version")))
                .orElse(USUAL);
    }

    /** Keeps another rule; each number has its bounds. */
    Outcome<SteeringRule> change(SteeringRule wanted, @Nullable Integer version) {
        SteeringRule before = rule();
        if (version != null && version != before.version()) {
            return Outcome.refused(CdnRefusal.STALE.with());
        }
        if (!fits(wanted)) {
            return Outcome.refused(CdnRefusal.RULE.with());
        }
        sql.run(
                "insert into cdn.rule (only_one, enabled, late_ms, stale_seconds, looks, step, healthy_minutes, version,"
                        + " changed_by, changed_at) values (true, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (only_one) do update set enabled = excluded.enabled, late_ms = excluded.late_ms,"
                        + " stale_seconds = excluded.stale_seconds, looks = excluded.looks, step = excluded.step,"
                        + " healthy_minutes = excluded.healthy_minutes, version = excluded.version,"
                        + " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
                wanted.enabled(),
                wanted.lateMillis(),
                wanted.staleSeconds(),
                wanted.looks(),
                wanted.stepPercent(),
                wanted.healthyMinutes(),
                before.version() + 1,
                Acting.actor().name(),
                clock.instant());
        SteeringRule now = rule();
        events.fire(new CdnEvent.RuleChanged(Facts.since(facts(before), facts(now))));
        return Outcome.done(now);
    }

    private static boolean fits(SteeringRule wanted) {
        return within(wanted.lateMillis(), 200, 5_000)
                && within(wanted.staleSeconds(), 6, 120)
                && within(wanted.looks(), 2, 10)
                && within(wanted.stepPercent(), 5, 100)
                && within(wanted.healthyMinutes(), 1, 50);
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static Map<String, String> facts(SteeringRule rule) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("enabled", String.valueOf(rule.enabled()));
        facts.put("lateMillis", String.valueOf(rule.lateMillis()));
        facts.put("staleSeconds", String.valueOf(rule.staleSeconds()));
        facts.put("looks", String.valueOf(rule.looks()));
        facts.put("stepPercent", String.valueOf(rule.stepPercent()));
        facts.put("healthyMinutes", String.valueOf(rule.healthyMinutes()));
        return facts;
    }
}
