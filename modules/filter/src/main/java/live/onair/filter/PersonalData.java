package live.onair.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.filter.FilterHit.Reading;

/**
 * What tells who somebody is or where they can be reached: starred out before anybody reads it. Numbers count only where
 * their check holds, so that prices, order numbers and times stay.
 */
public final class PersonalData {

    private static final String GAP = "[-\\s.·~()ㅡ_/―–—]{0,3}";
    private static final String START = "(?<![0-9])";
    private static final String END = "(?![0-9])";

    private static final Pattern MOBILE = Pattern.compile(
            START + "(?:\\+?82" + GAP + "\\(?0?\\)?|0)1[016789]" + GAP + "[0-9]{3,4}" + GAP + "[0-9]{4}" + END);
    private static final Pattern LANDLINE = Pattern.compile(
            START + "\\(?0(?:2|[3-6][1-5]|70|50[0-9])\\)?[-\\s.]{1,3}[0-9]{3,4}[-\\s.]{1,3}[0-9]{4}" + END);
    private static final Pattern RESIDENT =
            Pattern.compile(START + "([0-9]{2})([0-9]{2})([0-9]{2})" + GAP + "([1-8])[0-9]{6}" + END);
    private static final Pattern CARD = Pattern.compile(START + "[3-6][0-9]{3}(?:" + GAP + "[0-9]{2,6}){2,3}" + END);
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:은행|뱅크|계좌|농협|신협|수협|국민|신한|우리|하나|기업|카카오|토스|새마을|우체국|입금|송금)[^0-9\n]{0,12}("
                    + "[0-9]{2,6}(?:[-\\s][0-9]{2,6}){1,4}|[0-9]{10,14})" + END);
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]+\\s?[@＠]\\s?[A-Za-z0-9-]+(?:\\s?\\.\\s?[A-Za-z]{2,}){1,3}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[가-힣]{2,7}[시도]\\s+)?[가-힣]{1,6}[시군구]\\s+(?:[가-힣]{1,6}[읍면동]\\s+)?"
                    + "[가-힣0-9]{1,10}(?:로|길|동|리)\\s*[0-9]{1,4}(?:-[0-9]{1,4})?(?:번지|번길\\s*[0-9]{1,4})?"
                    + "(?:[\\s,]+[가-힣A-Za-z0-9]{0,12}\\s*[0-9]{1,4}동)?(?:[\\s,]*[0-9]{1,4}호)?");

    /** With what a mobile number begins that is written as it is spoken, wholly or partly: looked for among the words. */
    static final String SPOKEN_BEGINS = "[공영][1일][공영]";

    private static final String DIGIT = "[0-9공영일이삼사오육륙칠팔구]";
    private static final Pattern SPOKEN = Pattern.compile(START + "[0공영]\\s?[1일]\\s?[0공영]" + GAP + DIGIT + "(?:\\s?"
            + DIGIT + "){2,3}" + GAP + DIGIT + "(?:\\s?" + DIGIT + "){3}" + END);

    /** What the names of streets and villages end with. */
    static final String STREETS = "로길동리";
    /** A number that leads to somebody has no fewer. */
    private static final int FEWEST_DIGITS = 9;
    /** Between two digits of one number stand no more signs. */
    private static final int WIDEST_GAP = 5;

    /**
     * What is looked for, how many digits it has at the least, and what the place must hold besides; a group of the
     * expression is what is starred out.
     */
    private record Kind(String rule, int digits, Pattern pattern, Predicate<Matcher> check) {}

    private static final List<Kind> NUMBERS = List.of(
            new Kind("personal.resident", 13, RESIDENT, match -> isResident(match, digits(match.group()))),
            new Kind("personal.card", 13, CARD, match -> isCard(digits(match.group()))),
            new Kind("personal.phone", 10, MOBILE, match -> true),
            new Kind("personal.phone", FEWEST_DIGITS, LANDLINE, match -> true),
            new Kind("personal.account", 10, ACCOUNT, match -> isAccount(digits(match.group(1)))));
    private static final Kind WORDS = new Kind("personal.phone", 0, SPOKEN, match -> true);
    private static final Kind MAILS = new Kind("personal.mail", 0, MAIL, match -> true);
    private static final Kind ADDRESSES = new Kind("personal.address", 0, ADDRESS, match -> true);

    private PersonalData() {}

    /** The text with all of it starred out. */
    public static String masked(String text) {
        boolean mail = text.indexOf('@') >= 0 || text.indexOf('＠') >= 0;
        List<FilterHit> found = new ArrayList<>(in(text, count(text), mail));
        find(WORDS, plain(text), text, found);
        return Hits.masked(text, found);
    }

    /** Whether a line of these letters can hold any of it. */
    static boolean isPossible(Letters line) {
        return line.isMail() || line.isNumbered() || line.digits() >= FEWEST_DIGITS;
    }

    /** Where mobile numbers stand in words. */
    static List<FilterHit> spoken(String line) {
        List<FilterHit> found = new ArrayList<>();
        find(WORDS, plain(line), line, found);
        return found;
    }

    /** Where it stands in a line of so many digits, with an at sign or without. */
    static List<FilterHit> in(String line, int digits, boolean mail) {
        boolean place = digits > 0 && (line.contains("시 ") || line.contains("군 ") || line.contains("구 "));
        if (digits < FEWEST_DIGITS && !mail && !place) {
            return List.of();
        }
        String plain = plain(line);
        int longest = digits < FEWEST_DIGITS ? 0 : longest(plain);
        List<FilterHit> found = new ArrayList<>();
        for (Kind kind : NUMBERS) {
            if (longest >= kind.digits()) {
                find(kind, plain, line, found);
            }
        }
        if (mail) {
            find(MAILS, plain, line, found);
        }
        if (digits > 0 && isNumbered(plain)) {
            find(ADDRESSES, plain, line, found);
        }
        return found;
    }

    private static void find(Kind kind, String plain, String line, List<FilterHit> found) {
        Matcher match = kind.pattern().matcher(plain);
        while (match.find()) {
            int from = match.start(match.groupCount() == 1 ? 1 : 0);
            int to = match.end();
            boolean told = found.stream().anyMatch(other -> other.from() < to && from < other.to());
            if (!told && kind.check().test(match)) {
                found.add(new FilterHit(
                        kind.rule(), FilterAction.MASK, from, to, line.substring(from, to), Reading.PLAIN));
            }
        }
    }

    /** Whether a digit follows what the names of streets and villages end with. */
    private static boolean isNumbered(String plain) {
        char before = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            if (sign >= '0' && sign <= '9' && STREETS.indexOf(before) >= 0) {
                return true;
            }
            before = Character.isWhitespace(sign) ? before : sign;
        }
        return false;
    }

    private static int count(String line) {
        int digits = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = LetterTable.of(line.charAt(i));
            digits += letter >= '0' && letter <= '9' ? 1 : 0;
        }
        return digits;
    }

    /** Signs of full width and in rings as the plain ones, one for one. */
    private static String plain(String line) {
        char[] plain = line.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            char letter = LetterTable.of(plain[i]);
            boolean digit = letter >= '0' && letter <= '9';
            plain[i] = digit ? letter : letter == LetterTable.NOTHING ? '.' : LetterTable.plain(plain[i]);
        }
        return new String(plain);
    }

    /** The most digits that stand together, but for what stands between those of one number. */
    private static int longest(String plain) {
        int longest = 0;
        int digits = 0;
        int gap = 0;
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            if (sign >= '0' && sign <= '9') {
                digits = gap > WIDEST_GAP ? 1 : digits + 1;
                gap = 0;
                longest = Math.max(longest, digits);
            } else {
                gap = "-.·~()ㅡ_/―–—".indexOf(sign) >= 0 || Character.isWhitespace(sign) ? gap + 1 : WIDEST_GAP + 1;
            }
        }
        return longest;
    }

    private static int[] digits(String text) {
        return text.chars()
                .filter(sign -> sign >= '0' && sign <= '9')
                .map(sign -> sign - '0')
                .toArray();
    }

    /**
     * The date must be one, and the last digit must fit the others (주민등록법 시행규칙 제2조, until October 2020); of who was
     * registered since then it fits by chance only, so that for the births from then on the date alone counts.
     */
    private static boolean isResident(Matcher match, int[] digits) {
        int century = "12563478".indexOf(match.group(4)) < 4 ? 1900 : 2000;
        int year = century + Integer.parseInt(match.group(1));
        try {
            LocalDate born = LocalDate.of(year, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
            return !born.isBefore(LocalDate.of(2020, 10, 1)) || lastFits(digits);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean lastFits(int[] digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += digits[i] * (2 + i % 8);
        }
        boolean foreigner = digits[6] >= 5 && digits[6] <= 8;
        int wanted = ((foreigner ? 13 : 11) - sum % 11) % 10;
        return digits[12] == wanted;
    }

    /** ISO/IEC 7812-1: 13 to 19 digits, the last by Luhn's sum. */
    private static boolean isCard(int[] digits) {
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i] * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits.length >= 13 && digits.length <= 19 && sum % 10 == 0;
    }

    private static boolean isAccount(int[] digits) {
        return digits.length >= 10 && digits.length <= 16;
    }
}
