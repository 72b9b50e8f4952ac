package live.onair.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All words at once are found as each of them alone would be, and as another's automaton finds them. */
class WordTrieTest {

    @Test
    void seeded_words_are_found_where_a_plain_search_finds_them() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            String letters = random.nextBoolean() ? "가나다" : "시발병신존나새끼지랄이아ㄱㅅㅂabc18";
            List<String> words = new ArrayList<>(words(random, letters));
            WordTrie trie = new WordTrie(words);
            for (int i = 0; i < 50; i++) {
                String line = text(random, letters, random.nextInt(30));
                assertThat(found(trie, line)).as(words + " in " + line).isEqualTo(searched(words, line));
            }
        }
    }

    @Test
    void the_shipped_words_are_found_where_the_automaton_of_a_known_library_finds_them() {
        Set<String> all = new TreeSet<>();
        FilterRules.shipped()
                .rules()
                .forEach(rule -> rule.words()
                        .forEach(word -> WordPattern.of(word)
                                .forEach(variant -> all.add(variant.text().replace(" ", "")))));
        List<String> words = new ArrayList<>(all);
        Map<String, Integer> numbers = new TreeMap<>();
        words.forEach(word -> numbers.put(word, numbers.size()));
        AhoCorasickDoubleArrayTrie<Integer> other = new AhoCorasickDoubleArrayTrie<>();
        other.build(numbers);
        WordTrie trie = new WordTrie(words);
        Random random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int k = random.nextInt(6); k >= 0; k--) {
                String word = words.get(random.nextInt(words.size()));
                line.append(word, random.nextInt(word.length()), word.length());
                line.append(text(random, "이거 가방은요ㅋㅋ1", random.nextInt(3)));
            }
            Set<String> wanted = new TreeSet<>();
            other.parseText(line.toString()).forEach(hit -> wanted.add(hit.end + " " + hit.value));
            assertThat(found(trie, line.toString())).as(line.toString()).isEqualTo(wanted);
        }
    }

    @Test
    void no_words_are_found_nowhere() {
        assertThat(found(new WordTrie(List.of()), "가나다")).isEmpty();
        assertThat(found(new WordTrie(List.of("가")), "")).isEmpty();
        assertThat(found(new WordTrie(List.of("나가", "가")), "나가")).containsExactly("2 0", "2 1");
    }

    private static Set<String> words(Random random, String letters) {
        Set<String> words = new LinkedHashSet<>();
        for (int k = random.nextInt(20); k >= 0; k--) {
            words.add(text(random, letters, 1 + random.nextInt(5)));
        }
        return words;
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < length; k++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** Behind which letter which word ends; what stands behind the line in its array is not of it. */
    private static Set<String> found(WordTrie trie, String line) {
        Found found = new Found();
        trie.find((line + "가나다시발").toCharArray(), line.length(), found);
        Set<String> places = new TreeSet<>();
        for (int i = 0; i < found.size(); i++) {
            places.add(found.to(i) + " " + found.word(i));
        }
        return places;
    }

    private static Set<String> searched(List<String> words, String line) {
        Set<String> places = new TreeSet<>();
        for (int word = 0; word < words.size(); word++) {
            for (int i = 0; i < line.length(); i++) {
                if (line.startsWith(words.get(word), i)) {
                    places.add(i + words.get(word).length() + " " + word);
                }
            }
        }
        return places;
    }
}
