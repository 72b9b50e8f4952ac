package live.onair.cloudaws;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import live.onair.inventory.CallRows.CallOutcome;
import live.onair.inventory.spi.CallReports;
import live.onair.inventory.spi.CallReports.About;
import live.onair.inventory.spi.CallReports.Sent;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells the inventory of every call that writes: before it leaves, and what became of it. */
@Singleton
class AwsWitness {

    private final @Nullable CallReports reports;
    private final Clock clock;
    private final Ids ids;

    @Inject
    AwsWitness(Instance<CallReports> reports, Clock clock, Ids ids) {
        this(reports.isResolvable() ? reports.get() : null, clock, ids);
    }

    AwsWitness(@Nullable CallReports reports, Clock clock, Ids ids) {
        this.reports = reports;
        this.clock = clock;
        this.ids = ids;
    }

    /** A call that has been told of; null for one that only reads, or is not to be told of. */
    record Seen(AwsOperation<?, ?, ?> operation, AwsSettings settings, SdkPojo request, Sent sent) {}

    @Nullable
    Seen leaves(AwsOperation<?, ?, ?> operation, AwsSettings settings, SdkPojo request) {
        if (reports == null || !operation.writes() || !operation.witnessed()) {
            return null;
        }
        About about = about(operation, settings, request, null);
        Sent sent = new Sent(ids.next(), about, clock.instant(), CallOutcome.UNKNOWN, null, null);
        reports.sent(sent);
        return new Seen(operation, settings, request, sent);
    }

    void answered(@Nullable Seen seen, SdkPojo answer, String requestId) {
        if (seen != null) {
            About about = about(seen.operation(), seen.settings(), seen.request(), answer);
            tell(new Sent(seen.sent().id(), about, seen.sent().at(), CallOutcome.DONE, requestId, null));
        }
    }

    void failed(@Nullable Seen seen, SdkException e, CloudException trouble) {
        if (seen != null) {
            boolean unknown = trouble.fault() == CloudFault.UNKNOWN_OUTCOME;
            Sent sent = seen.sent();
            tell(new Sent(
                    sent.id(),
                    sent.about(),
                    sent.at(),
                    unknown ? CallOutcome.UNKNOWN : CallOutcome.REFUSED,
                    AwsTrouble.maybeRequestId(e),
                    String.valueOf(trouble.getMessage())));
        }
    }

    private void tell(Sent sent) {
        if (reports != null) {
            reports.sent(sent);
        }
    }

    private static About about(
            AwsOperation<?, ?, ?> operation, AwsSettings settings, SdkPojo request, @Nullable SdkPojo answer) {
        AwsTouch touch = AwsTouch.of(settings, request, answer);
        return new About(
                operation.service().word(),
                operation.name(),
                touch.resource(),
                touch.names(),
                touch.channel(),
                touch.show(),
                operation.isInTrail());
    }
}
