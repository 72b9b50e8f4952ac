package live.onair.dns.spi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;

/** Answers what stands in the zone in memory, by its weights and without chance; or what it is told to. */
@Singleton
public class FakeResolver implements DnsResolver {

    private final FakeZone zone;
    private @Nullable Answers told;

    @Inject
    FakeResolver(@Backend("local") FakeZone zone) {
        this.zone = zone;
    }

    /** From now on these come; null for what stands there. */
    public void answers(@Nullable Answers answers) {
        told = answers;
    }

    @Override
    public Answers ask(String server, String name, RecordType type, int questions) {
        if (told != null) {
            return told;
        }
        List<DnsRecord> standing =
                zone.standing(name).stream().filter(one -> one.type() == type).toList();
        int all = standing.stream().mapToInt(FakeResolver::weight).sum();
        Map<String, Integer> seen = new TreeMap<>();
        standing.stream()
                .filter(one -> weight(one) > 0)
                .forEach(one -> seen.merge(one.value(), Math.max(1, questions * weight(one) / all), Integer::sum));
        return new Answers(
                seen, standing.stream().mapToInt(DnsRecord::ttlSeconds).max().orElse(0), 0);
    }

    private static int weight(DnsRecord one) {
        Integer weight = one.weight();
        return weight == null ? 1 : weight;
    }
}
