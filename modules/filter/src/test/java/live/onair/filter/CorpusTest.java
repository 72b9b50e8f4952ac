package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The shipped rules on sentences that were written for this purpose, as they are and rewritten to get past. */
class CorpusTest {

    private final ChatFilter filter = new ChatFilter(FilterRules.shipped());

    @Test
    void abuse_is_found_and_what_only_looks_like_it_is_left_alone() throws IOException {
        List<String> abusive = lines("abusive.txt");
        List<String> innocent = lines("innocent.txt");
        List<String> missed = abusive.stream().filter(line -> !isFound(line)).toList();
        List<String> wronged = innocent.stream().filter(this::isFound).toList();
        System.out.printf(
                "PROOF|filter-known|%d|0|%d abusive, %d found; %d innocent, %d found%n",
                abusive.size() + innocent.size(),
                abusive.size(),
                abusive.size() - missed.size(),
                innocent.size(),
                wronged.size());
        assertThat(abusive).hasSizeGreaterThan(80);
        assertThat(innocent).hasSizeGreaterThan(100);
        assertThat(missed).isEmpty();
        assertThat(wronged).isEmpty();
    }

    @Test
    void rewriting_it_does_not_get_it_past() throws IOException {
        List<String> abusive = lines("abusive.txt").stream()
                .filter(line -> line.matches("[가-힣ㄱ-ㅎ ]+"))
                .filter(this::isFound)
                .toList();
        assertThat(abusive).hasSizeGreaterThan(70);
        Map<String, List<String>> past = new TreeMap<>();
        Evasions.ALL.forEach((name, rewrite) -> past.put(
                name,
                abusive.stream().map(rewrite).filter(line -> !isFound(line)).toList()));
        past.forEach((name, lines) -> System.out.printf(
                "PROOF|filter-evasion-%s|%d|0|%d of %d still found%n",
                name, abusive.size(), abusive.size() - lines.size(), abusive.size()));
        assertThat(past)
                .allSatisfy(
                        (name, lines) -> assertThat(lines).as(name).hasSizeLessThanOrEqualTo(abusive.size() * 2 / 100));
    }

    private boolean isFound(String line) {
        return filter.check(line).action().compareTo(FilterAction.FLAG) > 0;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = CorpusTest.class.getResourceAsStream("/filter/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList());
        }
    }
}
