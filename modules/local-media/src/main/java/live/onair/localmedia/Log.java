package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** One line for each thing worth knowing, to stderr: text on a terminal, JSON elsewhere. Keys and tokens stay out. */
final class Log {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final boolean TERMINAL = System.console() != null;
    private static final PrintStream OUT = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Log() {}

    static void info(String what, Object... facts) {
        line("info", what, null, facts);
    }

    static void warn(String what, @Nullable Throwable cause, Object... facts) {
        line("warn", what, cause, facts);
    }

    private static void line(String level, String what, @Nullable Throwable cause, Object... facts) {
        ObjectNode line = Json.object();
        line.put("at", Json.at(CLOCK.instant())).put("level", level).put("what", what);
        for (int i = 0; i + 1 < facts.length; i += 2) {
            line.put(String.valueOf(facts[i]), String.valueOf(facts[i + 1]));
        }
        if (cause != null) {
            line.put("cause", cause.toString());
        }
        OUT.println(TERMINAL ? plain(line) : new String(Json.bytes(line), StandardCharsets.UTF_8));
    }

    private static String plain(ObjectNode line) {
        StringBuilder text = new StringBuilder();
        line.properties().forEach(field -> {
            boolean bare = field.getKey().equals("at")
                    || field.getKey().equals("level")
                    || field.getKey().equals("what");
            text.append(text.length() == 0 ? "" : "  ");
            text.append(bare ? "" : field.getKey() + "=")
                    .append(field.getValue().asText().replace('\n', ' '));
        });
        return text.toString();
    }
}
