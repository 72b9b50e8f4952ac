package live.onair.localmedia;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request that wants nothing but a whole file: a GET of HTTP/1.1 without a body, for no part, whose connection stays.
 * Whatever is in any way unusual is no such head, and read by the codec.
 *
 * @param path as it was sent, without the query
 * @param query as it was sent; empty for none
 * @param length of the head in bytes
 */
record SimpleHead(String path, String query, int length) {
    /** A longer head is not looked at. */
    static final int LONGEST = 2048;

    private static final byte[] GET = ascii("GET /");
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final byte[] CONNECTION = ascii("connection");
    private static final byte[] STAYS = ascii(" keep-alive");
    private static final byte[][] NOT_SIMPLE = {
        ascii("range"),
        ascii("if-range"),
        ascii("content-length"),
        ascii("transfer-encoding"),
        ascii("expect"),
        ascii("upgrade")
    };

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Null if there is none, or not all of it yet, within so many bytes. */
    static @Nullable SimpleHead of(byte[] bytes, int there) {
        if (!isAt(bytes, 0, there, GET)) {
            return null;
        }
        int pathEnd = 0;
        int at = GET.length - 1;
        for (; at < there && bytes[at] > ' ' && bytes[at] < 0x7f; at++) {
            if (bytes[at] == '%' && !(at + 2 < there && isHex(bytes[at + 1]) && isHex(bytes[at + 2]))) {
                return null;
            }
            pathEnd = bytes[at] == '?' && pathEnd == 0 ? at : pathEnd;
        }
        int end = isAt(bytes, at, there, VERSION) ? headers(bytes, at + VERSION.length, there) : -1;
        if (end < 0) {
            return null;
        }
        int from = GET.length - 1;
        int pathTo = pathEnd == 0 ? at : pathEnd;
        return new SimpleHead(
                new String(bytes, from, pathTo - from, StandardCharsets.US_ASCII),
                pathEnd == 0 ? "" : new String(bytes, pathEnd + 1, at - pathEnd - 1, StandardCharsets.US_ASCII),
                end);
    }

    /** Where the head ends; -1 if it does not, or not simply. */
    private static int headers(byte[] bytes, int from, int there) {
        int at = from;
        while (at + 1 < there && bytes[at] != '\r') {
            int colon = at;
            while (colon < there && isName(bytes[colon])) {
                colon++;
            }
            int end = colon;
            while (end < there && bytes[end] >= ' ' && bytes[end] < 0x7f) {
                end++;
            }
            boolean line = end + 1 < there && bytes[end] == '\r' && bytes[end + 1] == '\n';
            if (!line || colon == at || bytes[colon] != ':' || !isHarmless(bytes, at, colon, end)) {
                return -1;
            }
            at = end + 2;
        }
        return at + 1 < there && bytes[at + 1] == '\n' ? at + 2 : -1;
    }

    private static boolean isHarmless(byte[] bytes, int from, int colon, int end) {
        int length = colon - from;
        for (byte[] not : NOT_SIMPLE) {
            if (length == not.length && isAt(bytes, from, colon, not)) {
                return false;
            }
        }
        boolean connection = length == CONNECTION.length && isAt(bytes, from, colon, CONNECTION);
        return !connection || end - colon - 1 == STAYS.length && isAt(bytes, colon + 1, end, STAYS);
    }

    /** Small letters stand for large ones, too. */
    private static boolean isAt(byte[] bytes, int at, int there, byte[] wanted) {
        if (there - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            byte one = bytes[at + i];
            if (one != wanted[i] && !(wanted[i] >= 'a' && wanted[i] <= 'z' && one == wanted[i] - 32)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(byte one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || one == '-';
    }

    private static boolean isHex(byte one) {
        return Character.digit(one, 16) >= 0;
    }
}
