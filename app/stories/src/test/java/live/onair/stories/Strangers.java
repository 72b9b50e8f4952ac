package live.onair.stories;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import live.onair.testkit.Api;
import org.jspecify.annotations.Nullable;

/**
 * People who are not signed in, some calls from each address of the loopback net: each address has its own limit, and one alone would wait
 * minutes at it. Where only one address of that net can be had, all come from there.
 */
final class Strangers {

    private static final int CALLS_OF_EACH = 40;
    private static final int ADDRESSES = 250;

    private final URI base;
    private int calls;

    Strangers(String base) {
        this.base = URI.create(base);
    }

    /** Calls with a token that nobody has; of a body nothing is told before one is signed in, so that an empty one is as good. */
    Api.Answer call(String method, String path, @Nullable Object body) {
        byte[] sent = (body == null ? "" : "{}").getBytes(StandardCharsets.UTF_8);
        String head = method + " " + base.getPath() + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nAuthorization: Bearer no-such-token\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + sent.length + "\r\n\r\n";
        try (Socket socket = from(calls++ / CALLS_OF_EACH)) {
            socket.setSoTimeout(120_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()), 5_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(sent);
            out.flush();
            return answer(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private static Socket from(int who) throws IOException {
        byte[] address = {127, 0, 0, (byte) (1 + who % ADDRESSES)};
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
        } catch (BindException e) {
            System.out.println("only one address of the loopback net: " + e.getMessage());
        }
        return socket;
    }

    private static Api.Answer answer(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first == null || !first.matches("HTTP/1\\.1 \\d{3}.*")) {
            throw new IOException("no answer: " + first);
        }
        String rest = String.join("\n", in.lines().toList());
        return new Api.Answer(
                Integer.parseInt(first.substring(9, 12)),
                rest.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(rest),
                HttpHeaders.of(Map.of(), (name, value) -> true));
    }
}
