package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Actor;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** How shows are read. One statement each, plus one for each show that runs. */
@Singleton
class ShowReads {

    static final String SELECT =
            "select s.*, c.name channel_name, c.backend, t.name studio_name, r.seconds recorded, r.complete,"
                    + " (select h.armed_for from scheduling.channel_health h where h.channel_id = s.run_channel"
                    + " and h.run = s.id || ':' || s.run_no) armed_for,"
                    + " array(select coalesce(p.name, h.id) from unnest(s.hosts) with ordinality h (id, n)"
                    + " left join scheduling.resource p on p.id = h.id order by h.n) host_names"
                    + " from scheduling.show s join scheduling.resource c on c.id = s.channel_id"
                    + " left join scheduling.resource t on t.id = s.studio_id"
                    + " left join scheduling.recording r on r.show_id = s.id ";

    private final Statements sql;
    private final ShowShelf shelf;
    private final ShowRowReader rows;
    private final Sightings recordings;
    private final Clock clock;

    @Inject
    ShowReads(Statements sql, ShowShelf shelf, ShowRowReader rows, Sightings recordings, Clock clock) {
        this.sql = sql;
        this.shelf = shelf;
        this.rows = rows;
        this.recordings = recordings;
        this.clock = clock;
    }

    /** The show as this transaction has changed it. */
    ShowRows.Show get(Show show) {
        shelf.flush();
        return find(show.id()).orElseThrow();
    }

    Optional<ShowRows.Show> find(String id) {
        return sql.one(SELECT + "where s.id = ?", rows::read, id);
    }

    List<ShowRows.Show> those(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : sql.list(SELECT + "where s.id = any (?)", rows::read, ids);
    }

    /** Whether viewers may know of it, or could until now: of drafts they never hear. */
    boolean isPublic(String show) {
        return sql.one(
                        "select 1 from scheduling.show where id = ? and state not in ('DRAFT', 'IN_REVIEW')",
                        row -> true,
                        show)
                .isPresent();
    }

    ShowRows.Page list(Shows.Filter filter) {
        int size = Math.min(200, Math.max(1, filter.size()));
        StringBuilder where = new StringBuilder("where true");
        List<Object> values = new ArrayList<>();
        narrow(where, values, filter);
        values.add(size + 1);
        List<ShowRows.Show> found =
                sql.list(SELECT + where + " order by s.starts_at, s.id limit ?", rows::read, values.toArray());
        if (found.size() <= size) {
            return new ShowRows.Page(found, null);
        }
        ShowRows.Show last = found.get(size - 1);
        return new ShowRows.Page(found.subList(0, size), new Cursor(last.startsAt(), last.id()).write());
    }

