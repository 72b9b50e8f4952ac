package live.onair.dns.spi;

import java.util.Map;
import java.util.TreeMap;
import live.onair.dns.DnsRows.RecordType;

/** Asks a server of the domain name system. Outgoing port: called by this room's work handlers only, never inside a transaction. */
public interface DnsResolver {

    /**
     * What was answered.
     *
     * @param seen how often each value came
     * @param ttlSeconds the longest that came; 0 where nothing did
     * @param lost questions that were not answered
     */
    record Answers(Map<String, Integer> seen, int ttlSeconds, int lost) {
        /** Keeps it as it is. */
        public Answers {
            seen = Map.copyOf(seen);
        }

        /** Nobody was asked. */
        public static final Answers NONE = new Answers(Map.of(), 0, 0);

        /** These and others. */
        public Answers and(Answers others) {
            Map<String, Integer> both = new TreeMap<>(seen);
            others.seen.forEach((value, times) -> both.merge(value, times, Integer::sum));
            return new Answers(both, Math.max(ttlSeconds, others.ttlSeconds), lost + others.lost);
        }
    }

    /**
     * Asks the same question so many times. What is not answered in time is part of what was seen: nothing is thrown for it. That the
     * name has no record of this type is an answer, too, and brings no value.
     *
     * @param server host, or host and port; it answers for the zone itself, so that nothing comes from memory
     * @param questions above 0
     */
    Answers ask(String server, String name, RecordType type, int questions);
}
