package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.Choices.Candidate;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.cdn.grid.StartTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The choice explains itself: price, what is paid for already, and what watching is like. */
class RankingTest {

    private static final Branch EVERYBODY = new Branch("default", null, null, null, null, Map.of("a", 70, "b", 30));

    private static CdnPrice price(long from, String won) {
        return new CdnPrice(from, new BigDecimal(won), "데모 단가", LocalDate.parse("2026-11-01"));
    }

    private static Ranking.Known known(
            String id, @Nullable String won, @Nullable String shortGb, CdnState state, Grid... grid) {
        Cdn cdn = new Cdn(
                id,
                id,
                Audience.DOMESTIC,
                List.of(),
                "https://" + id + ".test",
                null,
                null,
                List.of(),
                TokenScheme.NONE,
                shortGb == null ? null : Long.valueOf(1_000),
                won == null ? List.of() : List.of(price(0, won)),
                false,
                1,
                "park",
                Instant.EPOCH);
        Carried carried = new Carried(
                id,
                "2026-11",
                BigDecimal.TEN,
                cdn.commitmentGb(),
                null,
                shortGb == null ? null : new BigDecimal(shortGb),
                null,
                null,
                List.of());
        return new Ranking.Known(cdn, carried, state, List.of(grid));
    }

    private static Grid grid(String cdn, String country, double stalled, int start, long bytes) {
        return new Grid(
                cdn,
                country,
                "",
                10,
                new Watched(10, start, StartTimes.NONE, stalled, 0, 0, 8_000, null, bytes, 100_000));
    }

