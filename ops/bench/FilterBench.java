package live.onair.filter;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How well the shipped rules find abuse in sentences that others have judged, whether rewriting gets past them, and how
 * fast they are beside the automaton of hankcs' library over the same words, which only matches.
 */
public final class FilterBench {

    private static final int ROUNDS = 48;
    private static final int WARM_UP = 36;

    private final ChatFilter filter = new ChatFilter(FilterRules.shipped());
    private final Path data;

    private FilterBench(Path data) {
        this.data = data;
    }

    /** Where the judged sentences are. */
    public static void main(String[] words) throws IOException {
        FilterBench bench = new FilterBench(Path.of(words[0]));
        System.out.println("bench filter: rules " + bench.filter.rules().version() + "; Java " + Runtime.version());
        List<String> abusive = bench.quality();
        bench.evasion(abusive);
        bench.chat();
        bench.speed();
    }

    private boolean isFound(String line) {
        String short_ = line.length() > ChatFilter.LONGEST ? line.substring(0, ChatFilter.LONGEST) : line;
        return filter.check(short_).action().compareTo(FilterAction.FLAG) > 0;
    }

    private List<String> judged(String label) throws IOException {
        return Files.readAllLines(data.resolve("moderation/profanity_ko_dev.tsv"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(label + "\t"))
                .map(line -> line.substring(label.length() + 1))
                .toList();
    }

    private List<String> quality() throws IOException {
        List<String> abusive = judged("1");
        List<String> clean = judged("0");
        long found = abusive.stream().filter(this::isFound).count();
        long wrong = clean.stream().filter(this::isFound).count();
        double precision = (double) found / (found + wrong);
        double recall = (double) found / abusive.size();
        System.out.printf(
                "quality: %d abusive, %d found; %d clean, %d found: precision %.3f (goal 0.95), recall %.3f, F1 %.3f (goal 0.87)%n",
                abusive.size(), found, clean.size(), wrong, precision, recall, 2 * precision * recall / (precision + recall));
        return abusive.stream().filter(this::isFound).toList();
    }

    private void evasion(List<String> found) {
        for (Map.Entry<String, UnaryOperator<String>> way : Evasions.ALL.entrySet()) {
            long kept = found.stream().map(way.getValue()).filter(this::isFound).count();
            System.out.printf(
                    "evasion %-12s %d of %d still found: %.3f (goal 0.98)%n",
                    way.getKey(), kept, found.size(), (double) kept / found.size());
        }
    }

    private void chat() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("chat/live_chat_replay.csv"), StandardCharsets.UTF_8);
        long hits = lines.stream().skip(1).map(FilterBench::message).filter(this::isFound).count();
        System.out.printf(
                "real chat (mostly not Korean): %d of %d lines: %.2f %% (goal at most 0.10 %%)%n",
                hits, lines.size() - 1, 100.0 * hits / (lines.size() - 1));
    }

    /** The third column, which may hold commas; the last is a time. */
    private static String message(String line) {
        String[] parts = line.split(",", 3);
        return parts.length < 3 || parts[2].lastIndexOf(',') < 0 ? line : parts[2].substring(0, parts[2].lastIndexOf(','));
    }

    private void speed() throws IOException {
        List<String> lines = new ArrayList<>(judged("1"));
        lines.addAll(judged("0"));
        lines.removeIf(line -> line.length() > ChatFilter.LONGEST);
        long bytes = lines.stream().mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length).sum();
        Map<String, String> words = new TreeMap<>();
        filter.rules().rules().forEach(rule -> rule.words().forEach(word -> WordPattern.of(word)
                .forEach(variant -> words.put(variant.text().replace(" ", ""), rule.id()))));
        AhoCorasickDoubleArrayTrie<String> peer = new AhoCorasickDoubleArrayTrie<>();
        peer.build(words);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        long[] hits = new long[2];
        AhoCorasickDoubleArrayTrie.IHit<String> told = (begin, end, rule) -> hits[1]++;
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = rate(bytes, () -> lines.forEach(line -> hits[0] += filter.check(line).hits().size()));
            theirs[round] = rate(bytes, () -> lines.forEach(line -> peer.parseText(line, told)));
        }
        double us = median(ours);
        double them = median(theirs);
        System.out.printf(
                "speed: %d words, %.1f MB a round, medians of %d rounds after %d: ours %.1f MB/s (normalise, match, personal"
                        + " data; %d hits), hankcs 1.2.3 match alone %.1f MB/s (%d hits)%n",
                words.size(), bytes * 10 / 1e6, ROUNDS - WARM_UP, WARM_UP, us, hits[0], them, hits[1]);
        System.out.println("not measured: other machines, other word lists, more than one thread");
        System.out.printf("ratio %.2f (goal 0.5)%n", us / them);
    }

    private static double rate(long bytes, Runnable pass) {
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            pass.run();
        }
        return bytes * 10 / 1e6 / ((System.nanoTime() - begun) / 1e9);
    }

    private static double median(double[] rates) {
        double[] sorted = Arrays.copyOfRange(rates, WARM_UP, rates.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
