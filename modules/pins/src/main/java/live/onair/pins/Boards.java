package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.sql.Statements;

/** Who changes what a show (or a product) has waits for who does so at the same time. */
@Singleton
class Boards {

    private final Statements sql;

    @Inject
    Boards(Statements sql) {
        this.sql = sql;
    }

    /** Until the transaction is over, nobody else changes what this show or product has. */
    void lock(String owner) {
        sql.run("insert into pins.board (owner) values (?) on conflict (owner) do nothing", owner);
        sql.one("select 1 from pins.board where owner = ? for update", row -> true, owner);
    }
}
