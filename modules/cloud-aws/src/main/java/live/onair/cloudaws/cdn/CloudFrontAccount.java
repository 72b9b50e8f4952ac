package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.CloudFrontOperations;
import live.onair.cloudaws.cdn.KeyGroups.Signing;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionRequest;
import software.amazon.awssdk.services.shield.model.DescribeProtectionRequest;

/** Asks CloudFront how a distribution is set up, and Shield whether it guards it; sets what was planned of it, and nothing else. */
@Singleton
@Backend("cloudfront")
class CloudFrontAccount implements CdnAccount {

    private final AwsCalls calls;
    private final Distributions distributions;
    private final MendWishes wishes;
    private final AddressSigner signer;
    private final KeyGroups groups;

    @Inject
    CloudFrontAccount(
            AwsCalls calls,
            Distributions distributions,
            MendWishes wishes,
            @Backend("cloudfront") AddressSigner signer,
            KeyGroups groups) {
        this.calls = calls;
        this.distributions = distributions;
        this.wishes = wishes;
        this.signer = signer;
        this.groups = groups;
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

    private GetDistributionConfigResponse config(String id) {
        return calls.send(
                CloudFrontOperations.GET_DISTRIBUTION_CONFIG,
                GetDistributionConfigRequest.builder().id(id).build());
    }

    @Override
    public Lacks lacks(String cdn) {
        GetDistributionConfigResponse now = config(distributions.must(cdn));
        return LackReading.of(now.eTag(), now.distributionConfig(), wishes, cdn, signing(cdn));
    }

    private Signing signing(String cdn) {
        return signer.signs(cdn) ? wishes.keyGroup().map(groups::signing).orElse(Signing.KNOWN) : Signing.NONE;
    }

    /** The ETag goes with the request: of two who change it at once CloudFront takes one. */
    @Override
    public Optional<String> mend(String cdn, String version, List<MendStep> steps, boolean again) {
        String id = distributions.must(cdn);
        GetDistributionConfigResponse now = config(id);
        DistributionConfig config = now.distributionConfig();
        if (Mending.stands(config, steps, MendStep::after)) {
            return again && !now.eTag().equals(version) ? Optional.of(now.eTag()) : Optional.empty();
        }
        if (!now.eTag().equals(version) || !Mending.stands(config, steps, MendStep::before)) {
            return Optional.empty();
        }
        UpdateDistributionRequest request = UpdateDistributionRequest.builder()
                .id(id)
                .ifMatch(version)
                .distributionConfig(Mending.set(config, steps))
                .build();
        try {
            return Optional.of(calls.send(CloudFrontOperations.UPDATE_DISTRIBUTION, request)
                    .eTag());
        } catch (CloudException e) {
            if (e.fault() == CloudFault.CONFLICT && !config(id).eTag().equals(version)) {
                return Optional.empty();
            }
            throw e;
        }
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
