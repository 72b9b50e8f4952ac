package live.onair.kernel;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Korean particles. Which form one has depends on the sound before it, and a sentence with a fact in it is written before the
 * fact is known: {@code "{name}은(는)"}. Once it is, one of the two stays. Where nobody can tell how the word before is read,
 * an English word, say, both stay.
 */
public final class Korean {

    /** Both forms of a particle, as a sentence has them, and what is left of them after a consonant, ㄹ, and a vowel. */
    private enum Particle {
        TOPIC("은(는)", "은", "은", "는"),
        SUBJECT("이(가)", "이", "이", "가"),
        OBJECT("을(를)", "을", "을", "를"),
        WITH("과(와)", "과", "과", "와"),
        TO("(으)로", "으로", "로", "로");

        private final String both;
        private final String consonant;
        private final String liquid;
        private final String vowel;

        Particle(String both, String consonant, String liquid, String vowel) {
            this.both = both;
            this.consonant = consonant;
            this.liquid = liquid;
            this.vowel = vowel;
        }

        static Particle of(String both) {
            for (Particle one : values()) {
                if (one.both.equals(both)) {
                    return one;
                }
            }
            throw new IllegalArgumentException(both);
        }
    }

    private enum Sound {
        CONSONANT,
        LIQUID,
        VOWEL,
        UNKNOWN
    }

    private static final Pattern PLACE = Pattern.compile("은\\(는\\)|이\\(가\\)|을\\(를\\)|과\\(와\\)|\\(으\\)로");
    private static final Pattern WON = Pattern.compile(".*₩[0-9,.]+$", Pattern.DOTALL);
    private static final Pattern LITRES = Pattern.compile(".*[0-9] ?[mM]?[lL]$", Pattern.DOTALL);
    private static final Pattern GRAMS = Pattern.compile(".*[0-9] ?[mk]?g$", Pattern.DOTALL);
    private static final Pattern CAPITALS = Pattern.compile(".*(?<![a-z])[A-Z]$", Pattern.DOTALL);
    /** 영 일 이 삼 사 오 육 칠 팔 구; a nought at the end is also 십, 백, 천 or 만. */
    private static final List<Sound> DIGITS = List.of(
            Sound.CONSONANT,
            Sound.LIQUID,
            Sound.VOWEL,
            Sound.CONSONANT,
            Sound.VOWEL,
            Sound.VOWEL,
            Sound.CONSONANT,
            Sound.LIQUID,
            Sound.LIQUID,
            Sound.VOWEL);

    private Korean() {}

    /** The sentence with the particles that fit. */
    public static String fitted(String sentence) {
        Matcher place = PLACE.matcher(sentence);
        if (!place.find()) {
            return sentence;
        }
        StringBuilder fitted = new StringBuilder();
        do {
            Particle particle = Particle.of(place.group());
            String form = switch (sound(sentence.substring(0, place.start()))) {
                case CONSONANT -> particle.consonant;
                case LIQUID -> particle.liquid;
                case VOWEL -> particle.vowel;
                case UNKNOWN -> particle.both;
            };
            place.appendReplacement(fitted, Matcher.quoteReplacement(form));
        } while (place.find());
        return place.appendTail(fitted).toString();
    }

    /** What a text ends in when it is read aloud; marks at its end are not read. */
    private static Sound sound(String text) {
        String read = text.replaceAll("[’”\"')\\]〉》」』]+$", "");
        if (read.isEmpty()) {
            return Sound.UNKNOWN;
        }
        char last = read.charAt(read.length() - 1);
        if (last >= '가' && last <= '힣') {
            int end = (last - '가') % 28;
            return end == 0 ? Sound.VOWEL : end == 8 ? Sound.LIQUID : Sound.CONSONANT;
        }
        if (WON.matcher(read).matches() || GRAMS.matcher(read).matches()) {
            return Sound.CONSONANT;
        }
        if (last >= '0' && last <= '9') {
            return DIGITS.get(last - '0');
        }
        if (last == '%' || LITRES.matcher(read).matches()) {
            return Sound.VOWEL;
        }
        return CAPITALS.matcher(read).matches() ? letter(last) : Sound.UNKNOWN;
    }

    /** 에이 비 시 ...: of the names of capitals few end in a consonant. */
    private static Sound letter(char capital) {
        return switch (capital) {
            case 'L', 'R' -> Sound.LIQUID;
            case 'M', 'N' -> Sound.CONSONANT;
            default -> Sound.VOWEL;
        };
    }
}
