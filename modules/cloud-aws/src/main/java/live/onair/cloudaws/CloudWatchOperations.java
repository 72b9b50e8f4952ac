package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.CLOUDWATCH;

import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;

/** What Onair may ask of CloudWatch. An alarm is known by its name: putting it again makes no second one. */
public final class CloudWatchOperations {

    public static final AwsOperation<CloudWatchClient, DescribeAlarmsRequest, DescribeAlarmsResponse> DESCRIBE_ALARMS =
            read(CLOUDWATCH, "DescribeAlarms", CloudWatchClient::describeAlarms);
    public static final AwsOperation<CloudWatchClient, PutMetricAlarmRequest, PutMetricAlarmResponse> PUT_ALARM =
            write(CLOUDWATCH, "PutMetricAlarm", CloudWatchClient::putMetricAlarm, "cloudwatch:TagResource");
    public static final AwsOperation<CloudWatchClient, DeleteAlarmsRequest, DeleteAlarmsResponse> DELETE_ALARMS =
            write(CLOUDWATCH, "DeleteAlarms", CloudWatchClient::deleteAlarms);

    private CloudWatchOperations() {}

    /** All of them. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(DESCRIBE_ALARMS, PUT_ALARM, DELETE_ALARMS);
    }
}
