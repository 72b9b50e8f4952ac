package live.onair.cdn.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What viewers' players tell of watching, added up where they tell it. Outgoing port: called by this room's work handler only, never
 * inside a transaction.
 */
public interface WatchingReports {

    /**
     * What was told within ten seconds by the viewers of a show who were served by one CDN, in one country and network.
     *
     * @param slot its beginning
     * @param country empty where it is not known; the same for the network
     * @param viewers who told anything
     * @param starts who saw their first picture
     * @param startMillis what they waited for it, added up
     * @param playedMillis of picture that was played
     * @param stalledMillis of picture that stood still
     * @param failed answers that did not come
     * @param elsewhere who were not where their order has them first
     * @param kbps what their lines carried, added up over viewers
     * @param shownKbits of picture that was played, by the bitrates of its renditions
     * @param behind how many saw a picture that was taken less than one second ago, less than two, and so on; those who went back by
     *     themselves are not in it
     * @param begun how many waited for their first picture no longer than so many milliseconds, and longer than the next smaller number
     *     here that whoever tells it knows; the largest it knows stands for all that took longer, too. Empty where it tells none
     * @param stood for how many of them the picture stood still
     * @param failing how many of them missed an answer
     */
    record Told(
            Instant slot,
            String show,
            String pathway,
            String country,
            String isp,
            int viewers,
            int starts,
            long startMillis,
            long playedMillis,
            long stalledMillis,
            int failed,
            int elsewhere,
            long bytes,
            long kbps,
            long shownKbits,
            List<Long> behind,
            SortedMap<Integer, Long> begun,
            int stood,
            int failing) {
        /** Keeps it as it is. */
        public Told {
            behind = List.copyOf(behind);
            begun = Collections.unmodifiableSortedMap(new TreeMap<>(begun));
        }
    }

    /**
     * Where players of any page said they are when they asked for their order within ten seconds, of those whom it has sent to one CDN for
     * longer than they keep an order.
     *
     * @param slot its beginning
     * @param branch of the policy by which they came in
     * @param pathway where they were sent
     * @param asked how often one of them asked
     * @param elsewhere how often one of them was with another CDN
     * @param seconds for how long each of them asks no more, added up
     */
    record Asked(Instant slot, String show, String branch, String pathway, int asked, int elsewhere, int seconds) {}

    /**
     * What was told since, slots that are over only, and where to read on.
     *
     * @param next to be given the next time
     */
    record Page(long next, List<Told> told, List<Asked> asked) {
        /** Keeps it as it is. */
        public Page {
            told = List.copyOf(told);
            asked = List.copyOf(asked);
        }
    }

    /** Whether viewers tell anything here at all in this installation. */
    boolean isHere();

    /**
     * Reads on; what is older than some minutes may be gone.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Page since(long from);
}
