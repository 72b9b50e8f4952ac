package live.onair.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.spi.DnsResolver.Answers;

/** Whether servers answer what stands there. Pure. */
final class Answered {

    /** Of a value with a tenth of the weight, sixty questions miss it once in five hundred times; it is asked for again then. */
    private static final int SURE_FROM = 10;

    private final List<DnsRecord> records;
    private final Answers answers;

    private Answered(List<DnsRecord> records, Answers answers) {
        this.records = records;
        this.answers = answers;
    }

    /**
     * Nothing came that does not stand there, or has no weight, nothing was lost; and each value came that has a tenth of the weight or
     * more. By country only those of the asker's come.
     */
    static boolean as(List<DnsRecord> records, Answers answers) {
        return new Answered(records, answers).asWanted();
    }

    private boolean asWanted() {
        Set<String> seen = new HashSet<>(answers.seen().keySet());
        if (answers.lost() > 0 || !allowed().containsAll(seen)) {
            return false;
        }
        return records.isEmpty() ? seen.isEmpty() : !seen.isEmpty() && seen.containsAll(sure());
    }

    /** Where none has a weight all are answered alike. */
    private Set<String> allowed() {
        boolean none = records.stream().allMatch(one -> weight(one) == 0);
        return records.stream()
                .filter(one -> one.weight() == null || none || weight(one) > 0)
                .map(DnsRecord::value)
                .collect(Collectors.toSet());
    }

    private Set<String> sure() {
        int all = records.stream().mapToInt(Answered::weight).sum();
        Map<String, Integer> weights = new TreeMap<>();
        records.forEach(one -> weights.merge(one.value(), weight(one), Integer::sum));
        return weights.entrySet().stream()
                .filter(one -> one.getValue() > 0 && one.getValue() * 100 >= SURE_FROM * all)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int weight(DnsRecord one) {
        return one.weight() == null ? 0 : one.weight();
    }

    /** Each value with how often it came, and what was lost. */
    static List<String> words(Answers answers) {
        List<String> words = new TreeMap<>(answers.seen())
                .entrySet().stream()
                        .map(one -> one.getKey() + " ×" + one.getValue())
                        .collect(Collectors.toList());
        if (answers.lost() > 0) {
            words.add("- ×" + answers.lost());
        }
        return words;
    }
}
