package live.onair.planning;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowEvent;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link CalendarFeeds}. Works inside the caller's transaction. */
@Singleton
class FeedBook {

    static final int MOST = 50;
    private static final Duration GRAIN = Duration.ofMinutes(1);
    private static final Set<String> SHOWN =
            Set.of("title", "description", "start", "end", "channel", "studio", "hosts");

    private final Statements sql;
    private final Channels channels;
    private final Resources resources;
    private final Clock clock;
    private final Ids ids;
    private final Event<PlanningEvent> events;

    @Inject
    FeedBook(
            Statements sql, Channels channels, Resources resources, Clock clock, Ids ids, Event<PlanningEvent> events) {
        this.sql = sql;
        this.channels = channels;
        this.resources = resources;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    Outcome<CalendarFeeds.Issued> create(CalendarFeeds.Create wanted) {
        Actor actor = Acting.actor();
        String target = wanted.kind() == CalendarFeeds.Kind.PERSON ? actor.id() : String.valueOf(wanted.target());
        if (wanted.kind() == CalendarFeeds.Kind.PERSON
                && wanted.target() != null
                && !wanted.target().equals(target)) {
            return Outcome.refused(PlanningRefusal.NOT_YOURS.with());
        }
        Optional<String> name = nameOf(wanted.kind(), target, actor);
        if (name.isEmpty()) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_TARGET.with("id", target, "field", "target"));
        }
        if (list(actor.id()).stream().filter(row -> row.revokedAt() == null).count() >= MOST) {
            return Outcome.refused(PlanningRefusal.FEED_COUNT.with("max", MOST));
        }
        return Outcome.done(issued(wanted.kind(), target, name.get(), actor));
    }

    private CalendarFeeds.Issued issued(CalendarFeeds.Kind kind, String target, String name, Actor owner) {
        UUID id = ids.next();
        String token = ids.secret(32);
        sql.run(
                "insert into planning.calendar_feed (id, sha256, kind, target, name, owner, owner_name, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                Ids.digest(token),
                kind,
                target,
                name,
                owner.id(),
                owner.name(),
                clock.instant());
        events.fire(new PlanningEvent.FeedCreated(id.toString(), kind, target));
        return new CalendarFeeds.Issued(find(id).orElseThrow(), token, "/calendar/" + token + ".ics");
    }

    private Optional<String> nameOf(CalendarFeeds.Kind kind, String target, Actor actor) {
        return switch (kind) {
            case CHANNEL -> channels.find(target).map(Channels.Row::name);
            case HOST ->
                resources.list(Resources.Kind.HOST).stream()
                        .filter(host -> host.id().equals(target))
                        .map(Resources.Row::name)
                        .findFirst();
            case PERSON -> Optional.of(actor.name());
        };
    }

    Outcome<CalendarFeeds.Row> revoke(UUID id) {
        Actor actor = Acting.actor();
        Optional<CalendarFeeds.Row> found = sql.one(
                "select * from planning.calendar_feed where id = ? and revoked_at is null and (owner = ? or ?)",
                FeedBook::read,
                id,
                actor.id(),
                actor.isOneOf(Role.ADMIN));
        if (found.isEmpty()) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_FEED.with("id", id));
        }
        sql.run("update planning.calendar_feed set revoked_at = ? where id = ?", clock.instant(), id);
        events.fire(new PlanningEvent.FeedRevoked(
                id.toString(), found.get().kind(), found.get().target()));
        return Outcome.done(find(id).orElseThrow());
    }

    List<CalendarFeeds.Row> list(@Nullable String owner) {
        return sql.list(
                "select * from planning.calendar_feed where owner = coalesce(?, owner)"
                        + " order by revoked_at is not null, created_at desc limit 500",
                FeedBook::read,
                owner);
    }

    private Optional<CalendarFeeds.Row> find(UUID id) {
        return sql.one("select * from planning.calendar_feed where id = ?", FeedBook::read, id);
    }

    /** The feed a token opens; how it was used lately is noted once a minute. */
    Optional<CalendarFeeds.Row> use(String token) {
        if (!token.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        Optional<CalendarFeeds.Row> found = sql.one(
                "select * from planning.calendar_feed where sha256 = ? and revoked_at is null",
                FeedBook::read,
                Ids.digest(token));
        found.ifPresent(feed -> sql.run(
                "update planning.calendar_feed set last_used = ? where id = ? and (last_used is null or last_used < ?)",
                clock.instant(),
                feed.id(),
                clock.instant().minus(GRAIN)));
        return found;
    }

    private static CalendarFeeds.Row read(Row row) throws SQLException {
        return new CalendarFeeds.Row(
                UUID.fromString(row.text("id")),
                CalendarFeeds.Kind.valueOf(row.text("kind")),
                row.text("target"),
                row.text("name"),
                row.text("owner_name"),
                row.instant("created_at"),
                row.instantOrNull("last_used"),
                row.instantOrNull("revoked_at"));
    }

    /** How often a show has changed in a way that a calendar shows, and when last. */
    record Revision(int sequence, Instant at) {}

    Map<String, Revision> revisions(Collection<String> shows) {
        Map<String, Revision> revisions = new HashMap<>();
        sql.list(
                "select * from planning.calendar_sequence where show_id = any (?)",
                row -> revisions.put(
                        row.text("show_id"), new Revision(row.number("sequence"), row.instant("changed_at"))),
                shows);
        return revisions;
    }

    void showChanged(@Observes ShowEvent event) {
        boolean shown = event instanceof ShowEvent.Changed changed
                ? changed.fields().keySet().stream().anyMatch(SHOWN::contains)
                : event instanceof ShowEvent.Extended
                        || event instanceof ShowEvent.Cancelled
                        || event instanceof ShowEvent.Approved
                        || event instanceof ShowEvent.ReturnedToReview
                        || event instanceof ShowEvent.SentBack;
        if (shown) {
            sql.run(
                    "insert into planning.calendar_sequence (show_id, sequence, changed_at) values (?, 1, ?)"
                            + " on conflict (show_id) do update set sequence = calendar_sequence.sequence + 1,"
                            + " changed_at = excluded.changed_at",
                    event.show(),
                    clock.instant());
        }
    }
}
