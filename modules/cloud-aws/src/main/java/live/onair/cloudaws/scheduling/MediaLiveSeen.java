package live.onair.cloudaws.scheduling;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Pair;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.scheduling.spi.ChannelObservation.Pipelines;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;

/**
 * What the account holds for one channel.
 *
 * @param securityGroup the input security group that all channels share, null if there is none
 * @param inputs by their slot
 * @param packaging what there is in MediaPackage
 * @param channel MediaLive's channel, null if there is none
 * @param actions names in the channel's schedule, in order: of those that have begun
 * @param armed names of those with a start that is still to come
 */
record MediaLiveSeen(
        @Nullable SecurityGroup securityGroup,
        Map<Slot, Input> inputs,
        Packaging packaging,
        @Nullable Channel channel,
        List<String> actions,
        List<String> armed) {

    /** States of a channel in which it does not yet or no longer change by itself. */
    private static final Set<String> AT_REST = Set.of("IDLE", "RUNNING", "CREATE_FAILED", "UPDATE_FAILED");

    MediaLiveSeen {
        inputs = Map.copyOf(inputs);
        actions = List.copyOf(actions);
        armed = List.copyOf(armed);
    }

    /** An account in which there is nothing yet. */
    static MediaLiveSeen nothing() {
        return new MediaLiveSeen(
                null, Map.of(), new Packaging(null, List.of(), false, false), null, List.of(), List.of());
    }

    /** The input security group: MediaLive's id and state, and the ids of the inputs that use it. */
    record SecurityGroup(String id, String state, List<String> inputs) {}

    /** An input: MediaLive's id and state, and where it reads if it pulls. */
    record Input(String id, String state, List<String> sources) {}

    /**
     * What there is in MediaPackage.
     *
     * @param group ARN of the channel group, null if there is none
     * @param channels names of the channels in it
     * @param endpoint whether this channel has its origin endpoint
     * @param policy whether that is open to the CDN
     */
    record Packaging(@Nullable String group, List<String> channels, boolean endpoint, boolean policy) {}

    /**
     * A channel.
     *
     * @param state MediaLive's word
     * @param attachments its inputs, in order
     * @param destinations where its outputs go but for the packager: addresses of recordings, words of targets
     * @param pair how MediaLive switches between both inputs, null when it does not
     * @param active attachment that each pipeline sends, while it runs
     * @param by the switch in the schedule that each pipeline has carried out last, as far as it is told
     * @param pipelines how many run
     */
    record Channel(
            String id,
            String arn,
            String state,
            Map<String, String> tags,
            List<String> attachments,
            List<String> destinations,
            @Nullable Pair pair,
            List<String> active,
            List<String> by,
            Pipelines pipelines) {

        boolean isAtRest() {
            return AT_REST.contains(state);
        }

        boolean is(String other) {
            return state.equals(other);
        }

        boolean isOf(Run run) {
            return run.id().equals(tags.get(AwsTags.RUN));
        }

        String runState() {
            return tags.getOrDefault(AwsTags.RUN_STATE, "");
        }

        Channel in(String newState) {
            return new Channel(id, arn, newState, tags, attachments, destinations, pair, active, by, pipelines);
        }

        Channel tagged(Map<String, String> more) {
            return new Channel(
                    id, arn, state, AwsTags.and(tags, more), attachments, destinations, pair, active, by, pipelines);
        }

        Channel configured(List<String> inputs, @Nullable Pair failover, List<String> recordings) {
            return new Channel(id, arn, state, tags, inputs, recordings, failover, active, by, pipelines);
        }

        /** Whether it has a second input. */
        boolean hasBackup() {
            return attachments.contains(Slot.B.word());
        }

        /** Whether nothing but this input is sent. */
        boolean sends(Slot slot) {
            return !active.isEmpty() && active.stream().allMatch(slot.word()::equals);
        }
    }

    /**
     * An alert of MediaLive.
     *
     * @param over whether it has passed
     * @param set since when, null when it is not told
     * @param cleared until when, null while it lasts or when it is not told
     */
    record Alert(
            String type,
            String message,
            boolean over,
            @Nullable Instant set,
            @Nullable Instant cleared) {}

    /**
     * An input switch of ours in the channel's schedule, told by its name.
     *
     * @param byHandAt when somebody asked for it, null when it goes with the show
     * @param startAt the start of a show that it was armed for, null when it was ordered for at once
     */
    record Switch(
            String name,
            int number,
            Slot to,
            @Nullable Instant byHandAt,
            @Nullable Instant startAt) {

        private static final Pattern NAME = Pattern.compile("onair-(\\d+)-([a-z]+)(?:-(\\d+))?(?:-start-(\\d+)-.+)?");

        static Optional<Switch> named(String name) {
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                return Optional.empty();
            }
            return Arrays.stream(Slot.values())
                    .filter(slot -> slot.word().equals(parts.group(2)))
                    .findFirst()
                    .map(slot -> new Switch(
                            name,
                            Integer.parseInt(parts.group(1)),
                            slot,
                            instant(parts.group(3)),
                            instant(parts.group(4))));
        }

        private static @Nullable Instant instant(@Nullable String millis) {
            return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
        }
    }

    MediaLiveSeen with(@Nullable Channel other) {
        return new MediaLiveSeen(securityGroup, inputs, packaging, other, actions, armed);
    }

    MediaLiveSeen with(Packaging other) {
        return new MediaLiveSeen(securityGroup, inputs, other, channel, actions, armed);
    }

    MediaLiveSeen withSecurityGroup(@Nullable SecurityGroup other) {
        return new MediaLiveSeen(other, inputs, packaging, channel, actions, armed);
    }

    MediaLiveSeen withInput(Slot slot, @Nullable Input input) {
        Map<Slot, Input> other = new EnumMap<>(Slot.class);
        other.putAll(inputs);
        if (input == null) {
            other.remove(slot);
        } else {
            other.put(slot, input);
        }
        return new MediaLiveSeen(securityGroup, other, packaging, channel, actions, armed);
    }

    MediaLiveSeen withActions(List<String> begun, List<String> toCome) {
        return new MediaLiveSeen(securityGroup, inputs, packaging, channel, begun, toCome);
    }

    /** The slot that was last switched to, {@link Slot#SOON} if none was: the channel starts on it. */
    Slot ordered() {
        return lastSwitch(slot -> true).map(Switch::to).orElse(Slot.SOON);
    }

    /** The last switch to such a slot. */
    Optional<Switch> lastSwitch(Predicate<Slot> which) {
        return actions.stream()
                .flatMap(name -> Switch.named(name).stream())
                .filter(change -> which.test(change.to()))
                .max(Comparator.comparingInt(Switch::number));
    }

    /** Number of the next switch. MediaLive forgets old actions by itself, never the last switch. */
    int nextNumber() {
        return 1
                + Stream.concat(actions.stream(), armed.stream())
                        .flatMap(name -> Switch.named(name).stream())
                        .mapToInt(Switch::number)
                        .max()
                        .orElse(0);
    }

    /** The switch that is armed for the start of a show. */
    Optional<Switch> armedSwitch() {
        return armed.stream().flatMap(name -> Switch.named(name).stream()).findFirst();
    }

    /** The start that the schedule holds, or that was the last switch; null for none. */
    @Nullable
    Instant armedFor() {
        return armedSwitch()
                .or(() -> lastSwitch(slot -> true))
                .map(Switch::startAt)
                .orElse(null);
    }
}
