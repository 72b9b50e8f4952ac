package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.KeySeal;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.AskIngestHandler.AskIngest;
import live.onair.scheduling.ChannelBook.PublishStreamKeysHandler.PublishStreamKeys;
import live.onair.scheduling.Encoders.Wish;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Keys that the console makes, and questions to those who make theirs themselves. In the caller's transaction. */
@Singleton
class KeyBook {

    /** How long an answer waits for whoever asked. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final ChannelBook channels;
    private final ResourceBook resources;
    private final ChannelPresses presses;
    private final WorkQueue queue;
    private final Event<ResourceEvent> events;

    @Inject
    KeyBook(
            Statements sql,
            Clock clock,
            Ids ids,
            ChannelBook channels,
            ResourceBook resources,
            ChannelPresses presses,
            WorkQueue queue,
            Event<ResourceEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.channels = channels;
        this.resources = resources;
        this.presses = presses;
        this.queue = queue;
        this.events = events;
    }

    private Optional<Channels.Row> inUse(String id) {
        resources.lock(List.of(id));
        return channels.find(id).filter(channel -> !channel.archived());
    }

    private static <T> Outcome<T> none(String id) {
        return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "id"));
    }

    Outcome<Encoders.NewKey> rotate(String id, Channels.Input slot, @Nullable Duration overlap, @Nullable String plan) {
        Channels.Row channel = inUse(id).orElse(null);
        if (channel == null) {
            return none(id);
        }
        Wish wish = Wish.newKey(slot);
        if (channel.backend().equals(ChannelBook.OWN)) {
            return presses.approve(channel, wish, plan)
                    .then(agreed -> make(id, slot, overlap == null ? Duration.ofMinutes(10) : overlap));
        }
        if (overlap != null && !overlap.isZero()) {
            return Outcome.refused(ShowRefusal.KEY_AT_ONCE.with("channel", id, "field", "overlap"));
        }
        Optional<Reason> hindrance = presses.hindrance(channel, slot);
        return hindrance.isPresent()
                ? Outcome.refused(hindrance.get())
                : presses.approve(channel, wish, plan).then(agreed -> ask(channel, slot, "RENEW", plan));
    }

    Outcome<Encoders.NewKey> show(String id, Channels.Input slot) {
        Channels.Row channel = inUse(id).orElse(null);
        if (channel == null) {
            return none(id);
        }
        return channel.backend().equals(ChannelBook.OWN)
                ? Outcome.refused(ShowRefusal.KEY_NOT_KEPT.with("channel", id))
                : ask(channel, slot, "SHOW", null);
    }

    private Outcome<Encoders.NewKey> make(String id, Channels.Input slot, Duration overlap) {
        InputCheck input = new InputCheck();
        input.range("overlap", overlap.toSeconds(), 0, Duration.ofHours(24).toSeconds());
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        Instant end = clock.instant().plus(overlap);
        sql.run(
                "update scheduling.stream_key set valid_until = ? where channel_id = ? and input = ?"
                        + " and (valid_until is null or valid_until > ?)",
                end,
                id,
                slot,
                end);
        Instant old = channels.keys(id).stream().noneMatch(key -> key.input() == slot) ? null : end;
        String clear = ids.secret(16);
        sql.run(
                "insert into scheduling.stream_key (id, channel_id, input, sha256, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?, ?)",
                ids.next(),
                id,
                slot,
                StreamKeyStore.Key.hash(clear),
                clock.instant(),
                Acting.actor().name());
        queue.put(new PublishStreamKeys(id));
        events.fire(new ResourceEvent.KeyRotated(id, old));
        return Outcome.done(new Encoders.NewKey(id, slot, clear, old, null));
    }

    /** Such a channel has a second input only where somebody wants it to. */
    private Outcome<Encoders.NewKey> ask(
            Channels.Row channel, Channels.Input slot, String deed, @Nullable String plan) {
        String id = channel.id();
        if (slot == Channels.Input.B && !channel.inputRules().second()) {
            return Outcome.refused(ShowRefusal.INPUT_SINGLE.with("channel", id));
        }
        Instant now = clock.instant();
        KeySeal.Pair pair = KeySeal.make();
        UUID order = ids.next();
        sql.run(
                "insert into scheduling.key_order (id, channel_id, input, deed, state, seal, asked_at, plan)"
                        + " values (?, ?, ?, ?, 'WAITING', ?, ?, ?)",
                order,
                id,
                slot,
                deed,
                pair.seal().text(),
                now,
                plan == null ? null : plan.toLowerCase(Locale.ROOT));
        queue.put(new AskIngest(id, order.toString()));
        events.fire(new ResourceEvent.KeyAsked(id, slot, deed.equals("RENEW")));
        return Outcome.done(
                new Encoders.NewKey(id, slot, null, null, new Encoders.Asked(order.toString(), pair.ticket())));
    }

