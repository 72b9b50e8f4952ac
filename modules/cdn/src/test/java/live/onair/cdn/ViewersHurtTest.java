package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.cdn.grid.Hurting;
import live.onair.cdn.spi.FakeProbe;
import live.onair.cdn.spi.WatchingReports.Asked;
import live.onair.cdn.spi.WatchingReports.Told;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** What viewers of one country and network tell of one CDN rings, and says where it is. */
@RoomTest
class ViewersHurtTest extends CdnStage {

    private static final int SLOT = 10;

    /**
     * What ten seconds were like.
     *
     * @param stalledMillis for those who stood, each
     */
    private record Ten(String cdn, String isp, int viewers, int stood, int stalledMillis, int failing, int failed) {

        static Ten well(String cdn, String isp, int viewers) {
            return new Ten(cdn, isp, viewers, 0, 0, 0, 0);
        }

        static Ten stands(String cdn, String isp, int viewers, int stood) {
            return new Ten(cdn, isp, viewers, stood, 2_000, 0, 0);
        }

        Told told(String show, Instant slot) {
            long stalled = (long) stood * stalledMillis;
            return new Told(
                    slot,
                    show,
                    cdn,
                    "KR",
                    isp,
                    viewers,
                    0,
                    0,
                    viewers * 10_000L - stalled,
                    stalled,
                    failed,
                    0,
                    1_000,
                    1_000,
                    0,
                    List.of(),
                    NOT_BY_STEPS,
                    stood,
                    failing);
        }
    }

    /** Ten seconds after ten seconds of that. */
    private void tells(String show, int slots, Ten... fields) {
        for (int i = 0; i < slots; i++) {
            pass(Duration.ofSeconds(SLOT));
            for (Ten one : fields) {
                reports.tells(one.told(show, clock.instant().minusSeconds(SLOT)));
            }
        }
        pass(Duration.ofSeconds(6));
    }

    private Optional<Interruptions.Row> alarm(String show) {
        return interruptions.of(show).stream()
                .filter(row -> row.kind().equals("CDN_VIEWERS") && row.closedAt() == null)
                .findFirst();
    }

