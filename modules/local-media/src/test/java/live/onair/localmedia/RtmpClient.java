package live.onair.localmedia;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** The least of an RTMP client, able to lie. */
final class RtmpClient implements Closeable {
    private final Socket socket = new Socket();
    private final OutputStream out;
    private final DataInputStream in;

    RtmpClient(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 2000);
        socket.setSoTimeout(3000);
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
    }

    RtmpClient shakeHands() throws IOException {
        byte[] hello = new byte[1537];
        hello[0] = 3;
        send(hello);
        in.readFully(new byte[1 + 1536 * 2]);
        send(new byte[1536]);
        return this;
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void command(Object... values) throws IOException {
        io.netty.buffer.ByteBuf chunk = RtmpChunks.message(3, 20, 1, Amf.write(values));
        byte[] bytes = new byte[chunk.readableBytes()];
        chunk.readBytes(bytes);
        send(bytes);
    }

    /** @return everything the server says until it hangs up or the word appears */
    String publish(String key, String word) throws IOException {
        command("connect", 1, Map.of("app", "live"));
        command("createStream", 2, null);
        command("publish", 3, null, key, "live");
        StringBuilder said = new StringBuilder();
        while (said.indexOf(word) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            said.append((char) next);
        }
        return said.toString();
    }

    /** Whether the next bytes spell the word. */
    boolean said(String word) throws IOException {
        return new String(in.readNBytes(word.length())).equals(word);
    }

    /** Whether the server has hung up, waiting a moment for it. */
    boolean hungUp() {
        try {
            while (in.read() >= 0) {
                continue;
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
