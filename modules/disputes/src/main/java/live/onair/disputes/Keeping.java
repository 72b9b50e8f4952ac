package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import live.onair.disputes.HoldRows.TapeState;
import live.onair.disputes.spi.DisputeRecordings.Kept;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The halves of looking after a recording that lie in transactions. */
@Singleton
@Transactional
class Keeping {

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final Channels channels;
    private final HoldShelf holds;

    @Inject
    Keeping(Statements sql, Clock clock, Shows shows, Channels channels, HoldShelf holds) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.channels = channels;
        this.holds = holds;
    }

    /**
     * What is wanted of a recording.
     *
     * @param backend where it lies; null where there is no such channel
     * @param held whether somebody holds the show
     * @param ours whether something of it may be kept because somebody held it
     * @param running whether more of it may come
     */
    record Wanted(@Nullable String backend, boolean held, boolean ours, boolean running) {}

    public Wanted wanted(String show) {
        ShowRows.Show found = shows.find(show).orElse(null);
        boolean ours = sql.one("select ours from disputes.recording where show_id = ?", row -> row.isTrue("ours"), show)
                .orElse(false);
        String backend = found == null
                ? null
                : channels.find(found.channel().id()).map(Channels.Row::backend).orElse(null);
        return new Wanted(
                backend,
                !holds.open(show).isEmpty(),
                ours,
                found != null && !found.state().isOver());
    }

    /** It lies where nobody here may touch it; what was kept of it before stays ours to let go. */
    public void elsewhere(String show) {
        keep(show, TapeState.ELSEWHERE, null, Whose.AS_BEFORE);
    }

    /** Nobody is left who could be asked for it. */
    public void nowhere(String show) {
        keep(show, TapeState.GONE, null, Whose.AS_BEFORE);
    }

    /** It is about to be kept: from now on it is ours to let go, whether or not all of that succeeds. */
    public void begins(String show, Kept there) {
        keep(show, TapeState.THERE, there, Whose.OURS);
    }

    /** It is there or, null, it is not. */
    public void seen(String show, @Nullable Kept kept, boolean held) {
        TapeState state = kept == null ? TapeState.GONE : kept.held() ? TapeState.HELD : TapeState.THERE;
        keep(show, state, kept, !held ? Whose.NOT_OURS : kept == null ? Whose.AS_BEFORE : Whose.OURS);
    }

    /** Who has to let it go. */
    private enum Whose {
        OURS,
        NOT_OURS,
        AS_BEFORE
    }

    private void keep(String show, TapeState state, @Nullable Kept kept, Whose whose) {
        sql.run(
                "insert into disputes.recording as old (show_id, state, ours, cut_short, bytes, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (show_id) do update set state = excluded.state,"
                        + " ours = excluded.ours" + (whose == Whose.AS_BEFORE ? " or old.ours" : "") + ","
                        + " cut_short = excluded.cut_short, bytes = excluded.bytes, seen_at = excluded.seen_at",
                show,
                state,
                whose == Whose.OURS,
                kept != null && kept.cutShort(),
                kept == null ? 0L : kept.bytes(),
                clock.instant());
    }
}
