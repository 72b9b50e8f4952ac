package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.CloudFrontOperations;
import live.onair.kernel.CloudException;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionRequest;
import software.amazon.awssdk.services.shield.model.DescribeProtectionRequest;

/** Asks CloudFront how a distribution is set up, and Shield whether it guards it. */
@Singleton
@Backend("cloudfront")
class CloudFrontAccount implements CdnAccount {

    private final AwsCalls calls;
    private final Distributions distributions;

    @Inject
    CloudFrontAccount(AwsCalls calls, Distributions distributions) {
        this.calls = calls;
        this.distributions = distributions;
    }

    @Override
    public boolean knows(String cdn) {
        return distributions.of(cdn).isPresent();
    }

    @Override
    public Optional<CdnSetup> setup(String cdn) {
        String id = distributions.must(cdn);
        Distribution found = calls.send(
                        CloudFrontOperations.GET_DISTRIBUTION,
                        GetDistributionRequest.builder().id(id).build())
                .distribution();
        return Optional.of(DistributionReading.setup(found, isShielded(found.arn())));
    }

    /** CloudFront's own count is a metric of another region, for money: what players tell is taken. */
    @Override
    public OptionalLong carried(String cdn, YearMonth month) {
        return OptionalLong.empty();
    }

    /** Who may not ask Shield still learns the rest. */
    private @Nullable Boolean isShielded(String arn) {
        try {
            return calls.find(
                            CloudFrontOperations.DESCRIBE_PROTECTION,
                            DescribeProtectionRequest.builder().resourceArn(arn).build())
                    .isPresent();
        } catch (CloudException e) {
            return null;
        }
    }
}
