package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.inventory.CallRows.ForeignAct;
import live.onair.inventory.CallRows.ForeignActs;
import live.onair.inventory.CallRows.SentCall;
import live.onair.inventory.CallRows.SentCalls;
import live.onair.inventory.CallRows.TrailReading;
import live.onair.inventory.CallRows.TrailState;
import live.onair.inventory.spi.AccountTrail.TrailEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** Our calls held against the account's own trail. Works inside the caller's transaction. */
@Singleton
class TrailBook {

    /** CloudTrail tells most calls within five minutes, and promises nothing. */
    static final Duration DELAY = Duration.ofMinutes(20);
    /** So far back it is looked when nothing was read yet, and for what was told late. */
    static final Duration FAR = Duration.ofDays(1);
    /** As long as the account's own history keeps them. */
    static final Duration KEPT = Duration.ofDays(90);

    private final CallShelf calls;
    private final TrailShelf trail;
    private final Shows shows;
    private final Clock clock;

    @Inject
    TrailBook(CallShelf calls, TrailShelf trail, Shows shows, Clock clock) {
        this.calls = calls;
        this.trail = trail;
        this.shows = shows;
        this.clock = clock;
    }

    TrailReading reading() {
        TrailShelf.Mark mark = trail.mark();
        Map<TrailState, Long> untold = calls.untold(whole(mark));
        return new TrailReading(
                mark.readAt(),
                mark.words(),
                DELAY.toMinutes(),
                untold.getOrDefault(TrailState.WAITING, 0L),
                untold.getOrDefault(TrailState.MISSING, 0L),
                trail.count(clock.instant().minus(FAR)));
    }

    /** What was sent before this must have been told; without a reading, nothing must. */
    private static Instant whole(TrailShelf.Mark mark) {
        return mark.readAt() == null ? Instant.EPOCH : mark.readAt().minus(DELAY);
    }

    SentCalls calls(Inventory.CallFilter filter) {
        UUID after = filter.cursor() == null ? null : UUID.fromString(filter.cursor());
        if (after != null && !calls.isThere(after)) {
            throw new IllegalArgumentException("cursor");
        }
        CallShelf.OnShow show = filter.show() == null ? null : onShow(filter.show());
        if (filter.show() != null && show == null) {
            return new SentCalls(List.of(), null);
        }
        List<SentCall> found = calls.list(new CallShelf.Wanted(
                whole(trail.mark()), filter.state(), plain(filter.text()), show, after, filter.size() + 1));
        boolean more = found.size() > filter.size();
        List<SentCall> page = more ? found.subList(0, filter.size()) : found;
        return new SentCalls(page, more ? page.get(page.size() - 1).id().toString() : null);
    }

    /** A call says its show only when it tags something; the others are those to its channel while it had it. */
    private CallShelf.@Nullable OnShow onShow(String id) {
        return shows.find(id)
                .map(show -> new CallShelf.OnShow(show.id(), show.channel().id(), from(show), to(show)))
                .orElse(null);
    }

    private static Instant from(ShowRows.Show show) {
        return show.startsAt().minus(show.airtime().warmUp());
    }

    private Instant to(ShowRows.Show show) {
        Instant planned = show.endsAt().plus(show.airtime().grace());
        Instant ended = show.airtime().endedAt();
        if (ended != null) {
            return ended.plus(show.airtime().grace()).plus(Judgement.STOPPING);
        }
        return planned.isAfter(clock.instant()) ? planned : clock.instant();
    }

    ForeignActs foreign(@Nullable String text, @Nullable String cursor, int size) {
        if (cursor != null && !trail.isThere(cursor)) {
            throw new IllegalArgumentException("cursor");
        }
        List<ForeignAct> found = trail.list(plain(text), cursor, size + 1);
        boolean more = found.size() > size;
        List<ForeignAct> page = more ? found.subList(0, size) : found;
        return new ForeignActs(page, more ? page.get(page.size() - 1).id() : null);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** From when the trail is read next. */
    @Transactional
    public Instant readsFrom(boolean far) {
        Instant now = clock.instant();
        Instant read = trail.mark().readAt();
        Instant oldest = now.minus(FAR);
        if (read == null || read.isBefore(oldest)) {
            // it was not looked at for a while: what was done meanwhile is there as long as the history is
            return read == null ? oldest : later(read.minus(DELAY), now.minus(KEPT));
        }
        Instant again = read.minus(DELAY);
        Instant untold = far ? calls.oldestUntold(oldest) : null;
        return untold != null && untold.isBefore(again) ? untold : again;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether there is something to wait for. */
    @Transactional
    public boolean waits() {
        return calls.untold(whole(trail.mark())).containsKey(TrailState.WAITING);
    }

    /** A page of the trail: what is not ours and touches what is ours is kept. */
    @Transactional
    public void told(List<TrailEvent> page) {
        Instant now = clock.instant();
        for (TrailEvent event : page) {
            if (calls.joins(event, now)) {
                trail.takeBack(event);
            } else {
                trail.keep(event, now);
            }
        }
    }

    @Transactional
    public void read(Instant upTo) {
        trail.read(upTo);
    }

    @Transactional
    public void notRead(String words) {
        trail.failed(words);
    }

    /** Forgets what is older than the account's own history. */
    @Transactional
    public int forget() {
        Instant before = clock.instant().minus(KEPT);
        return calls.forget(before) + trail.forget(before);
    }
}
