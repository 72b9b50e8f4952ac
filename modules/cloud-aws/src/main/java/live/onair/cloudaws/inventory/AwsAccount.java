package live.onair.cloudaws.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsSettings;
import live.onair.inventory.Archive;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.Quota;
import live.onair.inventory.spi.RemovalPlanner;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** The AWS account behind every backend on AWS. */
@Singleton
class AwsAccount implements CloudAccount, RemovalPlanner {

    private final AwsCalls calls;

    @Inject
    AwsAccount(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean isReadOnly() {
        return calls.settings().readOnly();
    }

    @Override
    public State state() {
        if (!calls.settings().enabled()) {
            return state(null, null, null);
        }
        try {
            String account = calls.send(
                            InventoryOperations.WHO,
                            GetCallerIdentityRequest.builder().build())
                    .account();
            return state(account, null, null);
        } catch (CloudException e) {
            return state(null, e.fault(), String.valueOf(e.getMessage()));
        }
    }

    private State state(@Nullable String account, @Nullable CloudFault fault, @Nullable String words) {
        AwsSettings settings = calls.settings();
        return new State(
                settings.enabled(), account, settings.region(), settings.env(), settings.readOnly(), fault, words);
    }

    @Override
    public List<Resource> resources() {
        return new AccountReading(calls).all();
    }

    @Override
    public List<Quota> quotas() {
        return new QuotaReading(calls).all();
    }

    @Override
    public Archive archive() {
        return new ArchiveReading(calls).read();
    }

    @Override
    public Optional<Plan> plan(Resource target, List<Resource> seen, Remedy deed, List<String> shows, Instant seenAt) {
        boolean refused = deed != Remedy.ADOPT && ClearingCourse.isInUse(target);
        return refused ? Optional.empty() : Optional.of(course(target, deed).plan(seen, shows, seenAt));
    }

    @Override
    public boolean carryOut(Resource target, List<Resource> seen, Remedy deed) {
        return course(target, deed).walk(seen, calls).isEmpty();
    }

    private AwsCourse<List<Resource>> course(Resource target, Remedy deed) {
        return deed == Remedy.ADOPT
                ? new AdoptionCourse(calls.settings(), target).course()
                : new ClearingCourse(target, deed).course();
    }
}
