package live.onair.ui.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.planning.Series;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** Moves of a show that comes back every week: asks how far they reach, and takes all later ones along with a way back. */
@Singleton
public class SeriesMoves {

    private final Series series;
    private final Shows shows;
    private final Bookings bookings;

    @Inject
    SeriesMoves(Series series, Shows shows, Bookings bookings) {
        this.series = series;
        this.bookings = bookings;
        this.shows = shows;
    }

    /** Where a show is. */
    public record Place(
            Instant from,
            Instant to,
            String channel,
            @Nullable String studio) {

        private static Place of(ShowRows.Show show) {
            ShowRows.Named room = show.studio();
            return new Place(show.startsAt(), show.endsAt(), show.channel().id(), room == null ? null : room.id());
        }

        private Duration length() {
            return Duration.between(from, to);
        }

        /** Differs by no more than time. */
        private boolean isLike(Place other) {
            return length().equals(other.length())
                    && channel.equals(other.channel)
                    && Optional.ofNullable(studio).equals(Optional.ofNullable(other.studio));
        }

        /** Only what differs: each occurrence keeps the rest of its own. */
        private Shows.Schedule since(Place before) {
            boolean sameRoom = Optional.ofNullable(studio).equals(Optional.ofNullable(before.studio));
            return new Shows.Schedule(
                    null,
                    null,
                    channel.equals(before.channel) ? null : channel,
                    sameRoom ? null : Optional.ofNullable(studio).orElse(""),
                    null,
                    from,
                    length().equals(before.length()) ? null : to,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * Whether there are later ones to ask about; then the answer comes by itself.
     *
     * @param nothing what happens when nobody answers
     */
    public boolean asks(ShowRows.Show show, Consumer<Series.Scope> act, Runnable nothing) {
        return ScopeQuestion.asks(series, show, Actions.label(Shows.class, "shows.move"), act, nothing);
    }

    /**
     * Moves the show there and all later ones of its series by as much, and offers the way back where there is one: later
     * ones that differed before would not become what they were.
     *
     * @param words what is said of the show itself, when it is there
     */
    public Outcome<Series.Changed> later(
            ShowRows.Show show, int version, Place to, Function<ShowRows.Show, String> words, Runnable then) {
        Place before = Place.of(show);
        boolean hasWayBack = to.isLike(before) || areAlike(show);
        Outcome<Series.Changed> done = change(show.id(), version, to.since(before));
        if (done.isDone()) {
            Optional<ShowRows.Show> moved = shows.find(show.id());
            @Nullable Integer since = moved.map(ShowRows.Show::version).orElse(null);
            String said = moved.map(words).orElse("") + " " + ScopeQuestion.words(done.orThrow());
            if (hasWayBack) {
                Undo.offer(said, () -> {
                    Outcome<Series.Changed> back = change(show.id(), since, before.since(to));
                    then.run();
                    return back;
                });
            } else {
                Parts.done(said);
            }
        }
        return done;
    }

    private Outcome<Series.Changed> change(String show, @Nullable Integer version, Shows.Schedule plan) {
        return series.change(new Series.Change(show, Series.Scope.FROM_HERE_ON, version, plan));
    }

    private boolean areAlike(ShowRows.Show show) {
        Place here = Place.of(show);
        List<String> later = ScopeQuestion.later(series, show)
                .filter(o -> !o.detached())
                .map(Series.Occurrence::show)
                .toList();
        return bookings.those(later).values().stream().map(Place::of).allMatch(here::isLike);
    }
}
