package live.onair.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two questions ask the same: by the words they share, without the endings that only make them polite. Pure. A word is
 * brought to what carries it ("배송은" and "배송이" to "배송"), words of one meaning in a shop to one of them.
 */
final class Likeness {

    /** So much of both has to be shared, of 1: of three words two. */
    private static final double ALIKE = 0.6;

    private static final int MOST_WORDS = 24;
    private static final int SHORT = 2;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LAUGHTER = Pattern.compile("[ㄱ-ㅎㅏ-ㅣ]+");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]+");

    /** Longest first: of "되나요" the whole goes, not only "나요". */
    private static final List<String> ENDINGS = List.of(
            "할수있을까요", "할수있나요", "을수있나요", "수있나요", "인가요", "인가여", "있을까요", "있나요", "있어요", "있습니까", "되나요", "되나여", "될까요", "되는가요",
            "돼요", "됩니까", "하나요", "하나여", "할까요", "해요", "한가요", "일까요", "입니까", "습니까", "나요", "나여", "까요", "까여", "가요", "가여",
            "어요", "아요", "에요", "예요", "이에요", "이죠", "은요", "는요", "이요", "요", "죠", "임", "에서", "으로", "부터", "까지", "에는", "에도",
            "은", "는", "이", "가", "을", "를", "도", "에", "로", "랑", "의", "만", "와", "과");

    /** Words that carry nothing between others. */
    private static final Set<String> EMPTY = Set.of(
            "저", "혹시", "근데", "그럼", "그런데", "이거", "이건", "이게", "그거", "요거", "이", "그", "좀", "다", "거", "것", "수", "제", "저기",
            "언니", "사장님", "있", "하", "되", "돼", "인", "뭐", "무슨", "어떤", "몇", "개", "the", "a", "an", "is", "are", "do",
            "does", "it", "this", "i", "to", "of", "for", "my", "me", "please", "can", "you");

    /** What shoppers call by several names. */
    private static final Map<String, String> ONE_NAME = Map.ofEntries(
            Map.entry("가격", "얼마"),
            Map.entry("금액", "얼마"),
            Map.entry("택배", "배송"),
            Map.entry("배달", "배송"),
            Map.entry("발송", "배송"),
            Map.entry("도착", "배송"),
            Map.entry("크기", "사이즈"),
            Map.entry("치수", "사이즈"),
            Map.entry("색깔", "색상"),
            Map.entry("컬러", "색상"),
            Map.entry("칼라", "색상"),
            Map.entry("사은품", "증정"),
            Map.entry("선물", "증정"),
            Map.entry("무배", "무료배송"),
            Map.entry("유통기한", "기한"),
            Map.entry("사용기한", "기한"),
            Map.entry("delivery", "shipping"),
            Map.entry("ship", "shipping"),
            Map.entry("price", "much"),
            Map.entry("cost", "much"));

    private Likeness() {}

    /** What carries a question, each once, in its order. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String one : NO_WORD.split(LAUGHTER.matcher(plain).replaceAll(" "))) {
            String word = one.isEmpty() || EMPTY.contains(one) ? "" : carried(one);
            if (!word.isEmpty() && !EMPTY.contains(word) && !words.contains(word) && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return words;
    }

    /** Takes endings away while something of the word is left; what is nothing but an ending carries nothing. */
    private static String carried(String one) {
        String word = one;
        if (HANGUL.matcher(word).matches()) {
            if (ENDINGS.contains(word) && word.length() > 1) {
                return "";
            }
            String before;
            do {
                before = word;
                word = shorter(word);
            } while (word.length() < before.length() && word.length() > SHORT);
        } else if (word.length() > SHORT + 1 && word.endsWith("s")) {
            word = word.substring(0, word.length() - 1);
        }
        return ONE_NAME.getOrDefault(word, word);
    }

    private static String shorter(String word) {
        for (String ending : ENDINGS) {
            int left = word.length() - ending.length();
            // of a word of two signs the second may belong to it: "가이"
            if (left >= (ending.length() == 1 ? SHORT : 1) && word.endsWith(ending)) {
                return word.substring(0, left);
            }
        }
        return word;
    }

    /** Whether they ask the same. Two that carry nothing do not; a single word is not a part of another question. */
    static boolean isSame(List<String> one, List<String> other) {
        boolean single = Math.min(one.size(), other.size()) == 1;
        return of(one, other) >= (single ? 1 : ALIKE);
    }

    /** How much they share, 0 to 1 (Dice's coefficient); a word that begins with another of two signs or more counts as it. */
    static double of(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> left = new HashSet<>(other);
        int shared = 0;
        for (String word : one) {
            String twin = left.contains(word) ? word : begun(word, left);
            if (!twin.isEmpty()) {
                left.remove(twin);
                shared++;
            }
        }
        return 2.0 * shared / (one.size() + other.size());
    }

    private static String begun(String word, Set<String> others) {
        return others.stream()
                .filter(other -> Math.min(word.length(), other.length()) >= SHORT)
                .filter(other -> word.startsWith(other) || other.startsWith(word))
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** Whether a question calls a product by a word of its name. */
    static boolean names(List<String> question, String product) {
        return wordsOf(product).stream().anyMatch(question::contains);
    }

    /** What a question carries beside the name of its product: of "크림 얼마예요" what "얼마예요" carries. All, if that is all. */
    static List<String> without(List<String> question, String product) {
        List<String> name = wordsOf(product);
        List<String> rest =
                question.stream().filter(word -> !name.contains(word)).toList();
        return rest.isEmpty() ? question : rest;
    }

    private static List<String> wordsOf(String product) {
        return Arrays.stream(NO_WORD.split(product.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORT)
                .toList();
    }
}
