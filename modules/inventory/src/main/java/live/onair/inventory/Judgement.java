package live.onair.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import live.onair.inventory.InventoryRows.Cause;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.InventoryRows.Verdict;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.Reason;
import live.onair.monitors.Monitors;
import live.onair.scheduling.ShowState;
import org.jspecify.annotations.Nullable;

/**
 * Whether a thing in the account is wanted, and whether it may be touched now. Pure: from what was seen there and what
 * scheduling wants.
 */
record Judgement(Verdict verdict, Cause cause) {

    /** Nothing of a channel is touched so short before a show starts on it. */
    static final Duration QUIET = Duration.ofMinutes(15);
    /** A channel that has just finished needs a moment to stop. */
    static final Duration STOPPING = Duration.ofMinutes(2);

    /** The tag that says to which installation a thing belongs. */
    private static final String INSTALLATION = "onair:env";

    /** Services that are a backend by themselves: what lies there is a channel's only if that is its backend. */
    private static final Set<String> BACKENDS = Set.of("medialive", "ivs");

    private static final Set<ShowState> LIVE = Set.of(ShowState.ON_AIR, ShowState.REHEARSAL, ShowState.STANDBY);

    /**
     * What scheduling wants.
     *
     * @param channels by id of a channel or monitor in use the word of its backend
     * @param archived ids of those that were put away, as far as the account names them
     * @param shows those that run, have just ended, or start soon
     */
    record Wanted(Map<String, String> channels, Set<String> archived, List<ShowOn> shows, Instant now) {

        private List<ShowOn> on(@Nullable String channel) {
            return shows.stream().filter(show -> show.channel().equals(channel)).toList();
        }

        private boolean isMonitor(String channel) {
            return Monitors.KINESIS.equals(channels.get(channel));
        }

        private boolean runs(@Nullable String channel) {
            return on(channel).stream().anyMatch(ShowOn::isLive);
        }

        /** Whether the show is one of those that have their alarms now. */
        private boolean watches(String channel, @Nullable String show) {
            return on(channel).stream()
                    .filter(one -> one.id().equals(show))
                    .anyMatch(one -> one.isLive() || one.state() == ShowState.APPROVED || hasJustEnded(one));
        }

        private boolean hasJustEnded(ShowOn show) {
            return show.endedAt() != null && show.endedAt().plus(STOPPING).isAfter(now);
        }

        private boolean hasJustEnded(@Nullable String channel) {
            return on(channel).stream().anyMatch(this::hasJustEnded);
        }
    }

    /** A show on a channel. */
    record ShowOn(
            String id,
            String channel,
            ShowState state,
            Instant startsAt,
            @Nullable Instant endedAt) {

        boolean isLive() {
            return LIVE.contains(state);
        }
    }

    static Judgement of(Resource thing, Wanted wanted) {
        String channel = thing.channel();
        if (channel == null) {
            return shared(thing, wanted);
        }
        if (!wanted.channels().containsKey(channel)) {
            Cause unwanted = wanted.archived().contains(channel) ? Cause.CHANNEL_ARCHIVED : Cause.CHANNEL_UNKNOWN;
            return new Judgement(Verdict.ORPHAN, thing.ours() ? unwanted : Cause.UNTAGGED);
        }
        if (!thing.ours()) {
            return new Judgement(Verdict.DRIFTED, Cause.UNTAGGED);
        }
        if (isAlarm(thing)) {
            return wanted.watches(channel, thing.use())
                    ? new Judgement(Verdict.WANTED, Cause.SHOW_WATCHED)
                    : new Judgement(Verdict.ORPHAN, Cause.SHOW_OVER);
        }
        if (wanted.isMonitor(channel)) {
            return new Judgement(Verdict.WANTED, Cause.MONITOR);
        }
        boolean runs = wanted.runs(channel);
        if (isEncoder(thing) && thing.running() && !runs && !wanted.hasJustEnded(channel)) {
            return new Judgement(Verdict.IDLE_RUNNING, Cause.NO_SHOW);
        }
        if (thing.is("medialive", "channel") && !thing.running() && runs) {
            return new Judgement(Verdict.DRIFTED, Cause.NOT_RUNNING);
        }
        return new Judgement(Verdict.WANTED, runs ? Cause.SHOW_RUNS : Cause.CHANNEL_RESTS);
    }

