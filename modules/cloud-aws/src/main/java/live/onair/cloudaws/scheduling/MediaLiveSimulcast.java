package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.RtmpTargets;
import live.onair.cloudaws.RtmpTargets.RtmpTarget;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Alert;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastPlanner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;

/**
 * Targets as RTMP output groups of the channel. A channel changes its outputs only while it is idle, so what is told here
 * goes into the channel when it is made or changed for the show's run; here, because it is the same channel.
 */
@Singleton
@Backend("medialive")
class MediaLiveSimulcast implements SimulcastOutputs, SimulcastPlanner {

    private static final Set<String> RUNS = Set.of("STARTING", "RUNNING", "RECOVERING");

    private final AwsCalls calls;
    private final RtmpTargets told;
    private final MediaLiveSight sight;

    @Inject
    MediaLiveSimulcast(AwsCalls calls, RtmpTargets told, Clock clock) {
        this.calls = calls;
        this.told = told;
        this.sight = new MediaLiveSight(calls, clock);
    }

    private Optional<Channel> running(Programme programme) {
        return sight.channel(calls.settings().nameOf(programme.channel()))
                .filter(channel -> programme.show().equals(channel.tags().get(AwsTags.SHOW)))
                .filter(channel -> channel.runState().equals("started") && RUNS.contains(channel.state()));
    }

    private static List<String> words(Channel channel) {
        return channel.destinations().stream()
                .filter(place -> place.startsWith(RtmpTargets.PREFIX))
                .toList();
    }

    @Override
    public List<Output> describe(Programme programme) {
        Channel channel = running(programme).orElse(null);
        if (channel == null) {
            return told.of(programme.show()).stream()
                    .map(one -> new Output(one.id(), one.version(), State.WAITING, null, null, null, null, null))
                    .toList();
        }
        List<Alert> alerts = channel.is("RUNNING")
                ? sight.alerts(channel).stream().filter(one -> !one.over()).toList()
                : List.of();
        return words(channel).stream()
                .map(word -> output(channel, word, alert(programme, word, alerts)))
                .toList();
    }

    private static Output output(Channel channel, String word, @Nullable Alert alert) {
        int cut = word.lastIndexOf('-');
        String id = word.substring(RtmpTargets.PREFIX.length(), cut);
        int version = Integer.parseInt(word.substring(cut + 1));
        if (alert != null) {
            String words = alert.type() + ": " + alert.message();
            return new Output(id, version, State.FAILED, alert.set(), "UNREACHABLE", words, null, null);
        }
        State state = channel.is("RUNNING") ? State.SENDING : State.CONNECTING;
        return new Output(id, version, state, null, null, null, null, null);
    }

    /** An alert names an output by its address, and nothing else of it; without the key, which stands in none we know. */
    private @Nullable Alert alert(Programme programme, String word, List<Alert> alerts) {
        RtmpTarget target = told.of(programme.show()).stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
        if (target == null) {
            return null;
        }
        return alerts.stream()
                .filter(one -> names(one, target.url()) || names(one, target.backup()))
                .findFirst()
                .map(one -> new Alert(one.type(), one.message().replace(target.key(), "***"), false, one.set(), null))
                .orElse(null);
    }

    private static boolean names(Alert alert, @Nullable String url) {
        return url != null && alert.message().contains(url);
    }

    @Override
    public void put(Programme programme, List<Target> targets) {
        if (needsBackup() && targets.stream().anyMatch(one -> one.backup() == null)) {
            throw new CloudException(CloudFault.INVALID, "two pipelines need two servers, and a target has one");
        }
        List<RtmpTarget> wanted = targets.stream()
                .map(one -> new RtmpTarget(one.id(), one.version(), one.address(), one.backup(), one.key()))
                .toList();
        told.put(programme.show(), wanted);
        List<String> words = wanted.stream().map(RtmpTarget::word).toList();
        if (running(programme).filter(channel -> !words(channel).equals(words)).isPresent()) {
            throw new CloudException(
                    CloudFault.CONFLICT, programme.channel() + " runs; its outputs are those it started with");
        }
    }

    @Override
    public Offer offer() {
        return Offer.FROM_START;
    }

    @Override
    public boolean needsBackup() {
        return calls.settings().standard();
    }

    /** What comes into the channel with the run; the rest of the channel is the plan of the press that prepares it. */
    @Override
    public Plan plan(Programme programme, List<Named> addresses) {
        List<RtmpTarget> all = addresses.stream()
                .map(one -> new RtmpTarget(one.id(), one.version(), one.address(), one.backup(), "<key>"))
                .toList();
        String name = calls.settings().nameOf(programme.channel());
        Ladder ladder = MediaLiveWanted.ladder(calls.settings());
        UpdateChannelRequest request = UpdateChannelRequest.builder()
                .channelId("<channel>")
                .destinations(all.stream()
                        .map(one -> MediaLiveRequests.destination(one, needsBackup()))
                        .toList())
                .encoderSettings(settings -> settings.outputGroups(all.stream()
                        .map(one -> MediaLiveEncoding.toTarget(ladder, one))
                        .toList()))
                .build();
        Plan.Call call = new AwsStep.Send<>(
                        MediaLiveOperations.UPDATE_CHANNEL, request, "channel " + name, "medialive UpdateChannel")
                .asPlanned();
        return new Plan(List.of(call), List.of(programme.show()), null);
    }
}
