package live.onair.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Talkers against a chat that cuts them in the very moment they are let in. */
class TalkersTest {

    private static final int MEMBERS = 40;
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final byte[] GOING_AWAY = {(byte) 0x88, 2, 3, (byte) 0xE9};

    private final AtomicInteger joins = new AtomicInteger();

    @Test
    void who_is_cut_while_joining_comes_back_and_says_it_again() throws IOException {
        ExecutorService each = Executors.newCachedThreadPool();
        try (ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                Talkers talkers = new Talkers("http://localhost:" + door.getLocalPort(), "show", MEMBERS)) {
            each.execute(() -> accept(door, each));
            await().atMost(Duration.ofSeconds(30)).until(() -> joins.get() >= 3 * MEMBERS);
            await().atMost(Duration.ofSeconds(30)).until(() -> talkers.joined() == MEMBERS);
            for (int i = 0; i < MEMBERS; i++) {
                talkers.say(i, "말 " + i);
            }
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(talkers.unanswered()).isEmpty());
            assertThat(talkers.acknowledged()).hasSize(MEMBERS).doesNotHaveDuplicates();
        } finally {
            each.shutdownNow();
        }
    }

    private void accept(ServerSocket door, ExecutorService each) {
        try {
            while (true) {
                Socket socket = door.accept();
                each.execute(() -> serve(socket));
            }
        } catch (IOException over) {
            // the test is over
        }
    }

    /** A pass for whoever asks, and a chat that lets in at the third time only. */
    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String key = null;
            int body = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                key = line.toLowerCase().startsWith("sec-websocket-key:")
                        ? line.substring(18).strip()
                        : key;
                body = line.toLowerCase().startsWith("content-length:")
                        ? Integer.parseInt(line.substring(15).strip())
                        : body;
            }
            for (int i = 0; i < body; i++) {
                in.read();
            }
            OutputStream out = socket.getOutputStream();
            if (key == null) {
                String pass = "{\"pass\":\"p\"}";
                out.write(
                        ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + pass.length() + "\r\n\r\n" + pass)
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                return;
            }
            boolean stays = joins.incrementAndGet() > 2 * MEMBERS;
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            if (stays) {
                out.flush();
                acknowledge(new DataInputStream(socket.getInputStream()), out);
            } else {
                out.write(GOING_AWAY);
                out.flush();
            }
        } catch (IOException | GeneralSecurityException gone) {
            // they come back
        }
    }

    private static String accepted(String key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + SALT).getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Says "kept" to each short masked text frame (RFC 6455, 5.2). */
    private static void acknowledge(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            in.readUnsignedByte();
            byte[] mask = new byte[4];
            int length = in.readUnsignedByte() & 0x7F;
            in.readFully(mask);
            byte[] said = in.readNBytes(length);
            for (int i = 0; i < said.length; i++) {
                said[i] ^= mask[i % 4];
            }
            String text = new String(said, StandardCharsets.UTF_8);
            String id = text.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
            byte[] kept = ("[{\"kind\":\"kept\",\"id\":\"" + id + "\"}]").getBytes(StandardCharsets.US_ASCII);
            out.write(0x81);
            out.write(kept.length);
            out.write(kept);
            out.flush();
        }
    }
}
