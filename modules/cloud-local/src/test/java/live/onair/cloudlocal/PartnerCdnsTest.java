package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.AddressSignerContract;
import live.onair.cdn.spi.CachePurger;
import live.onair.cdn.spi.CachePurger.Purged;
import live.onair.cdn.spi.CachePurgerContract;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cdn.spi.CdnAccountContract;
import live.onair.kernel.CloudFault;
import live.onair.testkit.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CDN with an API of its own is signed for, emptied and asked by what a file tells of it. */
class PartnerCdnsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path folder;

    private HttpServer api;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void an_api() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", this::answer);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(what + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        String told = answers.getOrDefault(what, "404");
        int status = told.matches("\\d{3}") ? Integer.parseInt(told) : 200;
        byte[] bytes = status == 200 ? told.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private PartnerCdns file(String text) throws IOException {
        String here = "http://127.0.0.1:" + api.getAddress().getPort();
        Path file = Files.writeString(folder.resolve("cdns.json"), text.replace("HERE", here));
        return new PartnerCdns(file.toString());
    }

    private PartnerSigner signer(PartnerCdns partners, Instant now) {
        return new PartnerSigner(partners, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void addresses_are_signed_in_the_form_that_is_told() throws IOException {
        PartnerCdns partners = file("""
                {"plain": {"token": {"key": "secret", "message": "{path}{expires}", "query": "expires={expires}&token={hmac}"}},
                 "acl": {"token": {"key": "secret", "message": "exp={expires}~acl={folder}/*",
                     "query": "hdnts=exp={expires}~acl={folder}/*~hmac={hmac}", "hours": 6}}}""");
        String address = "https://kr.cdn.test/live/SH-1/index.m3u8";
        String signed = signer(partners, NOON).signed("plain", "SH-1", address);
        // as openssl dgst -sha256 -hmac secret has it
        assertThat(signed)
                .isEqualTo(address
                        + "?expires=1795996800&token=f86d5ef0f1bc6f7b9293fa30173c9b09d8f7491ee93bcb2dccce3a223d352c45");
        assertThat(signer(partners, NOON.plus(Duration.ofHours(5))).signed("plain", "SH-1", address))
                .isEqualTo(signed);
        assertThat(signer(partners, NOON.plus(Duration.ofHours(6))).signed("plain", "SH-1", address))
                .isNotEqualTo(signed);
        assertThat(signer(partners, NOON).signed("acl", "SH-1", address + "?part=1"))
                .isEqualTo(
                        address
                                + "?part=1&hdnts=exp=1795996800~acl=/live/SH-1/*~hmac=8560db9e8cf7145512344656354db8afda5da7d2faf8af59912796511abc75e2");
        assertThat(signer(partners, NOON).signs("nobody")).isFalse();
        assertThat(signer(partners, NOON).signed("nobody", "SH-1", address)).isEqualTo(address);
    }

    @Test
    void a_purge_is_asked_for_by_folder_and_followed_until_all_say_that_it_is_over() throws IOException {
        PartnerCdns partners = file("""
                {"kr": {"purge": {"url": "HERE/purge?show={show}", "headers": {"Authorization": "Bearer demo"},
                    "body": "{folder}/*", "ticket": "/id",
                    "status": {"url": "HERE/purge/{ticket}", "value": "/state", "done": ["DONE"], "failed": ["FAILED"]}}},
                 "quick": {"purge": {"method": "DELETE", "url": "HERE/cache{folder}"}}}""");
        PartnerPurger purger = new PartnerPurger(partners, new PartnerCalls());
        answers.put("POST /purge?show=SH-1", "{\"id\": 7}");
        answers.put("GET /purge/7", "{\"state\": \"RUNNING\"}");
        Purged now = purger.purge("kr", "SH-1", List.of("/live/SH-1", "/replay/SH-1"));
        assertThat(now.ticket()).isEqualTo("7\n7");
        assertThat(asked)
                .containsExactly(
                        "POST /purge?show=SH-1 Bearer demo /live/SH-1/*",
                        "POST /purge?show=SH-1 Bearer demo /replay/SH-1/*");
        assertThat(purger.look("kr", "7\n7").isOver()).isFalse();
        answers.put("GET /purge/7", "{\"state\": \"DONE\"}");
        assertThat(purger.look("kr", "7\n7").isOver()).isTrue();
        answers.put("GET /purge/7", "{\"state\": \"FAILED\"}");
        assertThat(Faults.of(() -> purger.look("kr", "7"))).isEqualTo(CloudFault.INVALID);
        answers.put("DELETE /cache/live/SH-1", "gone");
        assertThat(purger.purge("quick", "SH-1", List.of("/live/SH-1")).isOver())
                .isTrue();
        assertThat(purger.purges("nobody")).isFalse();
    }

    @Test
    void what_an_api_answers_is_told_as_what_it_is() throws IOException {
        PartnerCdns partners = file("{\"quick\": {\"purge\": {\"url\": \"HERE/purge\"}}}");
        PartnerPurger purger = new PartnerPurger(partners, new PartnerCalls());
        Map<String, CloudFault> expected = Map.of(
                "403", CloudFault.DENIED,
                "404", CloudFault.NOT_FOUND,
                "409", CloudFault.CONFLICT,
                "429", CloudFault.THROTTLED,
                "400", CloudFault.INVALID,
                "500", CloudFault.UNKNOWN_OUTCOME);
        expected.forEach((status, fault) -> {
            answers.put("POST /purge", status);
            assertThat(Faults.of(() -> purger.purge("quick", "SH-1", List.of("/live/SH-1"))))
                    .as(status)
                    .isEqualTo(fault);
        });
        PartnerPurger secret = new PartnerPurger(
                file("{\"quick\": {\"purge\": {\"url\": \"HERE/purge?key=secret\"}}}"), new PartnerCalls());
        assertThatThrownBy(() -> secret.purge("quick", "SH-1", List.of("/live/SH-1")))
                .hasMessageContaining("/purge: HTTP 404")
                .hasMessageNotContaining("secret");
        api.stop(0);
        assertThat(Faults.of(() -> purger.purge("quick", "SH-1", List.of("/live/SH-1"))))
                .isEqualTo(CloudFault.UNKNOWN_OUTCOME);
    }

    @Test
    void what_a_cdn_has_carried_is_read_from_its_own_report() throws IOException {
        PartnerCdns partners = file("""
                {"kr": {"usage": {"url": "HERE/usage?month={month}", "bytes": "/total/gb", "unit": 1000000000}}}""");
        PartnerAccount account = new PartnerAccount(partners, new PartnerCalls());
        assertThat(account.knows("kr")).isTrue();
        assertThat(account.knows("nobody")).isFalse();
        assertThat(account.setup("kr")).isEmpty();
        answers.put("GET /usage?month=2026-11", "{\"total\": {\"gb\": 12.5}}");
        assertThat(account.carried("kr", YearMonth.of(2026, 11))).hasValue(12_500_000_000L);
        answers.put("GET /usage?month=2026-11", "{\"total\": {\"gb\": \"much\"}}");
        assertThat(Faults.of(() -> account.carried("kr", YearMonth.of(2026, 11))))
                .isEqualTo(CloudFault.INVALID);
        answers.put("GET /usage?month=2026-11", "{\"total\": {\"gb\": 1e30}}");
        assertThat(Faults.of(() -> account.carried("kr", YearMonth.of(2026, 11))))
                .isEqualTo(CloudFault.INVALID);
        answers.put("GET /usage?month=2026-11", "not JSON");
        assertThat(Faults.of(() -> account.carried("kr", YearMonth.of(2026, 11))))
                .isEqualTo(CloudFault.INVALID);
    }

    @Test
    void a_file_that_is_wrong_is_named_with_what_is_wrong() {
        assertThatThrownBy(() -> file("{\"kr\": {\"token\": {\"key\": \"k\", \"message\": \"m\"}}}"))
                .hasMessageContaining("kr: token.query is missing");
        assertThatThrownBy(() -> file("{\"kr\": {\"purge\": {\"url\": \"u\", \"ticket\": \"/id\"}}}"))
                .hasMessageContaining("purge.ticket and purge.status belong together");
        assertThatThrownBy(() -> file("{\"kr\": {\"purges\": {}}}")).hasMessageContaining("purges");
        assertThatThrownBy(() -> file("s3cret"))
                .hasMessageContaining("onair.cdn.file")
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
        assertThatThrownBy(() -> file("{\"kr\": {\"token\": \"s3cret\"}}"))
                .hasMessageContaining("token")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> file("{\"kr\": null}")).hasMessageContaining("nothing is told");
        assertThatThrownBy(() -> file(
                        "{\"kr\": {\"token\": {\"key\": \"k\", \"message\": \"m\", \"query\": \"q\", \"hours\": 0}}}"))
                .hasMessageContaining("token.hours");
        assertThatThrownBy(() -> file("{\"kr\": {\"usage\": {\"url\": \"u\", \"bytes\": \"total\"}}}"))
                .hasMessageContaining("usage.bytes is no JSON Pointer");
        assertThatThrownBy(() -> file("{\"kr\": {\"purge\": {\"url\": \"u\", \"ticket\": \"/id\","
                        + " \"status\": {\"url\": \"u\", \"value\": \"/v\"}}}}"))
                .hasMessageContaining("purge.status.done is missing");
        assertThatThrownBy(
                        () -> new PartnerCdns(folder.resolve("not-there.json").toString()))
                .hasMessageContaining("not-there.json");
        assertThat(new PartnerCdns(" ").find("kr")).isEmpty();
    }

    private PartnerCdns told() {
        answers.put("POST /purge", "{\"id\": 7}");
        answers.put("GET /purge/7", "{\"state\": \"DONE\"}");
        answers.put("GET /usage?month=2026-11", "{\"bytes\": 5}");
        try {
            return file("""
                    {"kr": {"token": {"key": "secret", "message": "{path}{expires}", "query": "e={expires}&t={hmac}"},
                        "purge": {"url": "HERE/purge", "ticket": "/id",
                            "status": {"url": "HERE/purge/{ticket}", "value": "/state", "done": ["DONE"]}},
                        "usage": {"url": "HERE/usage?month={month}", "bytes": "/bytes"}}}""");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Purging extends CachePurgerContract {

        @Override
        protected CachePurger port() {
            return new PartnerPurger(told(), new PartnerCalls());
        }

        @Override
        protected String cdn() {
            return "kr";
        }
    }

    @Nested
    class Signing extends AddressSignerContract {

        @Override
        protected AddressSigner port(Instant now) {
            return signer(told(), now);
        }

        @Override
        protected String cdn() {
            return "kr";
        }
    }

    @Nested
    class Account extends CdnAccountContract {

        @Override
        protected CdnAccount port() {
            return new PartnerAccount(told(), new PartnerCalls());
        }

        @Override
        protected String cdn() {
            return "kr";
        }
    }
}
