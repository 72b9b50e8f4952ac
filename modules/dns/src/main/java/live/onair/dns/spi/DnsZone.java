package live.onair.dns.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import live.onair.dns.DnsRows.DnsRecord;

/**
 * Keeps the records of one zone. Names are written in small letters without a dot at their end. Outgoing port: called by this room's
 * work handlers only, never inside a transaction.
 */
public interface DnsZone {

    /**
     * The zone itself.
     *
     * @param words what it is, for people: {@code Route 53 Z0123 (example.com)}
     * @param servers that answer for it: host, or host and port
     */
    record Zone(String words, List<String> servers) {
        /** Keeps it as it is. */
        public Zone {
            servers = List.copyOf(servers);
        }
    }

    /**
     * One change.
     *
     * @param kept whether the record is to stand there from now on, in the place of the one with its type and set id; else that one is
     *     taken away
     */
    record Change(boolean kept, DnsRecord record) {

        /** What makes the one of the other: first what is taken away, then what is written. */
        public static List<Change> between(List<DnsRecord> before, List<DnsRecord> after) {
            Map<String, DnsRecord> old = byKey(before);
            Map<String, DnsRecord> wanted = byKey(after);
            Stream<Change> away = old.entrySet().stream()
                    .filter(one -> !wanted.containsKey(one.getKey()))
                    .map(one -> new Change(false, one.getValue()));
            Stream<Change> written = wanted.entrySet().stream()
                    .filter(one -> !one.getValue().equals(old.get(one.getKey())))
                    .map(one -> new Change(true, one.getValue()));
            return Stream.concat(away, written).toList();
        }

        private static Map<String, DnsRecord> byKey(List<DnsRecord> records) {
            Map<String, DnsRecord> found = new TreeMap<>();
            records.forEach(one -> found.put(one.key(), one));
            return found;
        }
    }

    /** Whether the installation's records are kept here. */
    boolean isHere();

    /**
     * The zone, and who answers for it.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Zone zone();

    /**
     * The A and CNAME records at a name, in no order; none where nothing stands.
     *
     * @throws live.onair.kernel.CloudException on any trouble; {@code INVALID} for a name outside of the zone, and where something
     *     stands at the name that could not be written back as it is: an alias, several values in one record, another kind of routing
     */
    List<DnsRecord> read(String name);

    /**
     * Makes all of the changes or none. What is there already, or is gone already, is not an error: the same changes may be sent twice.
     *
     * @return by which {@link #isEverywhere} is asked; empty where it is so at once
     * @throws live.onair.kernel.CloudException on any trouble; {@code INVALID} for a name outside of the zone; {@code UNKNOWN_OUTCOME}
     *     when the answer was lost
     */
    Optional<String> apply(List<Change> changes);

    /**
     * Whether all servers of the zone have heard of the changes.
     *
     * @throws live.onair.kernel.CloudException on any trouble; {@code NOT_FOUND} for changes that it has never heard of
     */
    boolean isEverywhere(String changes);
}
