package live.onair.filter;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to write a line so that people read it and a list of words does not. */
final class Evasions {

    private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private static final String[] KEYS =
            ("ㅂq ㅈw ㄷe ㄱr ㅅt ㅛy ㅕu ㅑi ㅐo ㅔp ㅁa ㄴs ㅇd ㄹf ㅎg ㅗh ㅓj ㅏk ㅣl ㅋz ㅌx ㅊc ㅍv ㅠb ㅜn ㅡm ㅃQ ㅉW ㄸE ㄲR ㅆT ㅒO ㅖP"
                            + " ㅘhk ㅙho ㅚhl ㅝnj ㅞnp ㅟnl ㅢml ㄳrt ㄵsw ㄶsg ㄺfr ㄻfa ㄼfq ㄽft ㄾfx ㄿfv ㅀfg ㅄqt")
                    .split(" ");

    static final Map<String, UnaryOperator<String>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("zero-width", line -> each(line, sign -> sign + "\u200B"));
        ALL.put("spacing", line -> each(line, sign -> sign + " "));
        ALL.put("dots", line -> each(line, sign -> sign == ' ' ? " " : sign + "."));
        ALL.put("jamo", Evasions::apart);
        ALL.put("decomposed", line -> Normalizer.normalize(line, Normalizer.Form.NFD));
        ALL.put("keys", line -> each(apart(line), Evasions::key));
        ALL.put("leet", Evasions::leet);
        ALL.put(
                "full-width",
                line -> each(
                        line,
                        sign -> String.valueOf(
                                sign > ' ' && sign < 127 ? (char) (sign - '!' + '！') : sign == ' ' ? '\u3000' : sign)));
        ALL.put("repeated", line -> each(line, sign -> "" + sign + sign));
        ALL.put("drawn-out", line -> each(line, Evasions::drawnOut));
    }

    private Evasions() {}

    private static String each(String line, Function<Character, String> rewrite) {
        StringBuilder made = new StringBuilder();
        line.chars().forEach(sign -> made.append(rewrite.apply((char) sign)));
        return made.toString();
    }

    private static boolean isSyllable(char sign) {
        return sign >= '가' && sign <= '힣';
    }

    private static String apart(String line) {
        return each(line, Evasions::apart);
    }

    private static String apart(char sign) {
        if (!isSyllable(sign)) {
            return String.valueOf(sign);
        }
        int place = sign - '가';
        String open = "" + ONSETS.charAt(place / 28 / 21) + VOWELS.charAt(place / 28 % 21);
        return place % 28 == 0 ? open : open + CODAS.charAt(place % 28);
    }

    private static String key(char sign) {
        for (String key : KEYS) {
            if (key.charAt(0) == sign) {
                return key.substring(1);
            }
        }
        return String.valueOf(sign);
    }

    private static String leet(String line) {
        return each(line, sign -> {
            String signs = apart(sign);
            boolean hides = isSyllable(sign) && (signs.indexOf('ㅣ') > 0 || signs.charAt(0) == 'ㅇ');
            return hides ? signs.replace('ㅣ', '1').replace('ㅇ', '0') : String.valueOf(sign);
        });
    }

    private static String drawnOut(char sign) {
        if (!isSyllable(sign)) {
            return String.valueOf(sign);
        }
        int place = sign - '가';
        char open = (char) ('가' + place / 28 * 28);
        char rest = (char) ('가' + (11 * 21 + place / 28 % 21) * 28 + place % 28);
        return "" + open + rest;
    }
}
