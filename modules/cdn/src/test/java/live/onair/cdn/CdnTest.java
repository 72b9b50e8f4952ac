package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.BranchChange;
import live.onair.cdn.CdnRows.Capability;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.Device;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Cdns.CdnTerms;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.cdn.Steering.MovePlan;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.cdn.grid.BranchViewers;
import live.onair.cdn.spi.WatchingReports;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The registry, the policy and the moves of viewers, with shows that are on air. */
@RoomTest
class CdnTest extends CdnStage {

    @Test
    void a_cdn_is_added_changed_and_retired_and_nonsense_is_refused() {
        Cdn kept = cdns.find("global").orElseThrow();
        assertThat(kept.baseUrl()).isEqualTo("https://world.cdn.test");
        assertThat(kept.regions()).containsExactly("KR");
        assertThat(kept.priceAt(BigDecimal.ZERO).orElseThrow().wonPerGb()).isEqualTo(new BigDecimal("40"));
        assertThat(refused(() -> cdns.add("domestic", terms("또", Audience.GLOBAL, "https://x.test"))))
                .containsExactly("TAKEN");
        assertThat(refused(() -> cdns.add(
                        "Bad Id",
                        new CdnTerms(
                                null,
                                " ",
                                null,
                                List.of("ZZ"),
                                "ftp://x",
                                "nowhere",
                                0,
                                null,
                                null,
                                -1L,
                                List.of(new CdnPrice(5, BigDecimal.TEN, "", LocalDate.parse("2026-11-01")))))))
                .containsExactlyInAnyOrder("ID", "NAME", "RANGE", "RANGE", "COUNTRY", "ADDRESS", "ADDRESS", "PRICES");
        assertThat(refused(() -> cdns.change("global", terms("글로벌 CDN", Audience.GLOBAL, "https://world.cdn.test"))))
                .containsExactly("AS_IT_IS");
        Cdn changed = ops(() -> cdns.change("global", terms("세계 CDN", Audience.GLOBAL, "https://world.cdn.test")));
        assertThat(changed.version()).isEqualTo(kept.version() + 1);
        CdnTerms old =
                new CdnTerms(kept.version(), "다른 이름", null, null, "https://a.test", null, null, null, null, null, null);
        assertThat(refused(() -> cdns.change("global", old))).containsExactly("STALE");
        policy(60);
        assertThat(refused(() -> cdns.retire("global"))).containsExactly("IN_USE");
        policy(100);
        ops(() -> policies.write(new PolicyTerms(null, List.of(everybody(Map.of("domestic", 100))), null)));
        assertThat(ops(() -> cdns.retire("global")).retired()).isTrue();
        assertThat(refused(() -> policies.write(
                        new PolicyTerms(null, List.of(everybody(Map.of("domestic", 50, "global", 50))), null))))
                .containsExactly("RETIRED");
        assertThat(ops(() -> cdns.restore("global")).retired()).isFalse();
    }

    @Test
    void what_a_cdn_is_for_and_can_do_is_kept_with_who_said_so() {
        Cdn own = ops(() -> cdns.add(
                "own",
                new CdnTerms(
                        null,
                        "데모 CDN",
                        Audience.DOMESTIC,
                        List.of(),
                        "https://own.cdn.test",
                        "https://own.cdn.test/health",
                        null,
                        List.of(Capability.WAF, Capability.PURGE),
                        null,
                        null,
                        List.of())));
        assertThat(cdns.find("own")).contains(own);
        assertThat(own.audience()).isEqualTo(Audience.DOMESTIC);
        assertThat(own.healthUrl()).isEqualTo("https://own.cdn.test/health");
        assertThat(own.capabilities()).containsExactlyInAnyOrder(Capability.WAF, Capability.PURGE);
        assertThat(own.by()).isEqualTo("park");
        policy(70);
        assertThat(policies.versions())
                .first()
                .satisfies(version -> assertThat(version.by()).isEqualTo("park"));
    }

