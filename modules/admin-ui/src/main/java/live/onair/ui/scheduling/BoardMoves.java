package live.onair.ui.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.planning.Series;
import live.onair.products.Allotments;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRefusal;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import live.onair.ui.planning.SeriesMoves;
import org.jspecify.annotations.Nullable;

/**
 * Moves from the board: what one would meet, said in words, and the move itself with its way back. A show that stands in
 * its channel's studio goes to the studio of its new channel.
 */
@Singleton
class BoardMoves {

    private final Bookings bookings;
    private final Shows shows;
    private final Allotments allotments;
    private final SeriesMoves series;
    private final Clock clock;

    @Inject
    BoardMoves(Bookings bookings, Shows shows, Allotments allotments, SeriesMoves series, Clock clock) {
        this.bookings = bookings;
        this.allotments = allotments;
        this.shows = shows;
        this.series = series;
        this.clock = clock;
    }

    /** A place on the board. */
    record Spot(Instant from, Instant to, String channel) {

        static Spot read(String from, String to, String channel) {
            return new Spot(BoardJson.instant(from), BoardJson.instant(to), channel);
        }

        static Spot of(ShowRows.Show show) {
            return new Spot(show.startsAt(), show.endsAt(), show.channel().id());
        }

        Spot at(Instant start) {
            return new Spot(start, start.plus(Duration.between(from, to)), channel);
        }
    }

    /**
     * What a move would meet.
     *
     * @param to the channel it would be on, null if there is no such channel
     * @param studio the studio it would be in, null for none
     * @param reasons in words; empty when it would be done
     * @param goods what other shows have of its products, of those reasons
     * @param free the nearest start that is free, null if there is none or it is not needed
     */
    record Answer(
            ShowRows.Show show,
            Spot spot,
            BoardWeek.@Nullable Lane to,
            ShowRows.@Nullable Named studio,
            List<String> reasons,
            List<Reason> goods,
            @Nullable Instant free,
            boolean losesApproval,
            Instant at) {

        boolean isFree() {
            return reasons.isEmpty();
        }

        String title() {
            String when = Times.clock(spot.from());
            return isFree() ? Texts.of("board.canDrop", when) : Texts.of("board.clash", when, reasons.size());
        }
    }

    /** Asks nothing but the one question: a drag waits for it. */
    Answer foresee(ShowRows.Show show, Spot spot, List<BoardWeek.Lane> channels) {
        BoardWeek.Lane to = channel(spot.channel(), channels);
        ShowRows.Named studio = studio(show, to, channels);
        Bookings.Foreseen seen = bookings.foresee(List.of(new Bookings.Wish(
                        show.id(), spot.channel(), studio == null ? "" : studio.id(), null, spot.from(), spot.to())))
                .get(0);
        Instant free = seen.nearest();
        List<Allotments.Met> goods = goods(show, spot, free == null ? spot : spot.at(free));
        List<Reason> here = goods.get(0).reasons();
        boolean isFree = seen.reasons().isEmpty() && here.isEmpty();
        boolean helps = free != null && goods.get(1).reasons().isEmpty();
        return new Answer(
                show,
                spot,
                to,
                studio,
                Stream.concat(seen.reasons().stream(), here.stream())
                        .map(reason -> words(reason, spot))
                        .toList(),
                here,
                isFree || !helps ? null : free,
                seen.losesApproval(),
                clock.instant());
    }

    private List<Allotments.Met> goods(ShowRows.Show show, Spot... spots) {
        return allotments.foresee(Stream.of(spots)
                .map(spot -> new Allotments.Place(show.id(), spot.from(), spot.to()))
                .toList());
    }

