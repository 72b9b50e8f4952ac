package live.onair.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.spi.DnsResolver.Answers;
import org.junit.jupiter.api.Test;

/** When answers are those that were wanted. */
class AnsweredTest {

    private static final List<DnsRecord> MOST_TO_A = List.of(weighted("a", 92), weighted("b", 8), weighted("c", 0));

    private static DnsRecord weighted(String cdn, int weight) {
        return new DnsRecord("live.onair.test", RecordType.CNAME, 60, cdn, weight, null, cdn + ".test", null);
    }

    private static boolean as(List<DnsRecord> records, Map<String, Integer> seen, int lost) {
        return Answered.as(records, new Answers(seen, 60, lost));
    }

    @Test
    void what_has_a_tenth_of_the_weight_must_come_and_what_has_none_must_not() {
        assertThat(as(MOST_TO_A, Map.of("a.test", 60), 0)).isTrue();
        assertThat(as(MOST_TO_A, Map.of("a.test", 55, "b.test", 5), 0)).isTrue();
        assertThat(as(MOST_TO_A, Map.of("b.test", 60), 0)).isFalse();
        assertThat(as(MOST_TO_A, Map.of("a.test", 59, "c.test", 1), 0)).isFalse();
        assertThat(as(MOST_TO_A, Map.of("a.test", 59, "old.test", 1), 0)).isFalse();
    }

    @Test
    void a_lost_question_or_no_answer_at_all_is_not_what_was_wanted() {
        assertThat(as(MOST_TO_A, Map.of("a.test", 59), 1)).isFalse();
        assertThat(as(MOST_TO_A, Map.of(), 0)).isFalse();
        assertThat(as(List.of(), Map.of(), 0)).isTrue();
        assertThat(as(List.of(), Map.of("a.test", 1), 0)).isFalse();
    }

    @Test
    void where_nothing_has_a_weight_all_come() {
        List<DnsRecord> none = List.of(weighted("a", 0), weighted("b", 0));
        assertThat(as(none, Map.of("a.test", 30, "b.test", 30), 0)).isTrue();
    }

    @Test
    void by_country_only_the_askers_comes() {
        List<DnsRecord> countries = List.of(
                new DnsRecord("live.onair.test", RecordType.A, 60, "KR", null, "KR", "192.0.2.1", null),
                new DnsRecord("live.onair.test", RecordType.A, 60, "default", null, "*", "192.0.2.2", null));
        assertThat(as(countries, Map.of("192.0.2.2", 60), 0)).isTrue();
        assertThat(as(countries, Map.of("192.0.2.3", 60), 0)).isFalse();
    }
}
