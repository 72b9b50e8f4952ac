package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong with the media process is one of the kinds of trouble that handlers know. */
class LocalFaultsTest {

    private static final String SECRET = "token-of-the-media-process";

    @TempDir
    Path state;

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{}";

    @BeforeEach
    void start() throws IOException {
        Files.writeString(state.resolve("token"), SECRET + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean known =
                    ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? status : 401, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private MediaControl control() {
        return at(server.getAddress().getPort());
    }

    private MediaControl at(int port) {
        return new MediaControl(new MediaAddress(true, "http://127.0.0.1:" + port, state.toString()));
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CloudException.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e).hasMessageNotContaining(SECRET);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID",
        "401,DENIED",
        "403,DENIED",
        "404,NOT_FOUND",
        "409,CONFLICT",
        "413,INVALID",
        "422,INVALID",
        "429,THROTTLED",
        "500,UNAVAILABLE",
        "503,UNAVAILABLE",
        "507,EXHAUSTED"
    })
    void each_refusal_has_its_kind(int answered, CloudFault fault) {
        status = answered;
        fails(fault, () -> control().post("/v1/channels/CH-01/start", MediaControl.JSON.createObjectNode()));
    }

    @Test
    void what_does_not_exist_is_read_as_nothing() {
        status = 404;
        assertThat(control().get("/v1/channels/CH-01")).isEmpty();
    }

    @Test
    void an_answer_without_a_body_is_an_answer() {
        body = "";
        status = 204;
        assertThat(control().get("/v1/files/a.json").orElseThrow().isMissingNode())
                .isTrue();
    }

    @Test
    void an_answer_that_is_not_json_is_trouble_of_the_process() {
        body = "<html>";
        fails(CloudFault.UNAVAILABLE, () -> control().get("/v1/status"));
    }

    @Test
    void a_process_that_is_away_is_unavailable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        fails(CloudFault.UNAVAILABLE, () -> at(free).get("/v1/status"));
    }

    @Test
    void without_a_token_nothing_can_be_asked() throws IOException {
        Files.writeString(state.resolve("token"), "another-token");
        fails(CloudFault.DENIED, () -> control().get("/v1/status"));
        Files.delete(state.resolve("token"));
        fails(CloudFault.DENIED, () -> control().get("/v1/status"));
    }

    @Test
    void an_installation_without_a_media_process_says_so() {
        MediaControl none = new MediaControl(new MediaAddress(false, "", ""));
        assertThat(none.isEnabled()).isFalse();
        fails(CloudFault.UNAVAILABLE, () -> none.get("/v1/status"));
    }
}
