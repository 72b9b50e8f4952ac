package live.onair.webhooks;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.orders.Orders;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.webhooks.WebhookRows.Delivery;
import live.onair.webhooks.WebhookRows.DeliveryState;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.EndpointState;
import live.onair.webhooks.WebhookRows.Made;
import live.onair.webhooks.Webhooks.DeliveryFilter;
import live.onair.webhooks.Webhooks.EndpointTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News arrive signed, once more under the same id until they are taken, and rest where nobody takes them. */
@RoomTest
class WebhooksTest {

    private static final Actor ADMIN = new Actor("park", "박 관리", Set.of(Role.ADMIN), Actor.Source.UI);

    /** What the other side has got. */
    private record Got(String id, String timestamp, String signature, String body) {}

    @Inject
    Stall stall;

    @Inject
    Webhooks webhooks;

    @Inject
    ForgetDeliveriesHandler.Forgetting forgetting;

    @Inject
    Orders orders;

    @Inject
    Pins pins;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int answer = 204;
    private String cream = "";
    private String show = "";

    @BeforeEach
    void somebody_listens() throws IOException {
        as(ADMIN, () -> webhooks.list()).forEach(one -> as(ADMIN, () -> webhooks.remove(one.id(), null)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            got.add(new Got(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 30);
        show = stall.onAir(cream);
    }

    @AfterEach
    void nobody_listens() {
        server.stop(0);
    }

    private EndpointTerms terms(WebhookKind... kinds) {
        return new EndpointTerms("상점", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook", List.of(kinds));
    }

    private Made added(WebhookKind... kinds) {
        return as(ADMIN, () -> webhooks.add(terms(kinds))).orThrow();
    }

    private Endpoint endpoint(Made made) {
        return as(AUDITOR, () -> webhooks.find(made.endpoint().id())).orElseThrow();
    }

    private List<Delivery> deliveries(Made made) {
        return as(
                        AUDITOR,
                        () -> webhooks.deliveries(
                                new DeliveryFilter(made.endpoint().id(), null, null, null, 50)))
                .items();
    }

    private void bought() {
        UUID hold = UUID.randomUUID();
        as(
                        Actor.VIEWER,
                        () -> orders.hold(
                                new HoldWish(hold, show, "viewer-0001", List.of(new Wish(cream, null, 1)), null)))
                .orThrow();
        as(Actor.VIEWER, () -> orders.buy(hold, "viewer-0001")).orThrow();
    }

    private static boolean isSigned(String secret, Got one) {
        return Signatures.matches(
                one.signature(),
                Signatures.sign(
                        secret,
                        one.id(),
                        Long.parseLong(one.timestamp()),
                        one.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void an_order_arrives_signed_and_stands_in_the_log() {
        Made made = added(WebhookKind.ORDER_PLACED);
        bought();
        stall.work();
        assertThat(got).hasSize(1);
        Got one = got.get(0);
        assertThat(isSigned(made.secret(), one)).isTrue();
        assertThat(one.timestamp()).matches("\\d{10}");
        assertThat(one.body())
                .startsWith("{\"type\":\"order.placed\",\"timestamp\":\"")
                .contains("\"show\":\"" + show + "\"", "\"product\":\"" + cream + "\"", "\"pieces\":1");
        Delivery delivery = deliveries(made).get(0);
        assertThat(delivery.id()).isEqualTo(one.id()).startsWith("msg_");
        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(delivery.last().status()).isEqualTo(204);
        assertThat(as(AUDITOR, () -> webhooks.delivery(one.id())).orElseThrow().body())
                .isEqualTo(one.body());
    }

    @Test
    void what_is_not_taken_comes_again_under_the_same_id_later_and_later() {
        Made made = added(WebhookKind.ORDER_PLACED);
        answer = 500;
        bought();
        stall.work();
        assertThat(got).hasSize(1);
        assertThat(endpoint(made).failingSince()).isNotNull();
        clock.advance(DeliverHandler.PAUSES.get(0));
        stall.work();
        assertThat(got).hasSize(2);
        answer = 200;
        clock.advance(DeliverHandler.PAUSES.get(1));
        stall.work();
        assertThat(got).hasSize(3);
        assertThat(got).extracting(Got::id).containsOnly(got.get(0).id());
        assertThat(got).extracting(Got::body).containsOnly(got.get(0).body());
        assertThat(got).extracting(Got::timestamp).doesNotHaveDuplicates();
        assertThat(got).allMatch(one -> isSigned(made.secret(), one));
        Delivery delivery = deliveries(made).get(0);
        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(delivery.attempts()).isEqualTo(3);
        assertThat(as(AUDITOR, () -> webhooks.delivery(delivery.id()))
                        .orElseThrow()
                        .attempts())
                .extracting(attempt -> attempt.status())
                .containsExactly(200, 500, 500);
        assertThat(endpoint(made).failingSince()).isNull();
    }

    @Test
    void who_takes_nothing_for_a_day_is_paused_in_words_and_gets_all_of_it_when_resumed() {
        Made made = added(WebhookKind.ORDER_PLACED, WebhookKind.STOCK_CHANGED);
        answer = 503;
        bought();
        stall.pass(DeliverHandler.PATIENCE.plus(Duration.ofHours(13)));
        Endpoint paused = endpoint(made);
        assertThat(paused.state()).isEqualTo(EndpointState.PAUSED);
        assertThat(paused.because().en()).isEqualTo("Nothing was taken for 24 hours");
        assertThat(paused.waiting()).isEqualTo(1);
        Delivery waiting = deliveries(made).get(0);
        assertThat(codes(as(ADMIN, () -> webhooks.resend(waiting.id())))).containsExactly("PAUSED");
        answer = 200;
        got.clear();
        as(ADMIN, () -> webhooks.resume(paused.id())).orThrow();
        stall.work();
        assertThat(got).extracting(Got::id).containsExactly(waiting.id());
        assertThat(endpoint(made).state()).isEqualTo(EndpointState.ACTIVE);
    }

    @Test
    void who_says_gone_is_paused_at_once_and_a_test_still_goes_there() {
        Made made = added(WebhookKind.ORDER_PLACED);
        answer = 410;
        bought();
        stall.work();
        assertThat(endpoint(made).state()).isEqualTo(EndpointState.PAUSED);
        assertThat(endpoint(made).because().en()).contains("410");
        bought();
        stall.work();
        assertThat(got).as("news wait").hasSize(1);
        answer = 200;
        Delivery ping = as(ADMIN, () -> webhooks.ping(made.endpoint().id())).orThrow();
        stall.work();
        assertThat(got).hasSize(2);
        assertThat(got.get(1).id()).isEqualTo(ping.id());
        assertThat(got.get(1).body()).contains("\"type\":\"webhook.ping\"");
        assertThat(endpoint(made).waiting()).isEqualTo(2);
    }

    @Test
    void one_that_was_given_up_is_sent_again_by_hand_under_its_id() {
        Made made = added(WebhookKind.ORDER_PLACED);
        answer = 500;
        Delivery ping = as(ADMIN, () -> webhooks.ping(made.endpoint().id())).orThrow();
        stall.work();
        assertThat(deliveries(made).get(0).state()).isEqualTo(DeliveryState.GIVEN_UP);
        answer = 200;
        as(ADMIN, () -> webhooks.resend(ping.id())).orThrow();
        stall.work();
        assertThat(got).extracting(Got::id).containsExactly(ping.id(), ping.id());
        assertThat(deliveries(made).get(0).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(deliveries(made).get(0).attempts()).isEqualTo(2);
    }

    @Test
    void after_a_new_secret_both_sign_for_a_day_and_no_secret_stands_in_the_database() {
        Made first = added(WebhookKind.ORDER_PLACED);
        Made second = as(ADMIN, () -> webhooks.renew(first.endpoint().id())).orThrow();
        assertThat(second.secret()).isNotEqualTo(first.secret());
        bought();
        stall.work();
        assertThat(got.get(0).signature().split(" ")).hasSize(2);
        assertThat(isSigned(first.secret(), got.get(0))).isTrue();
        assertThat(isSigned(second.secret(), got.get(0))).isTrue();
        clock.advance(EndpointBook.BOTH.plusSeconds(1));
        as(ADMIN, () -> webhooks.ping(first.endpoint().id())).orThrow();
        stall.work();
        Got last = got.get(got.size() - 1);
        assertThat(isSigned(first.secret(), last)).isFalse();
        assertThat(isSigned(second.secret(), last)).isTrue();
        assertThat(sql.column("select sealed from webhooks.endpoint"))
                .allSatisfy(shut -> assertThat(String.valueOf(shut))
                        .doesNotContain(
                                first.secret().substring(6), second.secret().substring(6)));
    }

    @Test
    void only_what_was_chosen_is_told_and_a_refused_order_is_not() {
        Made made = added(WebhookKind.PRODUCT_PINNED, WebhookKind.PRODUCT_UNPINNED);
        bought();
        as(PLANNER, () -> pins.pin(show, cream)).orThrow();
        as(PLANNER, () -> pins.unpin(show, cream)).orThrow();
        UUID hold = UUID.randomUUID();
        assertThat(as(
                                Actor.VIEWER,
                                () -> orders.hold(new HoldWish(
                                        hold, show, "viewer-0001", List.of(new Wish(cream, null, 9_999)), null)))
                        .isDone())
                .isFalse();
        stall.work();
        assertThat(deliveries(made))
                .extracting(Delivery::kind)
                .containsExactlyInAnyOrder(WebhookKind.PRODUCT_PINNED, WebhookKind.PRODUCT_UNPINNED);
    }

    @Test
    void bad_terms_are_refused_in_words_and_only_those_who_may_do_it() {
        assertThat(codes(as(ADMIN, () -> webhooks.add(new EndpointTerms(" ", "http://10.0.0.1/", List.of())))))
                .containsExactly("NAME", "ADDRESS_PRIVATE", "KINDS");
        assertThat(codes(as(ADMIN, () -> webhooks.add(new EndpointTerms(null, null, null)))))
                .containsExactly("NAME", "ADDRESS", "KINDS");
        assertThat(codes(as(ADMIN, () -> webhooks.pause("WE-NONE")))).containsExactly("NO_ENDPOINT");
        assertThat(codes(as(ADMIN, () -> webhooks.resend("msg_none")))).containsExactly("NO_DELIVERY");
        assertThatThrownBy(() -> as(AUDITOR, () -> webhooks.add(terms(WebhookKind.ORDER_PLACED))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(PLANNER, () -> webhooks.list())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_removed_endpoint_gets_nothing_more_and_old_deliveries_are_forgotten() {
        Made made = added(WebhookKind.ORDER_PLACED);
        bought();
        as(ADMIN, () -> webhooks.remove(made.endpoint().id(), "끝")).orThrow();
        stall.work();
        assertThat(got).isEmpty();
        assertThat(deliveries(made).get(0).state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(as(ADMIN, () -> webhooks.find(made.endpoint().id()))).isEmpty();
        clock.advance(ForgetDeliveriesHandler.KEPT.plus(Duration.ofDays(1)));
        forgetting.old();
        assertThat(deliveries(made)).isEmpty();
    }
}
