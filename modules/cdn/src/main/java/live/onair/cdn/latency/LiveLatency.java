package live.onair.cdn.latency;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import org.jspecify.annotations.Nullable;

/**
 * How far behind what is taken viewers see it, by CDN, country and network: what their players show at the moment (playhead time, {@code pt}
 * in CTA-5004-A, from the stream's own EXT-X-PROGRAM-DATE-TIME) against the clock of the machine that is told. No viewer's clock counts.
 */
@Singleton
@Transactional
@Guarded
public class LiveLatency {

    private final LatencyBook book;

    @Inject
    LiveLatency(LatencyBook book) {
        this.book = book;
    }

    /**
     * In seconds, rounded up.
     *
     * @param reports of players, within the last minute
     * @param early the earliest 5 % see it within so many
     * @param median half of them do
     * @param late 95 % do; who went back by themselves is not counted
     */
    public record Latency(long reports, int early, int median, int late) {}

    /**
     * One field of the map.
     *
     * @param country empty where it is not known; the same for the network
     */
    public record LatencyField(String cdn, String country, String isp, Latency latency) {}

    /**
     * Who sees it when.
     *
     * @param all of them; null where nobody told
     * @param fields by country, network and CDN
     */
    public record LatencyMap(@Nullable Latency all, List<LatencyField> fields) {
        /** Keeps it as it is. */
        public LatencyMap {
            fields = List.copyOf(fields);
        }
    }

    /** Of the last minute; of all shows where {@code show} is null. */
    @AllowedTo
    public LatencyMap map(@Nullable String show) {
        return book.map(show);
    }
}
