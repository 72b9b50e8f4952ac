package live.onair.cloudaws.scheduling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * The alarms of the show on a channel: deployed before it, removed after it. They are beside the show and never in its
 * way: one that cannot be made or removed is logged, and made or removed with the next step of the channel.
 */
final class ShowAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(ShowAlarms.class);
    private static final int PAGE = 100;

    private final AwsCalls calls;
    private final LastLook<SortedSet<String>> looks;

    ShowAlarms(AwsCalls calls, Clock clock) {
        this.calls = calls;
        this.looks = new LastLook<>(clock);
    }

    /** All whose name begins so. */
    static Stream<MetricAlarm> all(AwsCalls calls, String prefix) {
        return AwsPages.all(
                        token -> calls.send(
                                CloudWatchOperations.DESCRIBE_ALARMS,
                                DescribeAlarmsRequest.builder()
                                        .alarmNamePrefix(prefix)
                                        .maxRecords(PAGE)
                                        .nextToken(token)
                                        .build()),
                        DescribeAlarmsResponse::nextToken)
                .flatMap(page -> page.metricAlarms().stream());
    }

    private String ofChannel(String channel) {
        return AlarmName.all(calls.settings(), channel);
    }

    private String ofRun(Run run) {
        return AlarmName.all(calls.settings(), run);
    }

    private SortedSet<String> names(String prefix) {
        return AlarmCourse.names(all(calls, prefix).map(MetricAlarm::alarmName));
    }

    /** They are there, as far as CloudWatch lets them; those of earlier runs of the channel are not. */
    void deploy(Run run, List<PutMetricAlarmRequest> wanted) {
        beside(ofChannel(run.channel()), AlarmCourse.deploy(wanted));
    }

    /** They are gone, as far as CloudWatch lets them. */
    void remove(Run run) {
        beside(ofRun(run), AlarmCourse.remove());
    }

    private void beside(String prefix, AwsCourse<SortedSet<String>> course) {
        try {
            course.walk(names(prefix), calls);
        } catch (CloudException e) {
            LOG.warn("alarms {}: {}", prefix, e.getMessage());
        }
    }

    /**
     * They are gone; what is left of a channel that is taken away would stay for good.
     *
     * @throws CloudException unless we have no right to: then none was made, either
     */
    void removeForGood(String channel) {
        try {
            AlarmCourse.remove().walk(names(ofChannel(channel)), calls);
        } catch (CloudException e) {
            if (e.fault() != CloudFault.DENIED) {
                throw e;
            }
            LOG.warn("alarms of channel {}: {}", channel, e.getMessage());
        }
    }

    /** The plan with what is asked of CloudWatch: after the calls that make the channel ready, and at the end. */
    Plan joined(Run run, List<Deed> deeds, Function<List<Deed>, Plan> channel, List<PutMetricAlarmRequest> wanted) {
        Plan plan = channel.apply(deeds);
        boolean readies = !channel.apply(only(deeds, Deed.PREPARE, Deed.START)).isEmpty();
        if (!readies && !deeds.contains(Deed.STOP)) {
            return plan;
        }
        String prefix = readies ? ofChannel(run.channel()) : ofRun(run);
        SortedSet<String> seen =
                looks.at(prefix, () -> names(prefix), new TreeSet<>()).seen();
        AwsCourse<SortedSet<String>> course = readies ? AlarmCourse.deploy(wanted) : AlarmCourse.remove();
        List<Plan.Call> all = new ArrayList<>(plan.calls());
        int at = readies ? channel.apply(only(deeds, Deed.PREPARE)).calls().size() : all.size();
        all.addAll(at, course.plan(seen, List.of(), null).calls());
        return new Plan(all, plan.shows(), plan.seenAt());
    }

    private static List<Deed> only(List<Deed> deeds, Deed... which) {
        return deeds.stream().filter(List.of(which)::contains).toList();
    }
}
