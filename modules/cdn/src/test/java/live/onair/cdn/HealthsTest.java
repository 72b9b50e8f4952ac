package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.Cdns.CdnHealth;
import live.onair.cdn.Cdns.CdnTerms;
import live.onair.scheduling.Interruptions;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A CDN that says whether it is well is asked every thirty seconds, whether a show is on air or not. */
@RoomTest
class HealthsTest extends CdnStage {

    private static final String ADDRESS = "https://kr2.cdn.test/health";

    @AfterEach
    void all_answer() {
        probe.answers(200);
    }

    private static CdnTerms terms(String health) {
        CdnTerms plain = terms("둘째 국내 CDN", Audience.DOMESTIC, "https://kr2.cdn.test");
        return new CdnTerms(
                null,
                plain.name(),
                plain.audience(),
                plain.regions(),
                plain.baseUrl(),
                health,
                plain.capacityMbps(),
                plain.capabilities(),
                plain.tokens(),
                plain.commitmentGb(),
                plain.prices());
    }

    private List<CdnHealth> seen() {
        return as(OPS, cdns::healths);
    }

    private List<String> alarms() {
        return interruptions.open().stream().map(Interruptions.Row::kind).toList();
    }

    @Test
    void three_bad_answers_in_a_row_raise_the_alarm_and_a_good_one_closes_it() {
        ops(() -> cdns.add("kr2", terms(ADDRESS)));
        work();
        assertThat(seen()).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(200);
            assertThat(one.millis()).isEqualTo(12);
            assertThat(one.failed()).isZero();
        });
        probe.answers(503);
        pass(Duration.ofSeconds(65));
        assertThat(seen().get(0).failed()).isEqualTo(2);
        assertThat(alarms()).doesNotContain("CDN_UNHEALTHY");
        probe.answers(0);
        pass(Duration.ofSeconds(35));
        assertThat(seen().get(0).failed()).isEqualTo(3);
        assertThat(seen().get(0).millis()).isNull();
        assertThat(alarms()).contains("CDN_UNHEALTHY");
        probe.answers(204);
        pass(Duration.ofSeconds(35));
        assertThat(seen().get(0).failed()).isZero();
        assertThat(alarms()).doesNotContain("CDN_UNHEALTHY");
    }

    @Test
    void who_has_no_such_address_any_more_is_not_asked_and_rings_no_more() {
        ops(() -> cdns.add("kr2", terms(ADDRESS)));
        probe.answers(500);
        pass(Duration.ofSeconds(100));
        assertThat(alarms()).contains("CDN_UNHEALTHY");
        ops(() -> cdns.retire("kr2"));
        pass(Duration.ofSeconds(35));
        assertThat(seen()).isEmpty();
        assertThat(alarms()).doesNotContain("CDN_UNHEALTHY");
        probe.asked();
        pass(Duration.ofSeconds(65));
        assertThat(probe.asked()).doesNotContain(ADDRESS);
        ops(() -> cdns.restore("kr2"));
        work();
        assertThat(probe.asked()).contains(ADDRESS);
    }
}
