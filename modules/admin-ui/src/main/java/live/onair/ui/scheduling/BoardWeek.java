package live.onair.ui.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/**
 * What the board knows of one week.
 *
 * @param gates how far each open show is, by its id
 * @param alarms the first open alarm of each show that has one, by its id
 */
record BoardWeek(
        LocalDate monday,
        List<Lane> channels,
        List<ShowRows.Show> shows,
        Map<String, Gate.Standing> gates,
        Map<String, Interruptions.Row> alarms) {

    /** A channel as the board has it: not how it does, which is another every second. */
    record Lane(String id, String name, ShowRows.@Nullable Named studio) {}

    /** What a show needs to be looked at for. */
    enum Trouble {
        /** Something happens to it now. */
        ALARM,
        /** A check was reported red. */
        BLOCKED,
        /** Nobody has approved it. */
        UNAPPROVED,
        /** Nothing. */
        NONE
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Times.SEOUL).toInstant();
    }

    /** The show, if it is one of the week. */
    Optional<ShowRows.Show> find(String id) {
        return shows.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The shows that touch these days, each on every day it touches. */
    Stream<ShowRows.Show> touching(LocalDate from, LocalDate to) {
        Instant start = midnight(from);
        Instant end = midnight(to);
        return shows.stream()
                .filter(s -> s.endsAt().isAfter(start) && s.startsAt().isBefore(end));
    }

    /** The shows that begin on this day. */
    Stream<ShowRows.Show> beginning(LocalDate day) {
        return shows.stream().filter(s -> Times.day(s.startsAt()).equals(day));
    }

    Trouble trouble(ShowRows.Show show) {
        Gate.Standing gate = gates.get(show.id());
        if (show.state().isOver()) {
            return Trouble.NONE;
        }
        if (alarms.containsKey(show.id())) {
            return Trouble.ALARM;
        }
        if (show.state() == ShowState.DRAFT || show.state() == ShowState.IN_REVIEW) {
            return Trouble.UNAPPROVED;
        }
        return gate != null && gate.blockedKo() != null ? Trouble.BLOCKED : Trouble.NONE;
    }
}
