package live.onair.ui.cdn;

import java.net.URI;
import java.util.Objects;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordStep;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What records are called on the screen. */
final class DnsWords {

    private DnsWords() {}

    /** All of it: what chooses it, where it leads, how long it is kept. */
    static String record(DnsRecord one) {
        String country = one.country();
        String choice = country != null
                ? country.equals("*") ? Texts.of("cdn.everybody") : country
                : one.weight() != null ? Texts.of("dns.weight", one.weight()) : Texts.of("dns.only");
        String health = one.healthCheck() == null ? "" : " · " + Texts.of("dns.health.is", one.healthCheck());
        return choice + " · " + one.type() + " " + one.value() + " · " + Texts.of("dns.ttl.is", one.ttlSeconds())
                + health;
    }

    /** Which one it is, before and after. */
    static String step(RecordStep step) {
        DnsRecord one = Objects.requireNonNull(step.before() == null ? step.after() : step.before());
        String which = one.setId().isEmpty() ? "" : one.setId() + ": ";
        return which + orNothing(step.before()) + " → " + orNothing(step.after());
    }

    private static String orNothing(@Nullable DnsRecord one) {
        return one == null ? Texts.of("fact.none") : record(one);
    }

    /** Host of its registered address. */
    static String host(Cdn cdn) {
        return Objects.requireNonNullElse(URI.create(cdn.baseUrl()).getHost(), "");
    }
}
