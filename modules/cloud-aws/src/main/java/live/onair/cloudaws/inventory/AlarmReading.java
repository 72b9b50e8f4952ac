package live.onair.cloudaws.inventory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.spi.Resource;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * The alarms that CloudWatch has of ours. Their names say all that must be known of them (ADR 26): they are ours by name, so
 * that no tag has to be asked for.
 */
final class AlarmReading {

    /** Installation, channel, show, number of its run, template, part. */
    private static final int WORDS = 6;

    private final AwsCalls calls;

    AlarmReading(AwsCalls calls) {
        this.calls = calls;
    }

    List<Resource> all() {
        return AwsPages.all(
                        token -> calls.send(
                                CloudWatchOperations.DESCRIBE_ALARMS,
                                DescribeAlarmsRequest.builder()
                                        .alarmNamePrefix(calls.settings().name() + "/")
                                        .maxRecords(AccountReading.PAGE)
                                        .nextToken(token)
                                        .build()),
                        DescribeAlarmsResponse::nextToken)
                .flatMap(page -> page.metricAlarms().stream())
                .flatMap(AlarmReading::read)
                .toList();
    }

    private static Stream<Resource> read(MetricAlarm alarm) {
        String[] words = alarm.alarmName().split("/");
        return words.length != WORDS
                ? Stream.empty()
                : Stream.of(new Resource(
                        alarm.alarmArn(),
                        "cloudwatch",
                        "alarm",
                        alarm.alarmName(),
                        alarm.alarmName(),
                        alarm.stateValueAsString(),
                        false,
                        Billing.ALWAYS,
                        true,
                        words[1],
                        words[2],
                        Map.of()));
    }
}
