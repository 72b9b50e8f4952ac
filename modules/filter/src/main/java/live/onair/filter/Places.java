package live.onair.filter;

/** Where words stand in a line. Used again and again by one thread. */
final class Places {

    /** Which words of initials count. */
    enum Initials {
        /** None: what looks like them is something else. */
        NONE,
        /** Several without a space among them: what is meant is typed together. */
        TOGETHER,
        /** Every one. */
        ALL
    }

    private final Found letters = new Found();
    private final Found innocent = new Found();
    private final Found harmful = new Found();

    /** Looks for words that do harm, in the order of the line; what was found before is gone. */
    Found find(Words words, Letters line, Initials counting) {
        letters.clear();
        innocent.clear();
        harmful.clear();
        words.find(line, letters);
        for (int i = 0; i < letters.size(); i++) {
            int same = letters.word(i);
            for (int word = words.first(same); word < words.first(same + 1); word++) {
                look(words.get(word), word, letters.to(i), line, counting);
            }
        }
        harmful.sort();
        return harmful;
    }

    private void look(Word word, int number, int to, Letters line, Initials counting) {
        int from = to - word.length();
        if (word.initials() && !isMeant(counting, word, line, to) || !word.standsAt(line, from)) {
            return;
        }
        (word.isInnocent() ? innocent : harmful).add(number, to);
    }

    private static boolean isMeant(Initials counting, Word word, Letters line, int to) {
        return counting == Initials.ALL
                || counting == Initials.TOGETHER
                        && !word.typed()
                        && word.length() > 1
                        && line.areTogether(to - word.length(), to);
    }

    /** Whether all of these letters stand in a word that means no harm. */
    boolean isInnocent(Words words, int from, int to) {
        for (int i = 0; i < innocent.size(); i++) {
            int ends = innocent.to(i);
            if (ends - words.get(innocent.word(i)).length() <= from && to <= ends) {
                return true;
            }
        }
        return false;
    }
}
