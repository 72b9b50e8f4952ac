package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import live.onair.kernel.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Sends one body to a public server. The host is looked up once and that address is connected to, so that no name can mean
 * one address when it is looked at and another when it is used; the JDK's clients look up by themselves. Nobody is followed
 * elsewhere, and an answer that does not end is cut.
 */
@Singleton
class PublicPost {

    static final Duration CONNECT = Duration.ofSeconds(5);
    static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int MOST = 8 << 10;

    private final boolean loopback;

    @Inject
    PublicPost(@Named("onair.webhooks.loopback") Boolean loopback) {
        this.loopback = loopback;
    }

    /**
     * What came of it.
     *
     * @param status null where nothing was answered
     * @param fault why not: {@code ADDRESS}, {@code NAME}, {@code CONNECT}, {@code TLS}, {@code TIMEOUT}, {@code ANSWER};
     *     null where something was
     */
    record Answer(@Nullable Integer status, @Nullable String fault, String text, long millis) {
        boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }

        boolean isGone() {
            return status != null && status == 410;
        }
    }

    Answer send(String url, Map<String, String> headers, byte[] body) {
        long begun = System.nanoTime();
        URI at = URI.create(url);
        try {
            Optional<InetAddress> address = PublicAddress.resolve(at.getHost(), loopback);
            if (address.isEmpty()) {
                return fault("ADDRESS", at.getHost() + " is an address of our own network", begun);
            }
            return sent(at, address.get(), bytes(at, headers, body), begun);
        } catch (UnknownHostException e) {
            return fault("NAME", at.getHost() + " is not known", begun);
        } catch (SocketTimeoutException e) {
            return fault("TIMEOUT", "no answer within " + WHOLE.toSeconds() + " s", begun);
        } catch (SSLException e) {
            return fault("TLS", String.valueOf(e.getMessage()), begun);
        } catch (IOException e) {
            return fault("CONNECT", String.valueOf(e.getMessage()), begun);
        }
    }

    private static Answer fault(String code, String words, long begun) {
        return new Answer(null, code, words, millis(begun));
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static byte[] bytes(URI at, Map<String, String> headers, byte[] body) throws IOException {
        String path = at.getRawPath() == null || at.getRawPath().isEmpty() ? "/" : at.getRawPath();
        String query = at.getRawQuery() == null ? "" : "?" + at.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: " + at.getHost());
        head.append(at.getPort() < 0 ? "" : ":" + at.getPort());
        head.append("\r\nUser-Agent: Onair\r\nAccept: */*\r\nConnection: close\r\nContent-Type: application/json");
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        all.write(body);
        return all.toByteArray();
    }

    private static Answer sent(URI at, InetAddress address, byte[] request, long begun) throws IOException {
        boolean closed = "https".equalsIgnoreCase(at.getScheme());
        int port = at.getPort() < 0 ? (closed ? 443 : 80) : at.getPort();
        try (Socket bare = new Socket(java.net.Proxy.NO_PROXY)) {
            bare.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
            bare.setSoTimeout((int) left(begun));
            try (Socket socket = closed ? secured(bare, at.getHost(), port) : bare) {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                return answer(socket, begun);
            }
        }
    }

    /** Speaks to the host by its name, and wants a certificate of that name. */
    private static SSLSocket secured(Socket bare, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(bare, host, port, true);
        SSLParameters wanted = socket.getSSLParameters();
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(wanted);
        socket.startHandshake();
        return socket;
    }

    private static long left(long begun) throws SocketTimeoutException {
        long left = WHOLE.toMillis() - millis(begun);
        if (left <= 0) {
            throw new SocketTimeoutException("the answer does not end");
        }
        return left;
    }

    private static Answer answer(Socket socket, long begun) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[1024];
        while (read.size() < MOST && !HttpAnswer.isWhole(read.toByteArray())) {
            socket.setSoTimeout((int) left(begun));
            int count = in.read(some);
            if (count < 0) {
                break;
            }
            read.write(some, 0, count);
        }
        return HttpAnswer.of(read.toByteArray())
                .map(answer -> new Answer(answer.status(), null, answer.text(), millis(begun)))
                .orElseGet(() -> fault("ANSWER", "this is no answer of HTTP", begun));
    }
}
