package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import live.onair.shops.spi.ShopCatalogue;
import live.onair.shops.spi.ShopCatalogue.Form;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopCatalogue.Query;
import live.onair.shops.spi.ShopCatalogue.Vendor;
import live.onair.shops.spi.ShopCatalogueContract;
import live.onair.shops.spi.ShopTrouble;
import live.onair.shops.spi.ShopTrouble.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract over real HTTP, and all that a server can do wrong. */
class HttpShopCatalogueTest extends ShopCatalogueContract {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final Query FIRST = new Query(null, null, 100);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new HttpShop();
    }

    @AfterEach
    void close() {
        over.countDown();
        shop.close();
    }

    private HttpShopCatalogue catalogue(String url, String token, boolean own) {
        return new HttpShopCatalogue(
                new ShopAddress(url, token, "", own), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(2));
    }

    @Override
    protected ShopCatalogue port() {
        return catalogue(shop.url() + "/", HttpShop.TOKEN, true);
    }

    @Override
    protected void sells(Instant at, List<Item> items) {
        items.forEach(item -> shop.sells(at, product(item)));
    }

    private static ObjectNode product(Item item) {
        ObjectNode product = MediaControl.JSON.createObjectNode();
        put(product, "sku", item.sku());
        put(product, "name", item.name());
        put(product, "brand", item.brand());
        put(product, "category", item.category());
        put(product, "price", item.price());
        put(product, "listPrice", item.listPrice());
        put(product, "currency", item.currency());
        put(product, "stock", item.stock());
        put(product, "cosmetic", item.cosmetic());
        put(product, "reportNumber", item.reportNumber());
        Vendor seller = item.seller();
        if (seller != null) {
            ObjectNode told = product.putObject("seller");
            put(told, "name", seller.name());
            put(told, "representative", seller.representative());
            put(told, "address", seller.address());
            put(told, "phone", seller.phone());
            put(told, "email", seller.email());
            put(told, "businessNumber", seller.businessNumber());
            put(told, "mailOrder", seller.mailOrder());
        }
        if (item.options() != null) {
            ArrayNode options = product.putArray("options");
            for (Form form : item.options()) {
                ObjectNode option = options.addObject();
                put(option, "sku", form.sku());
                put(option, "name", form.name());
                put(option, "price", form.price());
                put(option, "stock", form.stock());
            }
        }
        return product;
    }

    /** Empty is not known, which the format calls null; nothing is said by leaving it out. */
    private static void put(ObjectNode of, String field, @Nullable String value) {
        if (value != null && value.isEmpty()) {
            of.putNull(field);
        } else if (value != null) {
            of.put(field, value);
        }
    }

    @Override
    protected void fails(Kind kind, @Nullable Duration pause) {
        int status = switch (kind) {
            case DENIED -> 401;
            case THROTTLED -> 429;
            case CURSOR -> 410;
            case REFUSED -> 404;
            default -> 500;
        };
        if (pause == null) {
            shop.instead(status, "안 됩니다");
        } else {
            shop.instead(status, "", "Retry-After", String.valueOf(pause.toSeconds()));
        }
    }

    private void refuses(Kind kind) {
        refuses(kind, port());
    }

    private static void refuses(Kind kind, ShopCatalogue of) {
        assertThatThrownBy(() -> of.read(FIRST))
                .isInstanceOfSatisfying(
                        ShopTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"products\":{}}",
                "{\"products\":[]}",
                "{\"at\":\"gestern\",\"products\":[]}",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[1]}",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"name\":{}}]}",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"options\":{}}]}",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"options\":[1]}]}",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"seller\":[]}]}",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[]} and more",
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"sku\":\"A\""
            })
    void an_answer_that_is_none_of_the_format_is_not_read_at_all(String body) {
        shop.instead(200, body);
        refuses(Kind.UNREADABLE);
    }

    @Test
    void numbers_come_as_they_were_written_and_never_longer_than_the_memory() {
        shop.instead(
                200,
                "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"price\":12900,\"listPrice\":14.90,\"stock\":1e3,"
                        + "\"name\":1e999999999,\"brand\":true,\"sku\":null}]}");
        Item item = port().read(FIRST).items().get(0);
        assertThat(item.price()).isEqualTo("12900");
        assertThat(item.listPrice()).isEqualTo("14.9");
        assertThat(item.stock()).isEqualTo("1000");
        assertThat(item.name()).isEqualTo("1E+999999999");
        assertThat(item.brand()).isEqualTo("true");
        assertThat(item.sku()).isEmpty();
        assertThat(item.category()).isNull();
    }

    @Test
    void a_pause_is_read_as_seconds_or_as_an_instant_and_otherwise_left_out() {
        shop.instead(503, "", "Retry-After", "Fri, 27 Nov 2026 09:01:30 GMT");
        assertThatThrownBy(() -> port().read(FIRST)).isInstanceOfSatisfying(ShopTrouble.class, trouble -> {
            assertThat(trouble.kind()).isEqualTo(Kind.BROKEN_SHOP);
            assertThat(trouble.pause()).contains(Duration.ofSeconds(90));
        });
        shop.instead(429, "", "Retry-After", "soon");
        assertThatThrownBy(() -> port().read(FIRST))
                .isInstanceOfSatisfying(
                        ShopTrouble.class,
                        trouble -> assertThat(trouble.pause()).isEmpty());
    }

    @Test
    void an_answer_of_ten_megabytes_is_cut() {
        shop.instead(
                200, "{\"at\":\"2026-11-27T00:00:00Z\",\"products\":[{\"name\":\"" + "a".repeat(10_000_000) + "\"}]}");
        refuses(Kind.TOO_LARGE);
        assertThat(port().read(FIRST).items()).as("and the next one is right").isEmpty();
    }

    @Test
    void a_connection_that_is_cut_is_told_as_cut() {
        shop.instead(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"at\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        refuses(Kind.CUT);
    }

    @Test
    void a_shop_that_does_not_answer_or_does_not_end_is_left() {
        shop.instead(exchange -> {
            waited();
            exchange.close();
        });
        refuses(Kind.TIMEOUT);
        shop.instead(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            waited();
            exchange.close();
        });
        refuses(Kind.TIMEOUT);
    }

    private void waited() {
        try {
            over.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobody_is_followed_elsewhere() {
        shop.instead(302, "", "Location", "http://169.254.169.254/latest/meta-data/");
        refuses(Kind.REFUSED);
    }

    @Test
    void our_own_network_is_asked_only_where_that_is_set() {
        refuses(Kind.ADDRESS, catalogue(shop.url(), HttpShop.TOKEN, false));
        refuses(Kind.ADDRESS, catalogue("http://localhost:1/api", HttpShop.TOKEN, false));
        refuses(Kind.CONNECT, catalogue("http://127.0.0.1:1/api", HttpShop.TOKEN, true));
        refuses(Kind.NAME, catalogue("https://nobody.invalid/api", HttpShop.TOKEN, false));
        refuses(Kind.DENIED, catalogue(shop.url(), "another", true));
    }

    @Test
    void without_an_address_no_shop_is_connected() {
        assertThat(catalogue("", "", false).place()).isEmpty();
        assertThat(catalogue("https://shop.example.com/api", "t", false).place())
                .contains(new ShopCatalogue.Place("shop.example.com", "https://shop.example.com/api"));
    }
}
