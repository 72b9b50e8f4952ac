package live.onair.chatrules;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.chatrules.RuleCheck.Checked;
import live.onair.chatrules.ShippedRules.ShippedRule;
import live.onair.chatrules.ShippedRules.ShippedWish;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterRule;
import live.onair.filter.FilterRules;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What differs here from the rules that come with the program. Works inside the caller's transaction. */
@Singleton
class ShippedBook {

    private static final int MOST_ADDED = 200;

    private final Statements sql;
    private final Clock clock;
    private final Editions editions;
    private final Event<ChatRuleEvent> events;

    @Inject
    ShippedBook(Statements sql, Clock clock, Editions editions, Event<ChatRuleEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.editions = editions;
        this.events = events;
    }

    /** One as it was shipped: the innocent words are one as well. */
    private record Origin(String id, FilterAction action, List<String> words, String note) {

        static Stream<Origin> all() {
            FilterRules shipped = FilterRules.shipped();
            return Stream.concat(
                    shipped.rules().stream()
                            .map(rule -> new Origin(rule.id(), rule.action(), rule.words(), rule.note())),
                    Stream.of(new Origin(ShippedRules.INNOCENTS, FilterAction.ALLOW, shipped.innocents(), "")));
        }

        static Optional<Origin> of(String id) {
            return all().filter(one -> one.id().equals(id)).findFirst();
        }

        boolean isInnocent() {
            return action == FilterAction.ALLOW;
        }
    }

    /** How one differs. */
    record Difference(
            String rule,
            @Nullable FilterAction action,
            boolean enabled,
            List<String> added,
            List<String> leftOut,
            int version,
            @Nullable String by,
            @Nullable Instant at) {

        static Difference none(String rule) {
            return new Difference(rule, null, true, List.of(), List.of(), 0, null, null);
        }

        private static Difference read(Row row) throws SQLException {
            String action = row.textOrNull("action");
            return new Difference(
                    row.text("rule_id"),
                    action == null ? null : FilterAction.valueOf(action),
                    row.isTrue("enabled"),
                    row.texts("added"),
                    row.texts("left_out"),
                    row.number("version"),
                    row.text("by_name"),
                    row.instant("changed_at"));
        }

        /** For the log. */
        String brief(FilterAction shipped) {
            List<String> parts = new ArrayList<>();
            parts.add(enabled ? String.valueOf(action == null ? shipped : action) : "OFF");
            added.forEach(word -> parts.add("+" + word));
            leftOut.forEach(word -> parts.add("-" + word));
            return String.join(", ", parts);
        }
    }

    List<ShippedRule> list() {
        Map<String, Difference> known = differences();
        return Origin.all()
                .map(origin -> merged(origin, known.getOrDefault(origin.id(), Difference.none(origin.id()))))
                .toList();
    }

    private Map<String, Difference> differences() {
        return sql.list("select * from chatrules.shipped", Difference::read).stream()
                .collect(Collectors.toMap(Difference::rule, one -> one));
    }

    private Difference difference(Origin origin) {
        return differences().getOrDefault(origin.id(), Difference.none(origin.id()));
    }

    private static ShippedRule merged(Origin origin, Difference other) {
        List<String> words = new ArrayList<>(origin.words());
        words.removeAll(other.leftOut());
        List<String> added = other.added().stream()
                .filter(word -> !origin.words().contains(word))
                .toList();
        words.addAll(added);
        return new ShippedRule(
                origin.id(),
                origin.note(),
                other.action() == null ? origin.action() : other.action(),
                origin.action(),
                other.enabled(),
                words,
                added,
                other.leftOut().stream().filter(origin.words()::contains).toList(),
                other.version(),
                other.by(),
                other.at());
    }

    /** As lines are judged by them. */
    FilterRules rules() {
        return rules(list());
    }

