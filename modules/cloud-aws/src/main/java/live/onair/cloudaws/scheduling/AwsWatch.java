package live.onair.cloudaws.scheduling;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.StreamHealthReports;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the channels on AWS every two seconds (every four where {@link AwsNews} are heard) and reports how they do: those with a run that is not over each time, the
 * others now and then. Each backend is looked at by itself, so that one that is slow does not keep the other's news back.
 * The services' rates allow about eight running channels on each; with more, the news come less often.
 */
@Singleton
public class AwsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AwsWatch.class);
    private static final int SECONDS_BETWEEN = 2;
    /** Where the account tells its news by itself; the picture's details come by looking only. */
    private static final int SECONDS_BETWEEN_BESIDE_NEWS = 4;
    /** A channel that does nothing is reported in each of so many looks. */
    private static final int NOW_AND_THEN = 15;

    private final AwsCalls calls;
    private final AwsRoster roster;
    private final Map<String, ChannelProvisioner> backends;
    private final StreamHealthReports reports;
    /** By backend; missing before the first look. */
    private final Map<String, Boolean> reachable = new ConcurrentHashMap<>();

    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    /** Our channels by their ARN, as they were listed last. */
    private final Map<String, String> channels = new ConcurrentHashMap<>();

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "aws-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final int between;

    @Inject
    AwsWatch(
            AwsCalls calls,
            AwsRoster roster,
            @Backend("ivs") ChannelProvisioner ivs,
            @Backend("medialive") ChannelProvisioner mediaLive,
            StreamHealthReports reports,
            Config config) {
        this(calls, roster, ivs, mediaLive, reports, !AwsNews.topic(config).isEmpty());
    }

    AwsWatch(
            AwsCalls calls,
            AwsRoster roster,
            ChannelProvisioner ivs,
            ChannelProvisioner mediaLive,
            StreamHealthReports reports,
            boolean hearsNews) {
        this.between = hearsNews ? SECONDS_BETWEEN_BESIDE_NEWS : SECONDS_BETWEEN;
        this.calls = calls;
        this.roster = roster;
        this.backends = Map.of("ivs", ivs, "medialive", mediaLive);
        this.reports = reports;
    }

    /** Starts looking; does nothing where AWS is not used. */
    public void start() {
        if (calls.settings().enabled()) {
            backends.keySet()
                    .forEach(
                            backend -> timer.scheduleWithFixedDelay(() -> look(backend), 0, between, TimeUnit.SECONDS));
        }
    }

    /** Something has happened to what has this ARN: if it is a channel of ours, it is looked at now. */
    void happened(String backend, String arn) {
        if (calls.settings().enabled()) {
            timer.execute(() -> lookAt(backend, arn));
        }
    }

    private void lookAt(String backend, String arn) {
        try (Acting acting = Acting.as(Actor.ONAIR)) {
            assert acting != null;
            if (!channels.containsKey(arn)) {
                roster(backend);
            }
            String channel = channels.get(arn);
            if (channel != null) {
                report(backend, channel);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} on {} could not be looked at", arn, backend, e);
        }
    }

    /** Stops looking. */
    @PreDestroy
    public void stop() {
        timer.shutdownNow();
    }

    void look(String backend) {
        try (Acting acting = Acting.as(Actor.ONAIR)) {
            assert acting != null;
            int number = looks.merge(backend, 1, Integer::sum);
            for (AwsRoster.Entry entry : roster(backend)) {
                if (entry.hasRun() || number % NOW_AND_THEN == 1) {
                    report(backend, entry.channel());
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the channels on {} could not be reported", backend, e);
        }
    }

    /** Empty while the backend does not answer. */
    private List<AwsRoster.Entry> roster(String backend) {
        try {
            List<AwsRoster.Entry> found = roster.of(backend);
            found.forEach(entry -> channels.put(entry.arn(), entry.channel()));
            tellReachable(backend, true, "");
            return found;
        } catch (CloudException e) {
            // Too many calls is an answer.
            if (e.fault() != CloudFault.THROTTLED) {
                tellReachable(backend, false, String.valueOf(e.getMessage()));
            }
            return List.of();
        }
    }

    private void tellReachable(String backend, boolean answers, String why) {
        Boolean before = reachable.put(backend, answers);
        if (before == null || before != answers) {
            reports.reachable(backend, answers);
            LOG.info("{} {}", backend, answers ? "answers" : "does not answer: " + why);
        }
    }

    /** A channel whose report fails does not silence the others. */
    private void report(String backend, String channel) {
        try {
            reports.report(
                    backend, Objects.requireNonNull(backends.get(backend)).describe(channel));
        } catch (RuntimeException e) {
            LOG.warn("channel {} could not be reported", channel, e);
        }
    }
}
