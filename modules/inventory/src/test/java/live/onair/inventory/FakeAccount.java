package live.onair.inventory;

import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.Quota;
import live.onair.inventory.spi.RemovalPlanner;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** An account in memory: a list that tests fill, and trouble when they order it. */
@Vetoed
class FakeAccount implements CloudAccount, RemovalPlanner {

    final List<Resource> things = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final List<Quota> quotas = new ArrayList<>();
    boolean enabled = true;
    boolean readOnly;

    @Nullable
    CloudFault fault;

    @Nullable
    CloudFault atCounting;

    Archive archive = Archive.UNKNOWN;

    @Nullable
    CloudFault atCarrying;
    /** How many more times it is only on its way. */
    int slow;

    void clear() {
        things.clear();
        done.clear();
        quotas.clear();
        atCounting = null;
        archive = Archive.UNKNOWN;
        enabled = true;
        readOnly = false;
        fault = null;
        atCarrying = null;
        slow = 0;
    }

    static Resource encoder(String name, @Nullable String channel, boolean running) {
        return new Resource(
                "arn:" + name,
                "ivs",
                "channel",
                name,
                name,
                running ? "LIVE" : "OFFLINE",
                running,
                Billing.WHILE_RUNNING,
                true,
                channel,
                null,
                Map.of("onair:env", "test"));
    }

    static Resource untagged(String name, @Nullable String channel) {
        return new Resource(
                "arn:" + name,
                "ivs",
                "channel",
                name,
                name,
                "OFFLINE",
                false,
                Billing.WHILE_RUNNING,
                false,
                channel,
                null,
                Map.of());
    }

    void becomes(Resource now) {
        things.replaceAll(thing -> thing.arn().equals(now.arn()) ? now : thing);
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public State state() {
        String account = fault == null && enabled ? "111122223333" : null;
        return new State(
                enabled, account, "ap-northeast-2", "test", readOnly, fault, fault == null ? null : "sts: no answer");
    }

    @Override
    public List<Resource> resources() {
        if (fault != null) {
            throw new CloudException(fault, "no answer");
        }
        return List.copyOf(things);
    }

    @Override
    public Archive archive() {
        if (atCounting != null) {
            throw new CloudException(atCounting, "s3 GetBucketReplication: AccessDenied");
        }
        return archive;
    }

    @Override
    public List<Quota> quotas() {
        if (atCounting != null) {
            throw new CloudException(atCounting, "servicequotas ListServiceQuotas: AccessDeniedException");
        }
        return List.copyOf(quotas);
    }

    @Override
    public Optional<Plan> plan(Resource target, List<Resource> seen, Remedy deed, List<String> shows, Instant seenAt) {
        if (target.use() != null) {
            return Optional.empty();
        }
        List<Plan.Call> calls = new ArrayList<>();
        if (deed == Remedy.ADOPT) {
            calls.add(call("TagResource", target));
            return Optional.of(new Plan(calls, shows, seenAt));
        }
        if (target.running()) {
            calls.add(call("StopStream", target));
        }
        if (deed == Remedy.REMOVE) {
            calls.add(call("DeleteChannel", target));
        }
        return Optional.of(new Plan(calls, shows, seenAt));
    }

    private static Plan.Call call(String operation, Resource target) {
        return new Plan.Call(
                "ivs",
                operation,
                target.name(),
                "{\"arn\": \"" + target.arn() + "\"}",
                List.of("ivs:" + operation),
                null);
    }

    @Override
    public boolean carryOut(Resource target, List<Resource> seen, Remedy deed) {
        if (atCarrying != null) {
            throw new CloudException(atCarrying, "ivs DeleteChannel: AccessDenied");
        }
        if (slow-- > 0) {
            return false;
        }
        done.add(deed + " " + target.name());
        if (deed == Remedy.REMOVE) {
            things.removeIf(thing -> thing.arn().equals(target.arn()));
        } else if (deed == Remedy.ADOPT) {
            becomes(target.adopted(Map.of("onair:env", "test")));
        } else {
            becomes(target.in("OFFLINE", false));
        }
        return true;
    }
}
