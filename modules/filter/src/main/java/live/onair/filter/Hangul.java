package live.onair.filter;

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
    private static final int SILENT = ONSETS.indexOf('ㅇ');

    private static final byte[] DRAWN = drawn();

    /** Two signs that are one: vowels, then ends of syllables. */
    private static final String[] PAIRS = {
        "ㅗㅏㅘ", "ㅗㅐㅙ", "ㅗㅣㅚ", "ㅜㅓㅝ", "ㅜㅔㅞ", "ㅜㅣㅟ", "ㅡㅣㅢ", "ㄱㅅㄳ", "ㄴㅈㄵ", "ㄴㅎㄶ", "ㄹㄱㄺ", "ㄹㅁㄻ", "ㄹㅂㄼ", "ㄹㅅㄽ", "ㄹㅌㄾ", "ㄹㅍㄿ",
        "ㄹㅎㅀ", "ㅂㅅㅄ"
    };

    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
    private static final String ON_KEYS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";

    private Hangul() {}

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

    /** Whether the syllable ends with its vowel. */
    static boolean isOpen(char syllable) {
        return (syllable - FIRST) % 28 == 0;
    }

    /** An open syllable of these two; both must be such signs. */
    static char syllable(char onset, char vowel) {
        return (char) (FIRST + (ONSETS.indexOf(onset) * 21 + VOWELS.indexOf(vowel)) * 28);
    }

    static boolean isOnset(char sign) {
        return ONSETS.indexOf(sign) >= 0;
    }

    /** Its place among the ends of syllables; -1 for a sign that ends none. */
    static int coda(char sign) {
        return CODAS.indexOf(sign);
    }

    /** The end of the syllable, as a sign; 0 for an open one. */
    static char codaOf(char syllable) {
        return CODAS.charAt((syllable - FIRST) % 28);
    }

    /** What a vowel drawn out over two syllables was: 바알 is 발. Gives 0 where the second goes its own way. */
    static char drawnOut(char first, char second) {
        byte vowel = DRAWN[second];
        if (vowel == 0 || !isSyllable(first) || !isOpen(first)) {
            return 0;
        }
        return (first - FIRST) / 28 % 21 + 1 == vowel ? (char) (first + (second - FIRST) % 28) : 0;
    }

    /** Of each syllable that begins with its vowel the number of it, from 1; 0 of all else. */
    private static byte[] drawn() {
        byte[] drawn = new byte[1 << 16];
        for (char syllable = FIRST; syllable <= LAST; syllable++) {
            boolean silent = (syllable - FIRST) / 28 / 21 == SILENT;
            drawn[syllable] = (byte) (silent ? (syllable - FIRST) / 28 % 21 + 1 : 0);
        }
        return drawn;
    }

    /** One sign of two, 0 where there is none. */
    static char joined(char first, char second) {
        for (String pair : PAIRS) {
            if (pair.charAt(0) == first && pair.charAt(1) == second) {
                return pair.charAt(2);
            }
        }
        return 0;
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

    /** What the key writes on a Korean keyboard; 0 for a key that writes none. */
    static char onKey(char key) {
        int at = KEYS.indexOf(key);
        if (at < 0 && key >= 'A' && key <= 'Z') {
            at = KEYS.indexOf(Character.toLowerCase(key));
        }
        return at < 0 ? 0 : ON_KEYS.charAt(at);
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
