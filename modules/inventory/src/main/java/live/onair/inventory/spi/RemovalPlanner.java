package live.onair.inventory.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.kernel.Plan;

/** The calls that would clear something away or adopt it, in the order the cloud asks for. Pure: from what was last seen. */
public interface RemovalPlanner {

    /**
     * The plan.
     *
     * @param seen everything that was seen with it
     * @param shows ids of the shows that are touched
     * @return empty while something that stays uses it: the cloud would refuse
     */
    Optional<Plan> plan(Resource target, List<Resource> seen, Remedy deed, List<String> shows, Instant seenAt);
}
