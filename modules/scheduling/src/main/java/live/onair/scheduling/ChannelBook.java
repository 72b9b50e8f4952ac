package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Channels}. Works inside the caller's transaction. */
@Singleton
class ChannelBook {

    /** The backend whose pictures leave by our own edges. */
    static final String OWN = "local";

    private static final Pattern BACKEND = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final String SELECT = "select c.*, s.name studio_name from scheduling.resource c"
            + " left join scheduling.resource s on s.id = c.studio_id where c.kind = 'CHANNEL' ";

    private final Statements sql;
    private final Clock clock;
    private final ResourceBook resources;
    private final Sightings signals;
    private final Event<ResourceEvent> events;

    @Inject
    ChannelBook(Statements sql, Clock clock, ResourceBook resources, Sightings signals, Event<ResourceEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.resources = resources;
        this.signals = signals;
        this.events = events;
    }

    Outcome<Channels.Row> create(Channels.Create wanted) {
        InputCheck input = new InputCheck();
        String backend = wanted.backend() == null ? OWN : wanted.backend();
        if (!BACKEND.matcher(backend).matches()) {
            input.add(ShowRefusal.FIELD_FORM.with("field", "backend"));
        }
        Settings settings = new Settings(
                name(input, wanted.name(), ""),
                studio(input, wanted.studio()),
                seconds(input, "warmUpSeconds", wanted.warmUpSeconds(), 60),
                seconds(input, "graceSeconds", wanted.graceSeconds(), 60));
        if (!input.wrong().isEmpty()) {
            return Outcome.refused(input.wrong());
        }
        String id = resources.nextId(Resources.Kind.CHANNEL);
        sql.run(
                "insert into scheduling.resource (id, kind, name, backend, studio_id, warm_up_s, grace_s, created_at,"
                        + " created_by) values (?, 'CHANNEL', ?, ?, ?, ?, ?, ?, ?)",
                id,
                settings.name(),
                backend,
                settings.studio(),
                settings.warmUp(),
                settings.grace(),
                clock.instant(),
                Acting.actor().id());
        events.fire(new ResourceEvent.Added(id, settings.name()));
        return Outcome.done(find(id).orElseThrow());
    }

    private record Settings(String name, @Nullable String studio, int warmUp, int grace) {}

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
        ShowRows.Named old = before.studio();
        Settings settings = new Settings(
                wanted.name() == null ? before.name() : name(input, wanted.name(), before.id()),
                wanted.studio() == null ? (old == null ? null : old.id()) : studio(input, wanted.studio()),
                seconds(
                        input,
                        "warmUpSeconds",
                        wanted.warmUpSeconds(),
                        before.warmUp().toSeconds()),
                seconds(
                        input,
                        "graceSeconds",
                        wanted.graceSeconds(),
                        before.grace().toSeconds()));
        return input.wrong().isEmpty() ? keep(before, settings) : Outcome.refused(input.wrong());
    }

    private Outcome<Channels.Row> keep(Channels.Row before, Settings settings) {
        sql.run(
                "update scheduling.resource set name = ?, studio_id = ?, warm_up_s = ?, grace_s = ?,"
                        + " version = version + 1 where id = ?",
                settings.name(),
                settings.studio(),
                settings.warmUp(),
                settings.grace(),
                before.id());
        return Outcome.done(changed(before));
    }

    /** Tells what has become of it, and gives it as it is now. */
    Channels.Row changed(Channels.Row before) {
        Channels.Row after = find(before.id()).orElseThrow();
        events.fire(new ResourceEvent.Changed(before.id(), words(before), words(after)));
        return after;
    }

    private String name(InputCheck input, @Nullable String wanted, String butNot) {
        String name = input.line("name", wanted, 1, 60);
        if (resources.isTaken(Resources.Kind.CHANNEL, name, butNot)) {
            input.add(ShowRefusal.NAME_TAKEN.with("name", name));
        }
        return name;
    }

    private static int seconds(InputCheck input, String field, @Nullable Integer wanted, long before) {
        return (int) input.range(field, wanted == null ? before : wanted, 0, 3600);
    }

    private static String words(Channels.Row row) {
        ShowRows.Named studio = row.studio();
        return row.name() + ", " + (studio == null ? "-" : studio.id()) + ", " + row.warmUp() + ", " + row.grace()
                + ", " + row.inputRules().words();
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

    List<ShowRows.CloudAlarm> alarms(String id) {
        return sql.list(
                "select * from scheduling.channel_alarm where channel_id = ?"
                        + " order by array_position(array['RINGS', 'NO_DATA', 'OK'], state), kind, part",
                ShowRows.CloudAlarm::read,
                id);
    }

    List<Channels.Row> list() {
        return sql.list(SELECT + "and c.archived_at is null order by c.id", this::read);
    }

    Optional<Channels.Row> find(String id) {
        return sql.one(SELECT + "and c.id = ?", this::read, id);
    }

    /** The keys that open a channel now, without their ends. */
    List<Channels.Key> keys(String channel) {
        return sql.list(
                "select * from scheduling.stream_key where channel_id = ? and (valid_until is null or valid_until > ?)"
                        + " order by valid_until desc nulls first, created_at desc",
                row -> new Channels.Key(
                        row.text("sha256").substring(0, 8),
                        Channels.Input.valueOf(row.text("input")),
                        row.instant("created_at"),
                        row.text("created_by"),
                        row.instantOrNull("valid_until")),
                channel,
                clock.instant());
    }

    private Channels.Row read(Row row) throws SQLException {
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
                signals.find(id).orElse(null),
                InputBook.rules(row));
    }

    /** Tells the backend the keys of a channel as they are now; what an older work wanted is overtaken. */
    @Singleton
    static class PublishStreamKeysHandler implements WorkHandler<PublishStreamKeysHandler.PublishStreamKeys> {

        private final ChannelBook channels;
        private final ResourceBook resources;
        private final Instance<StreamKeyStore> backends;

        @Inject
        PublishStreamKeysHandler(ChannelBook channels, ResourceBook resources, @Any Instance<StreamKeyStore> backends) {
            this.channels = channels;
            this.resources = resources;
            this.backends = backends;
        }

        @Override
        public Class<PublishStreamKeys> type() {
            return PublishStreamKeys.class;
        }

        @Override
        public Next handle(PublishStreamKeys work) {
            channels.find(work.channel())
                    .ifPresent(channel -> Backend.Named.adapter(backends, channel.backend())
                            .put(channel.id(), resources.keyHashes(channel.id())));
            return Next.done();
        }

        /** Tell the backend which keys open this channel. */
        record PublishStreamKeys(String channel) implements Work {
            @Override
            public String key() {
                return channel;
            }
        }
    }
}
