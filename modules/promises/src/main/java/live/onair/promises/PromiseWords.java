package live.onair.promises;

import java.util.List;
import java.util.regex.Pattern;

/** Finds in what is said that a price holds only now, only here, or is the lowest. Pure. */
final class PromiseWords {

    private static final Pattern SAID = Pattern.compile(
            "방송\\s*(?:중|시간|동안)?\\s*(?:에만|에서만|만|한정|단독)|라이브\\s*(?:에서만|에만|한정|단독|특가)|오늘\\s*(?:만|하루|까지만|단\\s*하루)"
                    + "|단\\s*하루|(?:역대|업계|온라인|국내)?\\s*최저가|역대\\s*최대\\s*할인|역대급\\s*(?:가격|할인|혜택)"
                    + "|이\\s*가격(?:은|에)?\\s*(?:다시|오늘|마지막|두\\s*번)|다시(?:는)?\\s*없(?:을|는)\\s*(?:가격|혜택|구성)"
                    + "|\\bonly (?:on air|today|during (?:the|this) (?:show|live))\\b|\\b(?:lowest|best) price\\b|\\btoday only\\b",
            Pattern.CASE_INSENSITIVE);

    private PromiseWords() {}

    /** Each of them once, in the order in which they stand; empty for an innocent text. */
    static List<String> in(String text) {
        return SAID.matcher(text)
                .results()
                .map(found -> found.group().strip())
                .distinct()
                .toList();
    }
}
