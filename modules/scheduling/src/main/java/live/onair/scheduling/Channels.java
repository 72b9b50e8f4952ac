package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.scheduling.ShowState.Health;
import org.jspecify.annotations.Nullable;

/** Channels: the encoder outputs that shows are sent on, their stream keys, and how they do. */
@Singleton
@Transactional
@Guarded
public class Channels {

    private final ChannelBook book;
    private final InputBook inputs;
    private final ChannelPresses presses;

    @Inject
    Channels(ChannelBook book, InputBook inputs, ChannelPresses presses) {
        this.presses = presses;
        this.book = book;
        this.inputs = inputs;
    }

    /**
     * A new channel.
     *
     * @param backend word of its streaming backend, null for {@code local}; never changes
     * @param studio the studio it stands in, null for none
     * @param warmUpSeconds 0 to 3600, null for 60, as graceSeconds
     */
    public record Create(
            @Nullable String name,
            @Nullable String backend,
            @Nullable String studio,
            @Nullable Integer warmUpSeconds,
            @Nullable Integer graceSeconds) {}

    /**
     * A change of a channel; null leaves a field as it is, an empty studio takes it away. Warm-up and grace count for shows that come from now on.
     *
     * @param version the version that was read, null not to look
     */
    public record Change(
            String id,
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String studio,
            @Nullable Integer warmUpSeconds,
            @Nullable Integer graceSeconds) {}

    /** A channel. */
    public record Row(
            String id,
            String name,
            String backend,
            ShowRows.@Nullable Named studio,
            Duration warmUp,
            Duration grace,
            boolean archived,
            int version,
            List<Key> keys,
            @Nullable Signal signal,
            InputRules inputRules) {

        /** Whether viewers are served by our own edges. */
        public boolean isOnEdges() {
            return backend.equals(ChannelBook.OWN);
        }
    }

    /** The two inputs of a channel; each has stream keys of its own. */
    public enum Input {
        /** The primary one. */
        A("입력 A (주)", "Input A (primary)"),
        /** The backup. */
        B("입력 B (예비)", "Input B (backup)");

        private final String ko;
        private final String en;

        Input(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** Its name in Korean. */
        public String ko() {
            return ko;
        }

        /** Its name in English. */
        public String en() {
            return en;
        }
    }

    /**
     * How many inputs there are and what may happen to them without a hand.
     * @param second whether a backend that has to make a second input does so, from the channel's next run on
     * @param automatic whether the other one takes over when the one that is sent is lost or stands still
     * @param returnSeconds how long A must be steady to be sent again; null for by hand only
     */
    public record InputRules(
            boolean second, boolean automatic, @Nullable Integer returnSeconds) {

        /** As the change log keeps them. */
        String words() {
            String both = (second ? "A+B" : "A/B") + (automatic ? " auto " : " ");
            return both + (returnSeconds == null ? "-" : returnSeconds);
        }
    }

    /** A stream key that still opens an input, known by the first eight digits of its hash; the key itself is not kept. */
    public record Key(
            String mark,
            Input input,
            Instant createdAt,
            String createdBy,
            @Nullable Instant validUntil) {}

    /** The last sample of a channel, in the backend's words and instants; {@code receivedAt} is ours. */
    public record Signal(
            @Nullable String run,
            @Nullable String show,
            String state,
            boolean warmUp,
            boolean slateForced,
            String output,
            boolean connected,
            @Nullable Instant connectedSince,
            @Nullable Instant lostSince,
            @Nullable String encoder,
            int width,
            int height,
            double fps,
            int videoKbps,
            boolean audio,
            @Nullable Instant blackSince,
            @Nullable Instant freezeSince,
            @Nullable Instant silenceSince,
            boolean fileEnded,
            boolean reconnectExpired,
            double seconds,
            Instant sampledAt,
            Instant receivedAt,
            Input active,
            List<InputSignal> inputs,
            Pipelines pipelines,
            ShowRows.Serving serving) {

        /** Whether one of several encoders of the same picture has failed: the show goes on. */
        public boolean isDegraded() {
            return pipelines.running() > 0 && pipelines.running() < pipelines.of();
        }

        /** Whether the backup is sent because the primary input is lost. */
        public boolean isOnBackup() {
            return active == Input.B && inputs.stream().anyMatch(in -> in.input() == Input.A && in.lostSince() != null);
        }

        /** Whether something lasts long enough to mean something. */
        boolean lasts(@Nullable Instant since) {
            return since != null && Duration.between(since, sampledAt).compareTo(Health.LASTING) > 0;
        }
    }

    /** Encoders of the same picture: how many run, and how many should; both 0 where the backend has one or does not tell. */
    public record Pipelines(int running, int of) {}

    /** What came in of one input at the last sample; {@code lostSince} is null when it is there or never was. */
    public record InputSignal(
            Input input,
            boolean connected,
            @Nullable Instant since,
            @Nullable Instant lostSince,
            @Nullable String encoder,
            int width,
            int height,
            double fps,
            int videoKbps) {}

    /** Adds a channel; it has no stream key yet. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "channels.create", ko = "채널 추가", en = "Add channel")
    public Outcome<Row> create(Create wanted) {
        return book.create(wanted);
    }

    /** Renames a channel, moves it to a studio, changes warm-up and grace. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "channels.change", ko = "채널 바꾸기", en = "Change channel")
    public Outcome<Row> change(Change wanted) {
        return book.change(wanted);
    }

    /** Puts a channel away that no open show needs. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "channels.archive", ko = "채널 보관", en = "Archive channel", danger = Action.Danger.CAREFUL)
    public Outcome<String> archive(String id) {
        return book.archive(id);
    }

    /** Sends this input from now on, without a slate between; the confirmation names the channel. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "channels.switchInput", ko = "입력 전환", en = "Switch input", danger = Action.Danger.DANGEROUS)
    public Outcome<Row> switchInput(Lifecycle.Confirmed wanted, @Nullable Input to) {
        return inputs.ask(wanted, to);
    }

    /** What may happen to the inputs without a hand, by its plan; counts at once, on air too, where the backend can. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "channels.inputRules", ko = "자동 전환 설정", en = "Set automatic switching")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Outcome<Row> inputRules(String id, InputRules wanted, @Nullable String plan) {
        return presses.asked(id, Encoders.Wish.rules(wanted))
                .then(presses::foretold)
                .then(now -> presses.rule(now, wanted, plan));
    }

    /** All channels in use, by id. */
    @AllowedTo
    public List<Row> list() {
        return book.list();
    }

    /** One channel, in use or not. */
    @AllowedTo
    public Optional<Row> find(String id) {
        return book.find(id);
    }

    /** The alarms that its backend keeps for the show on it, as they were at the last look; rings first. */
    @AllowedTo
    public List<ShowRows.CloudAlarm> alarms(String id) {
        return book.alarms(id);
    }
}
