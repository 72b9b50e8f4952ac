package live.onair.webhooks;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import live.onair.analytics.Analytics;
import live.onair.analytics.AnalyticsRows.Numbers;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.orders.Orders;
import live.onair.pins.Stall;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.webhooks.ShopDoors.ShopTerms;
import live.onair.webhooks.ShopDoors.Told;
import live.onair.webhooks.WebhookRows.DoorMade;
import live.onair.webhooks.WebhookRows.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop tells has one effect for each id, and none unless it is signed, fresh and true. */
@RoomTest
class ShopDoorsTest {

    private static final Actor ADMIN = new Actor("park", "박 관리", Set.of(Role.ADMIN), Actor.Source.UI);

    @Inject
    Stall stall;

    @Inject
    ShopDoors doors;

    @Inject
    Products products;

    @Inject
    Analytics analytics;

    @Inject
    FakeClock clock;

    @Inject
    KeptAttempts attempts;

    @Inject
    Orders orders;

    private String cream = "";
    private String show = "";
    private DoorMade made;

    @BeforeEach
    void a_shop() {
        as(ADMIN, () -> doors.list()).forEach(one -> as(ADMIN, () -> doors.remove(one.id())));
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 30);
        show = stall.onAir(cream);
        made = as(ADMIN, () -> doors.add(new ShopTerms("바깥 상점", seller))).orThrow();
    }

    private Product product() {
        return as(AUDITOR, () -> products.find(cream)).orElseThrow();
    }

    private Numbers numbers() {
        return as(AUDITOR, () -> analytics.of(show)).products().get(0).numbers();
    }

    private Outcome<Receipt> told(String id, String body) {
        return told(id, clock.instant().getEpochSecond(), body);
    }

    private Outcome<Receipt> told(String id, long timestamp, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = Signatures.sign(made.secret(), id, timestamp, bytes);
        return sent(new Told(made.door().id(), id, Long.toString(timestamp), signature, bytes));
    }

    private Outcome<Receipt> sent(Told told) {
        return as(Actor.VIEWER, () -> doors.take(told));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    private static String fresh() {
        return "msg_" + UUID.randomUUID();
    }

    private String stock(int left) {
        return "{\"type\":\"stock.changed\",\"data\":{\"sku\":\"" + product().sku() + "\",\"stock\":" + left + "}}";
    }

    private String order(String number) {
        return "{\"type\":\"order.placed\",\"data\":{\"order\":\"" + number + "\",\"show\":\"" + show
                + "\",\"lines\":[{\"sku\":\"" + product().sku()
                + "\",\"pieces\":2,\"price\":{\"minor\":9000,\"currency\":\"KRW\"}}]}}";
    }

    @Test
    void stock_is_set_and_the_same_id_has_no_second_effect() {
        String id = fresh();
        String body = stock(7);
        assertThat(told(id, body).orThrow().effect()).isEqualTo("stock 7");
        assertThat(product().stock()).isEqualTo(7);
        clock.advance(java.time.Duration.ofSeconds(2));
        told(fresh(), stock(9)).orThrow();
        Receipt again = told(id, body).orThrow();
        assertThat(again.again()).isTrue();
        assertThat(again.effect()).isEqualTo("stock 7");
        assertThat(product().stock()).isEqualTo(9);
        assertThat(codes(told(id, stock(1)))).containsExactly("ID_REUSED");
        assertThat(product().stock()).isEqualTo(9);
    }

    @Test
    void what_viewers_hold_is_not_told_back_as_left() {
        UUID hold = UUID.randomUUID();
        as(
                        Actor.VIEWER,
                        () -> orders.hold(new Orders.HoldWish(
                                hold, show, "viewer-0001", List.of(new Orders.Wish(cream, null, 3)), null)))
                .orThrow();
        assertThat(told(fresh(), stock(10)).orThrow().effect()).isEqualTo("stock 7");
        assertThat(product().stock()).isEqualTo(7);
        as(Actor.VIEWER, () -> orders.release(hold, "viewer-0001")).orThrow();
        assertThat(product().stock()).isEqualTo(10);
        clock.advance(java.time.Duration.ofSeconds(2));
        assertThat(told(fresh(), stock(0)).orThrow().effect()).isEqualTo("stock 0");
    }

    @Test
    void what_a_shop_was_refused_is_known_to_the_house_and_what_nobody_signed_is_not() {
        told(fresh(), "{\"type\":\"weather.changed\",\"data\":{}}");
        told(fresh(), clock.instant().getEpochSecond() - 3_600, stock(5));
        sent(new Told(made.door().id(), fresh(), "1", "v1,AAAA", stock(5).getBytes(StandardCharsets.UTF_8)));
        assertThat(attempts.refused)
                .filteredOn(one -> one.startsWith(made.door().id()))
                .containsExactly(
                        made.door().id() + " 바깥 상점 shopDoors.take TYPE",
                        made.door().id() + " 바깥 상점 shopDoors.take TIMESTAMP");
    }

    @Test
    void what_is_older_and_comes_later_changes_nothing() {
        long now = clock.instant().getEpochSecond();
        told(fresh(), now, stock(5)).orThrow();
        assertThat(told(fresh(), now - 60, stock(50)).orThrow().effect()).isEqualTo("older than what is known");
        assertThat(product().stock()).isEqualTo(5);
    }

    @Test
    void an_order_counts_once_whatever_id_it_comes_under() {
        String id = fresh();
        assertThat(told(id, order("A-1")).orThrow().effect()).isEqualTo("counted 1");
        told(id, order("A-1")).orThrow();
        assertThat(told(fresh(), order("A-1")).orThrow().effect()).isEqualTo("counted 0");
        assertThat(as(AUDITOR, () -> orders.sales(show)).products().get(0).elsewhere())
                .as("what the shop sold itself makes the product go faster")
                .isEqualTo(2);
        assertThat(numbers().orders()).isEqualTo(1);
        assertThat(numbers().revenue()).isEqualTo(Money.won(18_000));
        told(fresh(), order("A-2")).orThrow();
        assertThat(numbers().orders()).isEqualTo(2);
    }

    @Test
    void clicks_and_carts_of_the_shop_are_counted() {
        String events = "{\"type\":\"product.events\",\"data\":{\"show\":\"" + show + "\",\"events\":["
                + "{\"id\":\"e-1\",\"kind\":\"click\",\"sku\":\"" + product().sku() + "\"},"
                + "{\"id\":\"e-1\",\"kind\":\"click\",\"sku\":\"" + product().sku() + "\"},"
                + "{\"id\":\"e-2\",\"kind\":\"cart\",\"sku\":\"" + product().sku() + "\"}]}}";
        assertThat(told(fresh(), events).orThrow().effect()).isEqualTo("counted 2");
        assertThat(numbers().clicks()).isEqualTo(1);
        assertThat(numbers().carts()).isEqualTo(1);
    }

    @Test
    void who_does_not_sign_rightly_learns_nothing() {
        String id = fresh();
        long now = clock.instant().getEpochSecond();
        byte[] body = stock(1).getBytes(StandardCharsets.UTF_8);
        String right = Signatures.sign(made.secret(), id, now, body);
        String time = Long.toString(now);
        List<Told> wrong = List.of(
                new Told(made.door().id(), id, time, "v1,AAAA", body),
                new Told(made.door().id(), id, time, null, body),
                new Told(made.door().id(), null, time, right, body),
                new Told(made.door().id(), id + "x", time, right, body),
                new Told(made.door().id(), id, Long.toString(now + 1), right, body),
                new Told(made.door().id(), id, "tomorrow", right, body),
                new Told(made.door().id(), id, null, right, body),
                new Told("WS-NONE", id, time, right, body),
                new Told(null, null, null, null, new byte[0]));
        wrong.forEach(one -> assertThat(codes(sent(one))).containsExactly("SIGNATURE"));
        as(ADMIN, () -> doors.remove(made.door().id())).orThrow();
        assertThat(codes(told(fresh(), stock(1)))).containsExactly("SIGNATURE");
        assertThat(product().stock()).isEqualTo(30);
    }

    @Test
    void what_is_five_minutes_off_is_refused_and_what_is_less_is_not() {
        long now = clock.instant().getEpochSecond();
        assertThat(codes(told(fresh(), now - 301, stock(1)))).containsExactly("TIMESTAMP");
        assertThat(codes(told(fresh(), now + 302, stock(1)))).containsExactly("TIMESTAMP");
        assertThat(product().stock()).isEqualTo(30);
        assertThat(told(fresh(), now - 299, stock(2)).isDone()).isTrue();
    }

    @Test
    void bad_bodies_are_refused_in_words_and_may_come_again_when_they_are_right() {
        String id = fresh();
        assertThat(codes(told(id, "stock"))).containsExactly("NOT_JSON");
        assertThat(codes(told(id, "[]"))).containsExactly("NOT_JSON");
        assertThat(codes(told(id, "{\"type\":\"a\",\"data\":{}}"))).containsExactly("TYPE");
        assertThat(codes(told(id, stock(-1)))).containsExactly("FIELD");
        assertThat(codes(told(id, stock(1).replace(product().sku(), "NO-SUCH"))))
                .containsExactly("NO_SKU");
        assertThat(codes(told(id, order("A-9").replace(show, "SH-NONE")))).containsExactly("NOT_IN_SHOW");
        assertThat(codes(told(id, order("A-9").replace("\"pieces\":2", "\"pieces\":0"))))
                .containsExactly("FIELD");
        assertThat(codes(told(id, order("A-9").replace("KRW", "USD")))).containsExactly("FIELD");
        assertThat(codes(told(id, "{\"type\":\"order.placed\",\"data\":{\"order\":\"" + "x".repeat(70_000) + "\"}}")))
                .containsExactly("TOO_LARGE");
        assertThat(told(id, stock(3)).orThrow().again()).isFalse();
        assertThat(product().stock()).isEqualTo(3);
    }

    @Test
    void a_shop_needs_a_name_and_a_seller() {
        assertThat(codes(as(ADMIN, () -> doors.add(new ShopTerms("", "SE-NONE")))))
                .containsExactly("NAME", "NO_SELLER");
        assertThat(as(AUDITOR, () -> doors.list()))
                .extracting(WebhookRows.ShopDoor::name)
                .containsExactly("바깥 상점");
    }
}
