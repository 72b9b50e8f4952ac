package live.onair.planning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Marks}. Works inside the caller's transaction. */
@Singleton
class MarkBook {

    static final int MOST = 100;
    private static final MediaClock NOTHING = new MediaClock(List.of());

    private final Statements sql;
    private final Shows shows;
    private final Clock clock;
    private final Ids ids;
    private final Event<PlanningEvent> events;

    @Inject
    MarkBook(Statements sql, Shows shows, Clock clock, Ids ids, Event<PlanningEvent> events) {
        this.sql = sql;
        this.shows = shows;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    Outcome<Marks.Row> add(Marks.Add wanted) {
        ShowRows.Show show = shows.find(wanted.show()).orElse(null);
        if (show == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_SHOW.with("show", wanted.show()));
        }
        lockAll(show.id());
        List<Reason> wrong = new ArrayList<>();
        String title = PlanningRefusal.line("title", wanted.title(), 80, wrong);
        Instant at = instant(show, wanted.position(), wanted.at(), wrong);
        List<Marks.Row> there = list(show.id());
        if (there.size() >= MOST) {
            wrong.add(PlanningRefusal.MARK_COUNT.with("max", MOST));
        }
        if (at != null) {
            checkNeighbours(wanted.kind(), at, there, wrong);
        }
        return at == null || !wrong.isEmpty()
                ? Outcome.refused(wrong)
                : Outcome.done(kept(show.id(), wanted.kind(), title, at));
    }

    private Marks.Row kept(String show, Marks.Kind kind, String title, Instant at) {
        UUID id = ids.next();
        sql.run(
                "insert into planning.mark (id, version, show_id, kind, title, at, changed_at, changed_name)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?)",
                id,
                show,
                kind,
                title,
                at,
                clock.instant(),
                Acting.actor().name());
        events.fire(new PlanningEvent.MarkAdded(show, kind, title, at));
        return find(id).orElseThrow();
    }

    /** The instant of the picture; null and a reason when there is no such picture. */
    private @Nullable Instant instant(
            ShowRows.Show show, @Nullable Duration position, @Nullable Instant at, List<Reason> wrong) {
        if ((position == null) == (at == null)) {
            wrong.add(PlanningRefusal.MARK_WHEN.with("field", "position, at"));
            return null;
        }
        Instant onAir = show.airtime().onAirAt();
        if (show.state() == ShowState.ON_AIR && at != null && onAir != null) {
            // What is sent now is known to be recorded a little later only.
            Instant now = clock.instant();
            if (at.isBefore(onAir) || at.isAfter(now)) {
                wrong.add(outside(show, Duration.between(onAir, now)));
            }
            return at;
        }
        MediaClock recording = shows.mediaClock(show.id()).orElse(NOTHING);
        if (recording.spans().isEmpty()) {
            wrong.add(PlanningRefusal.MARK_NO_RECORDING.with("show", show.id()));
            return null;
        }
        Optional<Instant> found = Optional.empty();
        if (position != null) {
            found = recording.instantAt(position);
        } else if (at != null) {
            found = picture(recording, at);
        }
        if (found.isEmpty()) {
            wrong.add(outside(show, recording.length()));
        }
        return found.orElse(null);
    }

    private static Reason outside(ShowRows.Show show, Duration length) {
        return PlanningRefusal.MARK_OUTSIDE.with("length", words(length), "show", show.id());
    }

    /** The instant itself, or the first picture after a gap. */
    private static Optional<Instant> picture(MediaClock recording, Instant at) {
        return at.isBefore(recording.spans().get(0).start())
                ? Optional.empty()
                : recording.instantAt(recording.positionFrom(at));
    }

    private static void checkNeighbours(Marks.Kind kind, Instant at, List<Marks.Row> others, List<Reason> wrong) {
        Duration apart = kind == Marks.Kind.CHAPTER ? Marks.APART : Duration.ofSeconds(1);
        others.stream()
                .filter(other -> other.kind() == kind
                        && Duration.between(other.at(), at).abs().compareTo(apart) < 0)
                .findFirst()
                .ifPresent(other -> {
                    boolean same = Duration.between(other.at(), at).abs().compareTo(Duration.ofSeconds(1)) < 0;
                    wrong.add((same ? PlanningRefusal.MARK_TWICE : PlanningRefusal.CHAPTER_NEAR)
                            .with(
                                    "title",
                                    other.title(),
                                    "at",
                                    words(other.position()),
                                    "seconds",
                                    Marks.APART.toSeconds()));
                });
    }

