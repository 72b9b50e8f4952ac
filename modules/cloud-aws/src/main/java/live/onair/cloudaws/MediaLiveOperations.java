package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.MEDIALIVE;

import java.util.List;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleResponse;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.CreateChannelResponse;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputResponse;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.CreateTagsResponse;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteChannelResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleResponse;
import software.amazon.awssdk.services.medialive.model.DescribeChannelRequest;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleRequest;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleResponse;
import software.amazon.awssdk.services.medialive.model.ListAlertsRequest;
import software.amazon.awssdk.services.medialive.model.ListAlertsResponse;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;
import software.amazon.awssdk.services.medialive.model.StartChannelRequest;
import software.amazon.awssdk.services.medialive.model.StartChannelResponse;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelResponse;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;
import software.amazon.awssdk.services.medialive.model.UpdateChannelResponse;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;
import software.amazon.awssdk.services.medialive.model.UpdateInputResponse;

/** What Onair may ask of MediaLive. */
public final class MediaLiveOperations {

    public static final AwsOperation<MediaLiveClient, ListInputSecurityGroupsRequest, ListInputSecurityGroupsResponse>
            LIST_SECURITY_GROUPS = read(MEDIALIVE, "ListInputSecurityGroups", MediaLiveClient::listInputSecurityGroups);
    public static final AwsOperation<MediaLiveClient, CreateInputSecurityGroupRequest, CreateInputSecurityGroupResponse>
            CREATE_SECURITY_GROUP =
                    write(MEDIALIVE, "CreateInputSecurityGroup", MediaLiveClient::createInputSecurityGroup, tagging());
    public static final AwsOperation<MediaLiveClient, DeleteInputSecurityGroupRequest, DeleteInputSecurityGroupResponse>
            DELETE_SECURITY_GROUP =
                    write(MEDIALIVE, "DeleteInputSecurityGroup", MediaLiveClient::deleteInputSecurityGroup);
    public static final AwsOperation<MediaLiveClient, ListInputsRequest, ListInputsResponse> LIST_INPUTS =
            read(MEDIALIVE, "ListInputs", MediaLiveClient::listInputs);
    public static final AwsOperation<MediaLiveClient, CreateInputRequest, CreateInputResponse> CREATE_INPUT =
            write(MEDIALIVE, "CreateInput", MediaLiveClient::createInput, tagging(), "iam:PassRole");
    public static final AwsOperation<MediaLiveClient, UpdateInputRequest, UpdateInputResponse> UPDATE_INPUT =
            write(MEDIALIVE, "UpdateInput", MediaLiveClient::updateInput);
    public static final AwsOperation<MediaLiveClient, DeleteInputRequest, DeleteInputResponse> DELETE_INPUT =
            write(MEDIALIVE, "DeleteInput", MediaLiveClient::deleteInput);
    public static final AwsOperation<MediaLiveClient, ListChannelsRequest, ListChannelsResponse> LIST_CHANNELS =
            read(MEDIALIVE, "ListChannels", MediaLiveClient::listChannels);
    public static final AwsOperation<MediaLiveClient, DescribeChannelRequest, DescribeChannelResponse>
            DESCRIBE_CHANNEL = read(MEDIALIVE, "DescribeChannel", MediaLiveClient::describeChannel);
    public static final AwsOperation<MediaLiveClient, CreateChannelRequest, CreateChannelResponse> CREATE_CHANNEL =
            write(MEDIALIVE, "CreateChannel", MediaLiveClient::createChannel, tagging(), "iam:PassRole");
    public static final AwsOperation<MediaLiveClient, UpdateChannelRequest, UpdateChannelResponse> UPDATE_CHANNEL =
            write(MEDIALIVE, "UpdateChannel", MediaLiveClient::updateChannel, "iam:PassRole");
    public static final AwsOperation<MediaLiveClient, DeleteChannelRequest, DeleteChannelResponse> DELETE_CHANNEL =
            write(MEDIALIVE, "DeleteChannel", MediaLiveClient::deleteChannel);
    public static final AwsOperation<MediaLiveClient, StartChannelRequest, StartChannelResponse> START_CHANNEL =
            write(MEDIALIVE, "StartChannel", MediaLiveClient::startChannel);
    public static final AwsOperation<MediaLiveClient, StopChannelRequest, StopChannelResponse> STOP_CHANNEL =
            write(MEDIALIVE, "StopChannel", MediaLiveClient::stopChannel);
    public static final AwsOperation<MediaLiveClient, DescribeScheduleRequest, DescribeScheduleResponse>
            DESCRIBE_SCHEDULE = read(MEDIALIVE, "DescribeSchedule", MediaLiveClient::describeSchedule);
    public static final AwsOperation<MediaLiveClient, BatchUpdateScheduleRequest, BatchUpdateScheduleResponse>
            UPDATE_SCHEDULE = write(MEDIALIVE, "BatchUpdateSchedule", MediaLiveClient::batchUpdateSchedule);
    public static final AwsOperation<MediaLiveClient, DeleteScheduleRequest, DeleteScheduleResponse> DELETE_SCHEDULE =
            write(MEDIALIVE, "DeleteSchedule", MediaLiveClient::deleteSchedule);
    public static final AwsOperation<MediaLiveClient, ListAlertsRequest, ListAlertsResponse> LIST_ALERTS =
            read(MEDIALIVE, "ListAlerts", MediaLiveClient::listAlerts);
    public static final AwsOperation<MediaLiveClient, CreateTagsRequest, CreateTagsResponse> CREATE_TAGS =
            write(MEDIALIVE, "CreateTags", MediaLiveClient::createTags);

    private MediaLiveOperations() {}

    /** Creating something with tags needs the right to tag as well. */
    private static String tagging() {
        return "medialive:CreateTags";
    }

    /** Those that the adapters of scheduling's ports call: their least policy is made from these. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(
                LIST_SECURITY_GROUPS,
                CREATE_SECURITY_GROUP,
                DELETE_SECURITY_GROUP,
                LIST_INPUTS,
                CREATE_INPUT,
                UPDATE_INPUT,
                DELETE_INPUT,
                LIST_CHANNELS,
                DESCRIBE_CHANNEL,
                CREATE_CHANNEL,
                UPDATE_CHANNEL,
                DELETE_CHANNEL,
                START_CHANNEL,
                STOP_CHANNEL,
                DESCRIBE_SCHEDULE,
                UPDATE_SCHEDULE,
                DELETE_SCHEDULE,
                LIST_ALERTS,
                CREATE_TAGS);
    }
}