    private static List<String> order(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::cdn).toList();
    }

    @Test
    void the_cheaper_wins_until_its_pictures_stand_still() {
        List<Candidate> calm = Ranking.of(
                        EVERYBODY,
                        List.of(known("a", "32", null, CdnState.GOOD), known("b", "118", null, CdnState.GOOD)))
                .candidates();
        assertThat(order(calm)).containsExactly("a", "b");
        assertThat(calm.get(0).score()).isEqualByComparingTo("32");
        List<Candidate> bad = Ranking.of(
                        EVERYBODY,
                        List.of(
                                known("a", "32", null, CdnState.GOOD, grid("a", "KR", 1.5, 1_000, 10)),
                                known("b", "118", null, CdnState.GOOD, grid("b", "KR", 0, 500, 10))))
                .candidates();
        assertThat(order(bad)).containsExactly("b", "a");
        assertThat(bad.get(1).score()).as("32 + 300 + 20").isEqualByComparingTo("352");
        assertThat(bad.get(0).score()).as("118 + 10").isEqualByComparingTo("128");
    }

    @Test
    void what_is_paid_for_costs_nothing_more_and_one_that_is_bad_now_is_no_choice() {
        List<Candidate> candidates = Ranking.of(
                        EVERYBODY,
                        List.of(known("a", "32", "-5", CdnState.GOOD), known("b", "118", "400", CdnState.GOOD)))
                .candidates();
        assertThat(order(candidates)).containsExactly("b", "a");
        assertThat(candidates.get(0).paid().percent())
                .as("nobody knows what is to come")
                .isEqualTo(100);
        assertThat(candidates.get(0).paid().leftGb()).isEqualByComparingTo("990");
        assertThat(candidates.get(1).paid().percent()).isZero();
        assertThat(order(Ranking.of(
                                EVERYBODY,
                                List.of(known("a", "32", null, CdnState.GOOD), known("b", "118", "400", CdnState.LATE)))
                        .candidates()))
                .containsExactly("a", "b");
    }

    /** Of 1,000 GB 400 would be left over: 600 in the month, 10 of them until now. */
    private static Ranking.Known foreseen(Ranking.Known known) {
        Carried told = known.carried();
        Carried carried = new Carried(
                told.cdn(),
                told.month(),
                told.gb(),
                1_000L,
                new BigDecimal(600),
                told.shortGb(),
                null,
                null,
                List.of());
        return new Ranking.Known(known.cdn(), carried, known.state(), known.grid());
    }

    @Test
    void a_commitment_counts_by_how_much_of_what_is_to_come_it_has_paid_for() {
        Ranking.Known committed =
                foreseen(known("a", "100", "400", CdnState.GOOD, grid("a", "KR", 0, 0, 10), grid("a", "US", 0, 0, 10)));
        Branch korea = new Branch("kr", "KR", null, null, null, Map.of("a", 100));
        Candidate half = Ranking.of(korea, List.of(committed)).candidates().get(0);
        assertThat(half.paid().percent())
                .as("590 to come, half of it here: 400 of 295")
                .isEqualTo(100);
        Ranking.Known second = foreseen(known("b", "10", "400", CdnState.GOOD, grid("b", "KR", 0, 0, 60)));
        Candidate more =
                Ranking.of(korea, List.of(committed, second)).candidates().get(0);
        assertThat(more.paid().percent()).as("400 of 70/80 of 1,180").isEqualTo(38);
        assertThat(more.wonPerGb()).as("62 % of 100").isEqualByComparingTo("62");
    }

    @Test
    void what_many_told_counts_more_than_what_few_told() {
        Grid many =
                new Grid("a", "KR", "KT", 30, new Watched(30, 300, StartTimes.NONE, 1.0, 0, 0, 1, null, 1, 900_000));
        Grid few = new Grid(
                "a", "KR", "SKT", 1, new Watched(10, 700, StartTimes.NONE, 5.0, 0, 0, 1, null, 9_999, 100_000));
        Candidate both = Ranking.of(EVERYBODY, List.of(known("a", "1", null, CdnState.GOOD, many, few)))
                .candidates()
                .get(0);
        assertThat(both.stalledPercent()).isEqualTo(1.4);
        assertThat(both.startMillis()).isEqualTo(400);
    }

    @Test
    void without_a_price_there_is_no_score_and_the_viewers_of_the_branch_are_asked_first() {
        Branch korea = new Branch("kr", "KR", null, null, null, Map.of("a", 100, "b", 0));
        List<Candidate> candidates = Ranking.of(
                        korea,
                        List.of(
                                known("a", null, null, CdnState.UNKNOWN),
                                known(
                                        "b",
                                        "10",
                                        null,
                                        CdnState.GOOD,
                                        grid("b", "US", 9, 0, 99),
                                        grid("b", "KR", 1, 0, 1)),
                                known("c", "1", null, CdnState.GOOD)))
                .candidates();
        assertThat(order(candidates)).as("c is not named by the branch").containsExactly("b", "a");
        assertThat(candidates.get(0).stalledPercent()).isEqualTo(1.0);
        assertThat(candidates.get(1).score()).isNull();
    }

    @Test
    void what_nobody_told_is_no_advantage() {
        Grid silent = new Grid("b", "KR", "", 10, new Watched(0, null, StartTimes.NONE, 0.0, 0, 0, 8_000, null, 10, 0));
        List<Candidate> candidates = Ranking.of(
                        EVERYBODY,
                        List.of(
                                known("a", "32", null, CdnState.GOOD, grid("a", "KR", 0, 2_000, 10)),
                                known("b", "33", null, CdnState.GOOD, silent)))
                .candidates();
        assertThat(order(candidates)).containsExactly("a", "b");
        assertThat(candidates.get(1).startMillis()).isNull();
        assertThat(candidates.get(1).score()).as("33 + 40, as the other").isEqualByComparingTo("73");
    }

    @Test
    void the_next_gigabyte_has_the_price_of_the_volume_that_was_reached() {
        List<CdnPrice> prices = List.of(price(0, "40"), price(1_000, "30"));
        assertThat(Ranking.next(prices, new BigDecimal("999"))).isEqualByComparingTo("40");
        assertThat(Ranking.next(prices, new BigDecimal("1000"))).isEqualByComparingTo("30");
        assertThat(Ranking.next(List.of(), BigDecimal.ONE)).isNull();
    }
}
