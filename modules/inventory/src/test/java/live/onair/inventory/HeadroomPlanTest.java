package live.onair.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.inventory.HeadroomPlan.Wanted;
import live.onair.inventory.QuotaRows.Demand;
import live.onair.inventory.QuotaRows.Headroom;
import live.onair.inventory.QuotaRows.Peak;
import live.onair.inventory.ShowPeaks.Span;
import live.onair.inventory.spi.Quota;
import live.onair.inventory.spi.Quota.Limit;
import org.junit.jupiter.api.Test;

/** What is left of a quota, from what was counted and what is planned. */
class HeadroomPlanTest {

    /** Noon in Seoul. */
    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

    private static final Instant UNTIL = NOW.plus(Duration.ofDays(28));

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    private static Quota quota(Demand demand, Long limit, long used, String... holders) {
        return new Quota("ivs.stream", "ivs", demand, 1, new Limit("L-1", limit, true), used, List.of(holders));
    }

    private static Wanted wanted(Map<String, String> channels, Span... spans) {
        return new Wanted(channels, Set.of(), Map.of("ivs", List.of(spans)), NOW, UNTIL);
    }

    @Test
    void shows_that_touch_do_not_run_at_once_and_those_that_overlap_do() {
        assertThat(ShowPeaks.byDay(
                        List.of(
                                span("2026-12-03T11:00:00Z", "2026-12-03T12:00:00Z"),
                                span("2026-12-03T12:00:00Z", "2026-12-03T13:00:00Z"),
                                span("2026-12-03T12:30:00Z", "2026-12-03T14:00:00Z")),
                        NOW,
                        UNTIL))
                .containsExactly(new Peak(2, Instant.parse("2026-12-03T12:30:00Z")));
    }

    @Test
    void a_show_over_midnight_in_seoul_counts_on_both_days() {
        assertThat(ShowPeaks.byDay(List.of(span("2026-12-03T14:30:00Z", "2026-12-03T15:30:00Z")), NOW, UNTIL))
                .containsExactly(
                        new Peak(1, Instant.parse("2026-12-03T14:30:00Z")),
                        new Peak(1, Instant.parse("2026-12-03T15:00:00Z")));
    }

    @Test
    void what_runs_already_counts_from_now_and_what_is_over_or_far_off_does_not() {
        assertThat(ShowPeaks.byDay(
                        List.of(
                                span("2026-12-01T02:00:00Z", "2026-12-01T04:00:00Z"),
                                span("2026-12-01T01:00:00Z", "2026-12-01T02:00:00Z"),
                                span("2027-01-20T01:00:00Z", "2027-01-20T02:00:00Z")),
                        NOW,
                        UNTIL))
                .containsExactly(new Peak(1, NOW));
    }

