package live.onair.cloudaws.cdn;

import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

/** What an owner does once by hand, and Onair never. */
final class OwnersHand {

    private static final AwsOperation<CloudFrontClient, CreateDistributionRequest, CreateDistributionResponse> MAKE =
            AwsOperation.write(AwsService.CLOUDFRONT, "CreateDistribution", CloudFrontClient::createDistribution);

    private OwnersHand() {}

    /** Makes a distribution. */
    static Distribution makes(AwsCalls calls, DistributionConfig config) {
        return calls.send(
                        MAKE,
                        CreateDistributionRequest.builder()
                                .distributionConfig(config)
                                .build())
                .distribution();
    }
}
