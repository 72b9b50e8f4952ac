package live.onair.questions;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a line of a chat asks something: by its sign, its ending or a word that hardly anything but a question has. Pure. */
final class Asking {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    /** "뭐예요ㅋㅋ" asks as well as "뭐예요". */
    private static final Pattern TAIL = Pattern.compile("[\\s.!~^ㄱ-ㅎㅏ-ㅣ\\p{So}\\p{Cf}\\p{Sk}]+$");

    /** Not what only sounds like one: "다음에 만나요". */
    private static final Pattern ENDING =
            Pattern.compile("(?:(?<![만신끝지])나(?:요|여|용)|까(?:요|여|용)|(?:는|은|을|던|한|인)가(?:요|여)|(?:는|은|을|인)지(?:요|여)|어때(?:요|여)?"
                    + "|습니까|입니까|됩니까|합니까|궁금(?:해요|합니다|하네요))$");

    private static final Pattern WORD = Pattern.compile(
            "(?:^|\\s)(?:언제|얼마[예에인나]|얼마$|어디|무슨|몇\\s?[가-힣]|how|what|when|where|which|does|is there|can i)");

    /** Not single consonants and vowels: those laugh and cry. */
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}&&[^ㄱ-ㅎㅏ-ㅣ]]");

    private Asking() {}

    /** Whether it does. A lone question mark asks nothing. */
    static boolean isQuestion(String text) {
        String said = text.strip().toLowerCase(Locale.ROOT);
        long letters = LETTERS.matcher(said).results().count();
        if (letters < SHORTEST || said.length() > LONGEST) {
            return false;
        }
        String end = TAIL.matcher(said).replaceAll("");
        return end.endsWith("?")
                || end.endsWith("？")
                || ENDING.matcher(end).find()
                || WORD.matcher(said).find();
    }
}
