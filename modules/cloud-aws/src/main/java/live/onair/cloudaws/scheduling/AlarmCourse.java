package live.onair.cloudaws.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/**
 * The ways of a channel's alarms: deployed for a run, with those of earlier runs gone, and removed. Pure. What is seen is
 * the names of the channel's alarms.
 */
final class AlarmCourse {

    private static final List<AlarmTemplate> MEDIALIVE =
            List.of(AlarmTemplate.ALERTS, AlarmTemplate.NO_PICTURE, AlarmTemplate.OUTPUT_4XX, AlarmTemplate.OUTPUT_5XX);
    private static final List<AlarmTemplate> IVS = List.of(AlarmTemplate.FRAME_RATE, AlarmTemplate.KEYFRAMES);

    private AlarmCourse() {}

    /** Those of a run on MediaLive: each template once for each pipeline. */
    static List<PutMetricAlarmRequest> ofMediaLive(AwsSettings settings, Run run, String channelId) {
        return MEDIALIVE.stream()
                .flatMap(template -> (settings.standard() ? Stream.of("0", "1") : Stream.of("0")).map(pipeline -> {
                    Map<String, String> dimensions =
                            new TreeMap<>(Map.of("ChannelId", channelId, "Pipeline", pipeline));
                    if (template.isOfOutput()) {
                        dimensions.put("OutputGroupName", MediaLiveEncoding.PACKAGE);
                    }
                    return request(settings, run, template, pipeline)
                            .namespace("AWS/MediaLive")
                            .dimensions(dimensions(dimensions))
                            .build();
                }))
                .toList();
    }

    /** Those of a run on IVS. */
    static List<PutMetricAlarmRequest> ofIvs(AwsSettings settings, Run run, String arn) {
        return IVS.stream()
                .map(template -> request(settings, run, template, "0")
                        .namespace("AWS/IVS")
                        .dimensions(dimensions(Map.of("Channel", arn.substring(arn.lastIndexOf('/') + 1))))
                        .build())
                .toList();
    }

    private static List<Dimension> dimensions(Map<String, String> names) {
        return new TreeMap<>(names)
                .entrySet().stream()
                        .map(e -> Dimension.builder()
                                .name(e.getKey())
                                .value(e.getValue())
                                .build())
                        .toList();
    }

    private static PutMetricAlarmRequest.Builder request(
            AwsSettings settings, Run run, AlarmTemplate template, String part) {
        SortedMap<String, String> tags = new TreeMap<>(AwsTags.ofChannel(settings, run.channel()));
        tags.put(AwsTags.SHOW, run.show());
        return PutMetricAlarmRequest.builder()
                .alarmName(AlarmName.of(settings, run, template, part).text())
                .alarmDescription("Onair, template " + template.name() + " version " + AlarmTemplate.VERSION
                        + ": made before the show, removed after it")
                .metricName(template.metric)
                .statistic(template.statistic)
                .comparisonOperator(template.comparison)
                .threshold(template.threshold)
                .period(AlarmTemplate.PERIOD)
                .evaluationPeriods(AlarmTemplate.VALUES)
                .treatMissingData("notBreaching")
                .tags(tags.entrySet().stream()
                        .map(e -> Tag.builder()
                                .key(e.getKey())
                                .value(e.getValue())
                                .build())
                        .toList());
    }

    /** These are there, and no others of the channel. */
    static AwsCourse<SortedSet<String>> deploy(List<PutMetricAlarmRequest> wanted) {
        List<String> names =
                wanted.stream().map(PutMetricAlarmRequest::alarmName).toList();
        return course(seen -> wanted.stream()
                .filter(alarm -> !seen.contains(alarm.alarmName()))
                .findFirst()
                .<AwsStep>map(alarm -> new AwsStep.Send<>(
                        CloudWatchOperations.PUT_ALARM, alarm, "alarm " + alarm.alarmName(), "cloudwatch DeleteAlarms"))
                .or(() -> without(seen, names)));
    }

    /** None is there. */
    static AwsCourse<SortedSet<String>> remove() {
        return course(seen -> without(seen, List.of()));
    }

    private static Optional<AwsStep> without(SortedSet<String> seen, Collection<String> kept) {
        // DeleteAlarms takes 100 names
        List<String> gone =
                seen.stream().filter(name -> !kept.contains(name)).limit(100).toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new AwsStep.Send<>(
                        CloudWatchOperations.DELETE_ALARMS,
                        DeleteAlarmsRequest.builder().alarmNames(gone).build(),
                        gone.size() + " alarms of the show",
                        "cloudwatch PutMetricAlarm"));
    }

    private static AwsCourse<SortedSet<String>> course(
            java.util.function.Function<SortedSet<String>, Optional<AwsStep>> next) {
        return new AwsCourse<>(next, AlarmCourse::after, UnaryOperator.identity());
    }

    private static SortedSet<String> after(SortedSet<String> seen, AwsRequest request, @Nullable AwsResponse answer) {
        SortedSet<String> now = new TreeSet<>(seen);
        if (request instanceof PutMetricAlarmRequest put) {
            now.add(put.alarmName());
        } else if (request instanceof DeleteAlarmsRequest gone) {
            now.removeAll(gone.alarmNames());
        }
        return now;
    }

    /** In one fixed order. */
    static SortedSet<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
