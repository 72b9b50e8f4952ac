package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.CLOUDFRONT;
import static live.onair.cloudaws.AwsService.SHIELD;

import java.util.List;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationResponse;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.GetInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.GetInvalidationResponse;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupRequest;
import software.amazon.awssdk.services.cloudfront.model.GetKeyGroupResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionResponse;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.shield.model.DescribeProtectionRequest;
import software.amazon.awssdk.services.shield.model.DescribeProtectionResponse;

/** What Onair may ask of CloudFront, and of Shield about it: caches are emptied, and a distribution is changed by a plan. */
public final class CloudFrontOperations {

    public static final AwsOperation<CloudFrontClient, GetDistributionRequest, GetDistributionResponse>
            GET_DISTRIBUTION = read(CLOUDFRONT, "GetDistribution", CloudFrontClient::getDistribution);
    public static final AwsOperation<CloudFrontClient, GetDistributionConfigRequest, GetDistributionConfigResponse>
            GET_DISTRIBUTION_CONFIG =
                    read(CLOUDFRONT, "GetDistributionConfig", CloudFrontClient::getDistributionConfig);
    public static final AwsOperation<CloudFrontClient, UpdateDistributionRequest, UpdateDistributionResponse>
            UPDATE_DISTRIBUTION = write(CLOUDFRONT, "UpdateDistribution", CloudFrontClient::updateDistribution);
    public static final AwsOperation<CloudFrontClient, GetKeyGroupRequest, GetKeyGroupResponse> GET_KEY_GROUP =
            read(CLOUDFRONT, "GetKeyGroup", CloudFrontClient::getKeyGroup);
    public static final AwsOperation<CloudFrontClient, CreateInvalidationRequest, CreateInvalidationResponse>
            INVALIDATE = write(CLOUDFRONT, "CreateInvalidation", CloudFrontClient::createInvalidation);
    public static final AwsOperation<CloudFrontClient, GetInvalidationRequest, GetInvalidationResponse>
            GET_INVALIDATION = read(CLOUDFRONT, "GetInvalidation", CloudFrontClient::getInvalidation);
    public static final AwsOperation<ShieldClient, DescribeProtectionRequest, DescribeProtectionResponse>
            DESCRIBE_PROTECTION = read(SHIELD, "DescribeProtection", ShieldClient::describeProtection);

    private CloudFrontOperations() {}

    /** All of them. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(
                GET_DISTRIBUTION,
                GET_DISTRIBUTION_CONFIG,
                UPDATE_DISTRIBUTION,
                GET_KEY_GROUP,
                INVALIDATE,
                GET_INVALIDATION,
                DESCRIBE_PROTECTION);
    }
}
