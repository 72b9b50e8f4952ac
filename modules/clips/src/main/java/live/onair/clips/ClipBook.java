package live.onair.clips;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.ClipState;
import live.onair.clips.Clips.ClipWish;
import live.onair.clips.MakeClipHandler.MakeClip;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Writes what clips there should be; the work makes it so. Works inside the caller's transaction. */
@Singleton
class ClipBook {

    static final int MOST = 50;
    private final Statements sql;
    private final ClipShelf shelf;
    private final Shows shows;
    private final Channels channels;
    private final Tools tools;

    /** What each writing needs. */
    @Singleton
    static class Tools {
        private final WorkQueue queue;
        private final Event<ClipEvent> events;
        private final Clock clock;
        private final Ids ids;

        @Inject
        Tools(WorkQueue queue, Event<ClipEvent> events, Clock clock, Ids ids) {
            this.queue = queue;
            this.events = events;
            this.clock = clock;
            this.ids = ids;
        }
    }

    @Inject
    ClipBook(Statements sql, ClipShelf shelf, Shows shows, Channels channels, Tools tools) {
        this.sql = sql;
        this.shelf = shelf;
        this.shows = shows;
        this.channels = channels;
        this.tools = tools;
    }

    Outcome<Clip> cut(String id, ClipWish wanted) {
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(ClipRefusal.NO_SHOW.with("show", id));
        }
        Channels.Row channel = channels.find(show.channel().id()).orElse(null);
        if (channel == null || !channel.isOnEdges()) {
            return Outcome.refused(ClipRefusal.NOT_HERE.with("show", id));
        }
        MediaClock recording = shows.mediaClock(id).orElse(null);
        if (recording == null || recording.spans().isEmpty()) {
            return Outcome.refused(ClipRefusal.NO_RECORDING.with("show", id));
        }
        String title = ClipTerms.title(wanted.title());
        if (title == null) {
            return noTitle();
        }
        return ClipTerms.part(recording, wanted.from(), wanted.to())
                .then(part -> write(show, channel.backend(), title, part, wanted));
    }

    private static Outcome<Clip> noTitle() {
        return Outcome.refused(ClipRefusal.TITLE.with("field", "title", "max", ClipTerms.TITLE));
    }

    private Outcome<Clip> write(
            ShowRows.Show show, String backend, String title, ClipTerms.Part part, ClipWish wanted) {
        sql.one("select pg_advisory_xact_lock(hashtext('clips'), hashtext(?))", row -> true, show.id());
        List<Clip> there = shelf.of(show.id());
        if (there.size() >= MOST) {
            return Outcome.refused(ClipRefusal.COUNT.with("max", MOST));
        }
        Clip same = same(show.id(), part.position(), part.position().plus(part.length()));
        if (same != null) {
            return Outcome.refused(ClipRefusal.TWICE.with("title", same.title()));
        }
        UUID id = tools.ids.next();
        insert(new Made(id, show.id(), backend, title, wanted.source()), part);
        tools.queue.put(new MakeClip(id.toString()));
        tools.events.fire(new ClipEvent.Asked(
                show.id(),
                id.toString(),
                title,
                ClipTerms.words(part.position()),
                ClipTerms.words(part.position().plus(part.length()))));
        return Outcome.done(shelf.find(id).orElseThrow());
    }

    private record Made(
            UUID id,
            String show,
            String backend,
            String title,
            @Nullable UUID source) {}

    private void insert(Made made, ClipTerms.Part part) {
        sql.run(
                "insert into clips.clip (id, show_id, backend, title, from_at, to_at, position_ms, length_ms, state,"
                        + " source, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?, 'CUTTING', ?, ?, ?)",
                made.id(),
                made.show(),
                made.backend(),
                made.title(),
                part.from(),
                part.to(),
                part.position().toMillis(),
                part.length().toMillis(),
                made.source(),
                tools.clock.instant(),
                Acting.actor().name());
    }

    private @Nullable Clip same(String show, Duration from, Duration to) {
        return shelf.of(show).stream()
                .filter(one -> one.from().equals(from) && one.to().equals(to))
                .findFirst()
                .orElse(null);
    }

    Outcome<Clip> rename(UUID id, @Nullable String typed) {
        String title = ClipTerms.title(typed);
        return title == null
                ? noTitle()
                : change(id, now -> {
                    if (title.equals(now.title())) {
                        return asItIs();
                    }
                    sql.run("update clips.clip set title = ? where id = ?", title, id);
                    tools.events.fire(new ClipEvent.Renamed(now.show(), id.toString(), title, now.title()));
                    return Outcome.done(now);
                });
    }

    private static Outcome<Clip> asItIs() {
        return Outcome.refused(ClipRefusal.AS_IT_IS.with());
    }

    Outcome<Clip> show(UUID id, boolean on) {
        return change(id, now -> {
            if (on && now.state() != ClipState.READY) {
                return Outcome.refused(ClipRefusal.NOT_READY.with());
            }
            if (now.shown() == on) {
                return asItIs();
            }
            sql.run("update clips.clip set shown = ? where id = ?", on, id);
            tools.events.fire(
                    on
                            ? new ClipEvent.Shown(now.show(), id.toString(), now.title())
                            : new ClipEvent.Hidden(now.show(), id.toString(), now.title()));
            return Outcome.done(now);
        });
    }

    Outcome<Clip> retry(UUID id) {
        return change(id, now -> {
            if (now.state() != ClipState.FAILED) {
                return asItIs();
            }
            sql.run(
                    "update clips.clip set state = 'CUTTING', attempt = attempt + 1, problem = null, words = null"
                            + " where id = ?",
                    id);
            tools.events.fire(new ClipEvent.Retried(now.show(), id.toString(), now.title()));
            return Outcome.done(now);
        });
    }

    Outcome<Clip> remove(UUID id) {
        return change(id, now -> {
            sql.run("update clips.clip set removed_at = ? where id = ?", tools.clock.instant(), id);
            tools.events.fire(new ClipEvent.Removed(now.show(), id.toString(), now.title()));
            return Outcome.done(now);
        });
    }

    Outcome<Clip> restore(UUID id) {
        Instant removed = sql.one(
                        "select removed_at from clips.clip where id = ? for update",
                        row -> row.maybeInstant("removed_at"),
                        id)
                .flatMap(at -> at)
                .orElse(null);
        if (removed == null) {
            return shelf.find(id).isPresent() ? asItIs() : Outcome.refused(ClipRefusal.TOO_LATE.with());
        }
        if (!tools.clock.instant().isBefore(removed.plus(MakeClipHandler.KEPT))) {
            return Outcome.refused(ClipRefusal.TOO_LATE.with());
        }
        Clip gone = shelf.find(id).orElseThrow();
        Clip same = same(gone.show(), gone.from(), gone.to());
        if (same != null) {
            return Outcome.refused(ClipRefusal.TWICE.with("title", same.title()));
        }
        sql.run("update clips.clip set removed_at = null where id = ?", id);
        return change(id, now -> {
            tools.events.fire(new ClipEvent.Restored(now.show(), id.toString(), now.title()));
            return Outcome.done(now);
        });
    }

    /** Behind its lock; the work makes it so. */
    private Outcome<Clip> change(UUID id, Function<Clip, Outcome<Clip>> act) {
        boolean there = sql.one(
                        "select 1 from clips.clip where id = ? and removed_at is null for update", row -> true, id)
                .isPresent();
        if (!there) {
            return Outcome.refused(ClipRefusal.NO_CLIP.with());
        }
        return act.apply(shelf.find(id).orElseThrow()).map(now -> {
            tools.queue.put(new MakeClip(id.toString()));
            return shelf.find(id).orElseThrow();
        });
    }
}