    /** It is deployed beside a show and goes after it. */
    private static boolean isAlarm(Resource thing) {
        return thing.is("cloudwatch", "alarm");
    }

    /** Inputs work as long as their channel does: it is the channel that runs for nothing. */
    private static boolean isEncoder(Resource thing) {
        return thing.is("medialive", "channel") || thing.is("ivs", "channel");
    }

    private static Judgement shared(Resource thing, Wanted wanted) {
        // monitors share nothing with each other
        if (wanted.channels().keySet().stream().allMatch(wanted::isMonitor)) {
            return new Judgement(Verdict.ORPHAN, Cause.NOBODY_USES);
        }
        return thing.ours()
                ? new Judgement(Verdict.WANTED, Cause.SHARED)
                : new Judgement(Verdict.DRIFTED, Cause.UNTAGGED);
    }

    /** What can be done about it; what does not carry our tag is not ours to touch, but may be made ours. */
    static @Nullable Remedy deed(Resource thing, Judgement judged) {
        if (!thing.ours()) {
            return judged.verdict() == Verdict.DRIFTED && mayBeAdopted(thing) ? Remedy.ADOPT : null;
        }
        return switch (judged.verdict()) {
            case IDLE_RUNNING -> Remedy.STOP;
            case ORPHAN -> Remedy.REMOVE;
            case DRIFTED, WANTED -> null;
        };
    }

    /** What another installation has tagged is that one's; what lies in a channel group is the group's. */
    private static boolean mayBeAdopted(Resource thing) {
        boolean inGroup =
                thing.service().equals("mediapackagev2") && !thing.kind().equals("group");
        return !inGroup && !thing.tags().containsKey(INSTALLATION);
    }

    /**
     * Why it is not made ours, though it has a name of ours: its channel lives elsewhere and would be reported twice, or
     * has such a thing already, and the adapters take whichever of the two is listed first.
     */
    static Optional<Reason> obstacle(Resource thing, List<Resource> all, Wanted wanted) {
        String backend = thing.channel() == null ? null : wanted.channels().get(thing.channel());
        if (backend != null
                && BACKENDS.contains(thing.service())
                && !thing.service().equals(backend)) {
            return Optional.of(InventoryRefusal.OTHER_BACKEND.with(
                    "name", thing.name(), "backend", backend, "service", thing.service()));
        }
        return all.stream()
                .filter(other -> isTwin(thing, other))
                .findFirst()
                .map(twin -> InventoryRefusal.TWIN.with("name", thing.name(), "twin", twin.arn()));
    }

    /** A channel has one encoder whatever its name, and of other things one of each name. */
    private static boolean isTwin(Resource thing, Resource other) {
        return other.ours()
                && !other.arn().equals(thing.arn())
                && other.is(thing.service(), thing.kind())
                && Objects.equals(other.channel(), thing.channel())
                && (isEncoder(thing) || other.name().equals(thing.name()));
    }

    /** Why nothing of its channel may be touched now. */
    static Optional<Reason> hindrance(Resource thing, Wanted wanted) {
        if (isAlarm(thing)) {
            // one that is not wanted is of no show that runs: taking it away touches nothing
            return Optional.empty();
        }
        for (ShowOn show : wanted.on(thing.channel())) {
            if (show.isLive()) {
                return Optional.of(InventoryRefusal.SHOW_LIVE.with("show", show.id(), "channel", show.channel()));
            }
            boolean soon = show.state() == ShowState.APPROVED
                    && !show.startsAt().isAfter(wanted.now().plus(QUIET));
            if (soon) {
                return Optional.of(InventoryRefusal.SHOW_SOON.with(
                        "show", show.id(), "channel", show.channel(), "minutes", QUIET.toMinutes()));
            }
        }
        return Optional.empty();
    }
}
