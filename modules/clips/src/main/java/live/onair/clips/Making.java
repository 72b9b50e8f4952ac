package live.onair.clips;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import live.onair.clips.spi.ClipCutter;
import live.onair.clips.spi.ClipCutter.Seen;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The halves of the work that lie in transactions: what is wanted, and what was seen of it. */
@Singleton
@Transactional
class Making {

    private final Statements sql;
    private final Event<ClipEvent> events;

    @Inject
    Making(Statements sql, Event<ClipEvent> events) {
        this.sql = sql;
        this.events = events;
    }

    /** What is wanted of a clip. */
    record Wanted(
            String backend,
            String title,
            ClipCutter.Wish wish,
            boolean shown,
            boolean failed,
            @Nullable Instant removedAt) {}

    public Optional<Wanted> find(UUID id) {
        return sql.one(
                "select * from clips.clip where id = ?",
                row -> new Wanted(
                        row.text("backend"),
                        row.text("title"),
                        new ClipCutter.Wish(
                                id,
                                row.text("show_id"),
                                row.instant("from_at"),
                                row.instant("to_at"),
                                row.number("attempt")),
                        row.isTrue("shown"),
                        row.text("state").equals("FAILED"),
                        row.instantOrNull("removed_at")),
                id);
    }

    public void seen(Wanted wanted, Seen seen) {
        ClipCutter.Made made = seen.made();
        int changed = sql.run(
                "update clips.clip set state = ?, plays_ms = ?, bytes = ?, sha256 = ?, play_key = ?, problem = ?,"
                        + " words = ? where id = ? and attempt = ? and state <> ?",
                seen.state(),
                made == null ? null : made.length().toMillis(),
                made == null ? null : made.bytes(),
                made == null ? null : made.sha256(),
                made == null ? null : made.key(),
                seen.problem(),
                seen.words(),
                wanted.wish().id(),
                wanted.wish().attempt(),
                seen.state().name());
        if (changed == 1 && made != null) {
            events.fire(new ClipEvent.Made(
                    wanted.wish().show(), wanted.wish().id().toString(), wanted.title(), made.bytes(), made.sha256()));
        } else if (changed == 1 && seen.state() == ClipCutter.State.FAILED) {
            failed(
                    wanted,
                    Objects.requireNonNullElse(seen.problem(), "broken"),
                    Objects.requireNonNullElse(seen.words(), ""));
        }
    }

    private void failed(Wanted wanted, String problem, String words) {
        events.fire(new ClipEvent.Failed(
                wanted.wish().show(), wanted.wish().id().toString(), wanted.title(), problem, words));
    }

    /** Nobody cuts it. */
    public void refused(UUID id, String words) {
        int changed = sql.run(
                "update clips.clip set state = 'FAILED', problem = 'refused', words = ? where id = ? and state <> 'FAILED'",
                words,
                id);
        if (changed == 1) {
            find(id).ifPresent(wanted -> failed(wanted, "refused", words));
        }
    }

    /** Its file is gone. */
    public void forget(UUID id) {
        sql.run("delete from clips.clip where id = ? and removed_at is not null", id);
    }
}
