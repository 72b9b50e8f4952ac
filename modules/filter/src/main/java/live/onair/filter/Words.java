package live.onair.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of a pack, ready to be looked for. */
final class Words {

    private final WordTrie trie = new WordTrie();
    private final boolean empty;

    Words(FilterRules pack) {
        Map<String, List<Word>> all = new TreeMap<>();
        for (int i = 0; i < pack.rules().size(); i++) {
            for (String words : pack.rules().get(i).words()) {
                add(all, words, i);
            }
        }
        pack.innocents().forEach(words -> add(all, words, Word.INNOCENT));
        Map<String, Word[]> ready = new TreeMap<>();
        all.forEach((letters, words) -> ready.put(letters, words.toArray(new Word[0])));
        empty = ready.isEmpty();
        if (!empty) {
            trie.build(ready);
        }
    }

    private static void add(Map<String, List<Word>> all, String words, int rule) {
        Signs signs = new Signs();
        Letters letters = new Letters();
        for (WordPattern.Variant variant : WordPattern.of(words)) {
            signs.read(variant.text());
            letters.read(signs);
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
        return new Word(rule, letters.size(), spaces, variant.begins(), variant.ends(), initials);
    }

    /** Tells of every word whose letters are there. */
    void find(Letters line, WordTrie.Finder finder) {
        if (!empty) {
            trie.find(line.array(), line.size(), finder);
        }
    }
}
