package live.onair.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.DnsRows.RecordStep;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** The records at the names that players ask for: what stands there, and how it is changed and changed back. */
@Singleton
@Transactional
@Guarded
public class Records {

    private final NameBook names;
    private final ChangeBook changes;
    private final RecordPlanner planner;

    @Inject
    Records(NameBook names, ChangeBook changes, RecordPlanner planner) {
        this.names = names;
        this.changes = changes;
        this.planner = planner;
    }

    /**
     * A CDN to be led to.
     *
     * @param percent of the questions; 0 keeps it without an answer; null where a country chooses
     * @param country code of ISO 3166-1, {@code *} for everybody else; null where a weight chooses
     * @param target name or address that the CDN has given; null for the host of its registered address
     * @param healthCheck id of one; null for none
     */
    public record DnsRoute(
            String cdn,
            @Nullable Integer percent,
            @Nullable String country,
            @Nullable String target,
            @Nullable String healthCheck) {}

    /**
     * What shall stand at a name, as a whole.
     *
     * @param ttlSeconds for each of its records
     */
    public record DnsWish(String name, int ttlSeconds, List<DnsRoute> routes) {
        /** Keeps it as it is. */
        public DnsWish {
            routes = List.copyOf(routes);
        }
    }

    /**
     * What would be written.
     *
     * @param zone where, in words
     * @param seenAt when it was seen what stands there; the zone is read again before anything is written
     * @param records each that changes, before and after; then those that stay
     * @param keepSeconds so long resolvers may keep what stands there now; null where nothing does
     * @param hash of what was shown: approved is only what is still the same
     */
    public record DnsPlan(
            String name,
            String zone,
            @Nullable Instant seenAt,
            int ttlSeconds,
            @Nullable Integer keepSeconds,
            List<RecordStep> records,
            String hash) {}

    /** The names that are watched, each with what stood there last. */
    @AllowedTo
    public List<DnsName> names() {
        return names.list();
    }

    /** Changes, newest first. */
    @AllowedTo
    public List<DnsChange> changes() {
        return changes.list();
    }

    /** Looks at a name from now on; one that is watched already is looked at at once. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "dns.watch", ko = "이름 살피기", en = "Watch a name")
    public Outcome<DnsName> watch(String name) {
        return names.watch(name);
    }

    /** Looks no more; what stands there stays. Gives what was seen last. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "dns.forget", ko = "이름 그만 살피기", en = "Watch a name no more")
    public Outcome<DnsName> forget(String name) {
        return names.forget(name);
    }

    /** What would be written, record by record, before it is. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "dns.plan", ko = "DNS 변경 계획", en = "Plan a change of records")
    public Outcome<DnsPlan> plan(DnsWish wish) {
        return planner.plan(wish);
    }

    /** Has it written and verified, by the plan that was shown; not if the zone has changed meanwhile. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "dns.apply", ko = "레코드 적용", en = "Apply records", danger = Action.Danger.DANGEROUS)
    public Outcome<DnsChange> apply(DnsWish wish, @Nullable String plan, @Nullable String reason) {
        return planner.approved(wish, plan, reason).then(changes::begin);
    }

    /** Has what stood before a change written again: the last change at its name, while it is still what stands there. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "dns.revert", ko = "레코드 되돌리기", en = "Take records back", danger = Action.Danger.DANGEROUS)
    public Outcome<DnsChange> revert(long change, @Nullable String reason) {
        return planner.backwards(change, reason).then(changes::begin);
    }
}