    @Test
    void six_shows_at_once_do_not_go_into_five() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            spans.add(span("2026-12-03T11:00:00Z", "2026-12-03T12:00:00Z"));
        }
        for (int i = 0; i < 4; i++) {
            spans.add(span("2026-12-04T11:00:00Z", "2026-12-04T12:00:00Z"));
        }
        spans.add(span("2026-12-05T11:00:00Z", "2026-12-05T12:00:00Z"));
        QuotaRows.Quota row =
                HeadroomPlan.of(quota(Demand.SHOWS, 5L, 0), wanted(Map.of("CH-1", "ivs"), spans.toArray(Span[]::new)));
        assertThat(row.headroom()).isEqualTo(Headroom.OVER);
        assertThat(row.peak()).isEqualTo(new Peak(6, Instant.parse("2026-12-03T11:00:00Z")));
        assertThat(row.tight())
                .containsExactly(
                        new Peak(6, Instant.parse("2026-12-03T11:00:00Z")),
                        new Peak(4, Instant.parse("2026-12-04T11:00:00Z")));
    }

    @Test
    void it_warns_from_four_fifths_and_is_over_only_above_the_limit() {
        assertThat(HeadroomPlan.headroom(5L, 3)).isEqualTo(Headroom.FREE);
        assertThat(HeadroomPlan.headroom(5L, 4)).isEqualTo(Headroom.TIGHT);
        assertThat(HeadroomPlan.headroom(5L, 5)).isEqualTo(Headroom.TIGHT);
        assertThat(HeadroomPlan.headroom(5L, 6)).isEqualTo(Headroom.OVER);
        assertThat(HeadroomPlan.headroom(0L, 0)).isEqualTo(Headroom.FREE);
        assertThat(HeadroomPlan.headroom(null, 6)).isEqualTo(Headroom.UNKNOWN);
    }

    @Test
    void what_others_have_in_the_account_takes_its_place_too() {
        Map<String, String> inUse = Map.of("CH-1", "ivs", "CH-2", "ivs", "CH-9", "medialive");
        QuotaRows.Quota row = HeadroomPlan.of(quota(Demand.CHANNELS, 10L, 4, "CH-1", "CH-GONE"), wanted(inUse));
        assertThat(row.others()).isEqualTo(3);
        assertThat(row.peak()).isEqualTo(new Peak(5, null));
        assertThat(row.headroom()).isEqualTo(Headroom.FREE);
    }

    @Test
    void what_serves_all_channels_is_needed_once_and_only_if_there_is_one() {
        Quota none = quota(Demand.INSTALLATION, 3L, 2);
        assertThat(HeadroomPlan.of(none, wanted(Map.of())).peak()).isEqualTo(new Peak(2, null));
        Map<String, String> inUse = Map.of("CH-1", "ivs", "CH-2", "ivs");
        assertThat(HeadroomPlan.of(none, wanted(inUse)).peak()).isEqualTo(new Peak(3, null));
        assertThat(HeadroomPlan.of(quota(Demand.INSTALLATION, 3L, 2, Quota.SHARED), wanted(inUse))
                        .peak())
                .isEqualTo(new Peak(2, null));
    }

    @Test
    void a_channel_takes_one_push_input_and_another_only_where_a_second_is_wanted() {
        Map<String, String> inUse =
                Map.of("CH-1", "medialive", "CH-2", "medialive", "CH-3", "medialive", "CH-9", "ivs");
        Quota inputs = inputs(5L, "CH-1", "CH-2");
        Wanted one = new Wanted(inUse, Set.of("CH-9"), Map.of(), NOW, UNTIL);
        assertThat(HeadroomPlan.of(inputs, one).peak()).isEqualTo(new Peak(3, null));
        assertThat(HeadroomPlan.of(inputs, one).headroom()).isEqualTo(Headroom.FREE);
        Wanted more = new Wanted(inUse, Set.of("CH-1", "CH-3"), Map.of(), NOW, UNTIL);
        assertThat(HeadroomPlan.of(inputs, more).peak()).isEqualTo(new Peak(5, null));
        Quota channels = new Quota(
                "medialive.channel", "medialive", Demand.CHANNELS, 1, new Limit("L-2", 5L, true), 0, List.of());
        assertThat(HeadroomPlan.of(channels, more).peak()).isEqualTo(new Peak(3, null));
    }

    @Test
    void a_channel_whose_second_input_is_not_made_yet_has_not_all_its_room() {
        Wanted second = new Wanted(Map.of("CH-1", "medialive"), Set.of("CH-1"), Map.of(), NOW, UNTIL);
        assertThat(HeadroomPlan.hasRoom(inputs(1L, "CH-1"), second, "CH-1", 1)).isFalse();
        assertThat(HeadroomPlan.hasRoom(inputs(1L, "CH-1", "CH-1"), second, "CH-1", 1))
                .isTrue();
        Wanted one = new Wanted(Map.of("CH-1", "medialive"), Set.of(), Map.of(), NOW, UNTIL);
        assertThat(HeadroomPlan.hasRoom(inputs(1L, "CH-1"), one, "CH-1", 1)).isTrue();
    }

    private static Quota inputs(Long limit, String... holders) {
        return new Quota(
                "medialive.push-input",
                "medialive",
                Demand.CHANNELS,
                1,
                new Limit("L-9E233AF7", limit, true),
                holders.length,
                List.of(holders));
    }

    @Test
    void of_viewers_the_calendar_says_nothing() {
        QuotaRows.Quota row = HeadroomPlan.of(quota(Demand.VIEWERS, 15_000L, 12_000), wanted(Map.of("CH-1", "ivs")));
        assertThat(row.peak()).isNull();
        assertThat(row.headroom()).isEqualTo(Headroom.TIGHT);
    }
}
