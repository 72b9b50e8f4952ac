package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ResourceBook.RemoveChannelHandler.RemoveChannel;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Resources}, and what is the same for channels. Works inside the caller's transaction. */
@Singleton
class ResourceBook {

    private final Statements sql;
    private final Clock clock;
    private final Event<ResourceEvent> events;
    private final WorkQueue queue;

    @Inject
    ResourceBook(Statements sql, Clock clock, Event<ResourceEvent> events, WorkQueue queue) {
        this.queue = queue;
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** A resource as a reservation needs it. */
    record Held(
            String id,
            Resources.Kind kind,
            String name,
            @Nullable String studio,
            int warmUp,
            int grace,
            boolean archived) {}

    /**
     * Locks the resources in the order of their ids and reads them. Whoever takes or releases slots of them waits here,
     * so that two writers never wait for each other inside the exclusion constraint.
     */
    List<Held> lock(Collection<String> ids) {
        return sql.list(
                "select * from scheduling.resource where id = any (?) order by id for no key update",
                ResourceBook::held,
                ids);
    }

    /** All resources, by id; locks nothing. */
    Map<String, Held> all() {
        return sql.list("select * from scheduling.resource", ResourceBook::held).stream()
                .collect(Collectors.toMap(Held::id, Function.identity()));
    }

    private static Held held(Row row) throws SQLException {
        return new Held(
                row.text("id"),
                Resources.Kind.valueOf(row.text("kind")),
                row.text("name"),
                row.textOrNull("studio_id"),
                row.number("warm_up_s"),
                row.number("grace_s"),
                !row.isNull("archived_at"));
    }

    Outcome<Resources.Row> create(Resources.Kind kind, @Nullable String name) {
        InputCheck input = new InputCheck();
        String clean = input.line("name", name, 1, 60);
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        if (isTaken(kind, clean, "")) {
            return Outcome.refused(ShowRefusal.NAME_TAKEN.with("name", clean));
        }
        String id = nextId(kind);
        sql.run(
                "insert into scheduling.resource (id, kind, name, created_at, created_by) values (?, ?, ?, ?, ?)",
                id,
                kind,
                clean,
                clock.instant(),
                Acting.actor().id());
        events.fire(new ResourceEvent.Added(id, clean));
        return Outcome.done(find(id).orElseThrow());
    }

    Outcome<Resources.Row> rename(String id, @Nullable Integer version, @Nullable String name) {
        InputCheck input = new InputCheck();
        String clean = input.line("name", name, 1, 60);
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        lock(List.of(id));
        Optional<Resources.Row> before = find(id).filter(row -> row.kind() != Resources.Kind.CHANNEL);
        if (before.isEmpty()) {
            return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "id"));
        }
        if (version != null && version != before.get().version()) {
            return Outcome.refused(ShowRefusal.STALE.with(
                    "expected", version, "version", before.get().version()));
        }
        if (isTaken(before.get().kind(), clean, id)) {
            return Outcome.refused(ShowRefusal.NAME_TAKEN.with("name", clean));
        }
        sql.run("update scheduling.resource set name = ?, version = version + 1 where id = ?", clean, id);
        events.fire(new ResourceEvent.Changed(id, before.get().name(), clean));
        return Outcome.done(find(id).orElseThrow());
    }

    Outcome<String> archive(String id, boolean channel) {
        List<Held> held = lock(List.of(id));
        if (held.isEmpty() || (held.get(0).kind() == Resources.Kind.CHANNEL) != channel) {
            return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "id"));
        }
        if (held.get(0).archived()) {
            return Outcome.done(id);
        }
        Optional<String> needed = sql.one(
                "select v.show_id from scheduling.reservation v join scheduling.show s on s.id = v.show_id"
                        + " where v.resource_id = ? and (upper(v.during) > ? or s.state in ('STANDBY', 'ON_AIR'))"
                        + " order by lower(v.during) limit 1",
                row -> row.text("show_id"),
                id,
                clock.instant());
        if (needed.isPresent()) {
            return Outcome.refused(ShowRefusal.STILL_NEEDED.with("id", id, "show", needed.get()));
        }
        sql.run(
                "update scheduling.resource set archived_at = ?, version = version + 1 where id = ?",
                clock.instant(),
                id);
        if (channel) {
            queue.put(new RemoveChannel(id));
        }
        events.fire(new ResourceEvent.Archived(id));
        return Outcome.done(id);
    }

    List<Resources.Row> list(Resources.Kind kind) {
        return sql.list(
                "select * from scheduling.resource where kind = ? and archived_at is null order by name, id",
                ResourceBook::read,
                kind);
    }

    Optional<Resources.Row> find(String id) {
        return sql.one("select * from scheduling.resource where id = ?", ResourceBook::read, id);
    }

    boolean isTaken(Resources.Kind kind, String name, String butNot) {
        return sql.one(
                        "select id from scheduling.resource where kind = ? and lower(name) = ? and id <> ?"
                                + " and archived_at is null",
                        row -> row.text("id"),
                        kind,
                        name.toLowerCase(Locale.ROOT),
                        butNot)
                .isPresent();
    }

    String nextId(Resources.Kind kind) {
        long number = sql.one("select nextval(?::regclass) n", row -> row.big("n"), "scheduling." + kind.sequence)
                .orElseThrow();
        return kind.prefix + String.format(Locale.ROOT, "%02d", number);
    }

    private static Resources.Row read(Row row) throws SQLException {
        return new Resources.Row(
                row.text("id"),
                Resources.Kind.valueOf(row.text("kind")),
                row.text("name"),
                !row.isNull("archived_at"),
                row.number("version"));
    }

    /** The keys that open a channel now. */
    List<StreamKeyStore.Key> keyHashes(String channel) {
        return sql.list(
                "select * from scheduling.stream_key where channel_id = ? and (valid_until is null or valid_until > ?)"
                        + " order by valid_until nulls last, created_at",
                row -> new StreamKeyStore.Key(
                        row.text("sha256"), row.instantOrNull("valid_until"), Input.valueOf(row.text("input"))),
                channel,
                clock.instant());
    }

    /** Takes away what the backend keeps for a channel that was put away, for as long as it takes. */
    @Singleton
    static class RemoveChannelHandler implements WorkHandler<RemoveChannelHandler.RemoveChannel> {

        private final ChannelBook channels;
        private final Instance<ChannelProvisioner> backends;

        @Inject
        RemoveChannelHandler(ChannelBook channels, @Any Instance<ChannelProvisioner> backends) {
            this.channels = channels;
            this.backends = backends;
        }

        @Override
        public Class<RemoveChannel> type() {
            return RemoveChannel.class;
        }

        @Override
        public Next handle(RemoveChannel work) {
            boolean gone = channels.find(work.channel())
                    .filter(Channels.Row::archived)
                    .map(channel ->
                            Backend.Named.adapter(backends, channel.backend()).remove(channel.id()))
                    .orElse(true);
            return gone ? Next.done() : Next.after(ChannelPlan.LOOK);
        }

        /** Take away what the backend keeps for this channel. */
        record RemoveChannel(String channel) implements Work {
            @Override
            public String key() {
                return channel;
            }
        }
    }
}
