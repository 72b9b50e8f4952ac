package live.onair.awsstub.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes back, or how the connection ends instead. */
public record Reply(int status, List<Map.Entry<String, String>> headers, byte[] body, Ending ending) {

    private static final Pattern NAMED = Pattern.compile("(?:<Code>|\"__type\":\\s*\"(?:[^\"]*#)?)(\\w+)");

    public enum Ending {
        SENT,
        /** closed without a byte */
        DROPPED,
        /** closed hard: the caller sees a reset */
        RESET
    }

    public static Reply of(int status, String type, byte[] body) {
        return new Reply(status, List.of(Map.entry("Content-Type", type)), body, Ending.SENT);
    }

    public static Reply gone(Ending ending) {
        return new Reply(0, List.of(), new byte[0], ending);
    }

    public Reply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        more.add(Map.entry(name, value));
        return new Reply(status, more, body, ending);
    }

    public boolean refused() {
        return status >= 400;
    }

    /** The name of the error in it, as AWS's clients find it; empty without one. */
    public String error() {
        if (!refused()) {
            return "";
        }
        Optional<String> said = headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase("x-amzn-errortype"))
                .map(Map.Entry::getValue)
                .findFirst();
        Matcher named = NAMED.matcher(new String(body, StandardCharsets.UTF_8));
        return said.orElseGet(() -> named.find() ? named.group(1) : String.valueOf(status));
    }
}
