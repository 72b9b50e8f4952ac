package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels.ResourceEvent;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Channels}. Works inside the caller's transaction. */
@Singleton
class ChannelBook {

    private static final Pattern BACKEND = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final String SELECT = "select c.*, s.name studio_name from scheduling.resource c"
            + " left join scheduling.resource s on s.id = c.studio_id where c.kind = 'CHANNEL' ";

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final ResourceBook resources;
    private final SignalBook signals;
    private final WorkQueue queue;
    private final Event<ResourceEvent> events;

    @Inject
    ChannelBook(
            Statements sql,
            Clock clock,
            Ids ids,
            ResourceBook resources,
            SignalBook signals,
            WorkQueue queue,
            Event<ResourceEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.resources = resources;
        this.signals = signals;
        this.queue = queue;
        this.events = events;
    }

    Outcome<Channels.Row> create(Channels.Create wanted) {
        InputCheck input = new InputCheck();
        String name = input.line("name", wanted.name(), 1, 60);
        String backend = wanted.backend() == null ? "local" : wanted.backend();
        if (!BACKEND.matcher(backend).matches()) {
            input.add(ShowRefusal.FIELD_FORM.with("field", "backend"));
        }
        long warmUp = input.range("warmUpSeconds", orElse(wanted.warmUpSeconds(), 60), 0, 3600);
        long grace = input.range("graceSeconds", orElse(wanted.graceSeconds(), 60), 0, 3600);
        String studio = studio(input, wanted.studio());
        if (resources.isTaken(Resources.Kind.CHANNEL, name, "")) {
            input.add(ShowRefusal.NAME_TAKEN.with("name", name));
        }
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        String id = resources.nextId(Resources.Kind.CHANNEL);
        sql.run(
                "insert into scheduling.resource (id, kind, name, backend, studio_id, warm_up_s, grace_s, created_at,"
                        + " created_by) values (?, 'CHANNEL', ?, ?, ?, ?, ?, ?, ?)",
                id,
                name,
                backend,
                studio,
                (int) warmUp,
                (int) grace,
                clock.instant(),
                Acting.actor().id());
        events.fire(new ResourceEvent.Added(id, name));
        return Outcome.done(find(id).orElseThrow());
    }

    Outcome<Channels.Row> change(Channels.Change wanted) {
        resources.lock(List.of(wanted.id()));
        Channels.Row before = find(wanted.id()).orElse(null);
        if (before == null) {
            return Outcome.refused(ShowRefusal.NO_SUCH_RESOURCE.with("id", wanted.id(), "field", "id"));
        }
        InputCheck input = new InputCheck();
        if (wanted.version() != null && wanted.version() != before.version()) {
            input.add(ShowRefusal.STALE.with("expected", wanted.version(), "version", before.version()));
        }
        String name = wanted.name() == null ? before.name() : input.line("name", wanted.name(), 1, 60);
        ShowRows.Named old = before.studio();
        String studio = wanted.studio() == null ? (old == null ? null : old.id()) : studio(input, wanted.studio());
        long warmUp = input.range(
                "warmUpSeconds", orElse(wanted.warmUpSeconds(), before.warmUp().toSeconds()), 0, 3600);
        long grace = input.range(
                "graceSeconds", orElse(wanted.graceSeconds(), before.grace().toSeconds()), 0, 3600);
        if (resources.isTaken(Resources.Kind.CHANNEL, name, before.id())) {
            input.add(ShowRefusal.NAME_TAKEN.with("name", name));
        }
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        sql.run(
                "update scheduling.resource set name = ?, studio_id = ?, warm_up_s = ?, grace_s = ?,"
                        + " version = version + 1 where id = ?",
                name,
                studio,
                (int) warmUp,
                (int) grace,
                before.id());
        Channels.Row after = find(before.id()).orElseThrow();
        events.fire(new ResourceEvent.Changed(before.id(), words(before), words(after)));
        return Outcome.done(after);
    }

    private static String words(Channels.Row row) {
        ShowRows.Named studio = row.studio();
        return row.name() + ", " + (studio == null ? "-" : studio.id()) + ", " + row.warmUp() + ", " + row.grace();
    }

    private static long orElse(@Nullable Integer value, long other) {
        return value == null ? other : value;
    }

    private @Nullable String studio(InputCheck input, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        Optional<Resources.Row> found = resources.find(id).filter(r -> r.kind() == Resources.Kind.STUDIO);
        if (found.isEmpty()) {
            input.add(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "studio"));
        } else if (found.get().archived()) {
            input.add(ShowRefusal.RESOURCE_ARCHIVED.with("id", id, "field", "studio"));
        }
        return id;
    }

    Outcome<String> archive(String id) {
        return resources.archive(id, true);
    }

    Outcome<Channels.NewKey> rotateKey(String id, Duration overlap) {
        InputCheck input = new InputCheck();
        input.range("overlap", overlap.toSeconds(), 0, Duration.ofHours(24).toSeconds());
        if (resources.lock(List.of(id)).stream().noneMatch(r -> r.kind() == Resources.Kind.CHANNEL && !r.archived())) {
            input.add(ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", "id"));
        }
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        Instant now = clock.instant();
        Instant end = now.plus(overlap);
        sql.run(
                "update scheduling.stream_key set valid_until = ? where channel_id = ?"
                        + " and (valid_until is null or valid_until > ?)",
                end,
                id,
                end);
        boolean hadKeys = keys(id).stream().anyMatch(k -> k.validUntil() != null);
        String clear = ids.secret(16);
        sql.run(
                "insert into scheduling.stream_key (id, channel_id, sha256, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?)",
                ids.next(),
                id,
                sha256(clear),
                now,
                Acting.actor().name());
        queue.put(new PublishStreamKeys(id));
        Instant old = hadKeys ? end : null;
        events.fire(new ResourceEvent.KeyRotated(id, old));
        return Outcome.done(new Channels.NewKey(id, clear, old));
    }

    static String sha256(String clear) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(clear.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Channels.Row> list() {
        return sql.list(SELECT + "and c.archived_at is null order by c.id", this::read);
    }

    Optional<Channels.Row> find(String id) {
        return sql.one(SELECT + "and c.id = ?", this::read, id);
    }

    List<StreamKeyStore.Key> keyHashes(String channel) {
        return sql.list(
                "select * from scheduling.stream_key where channel_id = ? and (valid_until is null or valid_until > ?)"
                        + " order by created_at, id",
                row -> new StreamKeyStore.Key(row.text("sha256"), row.instantOrNull("valid_until")),
                channel,
                clock.instant());
    }

    private List<Channels.Key> keys(String channel) {
        return sql.list(
                "select * from scheduling.stream_key where channel_id = ? and (valid_until is null or valid_until > ?)"
                        + " order by created_at desc, id desc",
                row -> new Channels.Key(
                        row.text("sha256").substring(0, 8),
                        row.instant("created_at"),
                        row.text("created_by"),
                        row.instantOrNull("valid_until")),
                channel,
                clock.instant());
    }

    private Channels.Row read(Statements.Row row) throws SQLException {
        String id = row.text("id");
        return new Channels.Row(
                id,
                row.text("name"),
                row.text("backend"),
                row.isNull("studio_id") ? null : new ShowRows.Named(row.text("studio_id"), row.text("studio_name")),
                row.seconds("warm_up_s"),
                row.seconds("grace_s"),
                !row.isNull("archived_at"),
                row.number("version"),
                keys(id),
                signals.find(id).orElse(null));
    }
}
