package live.onair.cloudaws.scheduling;

import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastOutputsContract;
import live.onair.simulcast.spi.SimulcastPlanner;

/** The contract of simulcast on a backend that has none: it says so. */
class IvsSimulcastTest extends SimulcastOutputsContract {

    private final IvsSimulcast ivs = new IvsSimulcast();

    @Override
    protected SimulcastOutputs port() {
        return ivs;
    }

    @Override
    protected SimulcastPlanner planner() {
        return ivs;
    }

    @Override
    protected Programme prepared() {
        return new Programme("CH-01", "SH-10001");
    }

    @Override
    protected void airs(Programme programme) {}

    @Override
    protected void ends(Programme programme) {}

    @Override
    protected Target elsewhere(String id, int version) {
        return new Target(id, version, "rtmps://live.example.com/app", null, "a-key-of-" + id, false);
    }
}
