package live.onair.cloudaws.scheduling;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOfOwner;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One short life of a channel on each backend, on a real account: made, started, on air, slated, stopped, taken away. What
 * was made is taken away in any case. {@code ops/aws-smoke/run} starts it; its own test runs it against the stand-in.
 */
final class AwsSmoke {

    private final AwsSettings settings;
    private final AwsCalls calls;
    private final PrintStream out;
    private final Duration patience;
    private final List<String> failed = new ArrayList<>();

    AwsSmoke(AwsSettings settings, PrintStream out, Duration patience) {
        this.settings = settings;
        this.calls = AwsOfOwner.calls(settings);
        this.out = out;
        this.patience = patience;
    }

    /** Arguments: {@code plan} to tell only, {@code run} to do it, and the backends, both when none is named. */
    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean run = words.remove("run");
        words.remove("plan");
        AwsSmoke smoke = new AwsSmoke(AwsOfOwner.settings(System.getenv()), System.out, Duration.ofMinutes(6));
        List<String> backends = words.isEmpty() ? List.of("medialive", "ivs") : words;
        backends.forEach(smoke::tell);
        System.exit(!run || smoke.all(backends) ? 0 : 1);
    }

    private static RunSpec spec(String backend) {
        FeedKind feed = backend.equals("ivs") ? FeedKind.INPUT : FeedKind.TEST;
        return new RunSpec(
                new Run("smoke-" + backend, "SH-SMOKE:1", "SH-SMOKE"),
                new RunSpec.Feed(feed, null, null, "Onair smoke"),
                null,
                false,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                true);
    }

    /** What making the channel will call, in an account in which there is nothing yet. */
    void tell(String backend) {
        Plan plan = backend.equals("ivs")
                ? IvsCourse.prepare(new IvsWanted(settings, spec(backend))).plan(IvsSeen.nothing(), List.of(), null)
                : MediaLiveCourse.prepare(new MediaLiveWanted(settings, spec(backend), "<stream key>"))
                        .plan(MediaLiveSeen.nothing(), List.of(), null);
        out.println("plan " + backend + " in " + settings.region() + ", tag onair:env=smoke");
        plan.calls()
                .forEach(call -> out.println("  " + call.service() + " " + call.operation() + "  " + call.resource()));
    }

    private ChannelProvisioner provisioner(String backend) {
        BucketTexts bucket = new BucketTexts(calls);
        Clock clock = Clock.systemUTC();
        return backend.equals("ivs")
                ? new IvsChannelProvisioner(
                        calls, new IvsReading(calls, bucket), new IvsRecordings(calls, bucket, clock), clock)
                : new MediaLiveChannelProvisioner(
                        calls, new MediaLiveRecordings(calls, bucket), new RtmpTargets(), new Ids(clock), clock);
    }

    boolean all(List<String> backends) {
        backends.forEach(this::live);
        out.println(failed.isEmpty() ? "SMOKE passed " + backends : "SMOKE failed " + failed);
        return failed.isEmpty();
    }

    private void live(String backend) {
        ChannelProvisioner channels = provisioner(backend);
        RunSpec spec = spec(backend);
        Run run = spec.run();
        boolean well = step(backend, "prepare", () -> {
                    channels.prepare(spec);
                    return is(channels, run, State.READY);
                })
                && step(backend, "start", () -> {
                    channels.start(run);
                    return is(channels, run, State.RUNNING);
                })
                && step(backend, "on air", () -> {
                    channels.goOnAir(spec);
                    return !channels.describe(run.channel()).warmUp();
                })
                && step(backend, "slate", () -> {
                    channels.slate(run, true);
                    return channels.describe(run.channel()).slateForced();
                });
        out.println(backend + (well ? ": lived; taking it away" : ": broke off; taking away what there is"));
        step(backend, "stop", () -> {
            channels.stop(run);
            return !is(channels, run, State.RUNNING);
        });
        step(backend, "remove", () -> channels.remove(run.channel()));
    }

    private static boolean is(ChannelProvisioner channels, Run run, State state) {
        return channels.describe(run.channel()).state() == state;
    }

    /** Asked until it is so, as the console's work does; trouble that waiting cannot mend ends it. */
    private boolean step(String backend, String name, BooleanSupplier act) {
        long began = System.nanoTime();
        CloudException[] last = new CloudException[1];
        try {
            org.awaitility.Awaitility.await()
                    .atMost(patience)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(settings.endpoints().isEmpty() ? 3 : 1))
                    .until(() -> {
                        try {
                            return act.getAsBoolean();
                        } catch (CloudException e) {
                            last[0] = e;
                            if (!e.fault().isRetried() && e.fault() != CloudFault.NOT_FOUND) {
                                throw e;
                            }
                            return false;
                        }
                    });
            out.printf("%s %s: ok, %.1f s%n", backend, name, (System.nanoTime() - began) / 1e9);
            return true;
        } catch (ConditionTimeoutException | CloudException e) {
            String why = last[0] == null ? "not so in time" : last[0].fault() + " " + last[0].getMessage();
            out.println(backend + " " + name + ": FAILED, " + why);
            failed.add(backend + " " + name);
            return false;
        }
    }

    /** The settings that the environment names, for the test. */
    static AwsSettings of(Map<String, String> environment) {
        return AwsOfOwner.settings(environment);
    }
}
