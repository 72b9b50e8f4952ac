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
import live.onair.kernel.Plan;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder needs to send to a channel: its server address and its stream key. The console makes the keys of local
 * channels at once; other backends make theirs themselves, when the work gets there, and hand them to whoever asked.
 */
@Singleton
@Transactional
@Guarded
public class Encoders {

    private final KeyBook book;
    private final ChannelPresses presses;

    @Inject
    Encoders(KeyBook book, ChannelPresses presses) {
        this.book = book;
        this.presses = presses;
    }

    /** What can be pressed on a channel and makes its backend do something. */
    public enum ChannelPress {
        /** An input gets a new key. */
        NEW_KEY,
        /** The inputs get other rules. */
        INPUT_RULES
    }

    /** What is wanted of a channel; rules where they are what is wanted. */
    record Wish(ChannelPress press, Channels.Input input, Channels.@Nullable InputRules rules) {

        static Wish newKey(Channels.Input input) {
            return new Wish(ChannelPress.NEW_KEY, input, null);
        }

        static Wish rules(Channels.InputRules rules) {
            return new Wish(ChannelPress.INPUT_RULES, Channels.Input.A, rules);
        }

        /** Tells one wish of a press from another. */
        String word() {
            return rules == null ? input.name() : rules.words();
        }
    }

    /**
     * What would be pressed on a channel.
     *
     * @param input for {@link ChannelPress#NEW_KEY}, null for A
     * @param rules for {@link ChannelPress#INPUT_RULES}
     */
    public record Pressing(
            @Nullable ChannelPress press, Channels.@Nullable Input input, Channels.@Nullable InputRules rules) {

        @Nullable
        Wish wish() {
            if (press == ChannelPress.NEW_KEY) {
                return Wish.newKey(input == null ? Channels.Input.A : input);
            }
            return press == null || rules == null ? null : Wish.rules(rules);
        }
    }

    /**
     * What a press on a channel would make us call.
     *
     * @param hash of the calls and the shows that are touched; the press takes it back
     * @param calls those of the press, in this order
     * @param later those that the channel's next run makes because of it; that run's calls are held against them
     * @param shows those that are touched: planned on the channel with an encoder, or running
     * @param seenAt when the state was seen from which it was made; null if nothing was ever seen
     * @param expiresAt from then on it does not count any more
     */
    public record PlannedPress(
            String channel,
            ChannelPress press,
            String hash,
            List<Plan.Call> calls,
            List<Plan.Call> later,
            List<String> permissions,
            List<String> shows,
            @Nullable Instant seenAt,
            Instant expiresAt) {}

    /** What is known of a channel's addresses. */
    public enum Reach {
        /** Its backend was never asked. */
        UNREAD,
        /** It is being asked. */
        READING,
        /** There they are. */
        THERE,
        /** The backend has nothing for this channel yet. */
        MISSING,
        /** It did not say. */
        FAILED
    }

    /** Where an encoder connects: the RTMP address of an input, without its key. */
    public record Door(Channels.Input input, String server) {}

    /**
     * How an encoder reaches a channel.
     *
     * @param ours whether the console makes the keys; otherwise the backend does
     * @param doors as they were read last, also when the last question failed
     * @param fault word of {@link live.onair.kernel.CloudFault}, why it did not say
     * @param words what it said instead
     */
    public record Connection(
            String channel,
            boolean ours,
            Reach reach,
            List<Door> doors,
            @Nullable Instant readAt,
            @Nullable String fault,
            @Nullable String words) {}

    /**
     * A key that was just made, shown this once; or a question to the backend that makes it.
     *
     * @param key in clear; null if the backend makes it
     * @param oldValidUntil until when the keys before it open the channel, null if there were none or they end at once
     * @param asked the question, null if the key is here
     */
    public record NewKey(
            String channel,
            Channels.Input input,
            @Nullable String key,
            @Nullable Instant oldValidUntil,
            @Nullable Asked asked) {}

    /**
     * A question to a backend.
     *
     * @param ticket opens the answer; it is kept nowhere and lasts for ten minutes
     */
    public record Asked(String order, String ticket) {}

    /** How far a question is. */
    public enum Progress {
        /** The backend is being asked. */
        WAITING,
        /** The key can be taken. */
        READY,
        /** It has been taken, or nobody came in time. */
        TAKEN,
        /** The backend refused. */
        FAILED
    }

    /**
     * How far a question is, and what the backend said if it failed or is asked on.
     *
     * @param fault word of {@link live.onair.kernel.CloudFault}; {@code PLAN_OTHER} if other calls would have been needed than
     *     were approved: then nothing was called
     * @param oldInDoubt whether the key before may open the channel no more although the new one is not there
     */
    public record Answer(
            String order,
            Progress progress,
            @Nullable String fault,
            @Nullable String words,
            boolean oldInDoubt) {}

    /** Opens an answer. */
    public record Take(
            String channel,
            @Nullable String order,
            @Nullable String ticket) {}

    /** The keys of an input, one for each of its addresses, in clear; shown this once. */
    public record Keys(String channel, Channels.Input input, List<String> keys) {}

    /** Shows the exact calls that a press on a channel would lead to; changes nothing, and needs no connection. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "channels.plan", ko = "호출 계획 보기", en = "Show the calls")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Outcome<PlannedPress> plan(String id, Pressing wanted) {
        return presses.asked(id, wanted.wish()).then(presses::foretold).map(presses::kept);
    }

    /**
     * Makes a new key of an input, null for A. On a local channel its old ones still open it for the overlap: 0 to 24 h,
     * null for 10 min. Elsewhere the old one ends at once, nothing is made anew while the channel sends, and the plan with
     * this hash must have been shown; if other calls than its would be needed, none is made.
     */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "channels.rotateKey", ko = "스트림 키 새로 만들기", en = "New stream key", danger = Action.Danger.CAREFUL)
    public Outcome<NewKey> rotateKey(
            String id, Channels.@Nullable Input input, @Nullable Duration overlap, @Nullable String plan) {
        return book.rotate(id, input == null ? Channels.Input.A : input, overlap, plan);
    }

    /** Asks the backend for the key that opens an input now, null for A; what the console makes is shown only once. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "channels.showKey", ko = "스트림 키 보기", en = "Show stream key", danger = Action.Danger.CAREFUL)
    public Outcome<NewKey> showKey(String id, Channels.@Nullable Input input) {
        return book.show(id, input == null ? Channels.Input.A : input);
    }

    /** Takes the keys that a backend has answered; once, and only whoever asked holds the ticket. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "channels.takeKey", ko = "스트림 키 받기", en = "Take stream key")
    public Outcome<Keys> takeKey(Take wanted) {
        return book.take(wanted);
    }

    /** Asks the backend again where the channel's encoders connect. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "channels.readIngest", ko = "서버 주소 다시 읽기", en = "Read server address")
    public Outcome<Connection> readIngest(String id) {
        return book.read(id);
    }

    /** How far a question is. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    public Optional<Answer> answer(String channel, String order) {
        return book.answer(channel, order);
    }

    /** How an encoder reaches a channel, as it was read last. */
    @AllowedTo
    public Optional<Connection> connection(String channel) {
        return book.connection(channel);
    }
}
