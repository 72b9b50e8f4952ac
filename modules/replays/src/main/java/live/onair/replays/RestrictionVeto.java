package live.onair.replays;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import live.onair.kernel.Reason;
import live.onair.scheduling.spi.ReplayVeto;
import live.onair.sql.Statements;

/** Keeps a restricted replay from being shown. */
@Singleton
class RestrictionVeto implements ReplayVeto {

    private final Statements sql;

    @Inject
    RestrictionVeto(Statements sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Reason> against(String show) {
        return sql.one(
                "select number from replays.restriction where show_id = ? and state in ('OPEN', 'KEPT')",
                row -> RestrictionRefusal.RESTRICTED.with("show", show),
                show);
    }
}
