package live.onair.chatrules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import live.onair.chatrules.ChatRules.RuleEdition;
import live.onair.chatrules.TellRulesHandler.TellRules;
import live.onair.filter.FilterRules;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** Counts up with each change of a rule that counts, and knows how far that was told. Works inside the caller's transaction. */
@Singleton
class Editions {

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;

    @Inject
    Editions(Statements sql, Clock clock, WorkQueue queue) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
    }

    RuleEdition now() {
        return sql.one(
                        "select * from chatrules.edition",
                        row -> new RuleEdition(
                                FilterRules.shipped().version(),
                                row.number("number"),
                                row.number("told"),
                                row.instantOrNull("told_at")))
                .orElseThrow();
    }

    void told(int number) {
        sql.run("update chatrules.edition set told = ?, told_at = ?", number, clock.instant());
    }

    /** Another one, told as soon as this is committed. */
    void another() {
        sql.run("update chatrules.edition set number = number + 1");
        queue.put(TellRules.ALL);
    }
}
