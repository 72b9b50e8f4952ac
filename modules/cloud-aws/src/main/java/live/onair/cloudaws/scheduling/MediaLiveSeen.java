package live.onair.cloudaws.scheduling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;

/**
 * What the account holds for one channel.
 *
 * @param securityGroup the input security group that all channels share, null if there is none
 * @param inputs by their slot
 * @param packaging what there is in MediaPackage
 * @param channel MediaLive's channel, null if there is none
 * @param actions names in the channel's schedule, in order
 */
record MediaLiveSeen(
        @Nullable SecurityGroup securityGroup,
        Map<Slot, Input> inputs,
        Packaging packaging,
        @Nullable Channel channel,
        List<String> actions) {

    /** States of a channel in which it does not yet or no longer change by itself. */
    private static final Set<String> AT_REST = Set.of("IDLE", "RUNNING", "CREATE_FAILED", "UPDATE_FAILED");

    MediaLiveSeen {
        inputs = Map.copyOf(inputs);
        actions = List.copyOf(actions);
    }

    /** An account in which there is nothing yet. */
    static MediaLiveSeen nothing() {
        return new MediaLiveSeen(null, Map.of(), new Packaging(null, List.of(), false, false), null, List.of());
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
     * @param destinations where it records
     * @param active attachment that each pipeline sends, while it runs
     */
    record Channel(
            String id,
            String arn,
            String state,
            Map<String, String> tags,
            List<String> attachments,
            List<String> destinations,
            List<String> active) {

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
            return new Channel(id, arn, newState, tags, attachments, destinations, active);
        }

        Channel tagged(Map<String, String> more) {
            return new Channel(id, arn, state, AwsTags.and(tags, more), attachments, destinations, active);
        }

        Channel configured(List<String> inputs, List<String> recordings) {
            return new Channel(id, arn, state, tags, inputs, recordings, active);
        }
    }

    MediaLiveSeen with(@Nullable Channel other) {
        return new MediaLiveSeen(securityGroup, inputs, packaging, other, actions);
    }

    MediaLiveSeen with(Packaging other) {
        return new MediaLiveSeen(securityGroup, inputs, other, channel, actions);
    }

    MediaLiveSeen withSecurityGroup(@Nullable SecurityGroup other) {
        return new MediaLiveSeen(other, inputs, packaging, channel, actions);
    }

    MediaLiveSeen withInput(Slot slot, @Nullable Input input) {
        Map<Slot, Input> other = new EnumMap<>(Slot.class);
        other.putAll(inputs);
        if (input == null) {
            other.remove(slot);
        } else {
            other.put(slot, input);
        }
        return new MediaLiveSeen(securityGroup, other, packaging, channel, actions);
    }

    MediaLiveSeen withActions(List<String> other) {
        return new MediaLiveSeen(securityGroup, inputs, packaging, channel, other);
    }

    MediaLiveSeen withAction(String name) {
        List<String> more = new ArrayList<>(actions);
        more.add(name);
        return withActions(more);
    }

    /** The slot that was last switched to, {@link Slot#SOON} if none was: the channel starts on it. */
    Slot ordered() {
        Slot last = Slot.SOON;
        for (String action : actions) {
            for (Slot slot : Slot.values()) {
                if (action.matches("onair-\\d+-" + slot.word())) {
                    last = slot;
                }
            }
        }
        return last;
    }
}
