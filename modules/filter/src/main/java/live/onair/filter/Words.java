package live.onair.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of a pack, ready to be looked for. */
final class Words {

    private final FilterRule[] rules;
    private final WordTrie trie;
    private final Stretches stretches;
    /** Those of the same letters side by side. */
    private final Word[] all;
    /** Where those of each letters begin. */
    private final int[] begin;

    Words(FilterRules pack) {
        rules = pack.rules().toArray(new FilterRule[0]);
        Map<String, List<Word>> byLetters = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < rules.length; i++) {
            for (String words : rules[i].words()) {
                add(byLetters, words, i);
            }
        }
        pack.innocents().forEach(words -> add(byLetters, words, Word.INNOCENT));
        add(byLetters, PersonalData.SPOKEN_BEGINS, Word.SPOKEN);
        trie = new WordTrie(List.copyOf(byLetters.keySet()));
        stretches = new Stretches(byLetters.keySet());
        begin = new int[byLetters.size() + 1];
        List<Word> ready = new ArrayList<>();
        int next = 0;
        for (List<Word> words : byLetters.values()) {
            ready.addAll(words);
            begin[++next] = ready.size();
        }
        all = ready.toArray(new Word[0]);
    }

    private static void add(Map<String, List<Word>> all, String words, int rule) {
        Letters letters = new Letters();
        for (WordPattern.Variant variant : WordPattern.of(words)) {
            letters.read(variant.text().toCharArray(), variant.text().length());
            if (letters.size() == 0 || letters.size() > Long.SIZE) {
                throw new IllegalArgumentException("no letters: " + words);
            }
            String key = new String(letters.array(), 0, letters.size());
            all.computeIfAbsent(key, k -> new ArrayList<>()).add(word(letters, variant, rule));
        }
    }

    private static Word word(Letters letters, WordPattern.Variant variant, int rule) {
        long spaces = 0;
        boolean initials = true;
        for (int i = 0; i < letters.size(); i++) {
            spaces |= i > 0 && letters.before(i) == Letters.SPACED ? 1L << i : 0;
            initials &= Hangul.isJamo(letters.at(i));
        }
        return new Word(rule, letters.size(), spaces, variant.begins(), variant.ends(), initials, variant.typed());
    }

    /** Adds all letters that make words, whether these stand there or not. */
    void find(Letters line, Found into) {
        trie.find(line.array(), line.size(), into);
    }

    /** The parts of a line that none of them reaches out of. */
    Stretches stretches() {
        return stretches;
    }

    /** The first word of letters found; the first of the next ones is the one behind the last. */
    int first(int letters) {
        return begin[letters];
    }

    /** The rule of a word that does harm. */
    FilterRule rule(Word word) {
        return rules[word.rule()];
    }

    Word get(int word) {
        return all[word];
    }
}
