package live.onair.simulcast.spi;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** Outputs in memory: keep every rule of the port, log what they are told, and break when told to. */
@Vetoed
public class FakeOutputs implements SimulcastOutputs, SimulcastPlanner {

    private final Offer offer;
    private final Map<String, List<Target>> told = new HashMap<>();
    private final Map<String, Set<String>> failing = new HashMap<>();
    private final Set<String> onAir = new HashSet<>();
    private final List<String> log = new ArrayList<>();

    @Nullable
    private CloudFault trouble;

    /** None yet. */
    public FakeOutputs(Offer offer) {
        this.offer = offer;
    }

    /** What it was told, in order, keys included. */
    public List<String> log() {
        return log;
    }

    /** Each call fails like this from now on; null for none. */
    public void breaks(@Nullable CloudFault fault) {
        trouble = fault;
    }

    /** The show is on air, or no longer. */
    public void airs(String show, boolean on) {
        if (on) {
            onAir.add(show);
        } else {
            onAir.remove(show);
        }
    }

    /** The other side refuses, or no longer. */
    public void fails(String show, String target, boolean on) {
        Set<String> all = failing.computeIfAbsent(show, key -> new HashSet<>());
        if (on) {
            all.add(target);
        } else {
            all.remove(target);
        }
    }

    /** It was started anew. */
    public void forgets() {
        told.clear();
    }

    private void work() {
        if (trouble != null) {
            throw new CloudException(trouble, "the fake is told to");
        }
    }

    @Override
    public List<Output> describe(Programme programme) {
        work();
        return told.getOrDefault(programme.show(), List.of()).stream()
                .map(target -> output(programme.show(), target))
                .toList();
    }

    private Output output(String show, Target target) {
        if (!onAir.contains(show)) {
            return new Output(target.id(), target.version(), State.WAITING, null, null, null, null, null);
        }
        boolean fails = failing.getOrDefault(show, Set.of()).contains(target.id());
        return fails
                ? new Output(target.id(), target.version(), State.FAILED, null, "REFUSED", "no such key", null, null)
                : new Output(target.id(), target.version(), State.SENDING, null, null, null, null, new Rate(900, 25));
    }

    @Override
    public void put(Programme programme, List<Target> targets) {
        work();
        if (offer == Offer.NONE && !targets.isEmpty()) {
            throw new CloudException(CloudFault.INVALID, "sends nowhere else");
        }
        if (targets.equals(told.getOrDefault(programme.show(), List.of()))) {
            return;
        }
        if (offer == Offer.FROM_START && onAir.contains(programme.show())) {
            throw new CloudException(CloudFault.CONFLICT, "the channel runs");
        }
        log.add("put " + programme.show() + " "
                + targets.stream()
                        .map(one -> one.id() + ":" + one.version() + ":" + one.key())
                        .toList());
        if (targets.isEmpty()) {
            told.remove(programme.show());
        } else {
            told.put(programme.show(), List.copyOf(targets));
        }
    }

    @Override
    public Offer offer() {
        return offer;
    }

    @Override
    public Plan plan(Programme programme, List<Named> addresses) {
        String request = addresses.stream()
                .sorted(Comparator.comparing(Named::id))
                .map(one -> one.address() + "/<key>")
                .toList()
                .toString();
        return new Plan(
                offer == Offer.NONE
                        ? List.of()
                        : List.of(new Plan.Call("fake", "Put", programme.channel(), request, List.of(), null)),
                List.of(programme.show()),
                null);
    }
}
