package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only what wants nothing but a whole file is a simple head. */
class SimpleHeadTest {
    private static @Nullable SimpleHead read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SimpleHead.of(bytes, bytes.length);
    }

    private static @Nullable SimpleHead with(String header) {
        return read("GET /a HTTP/1.1\r\nHost: x\r\n" + header + "\r\nAccept: */*\r\n\r\n");
    }

    @Test
    void path_query_and_length_are_told() {
        String head = "GET /steering/v1/SH-1/default/7.json?a=%22b%22?c HTTP/1.1\r\nHost: x\r\nUser-Agent:\r\n\r\n";
        assertThat(read(head + "GET /next"))
                .isEqualTo(new SimpleHead("/steering/v1/SH-1/default/7.json", "a=%22b%22?c", head.length()));
        assertThat(read("GET / HTTP/1.1\r\n\r\n")).isEqualTo(new SimpleHead("/", "", 18));
    }

    @Test
    void a_head_that_is_not_all_there_is_none() {
        String head = "GET /a?b HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n";
        for (int i = 0; i < head.length(); i++) {
            assertThat(read(head.substring(0, i))).as(head.substring(0, i)).isNull();
        }
        assertThat(read(head)).isNotNull();
    }

    @Test
    void other_methods_and_versions_are_not_simple() {
        for (String line : new String[] {
            "HEAD /a HTTP/1.1", "POST /a HTTP/1.1", "GET /a HTTP/1.0", "GET  /a HTTP/1.1", "GET /a  HTTP/1.1",
            "GET http://x/a HTTP/1.1", "GET /a?%zz HTTP/1.1", "GET /a%2 HTTP/1.1", "GET /가 HTTP/1.1",
                    "\r\nGET /a HTTP/1.1"
        }) {
            assertThat(read(line + "\r\nHost: x\r\n\r\n")).as(line).isNull();
        }
    }

    @Test
    void headers_that_ask_for_more_are_not_simple() {
        for (String header : new String[] {
            "Range: bytes=0-1",
            "range: x",
            "If-Range: x",
            "Content-Length: 0",
            "CONTENT-LENGTH: 3",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "Upgrade: websocket",
            "Connection: close",
            "Connection: keep-alive, close",
            "Connection: Upgrade"
        }) {
            assertThat(with(header)).as(header).isNull();
        }
        for (String header :
                new String[] {"Connection: keep-alive", "connection: Keep-Alive", "X-Range: 1", "Origin: null"}) {
            assertThat(with(header)).as(header).isNotNull();
        }
    }

    @Test
    void what_is_not_well_formed_is_not_simple() {
        for (String header : new String[] {
            "no colon",
            ": no name",
            " Host: folded",
            "Na me: x",
            "Name : x",
            "Name: 한글",
            "Name: a\tb",
            "Name: a\nRange: b",
            "Name: a\rb",
            "Content-Length\u0000: 3"
        }) {
            assertThat(with(header)).as(header).isNull();
        }
    }
}
