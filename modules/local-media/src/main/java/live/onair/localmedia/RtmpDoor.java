package live.onair.localmedia;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Where a programme goes: an address, and the key that makes it ours. The address that a name leads to is looked at each
 * time, and is the one that is connected to.
 *
 * @param own whether addresses of this house may be used
 */
record RtmpDoor(URI url, String key, boolean own) {
    /** In bytes: what lies here cannot be taken back. Enough for six megabits a second to the other end of the country. */
    private static final int UNSENT = 128 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    int port() {
        int usual = secure() ? 443 : 1935;
        return url.getPort() < 0 ? usual : url.getPort();
    }

    boolean secure() {
        return "rtmps".equalsIgnoreCase(url.getScheme());
    }

    String app() {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return path.replaceAll("^/+|/+$", "") + query;
    }

    /** What somebody else has said, without the key. */
    String clean(String words) {
        String line = words.replace(key, "***").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 200 ? line : line.substring(0, 200);
    }

    /** Connects; why that is not possible comes out as a failure. */
    Socket connect() throws IOException {
        RtmpPush.Failure last = new RtmpPush.Failure("UNKNOWN_HOST", url.getHost());
        for (InetAddress address : addresses()) {
            try {
                return connect(address);
            } catch (RtmpPush.Failure e) {
                last = e;
            }
        }
        throw last;
    }

    private InetAddress[] addresses() throws RtmpPush.Failure {
        try {
            InetAddress[] all = InetAddress.getAllByName(url.getHost());
            if (!own && Arrays.stream(all).anyMatch(RtmpDoor::isOwn)) {
                throw new RtmpPush.Failure("PRIVATE_ADDRESS", url.getHost());
            }
            return all;
        } catch (UnknownHostException e) {
            throw new RtmpPush.Failure("UNKNOWN_HOST", url.getHost());
        }
    }

    private Socket connect(InetAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSendBufferSize(UNSENT);
            socket.connect(new InetSocketAddress(address, port()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return secure() ? secured(socket) : socket;
        } catch (SSLException e) {
            socket.close();
            throw new RtmpPush.Failure("TLS", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            socket.close();
            throw new RtmpPush.Failure("UNREACHABLE", String.valueOf(e.getMessage()));
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) trust().getSocketFactory().createSocket(plain, url.getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** What the Java runtime trusts now. */
    private static SSLContext trust() throws SSLException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new SSLException(e);
        }
    }

    /** Addresses of this machine or of the house's own network. */
    static boolean isOwn(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrier;
    }
}
