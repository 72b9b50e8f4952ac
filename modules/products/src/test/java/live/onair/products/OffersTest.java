package live.onair.products;

import static live.onair.products.Catalogue.PLANNER;
import static live.onair.products.Catalogue.as;
import static live.onair.products.Catalogue.cream;
import static live.onair.products.Catalogue.done;
import static live.onair.products.Catalogue.named;
import static live.onair.products.Catalogue.refused;
import static live.onair.products.Catalogue.terms;
import static live.onair.products.Catalogue.whole;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Offer;
import live.onair.products.Catalogues.Offered;
import live.onair.products.Catalogues.OfferedOption;
import live.onair.products.Catalogues.Taken;
import live.onair.products.Catalogues.Tally;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A catalogue that another system tells goes in by the rules of a file, each product for itself. */
@RoomTest
class OffersTest {

    @Inject
    Products products;

    @Inject
    Sellers sellers;

    @Inject
    Stock stock;

    @Inject
    Catalogues catalogues;

    @Inject
    Sql sql;

    private String seller = "";
    private final List<Stock.Pieces> held = new ArrayList<>();

    @BeforeEach
    void aSeller() {
        sql.run("delete from products.import_line");
        sql.run("delete from products.import");
        sql.run("delete from products.unit");
        sql.run("delete from products.product");
        sql.run("delete from products.seller");
        seller = done(() -> sellers.add(named("데모 상사"))).id();
    }

    private Offered item(String sku, String name, String price, String stock) {
        return item(sku, name, price, stock, null);
    }

    private Offered item(String sku, String name, String price, String stock, @Nullable List<OfferedOption> options) {
        Map<ProductField, String> cells = new EnumMap<>(ProductField.class);
        cells.put(ProductField.SELLER, "데모 상사");
        cells.put(ProductField.SKU, sku);
        cells.put(ProductField.NAME, name);
        cells.put(ProductField.PRICE, price);
        if (options == null) {
            cells.put(ProductField.STOCK, stock);
        }
        return new Offered(cells, options);
    }

    private Offer offer(Offered... items) {
        return new Offer("데모 쇼핑몰", List.of(items), List.of(), asked -> held);
    }

    private Taken take(Offered... items) {
        return done(() -> catalogues.take(offer(items)));
    }

    private Product only() {
        return as(PLANNER, () -> products.list(Products.Filter.ALL)).products().get(0);
    }

    private static List<String> codes(Line line) {
        return line.reasons().stream().map(reason -> reason.code()).toList();
    }

    @Test
    void each_product_is_taken_or_refused_for_itself_and_the_same_again_changes_nothing() {
        done(() -> products.add(cream(seller, "OLD", "옛 크림", 1_000)));
        Offered[] told = {
            item("A", "가 크림", "12900", "5"),
            item("B", "나 크림", "0", "5"),
            item("C", "<b>다</b>", "-1", "5"),
            item("D", "=1+1", "1000", "1.5"),
            item("A", "가 크림 또", "1000", "5"),
            item("", "", "1000", "5"),
            item("OLD", "새 크림", "1000", "10"),
            item("E", "마 크림", "1000", "", List.of(new OfferedOption("E-1", "하나", "", "3"))),
            item("F", "바 크림", "1000", "", List.of(new OfferedOption("OLD", "남의 것", "", "3")))
        };
        Taken look = as(PLANNER, () -> catalogues.compare(offer(told)));
        assertThat(look.counts()).isEqualTo(new Tally(2, 1, 0, 6));
        assertThat(as(PLANNER, () -> products.list(Products.Filter.ALL)).total())
                .isEqualTo(1);
        Taken taken = take(told);
        assertThat(taken.counts()).isEqualTo(look.counts());
        assertThat(taken.lines())
                .extracting(Line::verdict)
                .filteredOn(Verdict.WRONG::equals)
                .hasSize(6);
        assertThat(codes(taken.lines().get(1))).containsExactly("PRICE");
        assertThat(codes(taken.lines().get(2))).containsExactlyInAnyOrder("PRICE", "FIELD_MARKUP");
        assertThat(codes(taken.lines().get(3))).containsExactlyInAnyOrder("FIELD_FORMULA", "STOCK");
        assertThat(codes(taken.lines().get(4))).containsExactly("SAME_LINE");
        assertThat(codes(taken.lines().get(5))).containsExactlyInAnyOrder("FIELD_MISSING", "FIELD_MISSING");
        assertThat(codes(taken.lines().get(8))).containsExactly("SAME_LINE");
        assertThat(as(PLANNER, () -> products.list(Products.Filter.ALL)).total())
                .isEqualTo(3);
        Taken again = take(told);
        assertThat(again.counts()).isEqualTo(new Tally(0, 0, 3, 6));
        assertThat(again.imported()).isNull();
        done(() -> catalogues.undo(String.valueOf(taken.imported())));
        assertThat(only().name()).isEqualTo("옛 크림");
    }