    Outcome<Marks.Row> change(Marks.Change wanted) {
        Marks.Row before = find(wanted.id()).orElse(null);
        if (before == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_MARK.with("id", wanted.id()));
        }
        lockAll(before.show());
        before = find(wanted.id()).orElse(before);
        if (wanted.version() != null && wanted.version() != before.version()) {
            return Outcome.refused(
                    PlanningRefusal.STALE.with("expected", wanted.version(), "version", before.version()));
        }
        List<Reason> wrong = new ArrayList<>();
        String title =
                wanted.title() == null ? before.title() : PlanningRefusal.line("title", wanted.title(), 80, wrong);
        Instant at = wanted.position() == null ? before.at() : moved(before, wanted.position(), wrong);
        if (at == null || !wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        sql.run(
                "update planning.mark set title = ?, at = ?, changed_at = ?, changed_name = ?, version = version + 1"
                        + " where id = ?",
                title,
                at,
                clock.instant(),
                Acting.actor().name(),
                before.id());
        events.fire(new PlanningEvent.MarkChanged(before.show(), before.kind(), before.title(), title, at));
        return Outcome.done(find(before.id()).orElseThrow());
    }

    private @Nullable Instant moved(Marks.Row before, Duration position, List<Reason> wrong) {
        ShowRows.Show show = shows.find(before.show()).orElseThrow();
        Instant at = instant(show, position, null, wrong);
        if (at == null) {
            return null;
        }
        List<Marks.Row> others = list(before.show()).stream()
                .filter(other -> !other.id().equals(before.id()) && other.kind() == before.kind())
                .toList();
        checkNeighbours(before.kind(), at, others, wrong);
        if (before.kind() == Marks.Kind.CHAPTER && wrong.isEmpty()) {
            Instant from = at.isBefore(before.at()) ? at : before.at();
            Instant to = at.isBefore(before.at()) ? before.at() : at;
            others.stream()
                    .filter(other -> other.at().isAfter(from) && other.at().isBefore(to))
                    .findFirst()
                    .ifPresent(other -> wrong.add(
                            PlanningRefusal.CHAPTER_ORDER.with("title", other.title(), "at", words(other.position()))));
        }
        return at;
    }

    Outcome<Marks.Row> remove(UUID id) {
        Marks.Row before = find(id).orElse(null);
        if (before == null || sql.run("delete from planning.mark where id = ?", id) == 0) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_MARK.with("id", id));
        }
        events.fire(new PlanningEvent.MarkRemoved(before.show(), before.kind(), before.title()));
        return Outcome.done(before);
    }

    /** Two people who mark the same show come one after the other. */
    private void lockAll(String show) {
        sql.one("select pg_advisory_xact_lock(hashtext('planning.mark'), hashtext(?))", row -> true, show);
    }

    List<Marks.Row> list(String show) {
        MediaClock recording = shows.mediaClock(show).orElse(NOTHING);
        return sql.list("select * from planning.mark where show_id = ?", row -> read(row, recording), show).stream()
                .sorted(Comparator.comparing(Marks.Row::at).thenComparing(Marks.Row::kind))
                .toList();
    }

    private Optional<Marks.Row> find(UUID id) {
        return sql.one(
                "select * from planning.mark where id = ?",
                row -> read(row, shows.mediaClock(row.text("show_id")).orElse(NOTHING)),
                id);
    }

    private static Marks.Row read(Row row, MediaClock recording) throws SQLException {
        Instant at = row.instant("at");
        return new Marks.Row(
                UUID.fromString(row.text("id")),
                row.text("show_id"),
                Marks.Kind.valueOf(row.text("kind")),
                row.text("title"),
                at,
                recording.positionFrom(at),
                row.text("changed_name"),
                row.number("version"));
    }

    /** 00:42:08. */
    private static String words(Duration position) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", position.toHours(), position.toMinutesPart(), position.toSecondsPart());
    }
}
