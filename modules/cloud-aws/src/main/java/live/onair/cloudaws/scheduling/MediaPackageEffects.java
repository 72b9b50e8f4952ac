package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.List;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Packaging;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;

/** What a call makes of what was seen in MediaPackage. */
final class MediaPackageEffects {

    private MediaPackageEffects() {}

    private static String arn(CreateChannelGroupRequest make, @Nullable AwsResponse answer) {
        return answer instanceof CreateChannelGroupResponse made
                ? made.arn()
                : "<group " + make.channelGroupName() + ">";
    }

    /** The state after it; without an answer the group's ARN, by which the account is known, stands in angle brackets. */
    static Packaging after(Packaging seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof CreateChannelGroupRequest make) {
            return new Packaging(arn(make, answer), List.of(), false, false);
        }
        if (request instanceof CreateChannelRequest make) {
            List<String> more = new ArrayList<>(seen.channels());
            more.add(make.channelName());
            return new Packaging(seen.group(), more, seen.endpoint(), seen.policy());
        }
        if (request instanceof CreateOriginEndpointRequest) {
            return new Packaging(seen.group(), seen.channels(), true, false);
        }
        if (request instanceof PutOriginEndpointPolicyRequest) {
            return new Packaging(seen.group(), seen.channels(), true, true);
        }
        if (request instanceof DeleteOriginEndpointRequest) {
            return new Packaging(seen.group(), seen.channels(), false, false);
        }
        if (request instanceof DeleteChannelRequest gone) {
            List<String> less = new ArrayList<>(seen.channels());
            less.remove(gone.channelName());
            return new Packaging(seen.group(), less, false, false);
        }
        if (request instanceof DeleteChannelGroupRequest) {
            return new Packaging(null, List.of(), false, false);
        }
        throw new IllegalArgumentException("no effect is known of " + request.getClass());
    }
}
