package live.onair.inventory.spi;

import java.util.List;
import live.onair.inventory.Archive;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** The one account that all backends of a cloud share: who we are there, and what it holds of ours. */
public interface CloudAccount {

    /**
     * Who and where we are. Nothing in it is made up: what was not answered is null.
     *
     * @param enabled whether this installation uses the cloud at all
     * @param account its number, null unless the cloud has told it
     * @param region where we work
     * @param env name of this installation
     * @param readOnly whether writes are refused before they leave
     * @param fault why it is not connected, null if it is
     * @param words the same in the cloud's words, null if it is connected
     */
    record State(
            boolean enabled,
            @Nullable String account,
            String region,
            String env,
            boolean readOnly,
            @Nullable CloudFault fault,
            @Nullable String words) {

        /** Whether the cloud has just told us who we are. */
        public boolean isConnected() {
            return account != null;
        }
    }

    /** Whether writes are refused before they leave; as it is set, without asking the cloud. */
    boolean isReadOnly();

    /** Who and where we are, now. Never throws: not being connected is a state. */
    State state();

    /**
     * Everything in the account that carries this installation's tag or a name of ours, with what belongs to it.
     *
     * @throws CloudException if any part of it could not be read: half a list would make the rest look gone
     */
    List<Resource> resources();

    /**
     * How much of what our channels and shows need the account may hold, and holds. What the cloud does not tell has no
     * limit in the answer; it is not guessed.
     *
     * @throws CloudException if any part of it could not be read
     */
    List<Quota> quotas();

    /**
     * What the cloud does by itself with recordings where they lie; {@link Archive#at} is not told by it.
     *
     * @throws CloudException if any part of it could not be read
     */
    Archive archive();

    /**
     * Goes as far as the cloud lets it now; done twice it does nothing the second time. The calls are those of {@link
     * RemovalPlanner#plan} for the same state.
     *
     * @param seen what {@link #resources} has just told
     * @return whether it is at its end; if not, the cloud is on its way: look and call again
     * @throws CloudException {@code DENIED} in read-only mode
     */
    boolean carryOut(Resource target, List<Resource> seen, Remedy deed);
}
