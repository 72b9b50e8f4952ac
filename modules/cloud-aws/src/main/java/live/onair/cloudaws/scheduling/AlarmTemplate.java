package live.onair.cloudaws.scheduling;

import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * What a show's alarms watch. Metrics, dimensions and statistics are those of MediaLive's user guide ("Global metrics",
 * "Input metrics", "Output metrics", with the dimension sets of CDK's canned metrics) and of the IVS Low-Latency user guide
 * ("Monitoring Amazon IVS Low-Latency Streaming", table of metrics; a channel is named by the last part of its ARN).
 * Both publish them every second, so a period of 10 s is theirs to give. A metric without data means a channel that does
 * not run, which is no alarm. Dropped frames are not watched: the guide gives that metric no dimension of a channel.
 */
enum AlarmTemplate {
    /** MediaLive says that something is wrong. */
    ALERTS("ActiveAlerts", Statistic.MAXIMUM, ComparisonOperator.GREATER_THAN_THRESHOLD, 0),
    /** No picture comes in. */
    NO_PICTURE("InputVideoFrameRate", Statistic.AVERAGE, ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD, 0),
    /** MediaPackage refuses what MediaLive sends. */
    OUTPUT_4XX("Output4xxErrors", Statistic.SUM, ComparisonOperator.GREATER_THAN_THRESHOLD, 0),
    /** MediaPackage breaks on what MediaLive sends. */
    OUTPUT_5XX("Output5xxErrors", Statistic.SUM, ComparisonOperator.GREATER_THAN_THRESHOLD, 0),
    /** Fewer pictures come in than a viewer takes for motion. */
    FRAME_RATE("IngestFramerate", Statistic.AVERAGE, ComparisonOperator.LESS_THAN_THRESHOLD, 20),
    /** Whole pictures come in so seldom that players start and switch late; IVS asks for one every 2 s. */
    KEYFRAMES("KeyframeInterval", Statistic.MAXIMUM, ComparisonOperator.GREATER_THAN_THRESHOLD, 5);

    /** Goes up with each change of what is above: it stands in the alarms' descriptions. */
    static final int VERSION = 1;

    /** Seconds of one value. */
    static final int PERIOD = 10;
    /** So many values in a row. */
    static final int VALUES = 3;

    final String metric;
    final Statistic statistic;
    final ComparisonOperator comparison;
    final double threshold;

    AlarmTemplate(String metric, Statistic statistic, ComparisonOperator comparison, double threshold) {
        this.metric = metric;
        this.statistic = statistic;
        this.comparison = comparison;
        this.threshold = threshold;
    }

    boolean isOfOutput() {
        return this == OUTPUT_4XX || this == OUTPUT_5XX;
    }
}
