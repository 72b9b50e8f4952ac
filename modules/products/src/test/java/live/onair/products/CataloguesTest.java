package live.onair.products;

import static live.onair.products.Catalogue.PLANNER;
import static live.onair.products.Catalogue.as;
import static live.onair.products.Catalogue.cream;
import static live.onair.products.Catalogue.done;
import static live.onair.products.Catalogue.named;
import static live.onair.products.Catalogue.refused;
import static live.onair.products.Catalogue.terms;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Look;
import live.onair.products.Catalogues.Tally;
import live.onair.products.Catalogues.Upload;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class CataloguesTest {

    private static final String FORM = "SKU,상품명,판매가,재고,브랜드,화장품 구분,심사·보고 번호\n";

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

    @BeforeEach
    void aSeller() {
        sql.run("delete from products.import_line");
        sql.run("delete from products.import");
        sql.run("delete from products.import_mapping");
        sql.run("delete from products.unit");
        sql.run("delete from products.product");
        sql.run("delete from products.seller");
        seller = done(() -> sellers.add(named("데모 상사"))).id();
    }

    private Upload paste(String text) {
        return new Upload(null, null, text, null, seller, null, false);
    }

    private Look look(String text) {
        return done(() -> catalogues.look(paste(text)));
    }

    private List<Product> all() {
        return as(PLANNER, () -> products.list(Products.Filter.ALL)).products();
    }

    private static List<String> codes(Line line) {
        return line.reasons().stream().map(reason -> reason.code()).toList();
    }

    @Test
    void a_look_says_line_by_line_what_is_added_changed_the_same_or_wrong_and_changes_nothing() {
        done(() -> products.add(cream(seller, "A", "가 크림", 1_000)));
        done(() -> products.add(new Products.ProductTerms(
                seller, "B", "나 크림", "데모", "", Money.won(2_000), null, null, 5, null, null, null)));
        Look look = look(FORM + "A,가 크림,\"1,200원\",9,데모 브랜드,일반화장품,\nB,나 크림,2000,5,데모,,\nC,다 크림,₩3000,,,,\n"
                + "D,라 크림,0,1,,,\nE,<b>마</b>,1000,-1,,,\nF,바 크림,천 원,1,,,\nC,다 크림,3000,,,,\nG,사 크림,1,1,,기능성화장품,\n");
        assertThat(look.lines())
                .extracting(Line::verdict)
                .containsExactly(
                        Verdict.CHANGED,
                        Verdict.SAME,
                        Verdict.ADDED,
                        Verdict.WRONG,
                        Verdict.WRONG,
                        Verdict.WRONG,
                        Verdict.WRONG,
                        Verdict.WRONG);
        assertThat(look.counts()).isEqualTo(new Tally(1, 1, 1, 5));
        assertThat(look.lines().get(0).differences())
                .containsEntry("price", "₩1,000 -> ₩1,200")
                .containsEntry("stock", "10 -> 9");
        assertThat(codes(look.lines().get(3))).containsExactly("PRICE");
        assertThat(codes(look.lines().get(4))).containsExactlyInAnyOrder("FIELD_MARKUP", "STOCK");
        assertThat(codes(look.lines().get(5))).containsExactly("NUMBER_UNREADABLE");
        assertThat(codes(look.lines().get(6))).containsExactly("SAME_LINE");
        assertThat(codes(look.lines().get(7))).containsExactly("REPORT_NUMBER");
        assertThat(all()).extracting(Product::price).containsExactly(Money.won(1_000), Money.won(2_000));
    }

    @Test
    void one_wrong_line_stops_the_whole_file_and_goes_out_again_with_its_reason() {
        Upload file = paste(FORM + "A,가 크림,1000,1,,,\nB,나 크림,-5,1,,,\n");
        assertThat(refused(() -> catalogues.apply(file))).containsExactly("WRONG_LINES");
        assertThat(all()).isEmpty();
        Sheet wrong = as(PLANNER, () -> catalogues.errors(file, Locale.KOREAN)).orThrow();
        assertThat(wrong.lines()).hasSize(1);
        assertThat(wrong.lines().get(0).cells()).contains("B").last().asString().contains("0보다 커야");
    }

    @Test
    void what_has_no_column_stays_and_what_is_empty_is_unknown() {
        Product before = done(() -> products.add(
                terms(seller, "A", "가 크림", Money.won(1_000), null, List.of(new Option("A-1", "하나", null, 4)))));
        done(() -> catalogues.apply(paste("SKU,상품명,판매가\nA,새 크림,\n")));
        Product after = as(PLANNER, () -> products.find(before.id())).orElseThrow();
        assertThat(after.name()).isEqualTo("새 크림");
        assertThat(after.price()).isNull();
        assertThat(after.brand()).isEqualTo("데모 브랜드");
        assertThat(after.options()).isEqualTo(before.options());
        assertThat(refused(() -> catalogues.apply(paste("SKU,상품명\nA-1,옵션\n")))).containsExactly("WRONG_LINES");
    }

    @Test
    void what_was_sold_since_an_import_stays_sold_when_it_is_taken_back() {
        done(() -> catalogues.apply(paste(FORM + "A,가 크림,1000,50,,,\n")));
        Catalogues.CatalogueImport second = done(() -> catalogues.apply(paste(FORM + "A,가 크림,1000,100,,,\n")));
        String id = all().get(0).id();
        as(Actor.ONAIR, () -> stock.take(List.of(new Stock.Pieces(id, null, 40))))
                .orThrow();
        done(() -> catalogues.undo(second.id()));
        assertThat(all()).singleElement().extracting(Product::stock).isEqualTo(10);
    }

    @Test
    void the_sku_of_an_option_that_was_taken_away_may_be_another_products() {
        Product one = done(() -> products.add(
                terms(seller, "A", "가 크림", Money.won(1_000), null, List.of(new Option("A-1", "하나", null, 4)))));
        Products.ProductTerms without = terms(seller, "A", "가 크림", Money.won(1_000), null, List.of());
        done(() -> products.change(one.id(), new Products.Change(null, without)));
        done(() -> products.add(
                terms(seller, "B", "나 크림", Money.won(1_000), null, List.of(new Option("A-1", "하나", null, 4)))));
        assertThat(all()).hasSize(2);
    }

    @Test
    void an_import_is_taken_back_as_a_whole_unless_somebody_has_changed_something_since() {
        Product old = done(() -> products.add(cream(seller, "A", "가 크림", 1_000)));
        Catalogues.CatalogueImport first =
                done(() -> catalogues.apply(paste(FORM + "A,가 크림 2,1500,3,,,\nB,나 크림,2000,1,,,\n")));
        assertThat(first.counts()).isEqualTo(new Tally(1, 1, 0, 0));
        Catalogues.CatalogueImport second = done(() -> catalogues.apply(paste(FORM + "A,가 크림 3,1700,3,,,\n")));
        done(() -> catalogues.undo(second.id()));
        assertThat(all()).extracting(Product::name).containsExactly("가 크림 2", "나 크림");
        done(() -> catalogues.undo(first.id()));
        assertThat(all()).singleElement().satisfies(now -> {
            assertThat(now.name()).isEqualTo("가 크림");
            assertThat(now.price()).isEqualTo(Money.won(1_000));
            assertThat(now.brand()).isEqualTo(old.brand());
            assertThat(now.cosmetic()).isEqualTo(old.cosmetic());
        });
        assertThat(refused(() -> catalogues.undo(first.id()))).containsExactly("UNDONE_ALREADY");

        Catalogues.CatalogueImport again =
                done(() -> catalogues.apply(paste(FORM + "A,가 크림 2,1500,3,,,\nB,나 크림,2000,1,,,\n")));
        assertThat(all()).as("what was put away comes back").hasSize(2);
        done(() -> products.change(old.id(), new Products.Change(null, cream(seller, "A", "손으로 고친 크림", 1_500))));
        assertThat(refused(() -> catalogues.undo(again.id()))).containsExactly("CHANGED_SINCE");
        assertThat(all()).extracting(Product::name).containsExactly("나 크림", "손으로 고친 크림");
    }

    @Test
    void columns_are_mapped_by_hand_once_and_remembered_for_columns_of_these_names() {
        String file = "번호,물건,얼마\nA,가 크림,1000\n";
        assertThat(look(file).reasons()).extracting(reason -> reason.code()).containsExactly("NO_COLUMN", "NO_COLUMN");
        Map<ProductField, Integer> mapping = Map.of(ProductField.SKU, 0, ProductField.NAME, 1, ProductField.PRICE, 2);
        done(() -> catalogues.apply(new Upload(null, null, file, mapping, seller, null, false)));
        assertThat(look("번호,물건,얼마\nB,나 크림,1000\n").counts()).isEqualTo(new Tally(1, 0, 0, 0));
    }

    @Test
    void sellers_and_currencies_are_told_by_columns_or_by_the_name_of_the_price() {
        String other = done(() -> sellers.add(named("다른 상사"))).id();
        done(() -> catalogues.apply(paste("sku,name,price_usd,seller\nA,Serum,14.9,다른 상사\nB,Cream,0.5,"
                + other.toLowerCase(Locale.ROOT) + "\n")));
        assertThat(all()).extracting(Product::price).containsExactly(new Money(50, "USD"), new Money(1490, "USD"));
        assertThat(all())
                .allSatisfy(product -> assertThat(product.seller().id()).isEqualTo(other));
        assertThat(codes(look("sku,name,price,currency,seller\nA,가,0.5,KRW,누구\n")
                        .lines()
                        .get(0)))
                .containsExactlyInAnyOrder("SELLER_UNKNOWN", "AMOUNT_FINE");
        assertThat(codes(done(() -> catalogues.look(new Upload(null, null, "sku,name\nA,가\n", null, null, null, false)))
                        .lines()
                        .get(0)))
                .containsExactly("SELLER_MISSING");
    }

    @Test
    void broken_files_and_huge_cells_are_refused_and_lose_nothing() {
        done(() -> products.add(cream(seller, "A", "가 크림", 1_000)));
        byte[] xlsx = Sheets.xlsx(Sheets.read(FORM + "B,나 크림,1000,1,,,\n").orThrow(), "상품");
        assertThat(done(() -> catalogues.look(new Upload("a.xlsx", xlsx, null, null, seller, null, false)))
                        .counts()
                        .added())
                .isEqualTo(1);
        byte[] broken = java.util.Arrays.copyOf(xlsx, xlsx.length / 2);
        assertThat(refused(() -> catalogues.apply(new Upload("a.xlsx", broken, null, null, seller, null, false))))
                .containsExactly("UNREADABLE");
        assertThat(refused(() -> catalogues.apply(paste(FORM + "B,=1+1,1000,1,,,\n"))))
                .containsExactly("FORMULA");
        assertThat(refused(() -> catalogues.apply(paste(FORM + "B," + "나".repeat(10_000_000) + ",1000,1,,,\n"))))
                .containsExactly("TOO_LARGE");
        assertThat(refused(() -> catalogues.apply(paste(FORM + "B," + "나".repeat(40_000) + ",1000,1,,,\n"))))
                .containsExactly("CELL_LONG");
        assertThat(codes(look(FORM + "B," + "나".repeat(20_000) + ",1000,1,,,\n")
                        .lines()
                        .get(0)))
                .containsExactly("FIELD_LONG");
        assertThat(all()).hasSize(1);
    }

    private static final String OPTIONS = "SKU,상품명,판매가,옵션 이름,옵션 SKU,옵션 판매가,옵션 재고\n";

    private Product lip() {
        return all().stream()
                .filter(product -> product.sku().equals("LIP"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_product_with_options_comes_in_with_a_line_for_each_and_all_of_it_goes_back() {
        String file = OPTIONS + "LIP,립,9000,레드,LIP-R,,5\nBALM,밤,7000,,,,\nLIP,립,,핑크,LIP-P,9500,0\n";
        Look look = look(file);
        assertThat(look.counts()).as("products, not lines").isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(look.lines()).extracting(Line::name).containsExactly("립 · 레드", "밤", "립 · 핑크");
        Catalogues.CatalogueImport first = done(() -> catalogues.apply(paste(file)));
        assertThat(lip().options())
                .containsExactly(new Option("LIP-R", "레드", null, 5), new Option("LIP-P", "핑크", Money.won(9_500), 0));
        assertThat(lip().stock()).isEqualTo(5);
        assertThat(look(file).counts()).isEqualTo(new Tally(0, 0, 2, 0));

        Catalogues.CatalogueImport second =
                done(() -> catalogues.apply(paste("SKU,상품명,옵션,옵션 SKU,재고\nLIP,립,연한 핑크,LIP-P,7\nLIP,립,오렌지,LIP-O,3\n")));
        assertThat(second.counts()).isEqualTo(new Tally(0, 1, 0, 0));
        assertThat(lip().options())
                .as("those of the file; what has no column is as before")
                .containsExactly(
                        new Option("LIP-P", "연한 핑크", Money.won(9_500), 7), new Option("LIP-O", "오렌지", null, 3));
        done(() -> catalogues.undo(second.id()));
        assertThat(lip().options()).extracting(Option::sku).containsExactly("LIP-R", "LIP-P");
        done(() -> catalogues.undo(first.id()));
        assertThat(all()).isEmpty();
    }

    @Test
    void wrong_options_are_named_by_their_line_and_those_beside_them_go_out_with_them() {
        done(() -> products.add(cream(seller, "TAKEN", "가 크림", 1_000)));
        Upload file = paste(OPTIONS + "A,가,1000,하나,A-1,,1\nA,다른 이름,1000,둘,A-2,,2\nA,가,1000,셋,A-1,,3\n"
                + "A,가,1000,넷,A-4,-5,x\nA,가,1000,,A-5,,\nA,가,1000,여섯,TAKEN,,\nA,가,1000,일곱,A,,\n"
                + "A,가,1000,여덟,,,\nB,나,1000,하나,B-1,,1\nB,나,1000,,,,\n");
        Look look = done(() -> catalogues.look(file));
        assertThat(look.lines())
                .extracting(CataloguesTest::codes)
                .containsExactly(
                        List.of("OTHER_OPTION"),
                        List.of("SAYS_OTHERWISE"),
                        List.of("SAME_LINE"),
                        List.of("NUMBER_UNREADABLE", "PRICE"),
                        List.of("FIELD_MISSING"),
                        List.of("SKU_TAKEN"),
                        List.of("SAME_LINE"),
                        List.of("FIELD_MISSING"),
                        List.of(),
                        List.of("SAME_LINE"));
        assertThat(look.counts()).isEqualTo(new Tally(1, 0, 0, 9));
        assertThat(refused(() -> catalogues.apply(file))).containsExactly("WRONG_LINES");
        Sheet wrong = as(PLANNER, () -> catalogues.errors(file, Locale.KOREAN)).orThrow();
        assertThat(wrong.lines()).hasSize(9);
        assertThat(wrong.lines().get(1).cells()).last().asString().contains("2번째 줄과 ‘상품명’이 다릅니다: 다른 이름");
        assertThat(all()).hasSize(1);
    }
}
