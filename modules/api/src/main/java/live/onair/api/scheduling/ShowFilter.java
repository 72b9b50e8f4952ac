package live.onair.api.scheduling;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.NullUnmarked;

/** What to list: {@code from}, {@code to}, {@code state} (several, by comma), {@code channel}, {@code q}, paging. */
@NullUnmarked
public class ShowFilter {

    private static final int USUAL = 50;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("state")
    private String state;

    @QueryParam("channel")
    private String channel;

    @QueryParam("q")
    private String text;

    @QueryParam("cursor")
    private String cursor;

    @QueryParam("limit")
    private String limit;

    Shows.Filter toFilter() {
        return new Shows.Filter(instant("from", from), instant("to", to), states(), channel, text, cursor, size());
    }

    private static Instant instant(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": 2026-11-27T20:00:00+09:00", e);
        }
    }

    private Set<ShowState> states() {
        Set<ShowState> states = new TreeSet<>();
        if (state != null) {
            Arrays.stream(state.split(","))
                    .map(String::strip)
                    .map(ShowState::valueOf)
                    .forEach(states::add);
        }
        return states;
    }

    private int size() {
        if (limit == null) {
            return USUAL;
        }
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > 200) {
            throw new IllegalArgumentException("limit: 1 ... 200");
        }
        return Integer.parseInt(limit);
    }
}