    private record Order(
            Channels.Input input,
            Encoders.Answer answer,
            @Nullable String sealed,
            Instant askedAt) {}

    private Optional<Order> order(String channel, String order) {
        return sql.one(
                "select * from scheduling.key_order where channel_id = ? and id::text = ?",
                row -> new Order(
                        Channels.Input.valueOf(row.text("input")),
                        new Encoders.Answer(
                                order,
                                Encoders.Progress.valueOf(row.text("state")),
                                row.textOrNull("fault"),
                                row.textOrNull("words"),
                                !row.isNull("begun_at")
                                        && !Set.of("", "CONFLICT").contains(row.text("fault"))),
                        row.textOrNull("sealed"),
                        row.instant("asked_at")),
                channel,
                order);
    }

    Optional<Encoders.Answer> answer(String channel, String order) {
        return order(channel, order).map(Order::answer);
    }

    Outcome<Encoders.Keys> take(Encoders.Take wanted) {
        resources.lock(List.of(wanted.channel()));
        Order order = order(wanted.channel(), String.valueOf(wanted.order())).orElse(null);
        if (order != null && order.answer().progress() == Encoders.Progress.WAITING) {
            return Outcome.refused(ShowRefusal.KEY_NOT_YET.with("channel", wanted.channel()));
        }
        String sealed = order == null ? null : order.sealed();
        if (order == null || sealed == null || order.askedAt().plus(KEPT).isBefore(clock.instant())) {
            return Outcome.refused(ShowRefusal.KEY_GONE.with("channel", wanted.channel()));
        }
        Optional<String> keys = KeySeal.open(String.valueOf(wanted.ticket()), sealed);
        if (keys.isEmpty()) {
            return Outcome.refused(ShowRefusal.KEY_TICKET.with("field", "ticket"));
        }
        sql.run(
                "update scheduling.key_order set state = 'TAKEN', sealed = null where id::text = ?",
                order.answer().order());
        events.fire(new ResourceEvent.KeyShown(wanted.channel(), order.input()));
        return Outcome.done(new Encoders.Keys(
                wanted.channel(), order.input(), keys.get().lines().toList()));
    }

    Outcome<Encoders.Connection> read(String id) {
        if (inUse(id).isEmpty()) {
            return none(id);
        }
        sql.run(
                "insert into scheduling.ingest (channel_id, inputs, servers, asked_at) values (?, '{}', '{}', ?)"
                        + " on conflict (channel_id) do update set asked_at = excluded.asked_at",
                id,
                clock.instant());
        queue.put(new AskIngest(id, ""));
        return Outcome.done(connection(id).orElseThrow());
    }

    Optional<Encoders.Connection> connection(String id) {
        Channels.Row channel = channels.find(id).orElse(null);
        if (channel == null) {
            return Optional.empty();
        }
        boolean ours = channel.backend().equals(ChannelBook.OWN);
        return sql.one("select * from scheduling.ingest where channel_id = ?", row -> connection(row, id, ours), id)
                .or(() -> Optional.of(
                        new Encoders.Connection(id, ours, Encoders.Reach.UNREAD, List.of(), null, null, null)));
    }

    private static Encoders.Connection connection(Row row, String id, boolean ours) throws SQLException {
        List<String> servers = row.texts("servers");
        List<String> inputs = row.texts("inputs");
        List<Encoders.Door> doors = IntStream.range(0, servers.size())
                .mapToObj(i -> new Encoders.Door(Channels.Input.valueOf(inputs.get(i)), servers.get(i)))
                .toList();
        Instant readAt = row.instantOrNull("read_at");
        String fault = row.textOrNull("fault");
        Encoders.Reach reach =
                fault != null ? Encoders.Reach.FAILED : doors.isEmpty() ? Encoders.Reach.MISSING : Encoders.Reach.THERE;
        boolean reading = readAt == null || readAt.isBefore(row.instant("asked_at"));
        return new Encoders.Connection(
                id, ours, reading ? Encoders.Reach.READING : reach, doors, readAt, fault, row.textOrNull("words"));
    }
}
