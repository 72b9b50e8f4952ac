package live.onair.cdn;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.BranchChange;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.Device;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.PolicyVersion;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of policies: written once each, never changed. Works inside the caller's transaction. */
@Singleton
class PolicyBook {

    private static final int LONGEST_NOTE = 200;

    private final Statements sql;
    private final Clock clock;
    private final CdnBook cdns;
    private final Event<CdnEvent> events;

    @Inject
    PolicyBook(Statements sql, Clock clock, CdnBook cdns, Event<CdnEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.cdns = cdns;
        this.events = events;
    }

    Optional<Policy> current() {
        return find(newest());
    }

    private int newest() {
        return sql.one("select coalesce(max(number), 0) n from cdn.policy", row -> row.number("n"))
                .orElse(0);
    }

    Optional<Policy> find(int number) {
        return sql.one(
                "select * from cdn.policy where number = ?",
                row -> new Policy(
                        number,
                        branches(number),
                        row.text("note"),
                        row.numberOrNull("restored"),
                        row.text("made_by"),
                        row.instant("made_at")),
                number);
    }

    private List<Branch> branches(int number) {
        Map<String, Map<String, Integer>> weights = new TreeMap<>();
        sql.list(
                "select * from cdn.weight where policy = ?",
                row -> weights.computeIfAbsent(row.text("branch"), branch -> new TreeMap<>())
                        .put(row.text("cdn_id"), row.number("percent")),
                number);
        return sql.list(
                "select * from cdn.branch where policy = ? order by position",
                row -> branch(row, weights.getOrDefault(row.text("id"), Map.of())),
                number);
    }

    static Branch branch(Row row, Map<String, Integer> weights) throws SQLException {
        String device = row.textOrNull("device");
        return new Branch(
                row.text("id"),
                row.textOrNull("country"),
                row.textOrNull("isp"),
                device == null ? null : Device.valueOf(device),
                row.numberOrNull("tier"),
                weights);
    }

    List<PolicyVersion> versions() {
        return sql.list(
                "select p.*, (select count(*) from cdn.branch b where b.policy = p.number) branches from cdn.policy p"
                        + " order by number desc limit 200",
                row -> new PolicyVersion(
                        row.number("number"),
                        row.number("branches"),
                        row.text("note"),
                        row.numberOrNull("restored"),
                        row.text("made_by"),
                        row.instant("made_at")));
    }

    List<BranchChange> diff(int from, int to) {
        return diff(branches(from), branches(to));
    }

    private static List<BranchChange> diff(List<Branch> from, List<Branch> to) {
        Map<String, Branch> before = byId(from);
        Map<String, Branch> now = byId(to);
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .map(id -> new BranchChange(id, weights(before.get(id)), weights(now.get(id))))
                .filter(change -> !Objects.equals(change.before(), change.now()))
                .toList();
    }

    private static @Nullable Map<String, Integer> weights(@Nullable Branch branch) {
        return branch == null ? null : branch.weights();
    }

    private static Map<String, Branch> byId(List<Branch> branches) {
        return branches.stream().collect(Collectors.toMap(Branch::id, Function.identity()));
    }

    Outcome<Policy> write(PolicyTerms terms) {
        return write(terms, null);
    }

    Outcome<Policy> restore(int number, @Nullable String note) {
        return find(number)
                .map(policy -> write(terms(policy, note), number))
                .orElseGet(() -> Outcome.refused(CdnRefusal.NO_POLICY.with("number", number)));
    }

    static PolicyTerms terms(Policy policy, @Nullable String note) {
        return new PolicyTerms(
                null,
                policy.branches().stream()
                        .map(one -> new BranchTerms(one.country(), one.isp(), one.device(), one.tier(), one.weights()))
                        .toList(),
                note);
    }

    private Outcome<Policy> write(PolicyTerms terms, @Nullable Integer restored) {
        sql.run("lock table cdn.policy in exclusive mode");
        return checked(terms).map(ready -> written(ready, terms, restored));
    }

    /** A policy that can be written now: its branches in order, those of the newest there is, and how they differ. */
    record Ready(int newest, List<Branch> before, List<Branch> branches, List<BranchChange> changes) {}

    /** Whether it can be written. */
    Outcome<Ready> checked(PolicyTerms terms) {
        int newest = newest();
        List<Reason> wrong = new ArrayList<>();
        Map<String, Cdn> known = cdns.list().stream().collect(Collectors.toMap(Cdn::id, Function.identity()));
        List<Branch> branches = BranchText.of(terms.branches(), known, wrong);
        String note = note(terms);
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            wrong.add(CdnRefusal.NOTE.with("field", "note"));
        }
        if (terms.base() != null && terms.base() != newest) {
            wrong.add(CdnRefusal.STALE.with());
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        List<Branch> before = branches(newest);
        List<BranchChange> changes = diff(before, branches);
        return changes.isEmpty()
                ? Outcome.refused(CdnRefusal.AS_IT_IS.with())
                : Outcome.done(new Ready(newest, before, branches, changes));
    }

    private static String note(PolicyTerms terms) {
        return terms.note() == null ? "" : terms.note().strip();
    }

    private Policy written(Ready ready, PolicyTerms terms, @Nullable Integer restored) {
        int number = ready.newest() + 1;
        String note = note(terms);
        keep(number, ready.branches(), note, restored);
        Map<String, String> was = words(ready.changes(), BranchChange::before);
        Map<String, String> is = words(ready.changes(), BranchChange::now);
        events.fire(new CdnEvent.PolicyWritten(number, Facts.since(was, is), note, restored));
        return find(number).orElseThrow();
    }

    /** Each branch that differs, with its weights; one that is not there has none. */
    private static Map<String, String> words(
            List<BranchChange> changes, Function<BranchChange, @Nullable Map<String, Integer>> which) {
        Map<String, String> words = new TreeMap<>();
        changes.forEach(change -> {
            Map<String, Integer> weights = which.apply(change);
            words.put(
                    change.branch(),
                    (weights == null ? Map.<String, Integer>of() : weights)
                            .entrySet().stream()
                                    .map(one -> one.getKey() + " " + one.getValue() + " %")
                                    .collect(Collectors.joining(", ")));
        });
        return words;
    }

    private void keep(int number, List<Branch> branches, String note, @Nullable Integer restored) {
        sql.run(
                "insert into cdn.policy (number, note, restored, made_by, made_at) values (?, ?, ?, ?, ?)",
                number,
                note,
                restored,
                Acting.actor().name(),
                clock.instant());
        for (int i = 0; i < branches.size(); i++) {
            Branch one = branches.get(i);
            sql.run(
                    "insert into cdn.branch (policy, position, id, country, isp, device, tier) values (?, ?, ?, ?, ?, ?, ?)",
                    number,
                    i,
                    one.id(),
                    one.country(),
                    one.isp(),
                    one.device(),
                    one.tier());
            one.weights()
                    .forEach((cdn, percent) -> sql.run(
                            "insert into cdn.weight (policy, branch, cdn_id, percent) values (?, ?, ?, ?)",
                            number,
                            one.id(),
                            cdn,
                            percent));
        }
    }
}