    private static BoardWeek.@Nullable Lane channel(String id, List<BoardWeek.Lane> channels) {
        return channels.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    /** The studio the show would be in: where it stands now, unless that is just its channel's. */
    private static ShowRows.@Nullable Named studio(
            ShowRows.Show show, BoardWeek.@Nullable Lane to, List<BoardWeek.Lane> channels) {
        ShowRows.Named now = show.studio();
        if (to == null || to.id().equals(show.channel().id()) || to.studio() == null) {
            return now;
        }
        BoardWeek.Lane from = channel(show.channel().id(), channels);
        return now != null && from != null && now.equals(from.studio()) ? to.studio() : now;
    }

    private static String words(Reason reason, Spot spot) {
        Map<String, Object> facts = reason.facts();
        if (reason.refusal() == ShowRefusal.TAKEN
                && facts.get("from") instanceof Instant from
                && facts.get("to") instanceof Instant to) {
            Instant start = from.isAfter(spot.from()) ? from : spot.from();
            Instant end = to.isBefore(spot.to()) ? to : spot.to();
            long minutes = Duration.between(start, end).toMinutes();
            String name = String.valueOf(facts.get("name"));
            String title = String.valueOf(facts.get("title"));
            return minutes > 0
                    ? Texts.of("board.overlap", name, title, minutes)
                    : Texts.of("board.touches", name, title, Times.clock(from), Times.clock(to));
        }
        return reason.sentence(Texts.locale());
    }

    /** Moves the show, where its new channel's studio is the one given, and offers the way back. */
    private Outcome<ShowRows.Show> move(Answer wanted, int version, Runnable then) {
        ShowRows.Show show = wanted.show();
        Spot spot = wanted.spot();
        ShowRows.Named studio = wanted.studio();
        Outcome<ShowRows.Show> outcome = studio != null && !studio.equals(show.studio())
                ? shows.change(place(show.id(), version, spot, studio.id()))
                : shows.move(new Shows.Move(show.id(), version, spot.from(), spot.to(), spot.channel()));
        if (outcome.isDone()) {
            offerUndo(show, outcome.orThrow(), then);
        }
        return outcome;
    }

    /** Whether there is something to ask about a show that comes back every week; then the answer comes by itself. */
    boolean asks(ShowRows.Show show, Consumer<Series.Scope> act, Runnable nothing) {
        return series.asks(show, act, nothing);
    }

    /** Moves the show, or it and all later ones of its series, and offers the way back. */
    Outcome<?> move(Answer wanted, int version, Series.Scope scope, Runnable then) {
        if (!wanted.goods().isEmpty()) {
            return Outcome.refused(wanted.goods());
        }
        if (scope == Series.Scope.THIS) {
            return move(wanted, version, then);
        }
        Spot spot = wanted.spot();
        ShowRows.Named studio = wanted.studio();
        return series.later(
                wanted.show(),
                version,
                new SeriesMoves.Place(spot.from(), spot.to(), spot.channel(), studio == null ? null : studio.id()),
                after -> words(wanted.show(), after),
                then);
    }

    private static String words(ShowRows.Show before, ShowRows.Show after) {
        String words = Texts.of(
                "board.moved",
                before.title(),
                when(before, after),
                when(after, before)
                        + (after.channel().equals(before.channel())
                                ? ""
                                : " · " + after.channel().name()));
        boolean lost = before.state() == ShowState.APPROVED && after.state() == ShowState.IN_REVIEW;
        return lost ? words + " " + Texts.of("board.lostApproval") : words;
    }

    /** Says where it went and offers to put it back where it was. */
    void offerUndo(ShowRows.Show before, ShowRows.Show after, Runnable then) {
        ShowRows.Named room = before.studio();
        Undo.offer(words(before, after), () -> {
            Outcome<ShowRows.Show> back =
                    shows.change(place(before.id(), after.version(), Spot.of(before), room == null ? "" : room.id()));
            then.run();
            return back;
        });
    }

    private static String when(ShowRows.Show show, ShowRows.Show other) {
        boolean sameDay = Times.day(show.startsAt()).equals(Times.day(other.startsAt()));
        String start = sameDay ? Times.clock(show.startsAt()) : Times.brief(show.startsAt());
        boolean sameLength = Duration.between(show.startsAt(), show.endsAt())
                .equals(Duration.between(other.startsAt(), other.endsAt()));
        return sameLength ? start : start + " ~ " + Times.clock(show.endsAt());
    }

    private static Shows.Change place(String show, int version, Spot spot, String studio) {
        return new Shows.Change(
                show,
                version,
                new Shows.Schedule(
                        null,
                        null,
                        spot.channel(),
                        studio,
                        null,
                        spot.from(),
                        spot.to(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
