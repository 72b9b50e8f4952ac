package live.onair.filter;

import java.util.Arrays;
import java.util.List;
import live.onair.filter.FilterHit.Reading;
import live.onair.filter.Keys.Typed;
import live.onair.filter.Places.Initials;

/** What one thread judges lines with, one after the other. Keeps no object of a line: that is dear to some collectors. */
final class Desk {

    private final char[] line = new char[ChatFilter.LONGEST];
    private final char[] keys = new char[ChatFilter.LONGEST];
    /** The signs that are read: as they stand in the line, or as they may be meant. */
    private char[] as = line;

    private final Signs signs = new Signs();
    private final Letters letters = new Letters();
    private final Places places = new Places();
    /** Whether a telephone number may stand in the line in words. */
    private boolean spoken;

    /** Everything a line holds that is personal or that one of these words names, in each way it can be read. */
    Hits read(String text, Words words) {
        int size = text.length();
        text.getChars(0, size, line, 0);
        letters.read(line, size);
        if (letters.isStyled() && Styled.plain(line, size)) {
            letters.read(line, size);
        }
        boolean latin = letters.isLatin();
        int digits = letters.digits();
        spoken = digits > 2 && text.contains("010");
        as = line;
        boolean personal = PersonalData.isPossible(letters);
        Hits hits = new Hits(text, personal ? PersonalData.in(text, digits, letters.isMail()) : List.of());
        look(words, Reading.PLAIN, Initials.ALL, hits);
        if (latin) {
            readKeys(size, words, hits);
        }
        if ((latin || digits > 0) && signs.read(line, size)) {
            readSigns(size, words, hits);
        }
        if (spoken) {
            PersonalData.spoken(text).forEach(hits::add);
        }
        return hits;
    }

    private void readKeys(int size, Words words, Hits hits) {
        Typed typed = Keys.read(line, size, keys);
        if (typed != Typed.NOTHING) {
            letters.read(keys, size);
            as = keys;
            look(words, Reading.KEYS, typed == Typed.ALL ? Initials.TOGETHER : Initials.NONE, hits);
        }
    }

    private void readSigns(int size, Words words, Hits hits) {
        for (Signs.Sense sense : Signs.SENSES) {
            if (signs.take(sense)) {
                readMeant(signs.meant(), size, words, hits);
            }
        }
    }

    /** Reads only the stretches in which something is meant as something else: all others were read before. */
    private void readMeant(char[] meant, int size, Words words, Hits hits) {
        Stretches stretches = words.stretches();
        int end = 0;
        int other = Arrays.mismatch(line, 0, size, meant, 0, size);
        while (other >= 0) {
            int begin = stretches.begin(line, meant, end, end + other, size);
            end = stretches.end(line, meant, end + other, size);
            letters.read(meant, begin, end);
            as = meant;
            look(words, Reading.LEET, Initials.ALL, hits);
            other = Arrays.mismatch(line, end, size, meant, end, size);
        }
    }

    private void look(Words words, Reading reading, Initials initials, Hits hits) {
        Found found = places.find(words, letters, initials);
        for (int i = 0; i < found.size(); i++) {
            Word word = words.get(found.word(i));
            spoken |= word.isSpoken();
            int to = found.to(i);
            int from = to - word.length();
            if (!word.isSpoken() && !places.isInnocent(words, from, to)) {
                found(words.rule(word), letters.from(from), letters.to(to - 1), reading, hits);
            }
        }
    }

    /** What stands in the line as it is read was judged before, with all that makes it innocent. */
    private void found(FilterRule rule, int from, int to, Reading reading, Hits hits) {
        if (reading == Reading.PLAIN || !Arrays.equals(line, from, to, as, from, to)) {
            hits.add(rule, from, to, reading);
        }
    }
}
