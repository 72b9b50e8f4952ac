package live.onair.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterRules;
import live.onair.filter.FilterVerdict;

/** {@code onair filter}: each line of standard input as the shipped chat filter takes it, one JSON a line. */
final class FilterCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChatFilter filter = new ChatFilter(FilterRules.shipped());

    /** Runs it; gives the status to end with. */
    static int run(List<String> words) {
        if (!words.isEmpty()) {
            System.err.println(
                    "표준 입력의 줄마다 판정을 한 줄 JSON으로 씁니다: ./onair filter < lines.txt\n"
                            + "For each line of standard input, what becomes of it, one JSON a line: ./onair filter < lines.txt");
            return words.get(0).matches("-h|--help") ? 0 : Stop.WRONG_WORDS;
        }
        new FilterCommand().run(System.in, new PrintStream(System.out, false, StandardCharsets.UTF_8));
        return 0;
    }

    void run(InputStream in, PrintStream out) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(judged(line) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }

    /** A line that no chat takes is blocked for its length. */
    private String judged(String line) {
        ObjectNode told = JSON.createObjectNode();
        if (line.length() > ChatFilter.LONGEST) {
            told.put("action", "block").putArray("rules").add("length");
            return text(told.put("text", line));
        }
        FilterVerdict verdict = filter.check(line);
        told.put("action", verdict.action().name().toLowerCase(Locale.ROOT));
        verdict.rules().forEach(told.putArray("rules")::add);
        return text(told.put("text", verdict.text()));
    }

    private static String text(ObjectNode told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