    /** As lines would be judged by these. */
    static FilterRules rules(List<ShippedRule> all) {
        FilterRules shipped = FilterRules.shipped();
        Map<String, ShippedRule> here = all.stream().collect(Collectors.toMap(ShippedRule::id, rule -> rule));
        ShippedRule innocents = Objects.requireNonNull(here.get(ShippedRules.INNOCENTS));
        List<FilterRule> rules = shipped.rules().stream()
                .filter(rule -> Objects.requireNonNull(here.get(rule.id())).enabled())
                .map(rule -> as(rule, Objects.requireNonNull(here.get(rule.id()))))
                .toList();
        return new FilterRules(
                shipped.version(), shipped.date(), rules, innocents.enabled() ? innocents.words() : List.of());
    }

    private static FilterRule as(FilterRule shipped, ShippedRule here) {
        return new FilterRule(shipped.id(), here.action(), here.words(), shipped.expressions(), shipped.note());
    }

    /** What it would be, if it can be that. */
    Outcome<ShippedRule> wished(String rule, ShippedWish wish) {
        return Origin.of(rule)
                .map(origin -> difference(origin, wish).map(other -> merged(origin, other)))
                .orElseGet(() -> Outcome.refused(ChatRuleRefusal.NO_RULE.with()));
    }

    private static Outcome<Difference> difference(Origin origin, ShippedWish wish) {
        if (wish.action() != null && origin.isInnocent() != (wish.action() == FilterAction.ALLOW)) {
            return Outcome.refused(ChatRuleRefusal.ACTION.with("field", "action"));
        }
        List<String> words = wish.words() == null ? origin.words() : RuleCheck.lines(wish.words());
        if (words.isEmpty()) {
            return Outcome.refused(ChatRuleRefusal.EMPTY_SHIPPED.with("field", "words"));
        }
        List<String> added =
                words.stream().filter(word -> !origin.words().contains(word)).toList();
        if (added.size() > MOST_ADDED) {
            return Outcome.refused(ChatRuleRefusal.TOO_MANY.with("max", MOST_ADDED, "field", "words"));
        }
        List<String> leftOut = origin.words().stream()
                .filter(word -> !words.contains(word))
                .distinct()
                .toList();
        FilterAction action = wish.action() == origin.action() ? null : wish.action();
        boolean enabled = !Boolean.FALSE.equals(wish.enabled());
        Difference other = new Difference(origin.id(), action, enabled, added, leftOut, 0, null, null);
        // an innocent word is looked for as any other
        return added.isEmpty()
                ? Outcome.done(other)
                : RuleCheck.readable(new Checked(null, FilterAction.HOLD, added, List.of(), ""))
                        .map(readable -> other);
    }

    Outcome<ShippedRule> change(String rule, ShippedWish wish, int version) {
        return Origin.of(rule)
                .map(origin -> difference(origin, wish).then(other -> changed(origin, other, version)))
                .orElseGet(() -> Outcome.refused(ChatRuleRefusal.NO_RULE.with()));
    }

    private Outcome<ShippedRule> changed(Origin origin, Difference to, int version) {
        sql.one("select pg_advisory_xact_lock(hashtext('chatrules.shipped'))", row -> true);
        Difference before = difference(origin);
        if (before.version() != version) {
            return Outcome.refused(ChatRuleRefusal.CHANGED.with());
        }
        String was = before.brief(origin.action());
        String is = to.brief(origin.action());
        if (!was.equals(is)) {
            sql.run(
                    "insert into chatrules.shipped (rule_id, action, enabled, added, left_out, version, by_name, changed_at)"
                            + " values (?, ?, ?, ?, ?, 1, ?, ?) on conflict (rule_id) do update set action = excluded.action,"
                            + " enabled = excluded.enabled, added = excluded.added, left_out = excluded.left_out, version ="
                            + " shipped.version + 1, by_name = excluded.by_name, changed_at = excluded.changed_at",
                    origin.id(),
                    to.action(),
                    to.enabled(),
                    to.added(),
                    to.leftOut(),
                    Acting.actor().name(),
                    clock.instant());
            editions.another();
            events.fire(new ChatRuleEvent.ShippedChanged(origin.id(), was, is));
        }
        return Outcome.done(merged(origin, difference(origin)));
    }
}