    @Test
    void a_sku_of_another_product_is_refused_in_words_and_the_rest_goes_in() {
        done(() -> products.add(
                terms(seller, "X", "가 크림", Money.won(1_000), null, List.of(new Option("X-1", "하나", null, 4)))));
        Taken taken = take(
                item("Y", "나 크림", "1000", "", List.of(new OfferedOption("X-1", "하나", "", "1"))),
                item("Z", "다 크림", "1000", "1"),
                item("X-1", "옵션", "1000", "1"));
        assertThat(codes(taken.lines().get(0))).containsExactly("SKU_TAKEN");
        assertThat(taken.counts()).isEqualTo(new Tally(1, 0, 0, 2));
    }

    @Test
    void what_is_held_is_taken_off_the_level_and_what_was_sold_since_stays_sold() {
        Taken first = take(item("A", "가 크림", "1000", "50"));
        assertThat(first.counts().added()).isEqualTo(1);
        String id = only().id();
        as(Actor.ONAIR, () -> stock.take(List.of(new Stock.Pieces(id, null, 5))))
                .orThrow();
        held.add(new Stock.Pieces(id, null, 5));
        assertThat(take(item("A", "가 크림", "1000", "50")).counts()).isEqualTo(new Tally(0, 0, 1, 0));
        assertThat(only().stock()).isEqualTo(45);
        take(item("A", "가 크림", "1000", "3"));
        assertThat(only().stock()).as("never below none").isEqualTo(0);
        take(item("A", "가 크림", "1000", "20"));
        assertThat(only().stock()).isEqualTo(15);
    }

    @Test
    void options_come_go_and_come_back_when_the_import_is_taken_back() {
        take(item(
                "A",
                "가 크림",
                "1000",
                "",
                List.of(new OfferedOption("A-1", "하나", "1200", "4"), new OfferedOption("A-2", "둘", "", ""))));
        List<Option> before = only().options();
        assertThat(before)
                .containsExactly(new Option("A-1", "하나", Money.won(1_200), 4), new Option("A-2", "둘", null, null));
        Taken second = take(item(
                "A",
                "가 크림",
                "1000",
                "",
                List.of(new OfferedOption("A-3", "셋", "", "9"), new OfferedOption("A-1", "하나", "1300", "10"))));
        assertThat(second.counts()).isEqualTo(new Tally(0, 1, 0, 0));
        String id = only().id();
        as(Actor.ONAIR, () -> stock.take(List.of(new Stock.Pieces(id, "A-1", 3))))
                .orThrow();
        done(() -> catalogues.undo(String.valueOf(second.imported())));
        assertThat(only().options())
                .containsExactly(new Option("A-1", "하나", Money.won(1_200), 1), new Option("A-2", "둘", null, null));
        assertThat(refused(() -> catalogues.undo(String.valueOf(second.imported()))))
                .containsExactly("UNDONE_ALREADY");
    }

    @Test
    void sellers_come_with_their_products_and_those_who_are_here_stay_as_they_are() {
        Map<ProductField, String> cells = Map.of(
                ProductField.SELLER,
                "새 상사",
                ProductField.SKU,
                "N-1",
                ProductField.NAME,
                "새 크림",
                ProductField.PRICE,
                "1000");
        Map<ProductField, String> wrong = Map.of(
                ProductField.SELLER,
                "틀린 상사",
                ProductField.SKU,
                "N-2",
                ProductField.NAME,
                "새 크림",
                ProductField.PRICE,
                "1000");
        Offer offer = new Offer(
                "데모 쇼핑몰",
                List.of(new Offered(cells, null), new Offered(wrong, null)),
                List.of(
                        whole("새 상사", Catalogue.NUMBER),
                        new Sellers.SellerTerms("틀린 상사", null, null, "전화", null, "12", null),
                        whole("데모 상사", "")),
                asked -> held);
        Taken look = as(PLANNER, () -> catalogues.compare(offer));
        assertThat(look.counts()).isEqualTo(new Tally(1, 0, 0, 1));
        assertThat(codes(look.lines().get(1))).containsExactly("SELLER_WRONG");
        assertThat(as(PLANNER, () -> sellers.list(false))).hasSize(1);
        done(() -> catalogues.take(offer));
        assertThat(as(PLANNER, () -> sellers.list(false)))
                .extracting(ProductRows.Seller::name)
                .containsExactly("데모 상사", "새 상사");
        assertThat(as(PLANNER, () -> sellers.find(seller)).orElseThrow().representative())
                .as("who is here stays as they are")
                .isEmpty();
    }

    @Test
    void what_is_not_told_stays_and_what_is_empty_is_not_known() {
        take(item("A", "가 크림", "1000", "5"));
        Map<ProductField, String> cells = Map.of(
                ProductField.SELLER, "데모 상사", ProductField.SKU, "A", ProductField.NAME, "가 크림", ProductField.STOCK, "");
        take(new Offered(cells, null));
        assertThat(only().price()).isEqualTo(Money.won(1_000));
        assertThat(only().stock()).isNull();
    }
}
