package live.onair.cloudaws.cdn;

import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

/** What an owner does once by hand, and Onair never. */
final class OwnersHand {

    private static final AwsOperation<CloudFrontClient, CreateDistributionRequest, CreateDistributionResponse> MAKE =
            AwsOperation.write(AwsService.CLOUDFRONT, "CreateDistribution", CloudFrontClient::createDistribution);

    private static final AwsOperation<CloudFrontClient, CreateKeyGroupRequest, CreateKeyGroupResponse> GROUP =
            AwsOperation.write(AwsService.CLOUDFRONT, "CreateKeyGroup", CloudFrontClient::createKeyGroup);

    private OwnersHand() {}

    /** Makes a key group that holds this key; its id. */
    static String groups(AwsCalls calls, String key) {
        return calls.send(
                        GROUP,
                        CreateKeyGroupRequest.builder()
                                .keyGroupConfig(
                                        group -> group.name("onair-" + key).items(key))
                                .build())
                .keyGroup()
                .id();
    }

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
