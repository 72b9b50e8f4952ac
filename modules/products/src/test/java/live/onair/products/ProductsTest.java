package live.onair.products;

import static live.onair.products.Catalogue.AUDITOR;
import static live.onair.products.Catalogue.PLANNER;
import static live.onair.products.Catalogue.as;
import static live.onair.products.Catalogue.cream;
import static live.onair.products.Catalogue.done;
import static live.onair.products.Catalogue.named;
import static live.onair.products.Catalogue.refused;
import static live.onair.products.Catalogue.terms;
import static live.onair.products.Catalogue.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductRows.SellerField;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RoomTest
class ProductsTest {

    @Inject
    Products products;

    @Inject
    Sellers sellers;

    @Inject
    Sql sql;

    private String seller = "";

    @BeforeEach
    void aSeller() {
        sql.run("delete from products.unit");
        sql.run("delete from products.product");
        sql.run("delete from products.seller");
        seller = done(() -> sellers.add(whole("데모 상사", Catalogue.NUMBER))).id();
    }

    private Product find(String id) {
        return as(AUDITOR, () -> products.find(id).orElseThrow());
    }

    private List<String> found(String text) {
        return as(
                        AUDITOR,
                        () -> products.list(new Products.Filter(
                                text, null, Products.Which.ACTIVE, Products.Sort.NAME, false, null, 50)))
                .products()
                .stream()
                .map(Product::name)
                .toList();
    }

    @Test
    void keeps_all_that_is_said_of_a_product() {
        Product added = done(() -> products.add(new Products.ProductTerms(
                seller,
                "CR-50",
                "데모 장벽 크림",
                "데모 브랜드",
                "크림",
                Money.won(28_000),
                Money.won(35_000),
                null,
                null,
                List.of(new Option("CR-50-A", "50ml", null, 30), new Option("CR-50-B", "100ml", Money.won(49_000), 4)),
                Cosmetic.FUNCTIONAL,
                "제2026-12345호")));
        Product read = find(added.id());
        assertThat(read).isEqualTo(added);
        assertThat(read.price()).hasToString("₩28,000");
        assertThat(read.listPrice()).isEqualTo(Money.won(35_000));
        assertThat(read.stock()).as("the sum of its options").isEqualTo(34);
        assertThat(read.options()).extracting(Option::sku).containsExactly("CR-50-A", "CR-50-B");
        assertThat(read.seller().name()).isEqualTo("데모 상사");
        assertThat(read.reportNumber()).isEqualTo("제2026-12345호");
    }

    @Test
    void a_stock_or_a_price_that_nobody_knows_is_unknown_and_never_zero() {
        Product bare = done(() -> products.add(terms(seller, "A", "가 세럼", null, null, List.of())));
        Product half = done(() -> products.add(terms(
                seller,
                "B",
                "나 세럼",
                Money.won(1_000),
                7,
                List.of(new Option("B-1", "하나", null, 3), new Option("B-2", "둘", null, null)))));
        assertThat(bare.price()).isNull();
        assertThat(bare.stock()).isNull();
        assertThat(half.stock()).as("one option is not known").isNull();
        Products.Filter unknown =
                new Products.Filter(null, null, Products.Which.UNKNOWN, Products.Sort.NAME, false, null, 50);
        assertThat(as(AUDITOR, () -> products.list(unknown)).total()).isEqualTo(2);
    }

