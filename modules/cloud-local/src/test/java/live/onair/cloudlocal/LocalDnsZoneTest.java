package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.spi.DnsResolver;
import live.onair.dns.spi.DnsResolver.Answers;
import live.onair.dns.spi.DnsZone;
import live.onair.dns.spi.DnsZone.Change;
import live.onair.dns.spi.DnsZoneContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port's contract, and that what is written is answered, over a socket, by weight and at once. */
class LocalDnsZoneTest extends DnsZoneContract {

    private static final String NAME = "live.onair.test";

    private final DnsResolver resolver = new SocketDnsResolver();

    @TempDir
    Path folder;

    private @Nullable LocalDnsZone zone;

    @BeforeEach
    void open() {
        zone = new LocalDnsZone(folder.resolve("dns-zone.json"));
    }

    @AfterEach
    void close() {
        zone().close();
    }

    private LocalDnsZone zone() {
        return java.util.Objects.requireNonNull(zone);
    }

    @Override
    protected DnsZone port() {
        return zone();
    }

    @Override
    protected String healthCheck() {
        return "none-here";
    }

    private static DnsRecord weighted(String cdn, int weight) {
        return new DnsRecord(NAME, RecordType.CNAME, 20, cdn, weight, null, cdn + ".cdn.test", null);
    }

    private static DnsRecord address(@Nullable String country, String value) {
        String set = country == null ? "" : country.equals("*") ? "default" : country;
        return new DnsRecord(NAME, RecordType.A, 30, set, null, country, value, null);
    }

    private Answers ask(RecordType type) {
        return resolver.ask(zone().zone().servers().get(0), NAME, type, 200);
    }

    private void stands(DnsRecord... records) {
        zone().apply(Change.between(zone().read(NAME), List.of(records)));
    }

    @Test
    void questions_are_answered_by_weight_and_a_weight_of_nothing_never() {
        assertThat(ask(RecordType.CNAME)).isEqualTo(Answers.NONE);
        stands(weighted("domestic", 75), weighted("global", 25), weighted("spare", 0));
        Answers answers = ask(RecordType.CNAME);
        assertThat(answers.seen()).containsOnlyKeys("domestic.cdn.test", "global.cdn.test");
        assertThat(answers.seen().get("domestic.cdn.test")).isBetween(110, 190);
        assertThat(answers.ttlSeconds()).isEqualTo(20);
        assertThat(answers.lost()).isZero();
        assertThat(ask(RecordType.A).seen()).isEmpty();
        stands(weighted("domestic", 0), weighted("global", 0));
        assertThat(ask(RecordType.CNAME).seen()).containsOnlyKeys("domestic.cdn.test", "global.cdn.test");
        stands(weighted("global", 100));
        assertThat(ask(RecordType.CNAME).seen()).isEqualTo(Map.of("global.cdn.test", 200));
    }

    @Test
    void an_address_is_answered_as_one_and_by_country_that_of_everybody_else() {
        stands(address(null, "192.0.2.1"));
        assertThat(ask(RecordType.A)).isEqualTo(new Answers(Map.of("192.0.2.1", 200), 30, 0));
        stands(address("KR", "192.0.2.1"), address("*", "192.0.2.2"));
        assertThat(ask(RecordType.A).seen()).isEqualTo(Map.of("192.0.2.2", 200));
    }

    @Test
    void what_stands_there_outlives_the_process_that_wrote_it() {
        stands(weighted("domestic", 100), weighted("global", 0));
        close();
        open();
        assertThat(zone().read(NAME)).containsExactlyInAnyOrder(weighted("domestic", 100), weighted("global", 0));
        assertThat(ask(RecordType.CNAME).seen()).isEqualTo(Map.of("domestic.cdn.test", 200));
    }

    @Test
    void a_server_that_does_not_answer_or_not_for_this_name_loses_every_question() {
        String server = zone().zone().servers().get(0);
        assertThat(resolver.ask(server, "live.example.org", RecordType.A, 5).lost())
                .isEqualTo(5);
        close();
        assertThat(resolver.ask(server, NAME, RecordType.A, 5).lost()).isEqualTo(5);
    }
}
