package live.onair.analytics;

import java.util.List;
import live.onair.analytics.AnalyticsRows.Told;

/**
 * What was counted, told to the rooms above inside the transaction in which it is. Events of products are facts and no acts:
 * this is not in the event log.
 */
public sealed interface AnalyticsNews {

    /** Viewers' pages have told this of a show; each of it for the first time. */
    record Counted(String show, List<Told> events) implements AnalyticsNews {
        /** Keeps the events as they are. */
        public Counted {
            events = List.copyOf(events);
        }
    }
}
