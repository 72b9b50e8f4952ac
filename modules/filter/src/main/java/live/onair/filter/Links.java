package live.onair.filter;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Addresses of pages in what somebody says, also those written so that a person reads them and a page does not. */
final class Links {

    /** Endings that no sentence has: behind them an address is one by itself. */
    private static final String ENDINGS =
            "com|net|org|kr|io|shop|link|gg|tv|ly|xyz|store|site|online|club|biz|info|app|dev"
                    + "|co|cc|ws|vip|icu|top|fun|live|blog|page|cafe|click|website|space|tech|world|casino|bet|asia|mobi|pro"
                    + "|jp|cn|tw|hk|vn|sg|uk|eu|ru|de|fr|ai|gl|to|me|한국|닷컴|닷넷";

    private static final String START = "(?<![a-z0-9])";
    private static final String END = "(?![a-z0-9])";

    private static final Pattern WRITTEN = Pattern.compile("https?:/|www\\.[a-z0-9]|xn--[a-z0-9]|"
            + START + "[a-z0-9-]{2,}\\.(?:" + ENDINGS + ")" + END
            + "|[가-힣][a-z0-9-]*\\.(?:com|net|org|kr|co\\.kr)" + END
            + "|" + START + "[a-z0-9-]+\\.[a-z]{2,}/\\S");
    /** A dot that is spoken, or stands apart, only before the endings that everybody knows. */
    private static final Pattern SPOKEN =
            Pattern.compile("[a-z0-9-]{2,}\\s?(?:닷|(?:점|쩜|dot|[(\\[]\\s?(?:dot|점|\\.)\\s?[)\\]]|\\s\\.)\\s?)\\s?"
                    + "(?:com|net|org|co\\.?kr|kr|컴|넷|콤)"
                    + END + "|[a-z0-9-]{3,}\\s?\\.\\s(?:com|net|org|kr)" + END);

    private Links() {}

    /** Whether there is one. */
    static boolean isIn(String text) {
        String plain = plain(text);
        return WRITTEN.matcher(plain).find() || SPOKEN.matcher(plain).find();
    }

    /** In small letters of usual width, with one sort of dot and without what nobody sees. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(sign -> {
            if (Character.getType(sign) != Character.FORMAT) {
                plain.appendCodePoint("。․·ㆍ•‧".indexOf(sign) >= 0 ? '.' : Character.toLowerCase(sign));
            }
        });
        return plain.toString();
    }
}
