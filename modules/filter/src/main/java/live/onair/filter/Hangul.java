package live.onair.filter;

import java.util.Arrays;

/**
 * Syllables and the signs they are written with (Unicode 15, chapter 3.12; the compatibility jamo of U+3131 to U+3163), and
 * the two-set keyboard (KS X 5002).
 */
final class Hangul {

    static final char FIRST = '가';
    static final char LAST = '힣';
    private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String CODAS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /** Two signs that are one: vowels, then ends of syllables. */
    private static final String[] PAIRS = {
        "ㅗㅏㅘ", "ㅗㅐㅙ", "ㅗㅣㅚ", "ㅜㅓㅝ", "ㅜㅔㅞ", "ㅜㅣㅟ", "ㅡㅣㅢ", "ㄱㅅㄳ", "ㄴㅈㄵ", "ㄴㅎㄶ", "ㄹㄱㄺ", "ㄹㅁㄻ", "ㄹㅂㄼ", "ㄹㅅㄽ", "ㄹㅌㄾ", "ㄹㅍㄿ",
        "ㄹㅎㅀ", "ㅂㅅㅄ"
    };

    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
    private static final String ON_KEYS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";

    /** How many signs there are, consonants first. */
    private static final int SIGNS = 'ㅣ' - 'ㄱ' + 1;
    /** Of each sign its place among the onsets and among the ends of syllables; -1 where it is none. */
    private static final byte[] ONSET = places(ONSETS);

    private static final byte[] CODA = places(CODAS);
    /** Of each two signs the one they are, 0 where they are none. */
    private static final char[] JOINED = joined();

    private static final char[] KEYBOARD = keyboard();
    /** Of each syllable that ends with its vowel the one that is this vowel alone; of all else what is no letter. */
    private static final char[] DRAWN_OUT = drawnOut();

    /** Of each vowel the syllable that is this vowel alone; behind them, for no vowel, what is no letter. */
    private static final char[] ALONE = alone();

    private Hangul() {}

    private static byte[] places(String signs) {
        byte[] places = new byte[SIGNS];
        for (int i = 0; i < SIGNS; i++) {
            places[i] = (byte) signs.indexOf('ㄱ' + i);
        }
        return places;
    }

    private static char[] joined() {
        char[] joined = new char[SIGNS * SIGNS];
        for (String pair : PAIRS) {
            joined[(pair.charAt(0) - 'ㄱ') * SIGNS + pair.charAt(1) - 'ㄱ'] = pair.charAt(2);
        }
        return joined;
    }

    private static char[] drawnOut() {
        char[] drawn = new char[1 << 16];
        Arrays.fill(drawn, Character.MIN_SURROGATE);
        for (char open = FIRST; open <= LAST; open += 28) {
            drawn[open] = syllable('ㅇ', (char) ('ㅏ' + openVowel(open)));
        }
        return drawn;
    }

    private static char[] alone() {
        char[] alone = new char[VOWELS.length() + 1];
        for (int vowel = 0; vowel < VOWELS.length(); vowel++) {
            alone[vowel] = syllable('ㅇ', VOWELS.charAt(vowel));
        }
        alone[VOWELS.length()] = Character.MIN_SURROGATE;
        return alone;
    }

    private static char[] keyboard() {
        char[] keyboard = new char[128];
        for (int i = 0; i < KEYS.length(); i++) {
            keyboard[KEYS.charAt(i)] = ON_KEYS.charAt(i);
        }
        for (char key = 'A'; key <= 'Z'; key++) {
            keyboard[key] = keyboard[key] == 0 ? keyboard[Character.toLowerCase(key)] : keyboard[key];
        }
        return keyboard;
    }

    static boolean isSyllable(char letter) {
        return letter >= FIRST && letter <= LAST;
    }

    static boolean isConsonant(char sign) {
        return sign >= 'ㄱ' && sign <= 'ㅎ';
    }

    static boolean isVowel(char sign) {
        return sign >= 'ㅏ' && sign <= 'ㅣ';
    }

    static boolean isJamo(char sign) {
        return sign >= 'ㄱ' && sign <= 'ㅣ';
    }

    /** Whether it is a syllable or a sign of one. */
    static boolean isOf(char letter) {
        return isSyllable(letter) || isJamo(letter);
    }

    /** Whether the syllable ends with its vowel. */
    static boolean isOpen(char syllable) {
        return (syllable - FIRST) % 28 == 0;
    }

    /** The number of the vowel with which the syllable ends; how many there are for all else. */
    static int openVowel(char letter) {
        return isSyllable(letter) && isOpen(letter) ? (letter - FIRST) / 28 % VOWELS.length() : VOWELS.length();
    }

    /** An open syllable of these two; both must be such signs. */
    static char syllable(char onset, char vowel) {
        return (char) (FIRST + (ONSET[onset - 'ㄱ'] * 21 + vowel - 'ㅏ') * 28);
    }

    /** Whether a syllable can begin with this sign. */
    static boolean isOnset(char sign) {
        return ONSET[sign - 'ㄱ'] >= 0;
    }

    /** The place of this sign among the ends of syllables; -1 for one that ends none. */
    static int coda(char sign) {
        return CODA[sign - 'ㄱ'];
    }

    /** Whether the second only draws the vowel of the first out: 바알 is 발. */
    static boolean isDrawnOut(char first, char second) {
        return draws(DRAWN_OUT[first], second);
    }

    /** The first of the syllables that draw this letter out. */
    static char drawing(char letter) {
        return DRAWN_OUT[letter];
    }

    /** The first of the syllables that draw a letter with this {@link #openVowel} out. */
    static char drawingVowel(int openVowel) {
        return ALONE[openVowel];
    }

    /** Whether the letter is one of those that begin with this one. */
    static boolean draws(char drawing, char letter) {
        return (char) (letter - drawing) < 28;
    }

    /** What they were before they were drawn out. */
    static char drawnOut(char first, char second) {
        return (char) (first + second - DRAWN_OUT[first]);
    }

    /** One sign of two, 0 where there is none. */
    static char joined(char first, char second) {
        return JOINED[(first - 'ㄱ') * SIGNS + second - 'ㄱ'];
    }

    /** The two signs of one, or itself. */
    static String apart(char sign) {
        for (String pair : PAIRS) {
            if (pair.charAt(2) == sign && isConsonant(sign)) {
                return pair.substring(0, 2);
            }
        }
        return String.valueOf(sign);
    }

    /** What the Latin key writes on a Korean keyboard. */
    static char onKey(char key) {
        return KEYBOARD[key];
    }

    /** A conjoining sign (U+1100 to U+11FF) as its compatibility sign; 0 for old ones. */
    static char compatible(char conjoining) {
        if (conjoining >= '\u1100' && conjoining <= '\u1112') {
            return ONSETS.charAt(conjoining - '\u1100');
        }
        if (conjoining >= '\u1161' && conjoining <= '\u1175') {
            return VOWELS.charAt(conjoining - '\u1161');
        }
        return conjoining >= '\u11A8' && conjoining <= '\u11C2' ? CODAS.charAt(conjoining - '\u11A7') : 0;
    }
}
