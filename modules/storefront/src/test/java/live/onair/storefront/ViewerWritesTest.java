package live.onair.storefront;

import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.Gifts;
import live.onair.kernel.Money;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.pins.Stall;
import live.onair.products.Products;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A viewer's page takes a coupon and buys, is answered in both languages, and may ask twice. */
@RoomTest
class ViewerWritesTest {

    private static final String VIEWER = "viewer-0001";

    @Inject
    Stall stall;

    @Inject
    Coupons coupons;

    @Inject
    FlashSales sales;

    @Inject
    Products products;

    @Inject
    Gifts gifts;

    @Inject
    ViewerWrites writes;

    @Inject
    FilesInMemory files;

    @Inject
    Sql sql;

    @Inject
    WorkRunner runner;

    private String cream = "";
    private String show = "";
    private Coupon coupon;
    private FlashSale flash;

    @BeforeEach
    void aShowThatSells() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 3);
        show = stall.approved(cream);
        coupon = done(() -> coupons.add(
                show,
                new Coupons.CouponTerms(
                        "천원", null, Money.won(1_000), null, null, Money.won(5_000), null, null, null, 120, null)));
        flash = done(() -> sales.add(show, new FlashSales.FlashTerms(cream, Money.won(8_000), 10, 60, null, null)));
        stall.pass(Duration.ofMinutes(121));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode post(int status, String path, String body) {
        ViewerWrites.Answer answer = writes.post(path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return json(answer.body());
    }

    private JsonNode window() {
        runner.runDue();
        return json(files.text("storefront/v1/shows/" + show + "/window.json"));
    }

    private String hold(UUID id, int pieces, String claim) {
        return "{\"id\":\"" + id + "\",\"viewer\":\"" + VIEWER + "\",\"lines\":[{\"product\":\"" + cream
                + "\",\"pieces\":" + pieces + "}]" + (claim.isEmpty() ? "" : ",\"claim\":\"" + claim + "\"") + "}";
    }

    @Test
    void a_coupon_that_waits_is_published_with_its_time_and_without_it_as_soon_as_it_is_there() {
        Coupon waits = done(() -> coupons.add(
                show,
                new Coupons.CouponTerms("함께", null, Money.won(1_000), null, null, null, null, null, null, null, true)));
        done(() -> coupons.open(show, waits.id()));
        sql.run("update offers.coupon set opens_at = opens_at + interval '9 seconds' where id = '" + waits.id() + "'");
        assertThat(window().path("coupons").get(0).path("from").asText()).endsWith("+09:00");
        stall.pass(Duration.ofSeconds(10));
        assertThat(window().path("coupons").get(0).has("from")).isFalse();
    }

    @Test
    void offers_are_published_while_they_are_there_with_when_they_leave() {
        assertThat(window().path("coupons")).isEmpty();
        done(() -> coupons.open(show, coupon.id()));
        done(() -> sales.start(show, flash.id()));
        JsonNode window = window();
        JsonNode open = window.path("coupons").get(0);
        assertThat(open.path("name").asText()).isEqualTo("천원");
        assertThat(open.path("amount").path("minor").asInt()).isEqualTo(1_000);
        assertThat(open.path("until").asText()).endsWith("+09:00");
        assertThat(window.path("flash").get(0).path("product").asText()).isEqualTo(cream);
        assertThat(window.path("flash").get(0).path("from").asText()).endsWith("+09:00");
        stall.pass(Duration.ofMinutes(3));
        assertThat(window().path("coupons")).isEmpty();
        assertThat(window().path("flash")).isEmpty();
    }

    @Test
    void a_coupon_is_taken_and_used_and_pieces_are_bought() {
        done(() -> coupons.open(show, coupon.id()));
        UUID claim = UUID.randomUUID();
        String take = "{\"claim\":\"" + claim + "\",\"viewer\":\"" + VIEWER + "\"}";
        String claims = "coupons/" + coupon.id() + "/claims";
        assertThat(post(200, claims, take).path("coupon").asText()).isEqualTo(coupon.id());
        assertThat(post(200, claims, take).path("id").asText()).as("once more").isEqualTo(claim.toString());
        UUID id = UUID.randomUUID();
        JsonNode held = post(200, "shows/" + show + "/holds", hold(id, 2, claim.toString()));
        assertThat(held.path("due").path("minor").asInt()).isEqualTo(19_000);
        assertThat(products.find(cream).orElseThrow().stock()).isEqualTo(1);
        JsonNode no = post(409, "shows/" + show + "/holds", hold(UUID.randomUUID(), 2, ""));
        assertThat(no.path("codes").get(0).asText()).isEqualTo("TOO_FEW");
        assertThat(no.path("ko").asText()).contains("1개 남았습니다");
        assertThat(no.path("en").asText()).contains("1 of 가 크림");
        String whose = "{\"viewer\":\"" + VIEWER + "\"}";
        Gifts.GiftTerms gift = new Gifts.GiftTerms(
                GiftKind.PRODUCT,
                "데모 파우치",
                cream,
                1,
                null,
                true,
                null,
                null,
                List.of(new GiftItem("P-1", "파우치", 1)),
                null);
        done(() -> gifts.add(show, gift));
        assertThat(window().path("gifts").get(0).path("name").asText()).isEqualTo("데모 파우치");
        assertThat(window().toString()).as("what the warehouse calls it").doesNotContain("P-1");
        assertThat(held.path("gifts")).as("not before it is bought").isEmpty();
        JsonNode bought = post(200, "holds/" + id + "/buy", whose);
        assertThat(bought.path("gifts").toString()).isEqualTo("[\"데모 파우치 × 2\"]");
        String order = bought.path("order").asText();
        assertThat(order).startsWith("OR-");
        assertThat(post(200, "holds/" + id + "/buy", whose).path("order").asText())
                .isEqualTo(order);
        assertThat(post(409, "holds/" + id + "/release", whose).path("ko").asText())
                .contains(order);
    }

    @Test
    void what_is_no_request_is_refused_in_words() {
        assertThat(post(400, "shows/" + show + "/holds", "no json").path("ko").asText())
                .isNotEmpty();
        post(400, "shows/" + show + "/holds", "[1]");
        post(400, "shows/" + show + "/holds", "{\"id\":\"x\",\"viewer\":\"" + VIEWER + "\",\"lines\":[]}");
        post(400, "shows/" + show + "/holds", hold(UUID.randomUUID(), 1, "").replace(":1}", ":\"1\"}"));
        post(404, "somewhere/else", "{}");
        assertThat(post(409, "shows/" + show + "/holds", hold(UUID.randomUUID(), 99_999, ""))
                        .path("codes")
                        .get(0)
                        .asText())
                .isEqualTo("LINES");
        assertThat(post(409, "shows/SH-0/holds", hold(UUID.randomUUID(), 1, ""))
                        .path("codes")
                        .get(0)
                        .asText())
                .isEqualTo("NOT_ON_SALE");
        assertThat(products.find(cream).orElseThrow().stock()).isEqualTo(3);
    }
}
