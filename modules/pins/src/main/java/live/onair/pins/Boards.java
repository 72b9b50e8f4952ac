package live.onair.pins;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import live.onair.sql.Statements;

/** Who changes what a show (or a product) has waits for who does so at the same time. */
@Singleton
class Boards {

    private final Statements sql;
    private final Clock clock;

    @Inject
    Boards(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Until the transaction is over, nobody else changes what this show or product has. */
    void lock(String owner) {
        sql.run("insert into pins.board (owner) values (?) on conflict (owner) do nothing", owner);
        sql.one("select 1 from pins.board where owner = ? for update", row -> true, owner);
    }

    /** What viewers are shown is another from now on. */
    void pinned(@Observes PinEvent event) {
        changed(event.show());
    }

    /** The same for the cards of each show that it concerns. */
    void shown(@Observes CardEvent event) {
        event.shows().forEach(this::changed);
    }

    private void changed(String show) {
        sql.run(
                "insert into pins.board (owner, changed_at) values (?, ?)"
                        + " on conflict (owner) do update set changed_at = excluded.changed_at",
                show,
                clock.instant());
    }

    /** What was so at this instant lies where viewers read it. */
    void published(String show, Instant asOf) {
        sql.run("update pins.board set published_at = ? where owner = ?", asOf, show);
    }

    PinRows.Published published(String show) {
        return sql.one(
                        "select * from pins.board where owner = ?",
                        row -> new PinRows.Published(
                                row.instantOrNull("changed_at"), row.instantOrNull("published_at")),
                        show)
                .orElse(new PinRows.Published(null, null));
    }
}
