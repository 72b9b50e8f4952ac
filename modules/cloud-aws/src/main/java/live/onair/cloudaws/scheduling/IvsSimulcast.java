package live.onair.cloudaws.scheduling;

import jakarta.inject.Singleton;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastPlanner;

/** An IVS channel has viewers and a recording, and no operation that sends its stream to somebody else's server. */
@Singleton
@Backend("ivs")
class IvsSimulcast implements SimulcastOutputs, SimulcastPlanner {

    @Override
    public List<Output> describe(Programme programme) {
        return List.of();
    }

    @Override
    public void put(Programme programme, List<Target> targets) {
        if (!targets.isEmpty()) {
            throw new CloudException(CloudFault.INVALID, "IVS sends a channel nowhere else");
        }
    }

    @Override
    public Offer offer() {
        return Offer.NONE;
    }

    @Override
    public Plan plan(Programme programme, List<Named> addresses) {
        return new Plan(List.of(), List.of(programme.show()), null);
    }
}
