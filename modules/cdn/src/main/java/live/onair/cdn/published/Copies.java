package live.onair.cdn.published;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import live.onair.cdn.published.ReadCopyHandler.ReadCopy;
import live.onair.kernel.Ids;
import live.onair.scheduling.Interruptions;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** Which published object is read next, and what follows from what was found: the halves of a reading that are in transactions. */
@Singleton
@Transactional
public class Copies {

    /** What was written just now may still be on its way, and lies in caches for a second. */
    private static final Duration SETTLED = Duration.ofSeconds(5);
    /** A single answer that is lost wakes nobody, and an object may be written while it is read. */
    private static final int IN_A_ROW = 2;
    /** What writing does not mend is not written all the time. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Statements sql;
    private final Clock clock;
    private final Interruptions interruptions;
    private final WorkQueue queue;
    private final Event<Lost> lost;

    @Inject
    Copies(Statements sql, Clock clock, Interruptions interruptions, WorkQueue queue, Event<Lost> lost) {
        this.sql = sql;
        this.clock = clock;
        this.interruptions = interruptions;
        this.queue = queue;
        this.lost = lost;
    }

    /** News: what steers this show's viewers is not what was written, and nothing is known of what lies there any more. */
    public record Lost(String show) {}

    /** The alarm that this raises. */
    private enum CopyAlarm implements Interruptions.Kind {
        CDN_STEERING;

        @Override
        public Interruptions.AlarmWords words() {
            return new Interruptions.AlarmWords(
                    "시청자를 CDN으로 안내하는 파일이 게시한 것과 다르거나 열리지 않습니다",
                    "A file that leads viewers to their CDN is not what was published, or cannot be read",
                    "다르거나 없으면 저절로 다시 게시합니다. 응답이 없거나 계속되면 게시 저장소와 시청자 주소를 확인하세요",
                    "What differs or is missing is published anew by itself; where nothing answers, or this stays, look at the store and at the viewers' address");
        }
    }

    /** What a reader found where an object should lie, the worst last. */
    enum Found {
        RIGHT,
        /** No answer, or one that tells nothing of the object. */
        SILENT,
        OTHER,
        MISSING
    }

    /** An object as it was written. */
    record Copy(String path, String digest, Instant writtenAt) {

        boolean is(String text) {
            return Ids.digest(text).equals(digest);
        }
    }

    /** From now on, while something of the show is published. */
    public void resume(String show) {
        queue.put(new ReadCopy(show));
    }

    /** Whether anything of the show lies there. */
    public boolean isPublished(String show) {
        return sql.one("select 1 from cdn.object where show_id = ? limit 1", row -> true, show)
                .isPresent();
    }

    /**
     * The one to be read next: one that was not right before any other, then of the branch that was read the longest ago; which of its
     * playlists and manifests, by chance that is the same each time. Empty while nothing has lain there for long enough.
     */
    public Optional<Copy> next(String show) {
        Instant now = clock.instant();
        return sql.one(
                "select path, digest, written_at from (select *, max(read_at) over (partition by split_part(path, '/', 1))"
                        + " as branch_read_at from cdn.object where show_id = ?) as lies"
                        + " where digest <> '' and (written_at < ? or written_at > ?)"
                        + " order by wrong desc, branch_read_at nulls first, read_at nulls first, md5(path) limit 1",
                row -> new Copy(row.text("path"), row.text("digest"), row.instant("written_at")),
                show,
                now.minus(SETTLED),
                now);
    }

    /** Nothing follows where it was written anew while it was read. */
    void found(String show, Copy copy, Found found) {
        int changed = sql.run(
                "update cdn.object set read_at = ?, wrong = case when ? then 0 else wrong + 1 end"
                        + " where show_id = ? and path = ? and digest = ? and written_at = ?",
                clock.instant(),
                found == Found.RIGHT,
                show,
                copy.path(),
                copy.digest(),
                copy.writtenAt());
        int wrong = changed == 0 ? 0 : mostWrong(show);
        if (changed > 0 && wrong < IN_A_ROW) {
            interruptions.close(CopyAlarm.CDN_STEERING, show);
        } else if (wrong >= IN_A_ROW && found != Found.RIGHT) {
            interruptions.open(
                    CopyAlarm.CDN_STEERING,
                    show,
                    OptionalInt.empty(),
                    Map.of("object", copy.path(), "found", found.name()));
            boolean due = wrong == IN_A_ROW
                    || !clock.instant().isBefore(copy.writtenAt().plus(AGAIN));
            if (found != Found.SILENT && due) {
                changing(show);
                lost.fire(new Lost(show));
            }
        }
    }

    /** All of a show's objects are being written or taken away: until they lie there nothing is known of them, and nothing is judged. */
    public void changing(String show) {
        sql.run("update cdn.object set digest = '' where show_id = ?", show);
    }

    /** The same of these. */
    public void changing(String show, Collection<String> paths) {
        sql.run("update cdn.object set digest = '' where show_id = ? and path = any (?::text[])", show, paths);
    }

    private int mostWrong(String show) {
        return sql.one(
                        "select coalesce(max(wrong), 0) as wrong from cdn.object where show_id = ? and digest <> ''",
                        row -> row.number("wrong"),
                        show)
                .orElse(0);
    }

    /** Nothing is published of it any more. */
    void over(String show) {
        interruptions.close(CopyAlarm.CDN_STEERING, show);
    }
}