    @Test
    void a_branch_of_a_tier_is_for_shows_of_that_tier_alone() {
        policy(70);
        String show = onAir();
        int tier = shows.find(show).orElseThrow().tier();
        int other = tier == 1 ? 2 : 1;
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        new BranchTerms(null, null, null, tier, Map.of("domestic", 100)),
                        new BranchTerms(null, null, null, other, Map.of("global", 100)),
                        everybody(Map.of("domestic", 50, "global", 50))),
                null)));
        work();
        assertThat(store.of(show).get("branches.json")).contains("t" + tier).doesNotContain("t" + other);
        assertThat(store.of(show)).containsKey("t" + tier + "/0.json").doesNotContainKey("t" + other + "/0.json");
        assertThat(store.of(show).get("t" + tier + "/99.json")).contains("\"PATHWAY-PRIORITY\":[\"domestic\"]");
    }

    @Test
    void a_policy_is_refused_with_every_reason() {
        assertThat(refused(() -> policies.write(new PolicyTerms(null, null, null))))
                .containsExactly("NO_DEFAULT");
        assertThat(refused(() -> policies.write(new PolicyTerms(
                        null,
                        List.of(
                                everybody(Map.of("domestic", 60, "global", 30)),
                                everybody(Map.of("domestic", 100)),
                                new BranchTerms(null, "KT", null, null, Map.of("domestic", 100)),
                                new BranchTerms("XX", null, null, 4, Map.of("nobody", 100))),
                        null))))
                .containsExactlyInAnyOrder("SUM", "TWIN", "ISP", "COUNTRY", "TIER", "NO_CDN");
        assertThat(policies.current()).isEmpty();
    }

    @Test
    void policies_are_versions_that_differ_and_come_back() {
        Policy first = policy(60);
        assertThat(refused(() -> policies.write(new PolicyTerms(
                        first.number(), List.of(everybody(Map.of("domestic", 60, "global", 40))), "같음"))))
                .containsExactly("AS_IT_IS");
        Policy second = ops(() -> policies.write(new PolicyTerms(
                first.number(),
                List.of(
                        everybody(Map.of("domestic", 70, "global", 30)),
                        new BranchTerms("kr", "LG U+", Device.MOBILE, null, Map.of("domestic", 100, "global", 0))),
                "통신사별")));
        assertThat(second.branches()).extracting(CdnRows.Branch::id).containsExactly("kr-nlguplus-mobile", "default");
        assertThat(policies.diff(first.number(), second.number()))
                .containsExactly(
                        new BranchChange(
                                "default", Map.of("domestic", 60, "global", 40), Map.of("domestic", 70, "global", 30)),
                        new BranchChange("kr-nlguplus-mobile", null, Map.of("domestic", 100, "global", 0)));
        assertThat(refused(() -> policies.write(
                        new PolicyTerms(first.number(), List.of(everybody(Map.of("domestic", 100))), null))))
                .containsExactly("STALE");
        Policy back = ops(() -> policies.restore(first.number(), "되돌림"));
        assertThat(back.number()).isEqualTo(second.number() + 1);
        assertThat(back.restored()).isEqualTo(first.number());
        assertThat(policies.diff(first.number(), back.number())).isEmpty();
        assertThat(policies.versions()).hasSize(3);
        assertThat(refused(() -> policies.restore(99, null))).containsExactly("NO_POLICY");
    }

    @Test
    void a_show_on_air_has_its_manifests_and_only_what_changes_is_written() {
        policy(70);
        String show = onAir();
        assertThat(store.of(show)).hasSize(201);
        assertThat(served(show, "domestic")).isEqualTo(70);
        assertThat(steering.isSteered(show)).isTrue();
        assertThat(store.of(show).get("default/0.json"))
                .isEqualTo("{\"VERSION\":1,\"TTL\":10,\"RELOAD-URI\":\"0.json\","
                        + "\"PATHWAY-PRIORITY\":[\"domestic\",\"global\"]}");
        assertThat(store.of(show).get("default/99.m3u8"))
                .contains("PATHWAY-ID=\"global\"", "https://world.cdn.test/live/" + show + "/index.m3u8");
        store.written();
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return show;
        });
        work();
        assertThat(store.written()).isEmpty();
        policy(71);
        work();
        assertThat(store.written())
                .as("one bucket: its manifest and its playlist")
                .containsOnly(2);
        assertThat(served(show, "domestic")).isEqualTo(71);
    }

    @Test
    void what_the_store_refuses_is_written_later_and_an_ended_show_is_taken_away() {
        policy(70);
        String show = onAir();
        store.breaks(CloudFault.UNAVAILABLE);
        policy(50);
        work();
        assertThat(served(show, "domestic")).as("the last good one").isEqualTo(70);
        store.breaks(null);
        pass(Duration.ofSeconds(40));
        assertThat(served(show, "domestic")).isEqualTo(50);
        as(PLANNER, () -> shows.transition(show, ShowState.ENDED, "끝", null, null))
                .orThrow();
        pass(Duration.ofSeconds(20));
        assertThat(shows.find(show).orElseThrow().state()).isIn(ShowState.ENDED, ShowState.REPLAY);
        assertThat(store.of(show)).isEmpty();
        assertThat(steering.isSteered(show)).isFalse();
    }

    @Test
    void viewers_are_moved_by_a_plan_in_stages_and_back() {
        policy(80);
        String show = onAir();
        Map<String, String> before = store.of(show);
        MoveTerms terms = new MoveTerms("domestic", "global", null, null, 5);
        MovePlan plan = ops(() -> steering.plan(terms));
        assertThat(plan.shows()).contains(show);
        assertThat(plan.branches())
                .containsExactly(new Steering.BranchMove(
                        "default", Map.of("domestic", 80, "global", 20), Map.of("domestic", 76, "global", 24)));
        assertThat(plan.wonPerTerabyte()).isEqualTo(new BigDecimal("0"));
        assertThat(refused(() -> steering.move(terms, "another", "느림"))).containsExactly("PLAN_OTHER");
        assertThat(refused(() -> steering.move(terms, plan.hash(), " "))).containsExactly("REASON");
        ViewerMove move = ops(() -> steering.move(terms, plan.hash(), "국내 CDN 느림"));
        work();
        assertThat(served(show, "domestic")).isEqualTo(76);
        assertThat(store.of(show).get("default/0.json")).contains("\"TTL\":5");
        assertThat(refused(() -> steering.plan(terms))).containsExactly("UNDER_WAY");
        ops(() -> steering.stage(move.number(), 25, move.version()));
        work();
        assertThat(served(show, "domestic")).isEqualTo(60);
        assertThat(refused(() -> steering.stage(move.number(), 100, move.version())))
                .containsExactly("STALE");
        ops(() -> steering.stage(move.number(), 100, null));
        work();
        assertThat(served(show, "domestic")).isZero();
        assertThat(store.of(show).get("default/0.json")).contains("\"PATHWAY-PRIORITY\":[\"global\"]");
        ops(() -> steering.undo(move.number()));
        work();
        assertThat(store.of(show)).isEqualTo(before);
        assertThat(refused(() -> steering.undo(move.number()))).containsExactly("NO_MOVE");
        assertThat(steering.moves())
                .first()
                .satisfies(one -> assertThat(one.endedBy()).isEqualTo("park"));
    }

    @Test
    void a_move_of_one_show_leaves_the_others_where_they_are() {
        policy(80);
        String one = onAir();
        String other = onAir();
        MoveTerms terms = new MoveTerms("domestic", null, one, null, 100);
        ops(() -> steering.move(terms, ops(() -> steering.plan(terms)).hash(), "한 방송만"));
        work();
        assertThat(served(one, "domestic")).isZero();
        assertThat(served(other, "domestic")).isEqualTo(80);
        assertThat(refused(() -> steering.plan(new MoveTerms("global", null, one, null, 100))))
                .as("a plan knows what is drained already")
                .containsExactly("NOWHERE");
        assertThat(refused(() -> steering.plan(new MoveTerms("domestic", "domestic", null, null, 0))))
                .containsExactlyInAnyOrder("SAME", "RANGE");
        assertThat(refused(() -> steering.plan(new MoveTerms("nobody", null, null, null, 5))))
                .containsExactly("NO_CDN");
        assertThat(refused(() -> steering.plan(new MoveTerms("domestic", null, "SH-99999", "xx", 5))))
                .containsExactlyInAnyOrder("NO_SHOW", "NO_BRANCH");
        assertThat(refused(() -> steering.plan(new MoveTerms("domestic", null, one, "default", 5))))
                .containsExactly("NOBODY");
    }

    @Test
    void who_came_in_by_a_branch_that_is_no_more_is_led_as_whom_he_belongs_to_now() {
        policy(80);
        String show = onAir();
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        new BranchTerms("KR", "KT", null, null, Map.of("domestic", 90, "global", 10)),
                        everybody(Map.of("domestic", 80, "global", 20))),
                null)));
        work();
        String kt = store.of(show).keySet().stream()
                .filter(path -> path.contains("kt"))
                .map(path -> path.replaceFirst("/.*", ""))
                .findFirst()
                .orElseThrow();
        ops(() ->
                policies.write(new PolicyTerms(null, List.of(everybody(Map.of("domestic", 80, "global", 20))), null)));
        MoveTerms all = new MoveTerms("domestic", null, show, null, 100);
        MovePlan plan = ops(() -> steering.plan(all));
        ops(() -> steering.move(all, plan.hash(), "국내 CDN 느림"));
        work();
        assertThat(store.of(show).get("branches.json")).doesNotContain(kt);
        for (int bucket = 0; bucket < 100; bucket++) {
            assertThat(store.of(show).get(kt + "/" + bucket + ".json")).contains("\"PATHWAY-PRIORITY\":[\"global\"]");
            assertThat(store.of(show).get(kt + "/" + bucket + ".m3u8"))
                    .as("who begins now can be led back")
                    .contains("PATHWAY-ID=\"domestic\"");
        }
    }

    @Test
    void a_move_of_one_branch_moves_its_viewers_only() {
        policy(80);
        String show = onAir();
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        new BranchTerms("KR", "KT", null, null, Map.of("domestic", 80, "global", 20)),
                        everybody(Map.of("domestic", 80, "global", 20))),
                null)));
        for (String isp : List.of("KT", "SKT")) {
            int viewers = isp.equals("KT") ? 800 : 200;
            reports.tells(told(show, "domestic", isp, viewers));
        }
        pass(Duration.ofSeconds(6));
        String kt = policies.current().orElseThrow().branches().get(0).id();
        assertThat(ops(() -> steering.plan(new MoveTerms("domestic", null, show, kt, 50)))
                        .viewers())
                .isEqualTo(400);
        assertThat(ops(() -> steering.plan(new MoveTerms("domestic", null, show, null, 50)))
                        .viewers())
                .isEqualTo(500);
    }

    @Test
    void where_a_price_is_missing_what_a_move_costs_is_unknown_and_not_nothing() {
        CdnTerms priced = terms("가격 없는 CDN", Audience.GLOBAL, "https://third.cdn.test");
        ops(() -> cdns.add(
                "third",
                new CdnTerms(
                        null,
                        priced.name(),
                        priced.audience(),
                        priced.regions(),
                        priced.baseUrl(),
                        null,
                        priced.capacityMbps(),
                        List.of(),
                        null,
                        null,
                        List.of())));
        ops(() -> policies.write(
                new PolicyTerms(null, List.of(everybody(Map.of("domestic", 60, "global", 20, "third", 20))), null)));
        String show = onAir();
        for (String cdn : List.of("domestic", "third")) {
            reports.tells(told(show, cdn, "KT", 800));
        }
        pass(Duration.ofSeconds(6));
        for (MoveTerms terms : List.of(
                new MoveTerms("domestic", "third", show, null, 50),
                new MoveTerms("third", "domestic", show, null, 50),
                new MoveTerms("domestic", null, show, null, 50))) {
            MovePlan plan = ops(() -> steering.plan(terms));
            assertThat(plan.viewers()).as("%s", terms).isEqualTo(400);
            assertThat(plan.wonPerTerabyte()).as("%s", terms).isNull();
            assertThat(plan.wonPerHour()).as("%s", terms).isNull();
            assertThat(plan.cdns())
                    .filteredOn(one -> one.cdn().equals("third"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.price()).isNull());
        }
        MovePlan known = ops(() -> steering.plan(new MoveTerms("domestic", "global", show, null, 50)));
        assertThat(known.wonPerTerabyte()).as("both of its CDNs have a price").isEqualByComparingTo("0");
        assertThat(known.wonPerHour()).isEqualTo(Money.won(0));
    }

    @Test
    void viewers_who_are_not_where_they_are_published_for_are_told_by_branch_and_cdn() {
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        new BranchTerms("KR", "KT", null, null, Map.of("domestic", 70, "global", 30)),
                        everybody(Map.of("domestic", 50, "global", 50))),
                null)));
        String show = onAir();
        assertThat(spread(show)).extracting(CdnRows.BranchShares::viewers).containsOnlyNulls();
        reports.tells(told(show, "domestic", "KT", 610));
        reports.tells(told(show, "global", "KT", 390));
        reports.tells(told(show, "domestic", "SKT", 527));
        reports.tells(told(show, "global", "SKT", 473));
        pass(Duration.ofSeconds(6));
        assertThat(spread(show))
                .extracting(CdnRows.BranchShares::viewers)
                .containsExactly(
                        new BranchViewers(
                                1_000,
                                Map.of("domestic", 61, "global", 39),
                                Map.of("domestic", -9, "global", 9),
                                false),
                        new BranchViewers(1_000, Map.of("domestic", 53, "global", 47), Map.of(), false));
        MoveTerms all = new MoveTerms("domestic", "global", show, null, 100);
        ops(() -> steering.move(all, ops(() -> steering.plan(all)).hash(), "시험"));
        assertThat(spread(show))
                .extracting(one -> Objects.requireNonNull(one.viewers()).offBy().get("domestic"))
                .as("who is moved counts with what is published")
                .containsExactly(61, 53);
        ops(() -> policies.write(new PolicyTerms(
                null,
                List.of(
                        new BranchTerms(null, null, Device.TV, null, Map.of("domestic", 70, "global", 30)),
                        everybody(Map.of("domestic", 50, "global", 50))),
                null)));
        assertThat(spread(show))
                .as("what they watch with is not told")
                .extracting(CdnRows.BranchShares::viewers)
                .containsOnlyNulls();
    }

    private List<CdnRows.BranchShares> spread(String show) {
        return as(OPS, steering::shows).stream()
                .filter(one -> one.show().equals(show))
                .findFirst()
                .orElseThrow()
                .branches();
    }

    private WatchingReports.Told told(String show, String cdn, String isp, int viewers) {
        return new WatchingReports.Told(
                clock.instant().minusSeconds(12),
                show,
                cdn,
                "KR",
                isp,
                viewers,
                100,
                120_000,
                7_990_000,
                10_000,
                3,
                1,
                4_000_000_000L,
                8_000_000,
                19_975_000,
                List.of(),
                NOT_BY_STEPS,
                0,
                0);
    }

    @Test
    void only_ops_and_admins_decide() {
        assertThatThrownBy(() -> as(PLANNER, () -> cdns.retire("global"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(PLANNER, () -> policies.restore(1, null))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(PLANNER, () -> steering.undo(1))).isInstanceOf(NotAllowedException.class);
        assertThat(as(PLANNER, () -> cdns.list())).hasSize(2);
    }

    @Test
    void what_players_tell_is_a_grid_and_weighs_a_move() {
        policy(80);
        String show = onAir();
        for (String cdn : List.of("domestic", "global")) {
            reports.tells(told(show, cdn, cdn.equals("domestic") ? "KT" : "", cdn.equals("domestic") ? 800 : 200));
        }
        pass(Duration.ofSeconds(6));
        Quality.Grid domestic = quality.grid(show, 1).stream()
                .filter(one -> one.cdn().equals("domestic"))
                .findFirst()
                .orElseThrow();
        assertThat(quality.carried())
                .extracting(Quality.Carried::cdn, one -> one.gb().stripTrailingZeros())
                .contains(Tuple.tuple("domestic", new BigDecimal("4")), Tuple.tuple("global", new BigDecimal("4")));
        assertThat(domestic.isp()).isEqualTo("KT");
        assertThat(domestic.viewers()).isEqualTo(800);
        assertThat(domestic.watched().startMillis()).isEqualTo(1_200);
        assertThat(domestic.watched().stalledPercent()).isEqualTo(0.13);
        assertThat(domestic.watched().kbps()).isEqualTo(10_000);
        assertThat(domestic.watched().shownKbps()).as("by what was played").isEqualTo(2_500);
        ops(() -> cdns.change(
                "global",
                new CdnTerms(
                        null,
                        "글로벌 CDN",
                        Audience.GLOBAL,
                        null,
                        "https://world.cdn.test",
                        null,
                        600,
                        null,
                        null,
                        5_000L,
                        List.of(new CdnPrice(0, new BigDecimal("100"), "데모 단가", LocalDate.parse("2026-11-01"))))));
        MovePlan plan = ops(() -> steering.plan(new MoveTerms("domestic", null, show, null, 25)));
        assertThat(plan.viewers()).isEqualTo(200);
        assertThat(plan.wonPerTerabyte()).isEqualTo(new BigDecimal("60000"));
        // a quarter of 4 GB a minute, an hour of it, at 60 won more a gigabyte
        assertThat(plan.wonPerHour()).isEqualTo(Money.won(3_600));
        assertThat(plan.cdns())
                .extracting(
                        Steering.CdnCost::cdn,
                        one -> one.load().mbpsNow(),
                        one -> one.load().mbpsAfter())
                .as("4 GB a minute are 533 Mbps")
                .contains(Tuple.tuple("domestic", 533, 400), Tuple.tuple("global", 533, 667));
        Steering.CdnCost taking = plan.cdns().stream()
                .filter(one -> one.cdn().equals("global"))
                .findFirst()
                .orElseThrow();
        assertThat(plan.cdns())
                .filteredOn(Steering.CdnCost::isTooMuch)
                .as("667 Mbps are more than 600")
                .containsExactly(taking);
        assertThat(taking.capacityMbps()).isEqualTo(600);
        assertThat(taking.commitmentGb()).isEqualTo(5_000);
        assertThat(taking.load().monthGb()).as("of the commitment").isEqualByComparingTo("4");
        assertThat(taking.load().gbPerHour()).as("5 GB a minute").isEqualByComparingTo("300");
        Policies.PolicyPlan other = ops(() ->
                policies.plan(new PolicyTerms(null, List.of(everybody(Map.of("domestic", 40, "global", 60))), null)));
        assertThat(other.viewers()).as("four in ten of a thousand").isEqualTo(400);
        assertThat(other.branches()).singleElement().satisfies(one -> {
            assertThat(one.before()).isEqualTo(Map.of("domestic", 80, "global", 20));
            assertThat(one.viewers()).isEqualTo(400);
        });
        // four tenths of 8 GB a minute, an hour of it, at 60 won more a gigabyte
        assertThat(other.wonPerHour()).isEqualTo(Money.won(11_520));
        assertThat(ops(() -> policies.plan(new PolicyTerms(
                                null,
                                List.of(
                                        everybody(Map.of("domestic", 40, "global", 60)),
                                        new BranchTerms(null, null, Device.TV, null, Map.of("global", 100))),
                                null)))
                        .viewers())
                .as("players do not tell what they are")
                .isNull();
        pass(Duration.ofSeconds(40));
        assertThat(ops(() -> steering.plan(new MoveTerms("domestic", null, show, null, 25)))
                        .viewers())
                .as("nobody told lately")
                .isNull();
    }

    @Test
    void what_is_published_is_signed_and_written_anew_before_it_runs_out() {
        signer.signsFor("domestic");
        policy(100);
        String show = onAir();
        work();
        assertThat(store.of(show).get("default/7.m3u8"))
                .contains("https://kr.cdn.test/live/" + show + "/index.m3u8?token=domestic-" + show + "-1\n");
        signer.renews();
        pass(Duration.ofMinutes(31));
        assertThat(store.of(show).get("default/7.m3u8")).contains("?token=domestic-" + show + "-2\n");
        assertThat(as(OPS, () -> cdns.signed("global", show, "https://a.test/x")))
                .isEqualTo("https://a.test/x");
    }

    @Test
    void a_cdn_that_gives_pictures_without_a_token_raises_an_alarm() {
        signer.signsFor("domestic");
        probe.refusesUnsigned("https://kr.cdn.test");
        policy(50);
        onAir();
        work();
        assertThat(as(OPS, cdns::doors)).extracting(Cdns.Door::bareStatus).containsExactly(403, null);
        assertThat(as(OPS, cdns::doors)).extracting(Cdns.Door::signs).containsExactly(true, false);
        probe.isWell();
        pass(Duration.ofSeconds(64));
        assertThat(interruptions.open()).extracting(Interruptions.Row::kind).contains("CDN_OPEN");
        probe.refusesUnsigned("https://kr.cdn.test");
        pass(Duration.ofSeconds(64));
        assertThat(interruptions.open()).extracting(Interruptions.Row::kind).doesNotContain("CDN_OPEN");
    }

    @Test
    void tokens_need_a_key() {
        CdnTerms signs = new CdnTerms(
                null,
                "국내 CDN",
                Audience.DOMESTIC,
                List.of("KR"),
                "https://kr.cdn.test",
                null,
                null,
                List.of(),
                CdnRows.TokenScheme.QUERY_HMAC,
                null,
                List.of());
        assertThat(refused(() -> cdns.change("domestic", signs))).containsExactly("NO_KEY");
        signer.signsFor("domestic");
        assertThat(ops(() -> cdns.change("domestic", signs)).tokens()).isEqualTo(CdnRows.TokenScheme.QUERY_HMAC);
    }
}