    private static void narrow(StringBuilder where, List<Object> values, Shows.Filter filter) {
        narrow(where, values, " and s.ends_at > ?", filter.from());
        narrow(where, values, " and s.starts_at < ?", filter.to());
        narrow(where, values, " and s.channel_id = ?", filter.channel());
        if (!filter.states().isEmpty()) {
            narrow(
                    where,
                    values,
                    " and s.state = any (?)",
                    filter.states().stream().map(Enum::name).toList());
        }
        String text = filter.text() == null ? "" : filter.text().strip();
        if (!text.isEmpty()) {
            String part = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
            where.append(" and (s.title ilike ? or s.initials like ?)");
            values.add(part);
            values.add(part.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
        }
        Cursor.read(filter.cursor()).ifPresent(after -> {
            where.append(" and (s.starts_at, s.id) > (?, ?)");
            values.add(after.start());
            values.add(after.id());
        });
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    List<ShowRows.Show> board(Instant from, Instant to) {
        return sql.list(
                SELECT + "where s.ends_at > ? and s.starts_at < ? and s.state not in ('CANCELLED', 'ARCHIVED')"
                        + " order by s.channel_id, s.starts_at, s.id",
                rows::read,
                from,
                to);
    }

    List<ShowRows.Show> agenda(Bookings.Agenda wanted) {
        StringBuilder where = new StringBuilder("where s.ends_at > ? and s.starts_at < ?");
        List<Object> values = new ArrayList<>(List.of(wanted.from(), wanted.to()));
        narrow(where, values, " and s.channel_id = ?", wanted.channel());
        narrow(where, values, " and ? = any (s.hosts)", wanted.host());
        if (wanted.person() != null) {
            narrow(where, values, " and (s.created_by = ?", wanted.person());
            narrow(where, values, " or s.changed_by = ?)", wanted.person());
        }
        return sql.list(SELECT + where + " order by s.starts_at, s.id", rows::read, values.toArray());
    }

    List<ShowRows.Show> onAir() {
        return sql.list(
                SELECT + "where s.state in ('REHEARSAL', 'STANDBY', 'ON_AIR') order by s.starts_at, s.id", rows::read);
    }

    List<ShowRows.Transition> history(String id) {
        return sql.list(
                "select * from scheduling.transition where show_id = ? order by seq",
                row -> new ShowRows.Transition(
                        row.number("seq"),
                        ShowState.valueOf(row.text("from_state")),
                        ShowState.valueOf(row.text("to_state")),
                        row.text("actor"),
                        row.text("actor_name"),
                        Actor.Source.valueOf(row.text("source")),
                        row.text("reason"),
                        row.instant("at")),
                id);
    }

    Optional<MediaClock> mediaClock(String id) {
        return recordings.mediaClock(id);
    }

    Optional<String> studioOf(String channel) {
        return sql.one(
                "select studio_id from scheduling.resource where id = ? and studio_id is not null",
                row -> row.text("studio_id"),
                channel);
    }

    boolean wasOnAir(String show) {
        return sql.one("select 1 from scheduling.show where id = ? and on_air_at is not null", row -> true, show)
                .isPresent();
    }

    OnAirList.Snapshot snapshot() {
        Instant now = clock.instant();
        return new OnAirList.Snapshot(
                live(),
                listed(
                        "state in ('APPROVED', 'REHEARSAL') and starts_at < ? and ends_at > ? order by starts_at, id",
                        now.plus(Duration.ofDays(7)),
                        now),
                listed("state = 'REPLAY' and replay_published order by starts_at desc, id desc limit 200"),
                listed(
                                "(state = 'ENDED' or (state = 'REPLAY' and not replay_published)) and greatest(ended_at, case when not"
                                        + " replay_wanted then replay_at + interval '29 days' end) > ? order by starts_at desc, id desc limit 200",
                                now.minus(Duration.ofDays(1)))
                        .stream()
                        .map(ShowRows.Listed::over)
                        .toList());
    }

    List<ShowRows.Listed> live() {
        return listed("state in ('ON_AIR', 'STANDBY') order by starts_at, id");
    }

    private List<ShowRows.Listed> listed(String condition, Object... values) {
        return sql.list(
                "select s.*, case when replay_published then replay_description end own_description,"
                        + " c.name channel_name, c.backend, h.playback, h.origin_path from scheduling.show s join"
                        + " (select id channel, name, backend from scheduling.resource) c on c.channel = s.channel_id left join"
                        + " (select channel_id watched, show_id carried, playback, origin_path from scheduling.channel_health) h"
                        + " on h.watched = s.channel_id and h.carried = s.id where " + condition,
                row -> new ShowRows.Listed(
                        row.text("id"),
                        row.text("title"),
                        row.maybeText("own_description").orElse(row.text("description")),
                        ShowState.valueOf(row.text("state")),
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.text("channel_name"),
                        ShowRowReader.secondsOrNull(row, "replay_shown_s"),
                        watched(row)),
                values);
    }

    private static OnAirList.Watched watched(Row row) throws SQLException {
        boolean onEdges = row.text("backend").equals(ChannelBook.OWN);
        boolean onAir = row.text("state").equals(ShowState.ON_AIR.name());
        boolean slate = onAir && !onEdges && (row.isTrue("slate_on") || row.isTrue("blur_on"));
        String path = onEdges ? "/live/" + row.text("id") + "/index.m3u8" : row.textOrNull("origin_path");
        String address = onAir && !slate ? row.textOrNull("playback") : null;
        return new OnAirList.Watched(onEdges, path, address, slate, row.isTrue("replay_wanted"));
    }

    /** Where a page ended. */
    private record Cursor(Instant start, String id) {

        String write() {
            byte[] bytes = (start + " " + id).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        /** Empty for none; one that no page has given is an {@link IllegalArgumentException}. */
        static Optional<Cursor> read(@Nullable String cursor) {
            if (cursor == null || cursor.isBlank()) {
                return Optional.empty();
            }
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
                return Optional.of(new Cursor(Instant.parse(parts[0]), parts[1]));
            } catch (IllegalArgumentException | java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
        }
    }
}