    private String live(int domestic) {
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        everybody(Map.of("domestic", domestic, "global", 100 - domestic)),
                        new BranchTerms("KR", "KT", null, null, Map.of("domestic", 100, "global", 0))),
                "시험")));
        return onAir();
    }

    @Test
    void it_names_cdn_country_network_and_what_is_wrong_and_closes_after_minutes_that_were_well() {
        String show = live(50);
        Ten skIsWell = Ten.well("domestic", "SKB", 20);
        tells(show, 3, Ten.stands("domestic", "KT", 5, 3), skIsWell);
        Interruptions.Row alarm = alarm(show).orElseThrow();
        assertThat(alarm.viewersHurt()).isEqualTo(5);
        assertThat(alarm.facts())
                .isEqualTo(Map.of(
                        "cdn",
                        "domestic",
                        "country",
                        "KR",
                        "isp",
                        "KT",
                        "branch",
                        "kr-nkt",
                        "what",
                        "STALLED",
                        "atLeast",
                        "10",
                        "others",
                        "0"));
        assertThat(as(OPS, steering::moves)).as("nobody is moved by it").isEmpty();
        tells(show, 11, Ten.well("domestic", "KT", 5), skIsWell);
        assertThat(alarm(show)).as("well for less than three minutes").isPresent();
        tells(show, 12, Ten.well("domestic", "KT", 5), skIsWell);
        assertThat(alarm(show)).isEmpty();
    }

    @Test
    void one_bad_phone_and_eight_of_ninety_ring_nothing() {
        String show = live(50);
        tells(show, 7, Ten.stands("domestic", "KT", 4, 1), new Ten("global", "SKB", 4, 0, 0, 1, 900));
        assertThat(alarm(show)).as("one of four").isEmpty();
        tells(show, 2, Ten.stands("domestic", "KT", 4, 4));
        assertThat(alarm(show)).as("not for long").isEmpty();
        tells(show, 7, Ten.well("domestic", "KT", 4));
        tells(show, 7, new Ten("domestic", "KT", 90, 8, 9_999, 0, 0), Ten.stands("global", "SKB", 2, 2));
        assertThat(alarm(show))
                .as("fewer than a tenth; or fewer than three in all")
                .isEmpty();
    }

    @Test
    void answers_that_do_not_come_ring_as_well() {
        String show = live(50);
        tells(show, 3, new Ten("domestic", "KT", 6, 0, 0, 4, 8));
        assertThat(alarm(show).orElseThrow().facts())
                .containsEntry("what", "FAILED")
                .containsEntry("atLeast", "20");
    }

    @Test
    void what_all_cdns_have_at_a_place_is_no_cdns_fault() {
        String show = live(50);
        tells(show, 4, Ten.stands("domestic", "KT", 5, 3), Ten.stands("global", "KT", 6, 4));
        assertThat(alarm(show)).isEmpty();
        tells(show, 4, Ten.stands("domestic", "KT", 5, 3), Ten.well("global", "KT", 60));
        assertThat(alarm(show).orElseThrow().facts()).containsEntry("cdn", "domestic");
    }

    @Test
    void players_of_any_page_that_are_not_where_they_were_sent_ring_for_their_branch() {
        String show = live(50);
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(SLOT));
            reports.tells(new Asked(clock.instant().minusSeconds(SLOT), show, "kr-nkt", "domestic", 8, 3, 8 * SLOT));
            reports.tells(
                    new Asked(clock.instant().minusSeconds(SLOT), show, "default", "domestic", 100, 33, 100 * SLOT));
        }
        pass(Duration.ofSeconds(6));
        Interruptions.Row alarm = alarm(show).orElseThrow();
        assertThat(alarm.facts())
                .containsEntry("what", "LEFT")
                .containsEntry("branch", "kr-nkt")
                .containsEntry("isp", "KT")
                .containsEntry("atLeast", "33");
        assertThat(alarm.viewersHurt()).as("they watch elsewhere").isZero();
    }

    private void leave(String show, String branch, int slots) {
        for (int i = 0; i < slots; i++) {
            pass(Duration.ofSeconds(SLOT));
            reports.tells(new Asked(clock.instant().minusSeconds(SLOT), show, branch, "domestic", 8, 8, 8 * SLOT));
        }
        pass(Duration.ofSeconds(6));
    }

    @Test
    void that_players_stay_away_for_minutes_from_one_that_was_bad_is_no_news() {
        String show = live(50);
        probe.sees("https://kr.cdn.test", () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(15));
        probe.isWell();
        pass(Duration.ofSeconds(30));
        assertThat(interruptions.of(show))
                .filteredOn(row -> row.kind().equals("CDN_BAD"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.closedAt()).isNotNull());
        leave(show, "kr-nkt", 4);
        assertThat(alarm(show)).isEmpty();
        pass(Hurting.AWAY);
        leave(show, "kr-nkt", 4);
        assertThat(alarm(show).orElseThrow().facts()).containsEntry("what", "LEFT");
    }

    @Test
    void of_a_branch_that_is_no_more_nothing_is_said() {
        String show = live(50);
        leave(show, "kr-nsomebody", 4);
        assertThat(alarm(show)).isEmpty();
    }

    @Test
    void who_stands_still_is_told_of_before_who_has_left() {
        String show = live(50);
        leave(show, "kr-nkt", 3);
        tells(show, 3, Ten.stands("domestic", "SKB", 5, 3));
        Interruptions.Row alarm = alarm(show).orElseThrow();
        assertThat(alarm.facts()).containsEntry("what", "STALLED").containsEntry("isp", "SKB");
        assertThat(alarm.viewersHurt()).isEqualTo(5);
    }

    @Test
    void a_cdn_of_which_looks_say_already_that_it_is_bad_is_not_told_of_twice() {
        String show = live(50);
        tells(show, 3, Ten.stands("domestic", "KT", 5, 3));
        assertThat(alarm(show)).isPresent();
        probe.sees("https://kr.cdn.test", () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(15));
        assertThat(alarm(show)).isEmpty();
        assertThat(interruptions.of(show))
                .filteredOn(row -> row.closedAt() == null)
                .extracting(Interruptions.Row::kind)
                .contains("CDN_BAD");
        probe.isWell();
        pass(Duration.ofSeconds(14));
        assertThat(alarm(show)).as("what is over was told").isEmpty();
        assertThat(interruptions.of(show))
                .filteredOn(row -> row.closedAt() == null)
                .isEmpty();
    }

    @Test
    void it_ends_with_the_show() {
        String show = live(50);
        tells(show, 3, Ten.stands("domestic", "KT", 5, 3));
        assertThat(alarm(show)).isPresent();
        as(PLANNER, () -> shows.transition(show, ShowState.ENDED, "끝", null, null));
        pass(Duration.ofSeconds(12));
        assertThat(alarm(show)).isEmpty();
    }
}
