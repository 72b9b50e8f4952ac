package live.onair.localmedia;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A whole small file as an answer, head and body, as it goes out to whoever asks. */
record ReadyReply(byte[] bytes) {

    /** With the headers that {@link HttpHandler} would send of that file. */
    static ReadyReply of(HttpHeaders headers, byte[] body) {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        for (Map.Entry<String, String> one : headers) {
            head.append(one.getKey()).append(": ").append(one.getValue()).append("\r\n");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return new ReadyReply(whole.toByteArray());
    }
}