    @Test
    void a_sku_is_there_once_with_a_seller_options_and_archived_products_included() {
        String other = done(() -> sellers.add(named("다른 상사"))).id();
        Product first = done(() -> products.add(
                terms(seller, "A-1", "가 크림", Money.won(1_000), null, List.of(new Option("A-2", "둘", null, 1)))));
        assertThat(refused(() -> products.add(cream(seller, "A-2", "나 크림", 1_000))))
                .containsExactly("SKU_TAKEN");
        assertThat(done(() -> products.add(cream(other, "A-2", "다 크림", 1_000))).sku())
                .isEqualTo("A-2");
        done(() -> products.archive(first.id()));
        String sentence = as(PLANNER, () -> products.add(cream(seller, "A-1", "라 크림", 1_000)))
                .why()
                .get(0)
                .sentence(Locale.KOREAN);
        assertThat(sentence).contains("가 크림").contains("보관 중");
        assertThat(refused(() ->
                        products.add(terms(seller, "X", "가", null, null, List.of(new Option("X", "같은 것", null, 1))))))
                .containsExactly("SKU_TWICE");
        assertThat(found("")).as("a refused product leaves nothing").containsExactly("다 크림");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A|0|5|크림|PRICE",
                "A|-100|5|크림|PRICE",
                "A|2000000000000|5|크림|PRICE_HIGH",
                "A|100|-1|크림|STOCK",
                "A|100|5|<b>크림</b>|FIELD_MARKUP",
                "A|100|5|<script>alert(1)</script>|FIELD_MARKUP",
                "A|100|5|=HYPERLINK(\"x\")|FIELD_FORMULA",
                "A|100|5|@SUM(A1)|FIELD_FORMULA",
                "A|100|5|+cmd|FIELD_FORMULA",
                "A|100|5|''|FIELD_MISSING",
                "=A|100|5|크림|SKU",
                "''|100|5|크림|FIELD_MISSING"
            })
    void what_makes_no_product_is_refused_in_words(String sku, long won, int stock, String name, String code) {
        assertThat(refused(() -> products.add(terms(seller, sku, name, Money.won(won), stock, List.of()))))
                .containsExactly(code);
        assertThat(found("")).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_named_at_once_and_a_huge_name_is_not_kept() {
        assertThat(refused(() -> products.add(new Products.ProductTerms(
                        "SL-999",
                        "가 나",
                        "크".repeat(10_000_000),
                        null,
                        null,
                        Money.won(3_000),
                        Money.won(2_000),
                        null,
                        -1,
                        null,
                        Cosmetic.FUNCTIONAL,
                        null))))
                .contains("NO_SUCH_SELLER", "SKU", "FIELD_LONG", "LIST_PRICE_LOW", "STOCK", "REPORT_NUMBER");
        assertThat(refused(() -> products.add(new Products.ProductTerms(
                        seller, "A", "가", null, null, null, null, "XXX", null, null, null, null))))
                .containsExactly("CURRENCY");
        assertThat(refused(() -> products.add(new Products.ProductTerms(
                        seller,
                        "A",
                        "가",
                        null,
                        null,
                        Money.won(9),
                        new Money(900, "USD"),
                        null,
                        null,
                        null,
                        null,
                        null))))
                .containsExactly("CURRENCY_OTHER");
        assertThat(done(() -> products.add(cream(seller, "P", "+ 플러스 크림", 1_000)))
                        .name())
                .as("a sign and a blank begin a name, no formula")
                .isEqualTo("+ 플러스 크림");
    }

    @Test
    void a_change_says_what_differs_and_an_old_version_is_refused() {
        Product before = done(() -> products.add(cream(seller, "A", "가 크림", 1_000)));
        Products.ProductTerms dearer =
                terms(seller, "A", "가 크림", Money.won(2_000), 3, List.of(new Option("A-1", "하나", null, 3)));
        Product after = done(() -> products.change(before.id(), new Products.Change(0, dearer)));
        assertThat(after.price()).isEqualTo(Money.won(2_000));
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.stock()).isEqualTo(3);
        assertThat(refused(() -> products.change(before.id(), new Products.Change(0, dearer))))
                .containsExactly("STALE");
        assertThat(refused(() -> products.change(before.id(), new Products.Change(1, dearer))))
                .containsExactly("NOTHING");
        assertThat(refused(() -> products.change("PR-0", new Products.Change(1, dearer))))
                .containsExactly("NO_SUCH_PRODUCT");
    }

    @Test
    void an_archived_product_is_found_as_such_and_comes_back() {
        Product product = done(() -> products.add(cream(seller, "A", "가 크림", 1_000)));
        assertThat(done(() -> products.archive(product.id())).archived()).isTrue();
        assertThat(found("크림")).isEmpty();
        Products.Filter away =
                new Products.Filter("크림", null, Products.Which.ARCHIVED, Products.Sort.NAME, false, null, 50);
        assertThat(as(AUDITOR, () -> products.list(away)).products()).hasSize(1);
        assertThat(refused(() ->
                        products.change(product.id(), new Products.Change(null, cream(seller, "A", "나 크림", 1_000)))))
                .containsExactly("ARCHIVED");
        done(() -> products.restore(product.id()));
        assertThat(found("크림")).containsExactly("가 크림");
    }

    @Test
    void is_found_by_part_of_the_name_brand_first_consonants_and_any_sku() {
        done(() -> products.add(cream(seller, "GN-1", "가을 니트 크림", 1_000)));
        done(() -> products.add(terms(
                seller, "EN-1", "Snail 96 Mucin", Money.won(900), 1, List.of(new Option("EN-1-RED", "빨강", null, 1)))));
        assertThat(found("니트")).containsExactly("가을 니트 크림");
        assertThat(found("가을니트")).containsExactly("가을 니트 크림");
        assertThat(found("ㄱㅇㄴㅌ")).containsExactly("가을 니트 크림");
        assertThat(found("gn-1")).containsExactly("가을 니트 크림");
        assertThat(found("snail 96")).containsExactly("Snail 96 Mucin");
        assertThat(found("en-1-red")).containsExactly("Snail 96 Mucin");
        assertThat(found("데모브랜드")).hasSize(2);
        assertThat(found("100%")).isEmpty();
        assertThat(found("'; drop table products.product; --")).isEmpty();
    }

    @Test
    void pages_go_on_where_the_last_one_ended_in_every_order() {
        IntStream.range(0, 23)
                .forEach(i -> done(() -> products.add(terms(
                        seller, "S-" + i, "크림 " + i % 7, i % 5 == 0 ? null : Money.won(1_000 + i % 4), i, List.of()))));
        for (Products.Sort sort : Products.Sort.values()) {
            for (boolean down : List.of(true, false)) {
                List<String> ids = new ArrayList<>();
                String cursor = null;
                do {
                    String from = cursor;
                    ProductRows.ProductPage page = as(
                            AUDITOR,
                            () -> products.list(
                                    new Products.Filter(null, null, Products.Which.ACTIVE, sort, down, from, 5)));
                    page.products().forEach(product -> ids.add(product.id()));
                    assertThat(page.total()).isEqualTo(23);
                    cursor = page.next();
                } while (cursor != null);
                assertThat(ids).as(sort + " " + down).hasSize(23).doesNotHaveDuplicates();
            }
        }
        assertThatThrownBy(() -> as(
                        AUDITOR,
                        () -> products.list(new Products.Filter(
                                null, null, Products.Which.ACTIVE, Products.Sort.PRICE, false, "eHg", 5))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_planners_and_administrators_change_the_catalogue() {
        assertThatThrownBy(() -> as(AUDITOR, () -> products.add(cream(seller, "A", "가", 1))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(AUDITOR, () -> sellers.add(named("가")))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_seller_says_what_is_still_missing() {
        ProductRows.Seller bare = done(() -> sellers.add(named("새 상사")));
        assertThat(bare.missing()).doesNotContain(SellerField.NAME).hasSize(6);
        ProductRows.Seller whole =
                done(() -> sellers.change(bare.id(), new Sellers.Change(0, whole("새 상사", "220-81-62517"))));
        assertThat(whole.tellsAll()).isTrue();
        assertThat(whole.businessNumber()).isEqualTo("2208162517");
        assertThat(refused(() -> sellers.change(bare.id(), new Sellers.Change(0, named("새 상사")))))
                .containsExactly("STALE");
    }

    @Test
    void what_is_no_sellers_data_is_refused_in_words() {
        assertThat(refused(() -> sellers.add(new Sellers.SellerTerms(
                        "<i>가</i>", "=1+1", null, "전화 없음", "no mail", "123-45-67890", "신고 안 함"))))
                .containsExactlyInAnyOrder(
                        "FIELD_MARKUP", "FIELD_FORMULA", "PHONE", "EMAIL", "BUSINESS_NUMBER", "MAIL_ORDER");
        assertThat(refused(() -> sellers.add(whole("데모 상사", Catalogue.NUMBER))))
                .containsExactly("BUSINESS_NUMBER_TAKEN");
        assertThat(refused(() -> sellers.add(named("데모 상사")))).containsExactly("SELLER_NAME_TAKEN");
    }

    @Test
    void a_seller_who_sells_is_not_put_away() {
        Product product = done(() -> products.add(cream(seller, "A", "가 크림", 1_000)));
        assertThat(refused(() -> sellers.archive(seller))).containsExactly("SELLER_SELLS");
        done(() -> products.archive(product.id()));
        assertThat(done(() -> sellers.archive(seller)).archived()).isTrue();
        assertThat(refused(() -> products.restore(product.id()))).containsExactly("ARCHIVED");
        assertThat(refused(() -> products.add(cream(seller, "B", "나 크림", 1_000))))
                .containsExactly("ARCHIVED");
        assertThat(done(() -> sellers.restore(seller)).archived()).isFalse();
    }
}
