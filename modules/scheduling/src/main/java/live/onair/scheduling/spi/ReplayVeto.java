package live.onair.scheduling.spi;

import java.util.Optional;
import live.onair.kernel.Reason;

/** Rooms above that keep a replay from viewers. Asked inside the transaction that would show it. */
public interface ReplayVeto {

    /** Why the replay of this show must not be shown now; empty if it may. */
    Optional<Reason> against(String show);
}
