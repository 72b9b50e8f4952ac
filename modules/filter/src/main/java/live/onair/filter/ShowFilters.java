package live.onair.filter;

import java.util.HashMap;
import java.util.Map;

/** A pack of rules made ready for all shows: those of some shows are judged by rules of their own besides. Immutable. */
public final class ShowFilters {

    private final ChatFilter all;
    private final Map<String, ChatFilter> shows;

    private ShowFilters(ChatFilter all, Map<String, ChatFilter> shows) {
        this.all = all;
        this.shows = Map.copyOf(shows);
    }

    /** The rules that come with the program. */
    public static ShowFilters shipped() {
        return new ShowFilters(new ChatFilter(FilterRules.shipped()), Map.of());
    }

    /**
     * Of a pack that the console tells.
     *
     * @throws IllegalArgumentException for one that cannot be read
     */
    public static ShowFilters of(String pack) {
        Map<String, ChatFilter> shows = new HashMap<>();
        FilterRules.showsOf(pack).forEach(show -> shows.put(show, new ChatFilter(FilterRules.of(pack, show))));
        return new ShowFilters(new ChatFilter(FilterRules.of(pack)), shows);
    }

    /** Edition of the rules. */
    public String version() {
        return all.rules().version();
    }

    /** By which the lines of this show are judged. */
    public ChatFilter ofShow(String show) {
        return shows.getOrDefault(show, all);
    }
}
