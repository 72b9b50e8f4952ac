package live.onair.dns.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.spi.DnsZone.Change;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every zone keeps. Names lie within onair.test. */
public abstract class DnsZoneContract {

    private final String name = "live-" + UUID.randomUUID().toString().substring(0, 8) + ".onair.test";

    /** The zone. */
    protected abstract DnsZone port();

    /** The id of a health check that is there. */
    protected abstract String healthCheck();

    private DnsRecord weighted(String cdn, int weight, @Nullable String health) {
        return new DnsRecord(name, RecordType.CNAME, 60, cdn, weight, null, cdn + ".cdn.test", health);
    }

    private DnsRecord only(RecordType type, String value) {
        return new DnsRecord(name, type, 30, "", null, null, value, null);
    }

    private DnsRecord country(String country, String value) {
        String set = country.equals("*") ? "default" : country;
        return new DnsRecord(name, RecordType.A, 60, set, null, country, value, null);
    }

    private void has(DnsRecord... records) {
        assertThat(port().read(name)).containsExactlyInAnyOrder(records);
    }

    /** As the room does it; sent twice, as a lost answer has it. */
    private void make(List<DnsRecord> before, List<DnsRecord> after) {
        List<Change> changes = Change.between(before, after);
        port().apply(changes)
                .ifPresent(ticket -> assertThat(port().isEverywhere(ticket)).isIn(true, false));
        port().apply(changes);
        has(after.toArray(DnsRecord[]::new));
    }

    @Test
    void it_says_where_it_is_and_who_answers_for_it() {
        assertThat(port().isHere()).isTrue();
        assertThat(port().zone().words()).contains("onair.test");
        assertThat(port().zone().servers())
                .isNotEmpty()
                .allSatisfy(server -> assertThat(server).matches("[a-z0-9.-]+(:\\d+)?"));
    }

    @Test
    void weighted_records_are_written_changed_and_taken_away() {
        has();
        List<DnsRecord> first = List.of(weighted("domestic", 70, healthCheck()), weighted("global", 30, null));
        List<DnsRecord> second = List.of(weighted("domestic", 0, null), weighted("global", 100, null));
        make(List.of(), first);
        make(first, second);
        make(second, List.of(weighted("global", 100, null)));
        make(List.of(weighted("global", 100, null)), List.of());
    }

    @Test
    void by_country_each_has_its_record_and_everybody_else_one() {
        List<DnsRecord> first = List.of(country("KR", "192.0.2.1"), country("*", "192.0.2.2"));
        make(List.of(), first);
        List<DnsRecord> second =
                List.of(country("KR", "192.0.2.2"), country("US", "192.0.2.3"), country("*", "192.0.2.2"));
        make(first, second);
        make(second, List.of());
    }

    @Test
    void an_only_record_gives_way_to_weighted_ones_at_once_and_back() {
        List<DnsRecord> only = List.of(only(RecordType.CNAME, "old.cdn.test"));
        List<DnsRecord> weighted = List.of(weighted("domestic", 100, null), weighted("global", 0, null));
        make(List.of(), only);
        make(only, weighted);
        make(weighted, only);
        make(only, List.of(only(RecordType.A, "192.0.2.9")));
        make(List.of(only(RecordType.A, "192.0.2.9")), List.of());
    }

    @Test
    void what_stands_at_other_names_stays_and_is_not_read() {
        DnsRecord other = new DnsRecord("a." + name, RecordType.A, 60, "", null, null, "192.0.2.7", null);
        port().apply(List.of(new Change(true, other)));
        has();
        make(List.of(), List.of(only(RecordType.A, "192.0.2.8")));
        make(List.of(only(RecordType.A, "192.0.2.8")), List.of());
        assertThat(port().read(other.name())).containsExactly(other);
        port().apply(List.of(new Change(false, other)));
    }

    @Test
    void of_a_batch_that_cannot_be_nothing_is_made() {
        DnsRecord outside = new DnsRecord("live.example.org", RecordType.A, 60, "", null, null, "192.0.2.1", null);
        List<Change> changes = List.of(new Change(true, only(RecordType.A, "192.0.2.1")), new Change(true, outside));
        assertThatThrownBy(() -> port().apply(changes)).satisfies(DnsZoneContract::isInvalid);
        has();
        assertThatThrownBy(() -> port().read("live.example.org")).satisfies(DnsZoneContract::isInvalid);
    }

    private static void isInvalid(Throwable e) {
        assertThat(e)
                .isInstanceOfSatisfying(
                        CloudException.class, cloud -> assertThat(cloud.fault()).isEqualTo(CloudFault.INVALID));
    }
}
