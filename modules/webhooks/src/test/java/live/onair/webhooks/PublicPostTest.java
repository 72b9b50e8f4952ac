package live.onair.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import live.onair.kernel.PublicAddress;
import live.onair.webhooks.PublicPost.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent into our own network, nobody is followed there, and no answer holds us up. */
class PublicPostTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            byte[] told = "받았습니다".getBytes(StandardCharsets.UTF_8);
            if (path.equals("/elsewhere")) {
                exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(200, path.equals("/chunked") ? 0 : told.length);
                exchange.getResponseBody().write(told);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void hush() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Answer sent(boolean loopback, String url) {
        return new PublicPost(loopback).send(url, Map.of("webhook-id", "msg_1"), BODY);
    }

    @Test
    void this_machine_is_reached_only_where_it_is_allowed() {
        assertThat(sent(false, url("/")).fault()).isEqualTo("ADDRESS");
        assertThat(sent(false, url("/").replace("127.0.0.1", "localhost")).fault())
                .as("a name is looked up first")
                .isEqualTo("ADDRESS");
        assertThat(asked).as("nobody was asked").hasValue(0);
        Answer taken = sent(true, url("/"));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).isEqualTo("받았습니다");
        assertThat(sent(true, url("/chunked")).text()).isEqualTo("받았습니다");
    }

    @Test
    void a_redirect_is_an_answer_and_no_way() {
        Answer answer = sent(true, url("/elsewhere"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.isTaken()).isFalse();
        assertThat(asked).hasValue(1);
    }

    @Test
    void who_is_not_there_or_speaks_no_http_is_told_of_in_a_word() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(sent(true, "http://127.0.0.1:" + free + "/").fault()).isEqualTo("CONNECT");
        assertThat(sent(true, "https://no-such-host.invalid/").fault()).isEqualTo("NAME");
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread talker = new Thread(() -> talk(odd));
            talker.start();
            assertThat(sent(true, "http://127.0.0.1:" + odd.getLocalPort() + "/")
                            .fault())
                    .isEqualTo("ANSWER");
            talker.join();
            Thread again = new Thread(() -> talk(odd));
            again.start();
            assertThat(sent(true, "https://127.0.0.1:" + odd.getLocalPort() + "/")
                            .fault())
                    .isEqualTo("TLS");
            again.join();
        }
    }

    private static void talk(ServerSocket at) {
        try (Socket socket = at.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("220 mail\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.10",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1",
                "ff02::1",
                "fec0::1"
            })
    void is_nobodys_server(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(EndpointAddress.wrong("https://" + host + "/hook", false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "11.0.0.1",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888"
            })
    void is_a_public_server(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "http://example.com/",
                "ftp://example.com/",
                "https://",
                "https://user:pw@example.com/",
                "https://example.com/#here",
                "https://localhost/",
                "https://db.internal/",
                "https://printer.local/",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://example.com/ space",
                "javascript:alert(1)"
            })
    void is_no_address_that_news_go_to(String url) {
        assertThat(EndpointAddress.wrong(url, false)).as(url).isPresent();
    }

    @Test
    void a_public_address_is_taken_as_it_is() {
        assertThat(EndpointAddress.wrong("https://shop.example.com:8443/hooks?shop=1", false))
                .isEmpty();
        assertThat(EndpointAddress.wrong("http://127.0.0.1:8090/hook", true)).isEmpty();
        assertThat(EndpointAddress.wrong("http://10.0.0.1/hook", true))
                .as("loopback only")
                .isPresent();
    }
}
