package live.onair.chatrules;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import live.onair.chatrules.ChatRules.ChatRule;
import live.onair.chatrules.ChatRules.RuleWish;
import live.onair.chatrules.RuleCheck.Checked;
import live.onair.filter.FilterAction;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The rules that are written here. Works inside the caller's transaction. */
@Singleton
class RuleBook {

    private static final int MOST = 500;
    private static final String THERE = "select * from chatrules.rule where deleted_at is null";

    private final Statements sql;
    private final Clock clock;
    private final Editions editions;
    private final Event<ChatRuleEvent> events;
    private final SoundRules soundness;

    @Inject
    RuleBook(Statements sql, Clock clock, Editions editions, Event<ChatRuleEvent> events, SoundRules soundness) {
        this.soundness = soundness;
        this.sql = sql;
        this.clock = clock;
        this.editions = editions;
        this.events = events;
    }

    List<ChatRule> list() {
        return sql.list(THERE + " order by number desc", this::read);
    }

    private Optional<ChatRule> find(long number) {
        return sql.one(THERE + " and number = ? for update", this::read, number);
    }

    private ChatRule read(Row row) throws SQLException {
        long number = row.big("number");
        FilterAction action = FilterAction.valueOf(row.text("action"));
        Checked rule = new Checked(null, action, row.texts("words"), row.texts("expressions"), "");
        return new ChatRule(
                number,
                id(number),
                row.textOrNull("show_id"),
                action,
                rule.words(),
                rule.expressions(),
                row.text("note"),
                row.isTrue("enabled"),
                soundness.isSound(rule),
                row.number("version"),
                row.text("by_name"),
                row.instant("changed_at"));
    }

    /** No rule that comes with the program is called like that. */
    static String id(long number) {
        return "own." + number;
    }

    Outcome<ChatRule> add(RuleWish wish) {
        return RuleCheck.of(wish).then(this::added);
    }

    private Outcome<ChatRule> added(Checked rule) {
        sql.one("select pg_advisory_xact_lock(hashtext('chatrules.rule'))", row -> true);
        if (list().size() >= MOST) {
            return Outcome.refused(ChatRuleRefusal.TOO_MANY_RULES.with("max", MOST));
        }
        long number = sql.one(
                        "insert into chatrules.rule (show_id, action, words, expressions, note, enabled, version, by_name,"
                                + " changed_at) values (?, ?, ?, ?, ?, false, 0, ?, ?) returning number",
                        row -> row.big("number"),
                        rule.show(),
                        rule.action(),
                        rule.words(),
                        rule.expressions(),
                        rule.note(),
                        Acting.actor().name(),
                        clock.instant())
                .orElseThrow();
        events.fire(
                new ChatRuleEvent.Added(id(number), rule.show(), rule.action().name(), rule.brief()));
        return Outcome.done(find(number).orElseThrow());
    }

    Outcome<ChatRule> change(long number, RuleWish wish, int version) {
        return RuleCheck.of(wish).then(rule -> changed(number, rule, version));
    }

    private Outcome<ChatRule> changed(long number, Checked rule, int version) {
        ChatRule before = find(number).orElse(null);
        if (before == null) {
            return Outcome.refused(ChatRuleRefusal.NO_RULE.with());
        }
        if (before.version() != version) {
            return Outcome.refused(ChatRuleRefusal.CHANGED.with());
        }
        sql.run(
                "update chatrules.rule set show_id = ?, action = ?, words = ?, expressions = ?, note = ?,"
                        + " version = version + 1, by_name = ?, changed_at = ? where number = ?",
                rule.show(),
                rule.action(),
                rule.words(),
                rule.expressions(),
                rule.note(),
                Acting.actor().name(),
                clock.instant(),
                number);
        if (before.enabled()) {
            editions.another();
        }
        Checked was = new Checked(before.show(), before.action(), before.words(), before.expressions(), "");
        events.fire(new ChatRuleEvent.Changed(
                before.id(), rule.show(), before.action() + ": " + was.brief(), rule.action() + ": " + rule.brief()));
        return Outcome.done(find(number).orElseThrow());
    }

    Outcome<ChatRule> turn(long number, boolean on) {
        ChatRule before = find(number).orElse(null);
        if (before == null) {
            return Outcome.refused(ChatRuleRefusal.NO_RULE.with());
        }
        Checked rule = new Checked(before.show(), before.action(), before.words(), before.expressions(), "");
        return on && !before.sound() ? RuleCheck.readable(rule).then(none -> turned(before, true)) : turned(before, on);
    }

    private Outcome<ChatRule> turned(ChatRule before, boolean on) {
        if (before.enabled() != on) {
            sql.run(
                    "update chatrules.rule set enabled = ?, version = version + 1, by_name = ?, changed_at = ?"
                            + " where number = ?",
                    on,
                    Acting.actor().name(),
                    clock.instant(),
                    before.number());
            editions.another();
            events.fire(
                    on
                            ? new ChatRuleEvent.Enabled(before.id(), before.show())
                            : new ChatRuleEvent.Disabled(before.id(), before.show()));
        }
        return Outcome.done(find(before.number()).orElseThrow());
    }

    Outcome<ChatRule> remove(long number) {
        ChatRule before = find(number).orElse(null);
        if (before == null) {
            return Outcome.refused(ChatRuleRefusal.NO_RULE.with());
        }
        sql.run("update chatrules.rule set deleted_at = ?, enabled = false where number = ?", clock.instant(), number);
        if (before.enabled()) {
            editions.another();
        }
        Checked was = new Checked(before.show(), before.action(), before.words(), before.expressions(), "");
        events.fire(new ChatRuleEvent.Removed(before.id(), before.show(), was.brief()));
        return Outcome.done(before);
    }
}
