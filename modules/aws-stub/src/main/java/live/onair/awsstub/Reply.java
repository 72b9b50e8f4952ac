package live.onair.awsstub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes back, or how the connection ends instead. */
record Reply(int status, List<Map.Entry<String, String>> headers, byte[] body, Ending ending) {

    enum Ending {
        SENT,
        /** closed without a byte */
        DROPPED,
        /** closed hard: the caller sees a reset */
        RESET
    }

    static Reply of(int status, String type, byte[] body) {
        return new Reply(status, List.of(Map.entry("Content-Type", type)), body, Ending.SENT);
    }

    static Reply gone(Ending ending) {
        return new Reply(0, List.of(), new byte[0], ending);
    }

    Reply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        more.add(Map.entry(name, value));
        return new Reply(status, more, body, ending);
    }

    boolean refused() {
        return status >= 400;
    }
}
