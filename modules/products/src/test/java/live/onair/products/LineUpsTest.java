package live.onair.products;

import static live.onair.products.Catalogue.PLANNER;
import static live.onair.products.Catalogue.SECOND;
import static live.onair.products.Catalogue.as;
import static live.onair.products.Catalogue.cream;
import static live.onair.products.Catalogue.done;
import static live.onair.products.Catalogue.named;
import static live.onair.products.Catalogue.refused;
import static live.onair.products.Catalogue.terms;
import static live.onair.products.Catalogue.whole;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Reason;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.products.LineUps.LineUpWish;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class LineUpsTest {

    @Inject
    Products products;

    @Inject
    Sellers sellers;

    @Inject
    LineUps lineUps;

    @Inject
    SellerGate checks;

    @Inject
    Shows shows;

    @Inject
    Channels channels;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Gate gate;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private String seller = "";
    private String show = "";
    private String cream = "";
    private String balm = "";

    @BeforeEach
    void aShowAndTwoProducts() {
        sql.run("delete from products.lineup_item");
        sql.run("delete from products.lineup_set_item");
        sql.run("delete from products.lineup_set");
        sql.run("delete from products.unit");
        sql.run("delete from products.product");
        sql.run("delete from products.seller");
        as(Actor.ONAIR, () -> {
            checks.begin();
            return show;
        });
        seller = done(() -> sellers.add(named("데모 상사"))).id();
        cream = done(() -> products.add(cream(seller, "A", "가 크림", 1_000))).id();
        balm = done(() -> products.add(cream(seller, "B", "나 밤", 2_000))).id();
        show = show();
    }

    private String show() {
        String channel = as(
                        Actor.ONAIR,
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
        Instant start = clock.instant().plus(Duration.ofHours(3));
        return done(() -> shows.schedule(
                        Shows.Schedule.of("상품 방송", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.INPUT)))
                .id();
    }

    private LineUps.LineUp arranged(String... ids) {
        List<LineUpEntry> wanted =
                List.of(ids).stream().map(id -> new LineUpEntry(id, null)).toList();
        return done(() -> lineUps.arrange(show, new LineUpWish(null, wanted)));
    }

    private List<String> names() {
        return as(PLANNER, () -> lineUps.of(show)).items().stream()
                .map(item -> item.product().name())
                .toList();
    }

    private Gate.Row check() {
        return as(PLANNER, () -> gate.of(show)).stream()
                .filter(row -> row.code().equals("seller"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void products_stand_in_the_order_they_were_put_in_each_with_a_price_of_its_own_if_it_has_one() {
        LineUps.LineUp first = arranged(cream, balm);
        assertThat(names()).containsExactly("가 크림", "나 밤");
        List<LineUpEntry> other = List.of(new LineUpEntry(balm, Money.won(1_500)), new LineUpEntry(cream, null));
        LineUps.LineUp second = done(() -> lineUps.arrange(show, new LineUpWish(first.version(), other)));
        assertThat(names()).containsExactly("나 밤", "가 크림");
        assertThat(second.items())
                .extracting(LineUps.LineUpItem::cost)
                .containsExactly(Money.won(1_500), Money.won(1_000));
        assertThat(refused(() -> lineUps.arrange(show, new LineUpWish(first.version(), List.of()))))
                .containsExactly("STALE");
        assertThat(refused(() -> lineUps.arrange(show, new LineUpWish(null, other))))
                .containsExactly("AS_IT_IS");
    }

    @Test
    void what_cannot_be_sold_in_a_show_is_refused_in_words() {
        String bare = done(() -> products.add(terms(seller, "C", "다 세럼", null, null, List.of())))
                .id();
        String gone = done(() -> products.add(cream(seller, "D", "라 토너", 500))).id();
        done(() -> products.archive(gone));
        assertThat(refused(() -> lineUps.arrange(
                        show,
                        new LineUpWish(
                                null,
                                List.of(
                                        new LineUpEntry(cream, Money.won(0)),
                                        new LineUpEntry(cream, null),
                                        new LineUpEntry(balm, new Money(1, "USD")),
                                        new LineUpEntry(bare, null),
                                        new LineUpEntry(gone, null),
                                        new LineUpEntry("PR-0", null))))))
                .containsExactly(
                        "SHOW_PRICE",
                        "PRODUCT_TWICE",
                        "SHOW_CURRENCY",
                        "NO_PRICE",
                        "PRODUCT_ARCHIVED",
                        "NO_SUCH_PRODUCT");
        assertThat(refused(() -> lineUps.arrange("SH-0", new LineUpWish(null, List.of()))))
                .containsExactly("NO_SHOW");
        assertThat(refused(() -> lineUps.arrange(show, new LineUpWish(null, null))))
                .containsExactly("NO_ITEMS");
        assertThat(names()).isEmpty();
        List<LineUpEntry> priced = List.of(new LineUpEntry(bare, Money.won(900)));
        assertThat(done(() -> lineUps.arrange(show, new LineUpWish(null, priced)))
                        .items())
                .hasSize(1);
    }

    @Test
    void the_gate_holds_the_approval_back_until_all_is_told_of_every_seller() {
        assertThat(check().verdict()).as("no products").isEqualTo(Verdict.NOT_APPLICABLE);
        arranged(cream);
        assertThat(check().verdict()).isEqualTo(Verdict.RED);
        assertThat(check().fixRoute()).isEqualTo("shows/" + show + "/products");
        assertThat(check().facts().get("missing")).contains("데모 상사").contains("사업자등록번호");
        done(() -> lifecycle.submit(show, null, null));
        assertThat(as(SECOND, () -> lifecycle.approve(show, null, null)).why())
                .extracting(Reason::code)
                .containsExactly("GATE_RED");

        done(() -> sellers.change(seller, new Sellers.Change(null, whole("데모 상사", Catalogue.NUMBER))));
        assertThat(check().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(as(SECOND, () -> lifecycle.approve(show, null, null)).isDone())
                .isTrue();

        String other = done(() -> sellers.add(named("다른 상사"))).id();
        done(() -> products.change(cream, new Products.Change(null, cream(other, "A", "가 크림", 1_000))));
        assertThat(check().verdict()).as("the product has another seller").isEqualTo(Verdict.RED);
    }

    @Test
    void an_approved_show_whose_products_change_goes_back_to_review() {
        done(() -> sellers.change(seller, new Sellers.Change(null, whole("데모 상사", Catalogue.NUMBER))));
        arranged(cream);
        done(() -> lifecycle.submit(show, null, null));
        as(SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
        arranged(cream, balm);
        assertThat(as(PLANNER, () -> shows.find(show)).orElseThrow().state()).isEqualTo(ShowState.IN_REVIEW);
    }

    @Test
    void a_set_is_kept_under_a_name_and_added_to_another_show() {
        done(() -> lineUps.arrange(
                show,
                new LineUpWish(null, List.of(new LineUpEntry(balm, Money.won(1_500)), new LineUpEntry(cream, null)))));
        LineUps.LineUpSet kept = done(() -> lineUps.saveSet(show, "겨울 기본"));
        done(() -> products.archive(cream));
        show = show();
        assertThat(refused(() -> lineUps.saveSet(show, "빈 것"))).containsExactly("EMPTY");
        done(() -> lineUps.useSet(show, kept.id()));
        assertThat(names()).as("what is still sold").containsExactly("나 밤");
        assertThat(as(PLANNER, () -> lineUps.of(show)).items().get(0).cost()).isEqualTo(Money.won(1_500));
        assertThat(done(() -> lineUps.saveSet(show, "겨울 기본")).products()).isEqualTo(1);
        assertThat(as(PLANNER, () -> lineUps.sets())).hasSize(1);
        done(() -> lineUps.dropSet(kept.id()));
        assertThat(refused(() -> lineUps.useSet(show, kept.id()))).containsExactly("NO_SET");
    }
}
