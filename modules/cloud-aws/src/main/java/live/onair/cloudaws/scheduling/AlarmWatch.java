package live.onair.cloudaws.scheduling;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudException;
import live.onair.scheduling.spi.StreamHealthReports;
import live.onair.scheduling.spi.StreamHealthReports.Alarm;
import live.onair.scheduling.spi.StreamHealthReports.AlarmState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Looks at the alarms of all shows with one question every ten seconds, which is the shortest time in which one of them can
 * change, and reports what they say.
 */
@Singleton
public class AlarmWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);
    private static final Map<String, String> BACKENDS = Map.of("AWS/MediaLive", "medialive", "AWS/IVS", "ivs");

    private final AwsCalls calls;
    private final StreamHealthReports reports;
    private volatile String trouble = "";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "aws-alarms");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    AlarmWatch(AwsCalls calls, StreamHealthReports reports) {
        this.calls = calls;
        this.reports = reports;
    }

    /** Starts looking; does nothing where AWS is not used. */
    public void start() {
        if (calls.settings().enabled()) {
            timer.scheduleWithFixedDelay(this::look, 0, AlarmTemplate.PERIOD, TimeUnit.SECONDS);
        }
    }

    /** Stops looking. */
    @PreDestroy
    public void stop() {
        timer.shutdownNow();
    }

    void look() {
        try (Acting acting = Acting.as(Actor.ONAIR)) {
            assert acting != null;
            report();
            tell("");
        } catch (CloudException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the alarms could not be reported", e);
        }
    }

    private void report() {
        Map<String, List<Alarm>> all = new LinkedHashMap<>();
        BACKENDS.values().forEach(backend -> all.put(backend, new ArrayList<>()));
        ShowAlarms.all(calls, AlarmName.all(calls.settings()))
                .forEach(alarm -> Optional.ofNullable(BACKENDS.get(String.valueOf(alarm.namespace())))
                        .ifPresent(
                                backend -> read(alarm).ifPresent(all.getOrDefault(backend, new ArrayList<>())::add)));
        all.forEach(reports::alarms);
    }

    private static Optional<Alarm> read(MetricAlarm alarm) {
        return AlarmName.read(alarm.alarmName())
                .map(name -> new Alarm(
                        name.channel(),
                        name.run(),
                        name.word(),
                        name.part(),
                        state(alarm.stateValue()),
                        alarm.stateUpdatedTimestamp()));
    }

    private static AlarmState state(StateValue state) {
        return switch (state) {
            case OK -> AlarmState.OK;
            case ALARM -> AlarmState.RINGS;
            default -> AlarmState.NO_DATA;
        };
    }

    /** Once for each new trouble: the age of what is shown tells the rest. */
    private void tell(String now) {
        if (!now.equals(trouble)) {
            LOG.info("alarms: {}", now.isEmpty() ? "read again" : now);
            trouble = now;
        }
    }
}
