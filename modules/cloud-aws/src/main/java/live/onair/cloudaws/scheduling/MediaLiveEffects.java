package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import live.onair.cloudaws.RtmpTargets;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Input;
import live.onair.cloudaws.scheduling.MediaLiveSeen.SecurityGroup;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Pair;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.scheduling.spi.ChannelObservation.Pipelines;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.CreateChannelResponse;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputResponse;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputPreference;
import software.amazon.awssdk.services.medialive.model.InputSourceRequest;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.StartChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;

/** What a call makes of what was seen: from its answer, or foretold. */
final class MediaLiveEffects {

    private MediaLiveEffects() {}

    static MediaLiveSeen after(MediaLiveSeen seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof CreateInputSecurityGroupRequest) {
            String id = answer instanceof CreateInputSecurityGroupResponse made
                    ? made.securityGroup().id()
                    : "<security group>";
            return seen.withSecurityGroup(new SecurityGroup(id, "IDLE", List.of()));
        }
        if (request instanceof DeleteInputSecurityGroupRequest) {
            return seen.withSecurityGroup(null);
        }
        if (request instanceof CreateInputRequest make) {
            return created(seen, make, answer);
        }
        if (request instanceof UpdateInputRequest change) {
            Slot slot = slotOf(seen, change.inputId());
            Input before = Objects.requireNonNull(seen.inputs().get(slot));
            return seen.withInput(slot, new Input(before.id(), before.state(), urls(change.sources())));
        }
        if (request instanceof DeleteInputRequest gone) {
            return withoutInput(seen, gone.inputId());
        }
        return schedule(seen, request, answer);
    }

    private static MediaLiveSeen schedule(MediaLiveSeen seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof BatchUpdateScheduleRequest change) {
            return scheduled(seen, change);
        }
        if (request instanceof DeleteScheduleRequest) {
            return seen.withActions(List.of(), List.of());
        }
        return seen.channel() == null && !(request instanceof CreateChannelRequest)
                ? seen.with(MediaPackageEffects.after(seen.packaging(), request, answer))
                : channel(seen, request, answer);
    }

    private static MediaLiveSeen scheduled(MediaLiveSeen seen, BatchUpdateScheduleRequest change) {
        List<String> begun = new ArrayList<>(seen.actions());
        List<String> toCome = new ArrayList<>(seen.armed());
        if (change.deletes() != null) {
            begun.removeAll(change.deletes().actionNames());
            toCome.removeAll(change.deletes().actionNames());
        }
        List<ScheduleAction> made =
                change.creates() == null ? List.of() : change.creates().scheduleActions();
        for (ScheduleAction action : made) {
            boolean fixed = action.scheduleActionStartSettings().fixedModeScheduleActionStartSettings() != null;
            (fixed ? toCome : begun).add(action.actionName());
        }
        return seen.withActions(begun, toCome);
    }

    private static MediaLiveSeen channel(MediaLiveSeen seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof CreateChannelRequest make) {
            return seen.with(created(make, answer));
        }
        Channel channel = Objects.requireNonNull(seen.channel());
        if (request instanceof UpdateChannelRequest change) {
            return detached(seen, change.inputAttachments())
                    .with(channel.in("UPDATING")
                            .configured(
                                    words(change.inputAttachments()),
                                    pair(change.inputAttachments()),
                                    places(change.destinations())));
        }
        if (request instanceof CreateTagsRequest tag) {
            return seen.with(channel.tagged(tag.tags()));
        }
        if (request instanceof StartChannelRequest) {
            return seen.with(channel.in("STARTING"));
        }
        if (request instanceof StopChannelRequest) {
            return seen.with(channel.in("STOPPING"));
        }
        if (request instanceof DeleteChannelRequest) {
            return seen.with(channel.in("DELETING"));
        }
        return seen.with(MediaPackageEffects.after(seen.packaging(), request, answer));
    }

    private static MediaLiveSeen detached(MediaLiveSeen seen, List<InputAttachment> attached) {
        Input backup = seen.inputs().get(Slot.B);
        return backup == null || words(attached).contains(Slot.B.word())
                ? seen
                : seen.withInput(Slot.B, new Input(backup.id(), "DETACHED", backup.sources()));
    }

    private static MediaLiveSeen created(MediaLiveSeen seen, CreateInputRequest make, @Nullable AwsResponse answer) {
        Slot slot = slotNamed(make.name());
        String id = answer instanceof CreateInputResponse made ? made.input().id() : "<input " + slot.word() + ">";
        return seen.withInput(slot, new Input(id, "DETACHED", urls(make.sources())));
    }

    private static Channel created(CreateChannelRequest make, @Nullable AwsResponse answer) {
        String id = "<channel>";
        String arn = "<channel ARN>";
        if (answer instanceof CreateChannelResponse made) {
            id = made.channel().id();
            arn = made.channel().arn();
        }
        return new Channel(
                id,
                arn,
                "CREATING",
                make.tags(),
                words(make.inputAttachments()),
                places(make.destinations()),
                pair(make.inputAttachments()),
                List.of(),
                List.of(),
                Pipelines.ONE);
    }

    private static MediaLiveSeen withoutInput(MediaLiveSeen seen, String id) {
        Slot slot = slotOf(seen, id);
        Input before = Objects.requireNonNull(seen.inputs().get(slot));
        MediaLiveSeen rest = seen.withInput(slot, new Input(id, "DELETING", before.sources()));
        SecurityGroup group = rest.securityGroup();
        return group == null
                ? rest
                : rest.withSecurityGroup(new SecurityGroup(
                        group.id(),
                        group.state(),
                        group.inputs().stream()
                                .filter(other -> !other.equals(id))
                                .toList()));
    }

    /** What is seen once the service has done what it was on its way to. */
    static MediaLiveSeen settled(MediaLiveSeen seen) {
        MediaLiveSeen now = seen;
        Channel channel = seen.channel();
        boolean gone = channel != null && channel.is("DELETING");
        if (gone) {
            now = now.with((Channel) null);
        } else if (channel != null) {
            now = now.with(
                    channel.in(channel.is("STARTING") ? "RUNNING" : channel.isAtRest() ? channel.state() : "IDLE"));
        }
        for (Slot slot : Slot.values()) {
            Input input = seen.inputs().get(slot);
            if (input != null && input.state().equals("DELETING")) {
                now = now.withInput(slot, null);
            } else if (input != null) {
                String state = gone || input.state().equals("CREATING") ? "DETACHED" : input.state();
                now = now.withInput(slot, new Input(input.id(), state, input.sources()));
            }
        }
        SecurityGroup group = now.securityGroup();
        return group == null || !group.inputs().isEmpty()
                ? now
                : now.withSecurityGroup(new SecurityGroup(group.id(), "IDLE", List.of()));
    }

    /** The slot that a name ends with. */
    static Slot slotNamed(String name) {
        return Slot.valueOf(name.substring(name.lastIndexOf('-') + 1).toUpperCase(java.util.Locale.ROOT));
    }

    private static Slot slotOf(MediaLiveSeen seen, String id) {
        return seen.inputs().entrySet().stream()
                .filter(e -> e.getValue().id().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static List<String> urls(List<InputSourceRequest> sources) {
        return sources.stream().map(InputSourceRequest::url).toList();
    }

    static List<String> words(List<InputAttachment> attachments) {
        return attachments.stream().map(InputAttachment::inputAttachmentName).toList();
    }

    /** How MediaLive switches between two of them; null when it does not. */
    static @Nullable Pair pair(List<InputAttachment> attachments) {
        return attachments.stream()
                .map(InputAttachment::automaticInputFailoverSettings)
                .filter(Objects::nonNull)
                .findFirst()
                .map(set -> new Pair(
                        set.inputPreference() == InputPreference.PRIMARY_INPUT_PREFERRED,
                        Objects.requireNonNullElse(set.errorClearTimeMsec(), 0)))
                .orElse(null);
    }

    /** Addresses of recordings, then the words of targets. */
    static List<String> places(List<OutputDestination> destinations) {
        Stream<String> recordings = destinations.stream()
                .filter(d -> MediaLiveEncoding.RECORDING.equals(d.id()))
                .flatMap(d -> d.settings().stream())
                .map(OutputDestinationSettings::url);
        Stream<String> targets =
                destinations.stream().map(OutputDestination::id).filter(id -> id.startsWith(RtmpTargets.PREFIX));
        return Stream.concat(recordings, targets).toList();
    }
}
