package live.onair.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server has answered, as far as anybody wants to know: its status, and the first letters of what it says. */
record HttpAnswer(int status, String text) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[^\\n]*\\n");
    private static final Pattern LENGTH = Pattern.compile("\\ncontent-length: *(\\d{1,9})");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,6})[^\\r\\n]*\\r\\n");
    private static final int KEPT = 500;
    private static final String END = "\r\n\r\n";

    /** Empty where it is none. */
    static Optional<HttpAnswer> of(byte[] read) {
        String all = last(new String(read, StandardCharsets.ISO_8859_1));
        Matcher status = STATUS.matcher(all);
        if (!status.lookingAt()) {
            return Optional.empty();
        }
        int end = all.indexOf(END);
        String body = end < 0 ? "" : all.substring(end + END.length());
        String plain = isChunked(all, end) ? joined(body) : body;
        String text = new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return Optional.of(
                new HttpAnswer(Integer.parseInt(status.group(1)), text.substring(0, Math.min(KEPT, text.length()))));
    }

    /** Whether nothing more is to come. Without a word about its length it ends with the connection. */
    static boolean isWhole(byte[] read) {
        String all = last(new String(read, StandardCharsets.ISO_8859_1));
        int end = all.indexOf(END);
        if (end < 0) {
            return false;
        }
        String body = all.substring(end + END.length());
        if (isChunked(all, end)) {
            return body.endsWith("0\r\n\r\n");
        }
        Matcher length = LENGTH.matcher(all.substring(0, end).toLowerCase(Locale.ROOT));
        boolean bare = all.startsWith("204", 9) || all.startsWith("304", 9);
        return bare || (length.find() && body.length() >= Integer.parseInt(length.group(1)));
    }

    /** Without what only says that the answer will come. */
    private static String last(String all) {
        String rest = all;
        while (rest.startsWith("1", 9) && rest.contains(END)) {
            rest = rest.substring(rest.indexOf(END) + END.length());
        }
        return rest;
    }

    private static boolean isChunked(String all, int end) {
        return end > 0 && all.substring(0, end).toLowerCase(Locale.ROOT).contains("\ntransfer-encoding: chunked");
    }

    private static String joined(String chunks) {
        StringBuilder text = new StringBuilder();
        Matcher size = CHUNK.matcher(chunks);
        int at = 0;
        while (size.find(at) && size.start() == at) {
            int length = Integer.parseInt(size.group(1), 16);
            int end = Math.min(chunks.length(), size.end() + Math.max(0, length));
            text.append(chunks, size.end(), end);
            at = Math.min(chunks.length(), end + 2);
            if (length == 0) {
                break;
            }
        }
        return text.toString();
    }
}
