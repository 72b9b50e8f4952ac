package live.onair.dns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordStep;
import org.jspecify.annotations.Nullable;

/** Records in one fixed order and in words, and what differs between two sets of them. */
final class RecordText {

    private RecordText() {}

    static List<DnsRecord> sorted(List<DnsRecord> records) {
        return records.stream().sorted(Comparator.comparing(DnsRecord::key)).toList();
    }

    static boolean same(List<DnsRecord> some, List<DnsRecord> others) {
        return sorted(some).equals(sorted(others));
    }

    /** {@code A 127.0.0.1 TTL 60 70}: type, value, TTL, weight or country, health check. */
    static String words(@Nullable DnsRecord one) {
        if (one == null) {
            return "";
        }
        String choice = one.weight() != null ? " " + one.weight() : one.country() != null ? " " + one.country() : "";
        String health = one.healthCheck() == null ? "" : " " + one.healthCheck();
        return one.type() + " " + one.value() + " TTL " + one.ttlSeconds() + choice + health;
    }

    /** Each record of either, those that differ first. */
    static List<RecordStep> steps(List<DnsRecord> before, List<DnsRecord> after) {
        Map<String, DnsRecord> old = byKey(before);
        Map<String, DnsRecord> wanted = byKey(after);
        Map<String, RecordStep> all = new TreeMap<>();
        old.forEach((key, one) -> all.put(key, new RecordStep(one, wanted.get(key))));
        wanted.forEach((key, one) -> all.putIfAbsent(key, new RecordStep(null, one)));
        List<RecordStep> steps = new ArrayList<>(all.values());
        steps.sort(Comparator.comparing(RecordText::isStaying));
        return List.copyOf(steps);
    }

    private static boolean isStaying(RecordStep step) {
        return words(step.before()).equals(words(step.after()));
    }

    private static Map<String, DnsRecord> byKey(List<DnsRecord> records) {
        return records.stream().collect(Collectors.toMap(DnsRecord::key, one -> one));
    }

    /** What differs, for the log: {@code before → after} by record. */
    static Map<String, String> fields(List<DnsRecord> before, List<DnsRecord> after) {
        Map<String, String> fields = new TreeMap<>();
        for (RecordStep step : steps(before, after)) {
            if (!isStaying(step)) {
                DnsRecord one = step.before() == null ? step.after() : step.before();
                String key = one == null ? "" : one.key();
                fields.put(key.strip(), words(step.before()) + " → " + words(step.after()));
            }
        }
        return fields;
    }
}
