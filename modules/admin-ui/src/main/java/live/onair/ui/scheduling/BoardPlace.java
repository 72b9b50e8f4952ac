package live.onair.ui.scheduling;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the schedule says: reload, and whoever gets the address, sees the same.
 *
 * @param channels ids of the channels shown, empty for all
 * @param show the chosen show, null for none
 */
record BoardPlace(
        LocalDate day,
        View view,
        Set<String> channels,
        @Nullable String show) {

    /** How the schedule is drawn. */
    enum View {
        /** Time runs down, a column per channel. */
        DAY,
        /** Time runs to the right, a row per channel. */
        WEEK,
        /** A table of the week. */
        LIST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static View of(String word) {
            return List.of(values()).stream()
                    .filter(v -> v.word().equals(word))
                    .findFirst()
                    .orElse(DAY);
        }
    }

    static BoardPlace read(BeforeEnterEvent event, LocalDate today) {
        QueryParameters query = event.getLocation().getQueryParameters();
        return new BoardPlace(
                event.getRouteParameters()
                        .get("day")
                        .map(text -> parsed(text, today))
                        .orElse(today),
                View.of(query.getSingleParameter("view").orElse("")),
                query.getSingleParameter("channels")
                        .map(ids -> (Set<String>) new TreeSet<>(List.of(ids.split(","))))
                        .orElse(Set.of()),
                query.getSingleParameter("show").orElse(null));
    }

    private static LocalDate parsed(String text, LocalDate today) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return today;
        }
    }

    LocalDate monday() {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate first() {
        return view == View.DAY ? day : monday();
    }

    /** The day after the last one shown. */
    LocalDate end() {
        return first().plusDays(view == View.DAY ? 1 : 7);
    }

    BoardPlace on(LocalDate other) {
        return new BoardPlace(other, view, channels, show);
    }

    BoardPlace as(View other) {
        return new BoardPlace(day, other, channels, show);
    }

    BoardPlace only(Set<String> ids) {
        return new BoardPlace(day, view, Set.copyOf(ids), show);
    }

    BoardPlace with(@Nullable String chosen) {
        return new BoardPlace(day, view, channels, chosen);
    }

    boolean shows(String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    String path() {
        return "schedule/" + day;
    }

    QueryParameters query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (view != View.DAY) {
            query.put("view", List.of(view.word()));
        }
        if (!channels.isEmpty()) {
            query.put("channels", List.of(String.join(",", new TreeSet<>(channels))));
        }
        if (show != null) {
            query.put("show", List.of(show));
        }
        return new QueryParameters(query);
    }
}
